"""The chat port: what is posted, how fast, and what each refusal means."""

import asyncio

import aiohttp
import pytest

from bot.model.message import Message, Picture, Section
from bot.model.round import MessageRef
from bot.model.text import line
from bot.platforms.slack.rate_limit import RateLimit
from bot.quiz.ports.chat import Busy, Gone, Refused, Revoked, Unfit, Unreachable
from tests.platforms.desk import said
from tests.platforms.slack.conftest import CHANNEL, GRACE, TEAM, Room
from tests.platforms.slack.desk import POST
from tests.platforms.slack.standin.faults import broken, dropped, limited, refused, slow
from tests.platforms.slack.standin.reading import pictures, words


@pytest.fixture
def room(socket_room: Room) -> Room:
    """By socket: the chat is the same in both modes."""
    return socket_room


async def test_a_post_carries_its_key_twice_and_a_text_for_notifications(room: Room) -> None:
    post = await room.post("key-1")
    assert post.metadata["event_payload"] == {"key": "key-1"}
    assert len(post.client_msg_id) == 36
    assert post.text == "Question of the day"


async def test_the_same_key_posts_once(room: Room) -> None:
    first = await room.post("key-1")
    assert await room.post("key-1") is first
    assert len(room.slack.world.messages) == 1


async def test_a_lost_reply_is_not_repeated_by_itself_and_both_copies_share_the_key(
    room: Room,
) -> None:
    room.slack.faults.next("chat.postMessage", dropped())
    with pytest.raises(Unreachable):
        await room.post("key-1")
    assert len(room.slack.called("chat.postMessage")) == 1
    await room.post("key-1")
    first, second = room.slack.world.messages
    assert first.metadata == second.metadata
    assert first.client_msg_id == second.client_msg_id


async def test_a_reply_stands_in_the_thread(room: Room) -> None:
    chat = room.run.platform.chat
    ref = await chat.post(TEAM, CHANNEL, POST, key="a")
    below = await chat.reply(ref, said("The answer"), key="b")
    assert room.slack.world.message(below.message_id).thread_ts == ref.message_id
    assert below.thread_id == ref.message_id


async def test_an_edit_replaces_the_message_and_is_repeated_after_a_dropped_reply(
    room: Room,
) -> None:
    ref = await room.run.platform.chat.post(TEAM, CHANNEL, POST, key="a")
    room.slack.faults.next("chat.update", dropped())
    await room.run.platform.chat.edit(ref, said("closed"))
    assert words(room.slack.world.message(ref.message_id).blocks) == "closed"


async def test_a_deleted_message_is_gone(room: Room) -> None:
    with pytest.raises(Gone):
        await room.run.platform.chat.edit(MessageRef(TEAM, CHANNEL, "1.2"), said("closed"))


async def test_telling_somebody_writes_into_their_conversation_with_the_bot(room: Room) -> None:
    await room.run.platform.chat.tell(TEAM, GRACE, said("Still open"), key="n1")
    assert room.slack.world.messages[-1].channel == "D0GRACE"


async def test_a_deactivated_person_is_gone(room: Room) -> None:
    room.person(GRACE).deleted = True
    with pytest.raises(Gone, match="deactivated"):
        await room.run.platform.chat.tell(TEAM, GRACE, said("Still open"), key="n1")


async def test_a_channel_without_the_bot_says_how_to_invite_it(room: Room) -> None:
    await room.run.people.command(GRACE, "/quiz today")
    await room.whisper(GRACE)
    room.slack.world.channels[CHANNEL].joined = False
    with pytest.raises(Refused) as told:
        await room.post()
    assert told.value.obstacle.problem == "I can't post in #ml-study: I am not a member."
    assert told.value.obstacle.remedy == "Type `/invite @quizsheet` there."


async def test_a_deleted_or_private_channel_says_so(room: Room) -> None:
    del room.slack.world.channels[CHANNEL]
    with pytest.raises(Refused, match="it was deleted, or it is private"):
        await room.post()


async def test_an_archived_channel_says_so(room: Room) -> None:
    room.slack.world.channels[CHANNEL].archived = True
    with pytest.raises(Refused, match="archived"):
        await room.post()


async def test_a_missing_scope_says_what_to_do(room: Room) -> None:
    room.slack.faults.next("chat.postMessage", refused("missing_scope"))
    with pytest.raises(Refused, match="install the app again"):
        await room.post()


async def test_a_word_that_nobody_knows_is_about_the_message_alone(room: Room) -> None:
    room.slack.faults.next("chat.postMessage", refused("brand_new_error"))
    with pytest.raises(Unfit, match="brand_new_error"):
        await room.post()


async def test_a_short_rest_is_waited_out(room: Room) -> None:
    room.slack.faults.next("chat.postMessage", limited(1))
    await room.post()
    assert len(room.slack.world.messages) == 1


async def test_a_long_rest_is_passed_on_and_kept_for_every_channel(room: Room) -> None:
    room.slack.faults.next("chat.postMessage", limited(30))
    with pytest.raises(Busy) as busy:
        await room.post()
    assert busy.value.seconds == 30
    with pytest.raises(Busy):
        await room.run.platform.chat.post(TEAM, "C0OTHER", POST, key="b")
    assert len(room.slack.called("chat.postMessage")) == 1


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_trouble_inside_slack_is_unreachable(room: Room, status: int) -> None:
    room.slack.faults.next("chat.postMessage", broken(status))
    with pytest.raises(Unreachable):
        await room.post()


async def test_no_answer_in_time_is_unreachable(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = room.run.platform._chat._api._session
    monkeypatch.setattr(session, "_timeout", aiohttp.ClientTimeout(total=0.2))
    room.slack.faults.next("chat.postMessage", slow(1.0))
    with pytest.raises(Unreachable):
        await room.post()


@pytest.mark.parametrize("word", ["invalid_auth", "account_inactive", "token_revoked"])
async def test_a_token_that_is_no_good_any_more_is_revoked(room: Room, word: str) -> None:
    room.slack.world.tokens["xoxb-one"].state = word
    with pytest.raises(Revoked):
        await room.post()
    assert room.desk.gone[0][0] == TEAM


async def test_another_team_than_the_tokens_own_is_not_let_in(room: Room) -> None:
    with pytest.raises(Revoked):
        await room.run.platform.chat.post("slack:T0999", CHANNEL, POST, key="a")


async def test_a_picture_of_ours_is_uploaded_once_and_waited_for(room: Room) -> None:
    message = Message(
        (Section(line("Your week")), Picture("A rising line", png=b"\x89PNG data")), "Your week"
    )
    chat = room.run.platform.chat
    ref = await chat.post(TEAM, CHANNEL, message, key="a")
    assert pictures(room.slack.world.message(ref.message_id).blocks) == ("A rising line",)
    await chat.tell(TEAM, GRACE, message, key="b")
    assert len(room.slack.world.files) == 1
    (file,) = room.slack.world.files.values()
    assert file.alt == "A rising line"


async def test_a_picture_that_cannot_be_uploaded_leaves_its_words(room: Room) -> None:
    room.slack.faults.always("files.getUploadURLExternal", refused("missing_scope"))
    message = Message((Picture("A rising line", png=b"\x89PNG"),), "Your week")
    ref = await room.run.platform.chat.post(TEAM, CHANNEL, message, key="a")
    assert "A rising line" in words(room.slack.world.message(ref.message_id).blocks)


class Hourglass:
    """Seconds that pass only by sleeping."""

    def __init__(self) -> None:
        self.at = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.at += seconds
        await asyncio.sleep(0)


async def test_posts_in_one_channel_are_a_second_apart() -> None:
    glass = Hourglass()
    limit = RateLimit(6000, glass.now, glass.sleep)
    for _ in range(3):
        await limit.turn(TEAM, CHANNEL)
    assert glass.slept == [1.0, 1.0]


async def test_posts_of_one_workspace_keep_its_limit_and_a_far_turn_is_refused() -> None:
    glass = Hourglass()
    limit = RateLimit(60, glass.now, glass.sleep)
    for number in range(15):
        glass.at = 0.0
        await limit.turn(TEAM, f"C{number}")
    assert glass.slept == [1.0, 2.0, 3.0, 4.0], "ten at once and one more a second"
    glass.at = 0.0
    with pytest.raises(Busy) as busy:
        await limit.turn(TEAM, "C15")
    assert busy.value.seconds == 5.0
    await limit.turn("slack:T0999", CHANNEL)
