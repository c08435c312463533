"""Sheets that come and go as files."""

import pytest

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.event import Submission
from bot.model.message import Ask, Document, FileInput, Form, Message, Say, Section
from bot.model.text import line
from tests.platforms.slack.conftest import ADA, CHANNEL, TEAM, Room
from tests.platforms.slack.standin.world import File, Opened

BRING = Form(
    title="Bring a sheet",
    action=Action("uploaded"),
    inputs=(FileInput("file", "Your sheet", 1000, ("md",)),),
)
SHEET = Message(
    (Section(line("ML: 3 questions.")), Document(Attachment.of("ml.md", b"# ML"))), "ML"
)


@pytest.fixture
def room(socket_room: Room) -> Room:
    """By socket, with a form for a file."""
    socket_room.desk.says["quizmaster schedule"] = Ask(BRING)
    return socket_room


async def bring(room: Room, data: bytes, size: int) -> Opened:
    """Ada chooses a file and sends it."""
    await room.run.people.command(ADA, "/quizmaster schedule")
    dialog = await room.dialog(ADA)
    room.slack.world.files["F1"] = File("F1", "ml.md", "", size, data)
    await room.run.people.send_form(ADA, dialog, {"file": "F1"})
    return dialog


async def test_a_file_arrives_with_the_form(room: Room) -> None:
    await bring(room, b"# ML", 4)
    sent = room.desk.events[-1]
    assert isinstance(sent, Submission)
    assert sent.files == {"file": Attachment.of("ml.md", b"# ML")}
    assert sent.values == {}


async def test_a_file_that_is_too_large_is_left_where_it_is(room: Room) -> None:
    await bring(room, b"x" * 2000, 2000)
    sent = room.desk.events[-1]
    assert isinstance(sent, Submission)
    assert sent.files["file"] == Attachment("ml.md", b"", 2000)


async def test_a_file_that_is_larger_than_it_says_is_not_kept(room: Room) -> None:
    await bring(room, b"x" * 2000, 10)
    sent = room.desk.events[-1]
    assert isinstance(sent, Submission)
    assert sent.files["file"].content == b""


async def test_a_file_that_slack_does_not_hand_over_is_said_in_the_form(room: Room) -> None:
    await room.run.people.command(ADA, "/quizmaster schedule")
    dialog = await room.dialog(ADA)
    room.slack.world.files["F1"] = File("F1", "ml.md", "", 4, b"# ML")
    room.slack.world.reads_files = False
    await room.run.people.send_form(ADA, dialog, {"file": "F1"})
    assert "files:read" in dialog.errors["file"]


async def test_without_the_scope_the_form_says_how_to_get_it(room: Room) -> None:
    room.slack.world.reads_files = False
    await room.run.people.command(ADA, "/quizmaster schedule")
    assert "quizsheet manifest slack --uploads" in await room.whisper(ADA)


async def test_the_token_is_sent_to_slack_alone(room: Room) -> None:
    await room.run.people.command(ADA, "/quizmaster schedule")
    dialog = await room.dialog(ADA)
    room.slack.world.files["F1"] = File("F1", "ml.md", "", 4, b"# ML")
    payload = room.run.people.sending(ADA, dialog, {"file": "F1"})
    files = payload["view"]["state"]["values"]["file"]["file"]["files"]
    files[0]["url_private_download"] = "https://evil.example/ml.md"
    answer = await room.run.people.deliver("interactive", payload)
    assert answer["response_action"] == "errors"


async def test_a_file_of_ours_comes_as_a_direct_message(room: Room) -> None:
    room.desk.says["quiz today"] = Say(SHEET)
    await room.run.people.command(ADA, "/quiz today")
    assert "File: ml.md" in await room.whisper(ADA)
    await room.slack.world.until(lambda: any(f.complete for f in room.slack.world.files.values()))
    (file,) = room.slack.world.files.values()
    assert (file.name, file.data, file.channel) == ("ml.md", b"# ML", "D0ADA")


async def test_a_file_posted_in_a_thread_is_shared_there(room: Room) -> None:
    chat = room.run.platform.chat
    ref = await chat.post(TEAM, CHANNEL, Message((Section(line("Hello")),), "Hello"), key="a")
    await chat.reply(ref, SHEET, key="b")
    (file,) = room.slack.world.files.values()
    assert (file.channel, file.thread_ts) == (CHANNEL, ref.message_id)
