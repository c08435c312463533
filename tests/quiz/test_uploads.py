"""A quizmaster brings a sheet in chat: a file, a preview, one press."""

from pathlib import Path

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.event import Call, Submission
from bot.model.message import Ask, Document, FileInput, Reply, Say
from tests.quiz.room import TEAM, Room, said

OURS = b"""# Team facts

Q. What is our error budget?
- 0.1 %

Q. Which regions do we run in?
- Frankfurt
- Dublin

Q. What is still open?
"""


async def hands_over(room: Room, name: str, file: Attachment) -> Reply:
    """Somebody uses /quizmaster upload with a file."""
    return await room.dispatcher.respond(
        Call(room.actor(name), ("quizmaster", "upload"), {}, files={"file": file})
    )


async def test_a_file_gets_a_preview_and_changes_nothing(room: Room) -> None:
    reply = said(await hands_over(room, "Ada", Attachment.of("our-team.md", OURS)))
    assert "2 questions in 1 topic." in reply
    assert "What is our error budget? 0.1 %" in reply
    assert "1 problem" in reply
    assert "line 10" in reply
    assert "[Take it] [Leave it]" in reply
    assert await room.store.sheets(TEAM) == ()


async def test_taken_it_can_be_used_in_the_channel_at_a_press(room: Room) -> None:
    preview = await hands_over(room, "Ada", Attachment.of("our-team.md", OURS))
    assert isinstance(preview, Say)
    ready = await room.presses("Ada", preview.message, "Take it")
    assert isinstance(ready, Say)
    assert "is ready, with 2 questions." in said(ready)
    used = said(await room.presses("Ada", ready.message, "Use it"))
    assert "The quiz will run in #ml-study" in used
    await room.later(hours=1)
    assert room.question.message.summary.removeprefix("Question of the day: ") in (
        "What is our error budget?",
        "Which regions do we run in?",
    )


async def test_bringing_it_again_says_what_changed_and_keeps_history(room: Room) -> None:
    preview = await hands_over(room, "Ada", Attachment.of("our-team.md", OURS))
    assert isinstance(preview, Say)
    await room.presses("Ada", preview.message, "Take it")
    before = await room.store.sheet(TEAM, "our-team")
    again = OURS.replace(b"What is our error budget?", b"What is our monthly error budget?")
    reply = await hands_over(room, "Ada", Attachment.of("our-team.md", again))
    assert "1 reworded" in said(reply)
    assert isinstance(reply, Say)
    await room.presses("Ada", reply.message, "Take it")
    after = await room.store.sheet(TEAM, "our-team")
    assert before is not None
    assert after is not None
    assert [q.id for q in before.questions] == [q.id for q in after.questions]


async def test_left_it_is_gone(room: Room) -> None:
    preview = await hands_over(room, "Ada", Attachment.of("our-team.md", OURS))
    assert isinstance(preview, Say)
    assert "Left out." in said(await room.presses("Ada", preview.message, "Leave it"))
    assert await room.store.sheets(TEAM) == ()


async def test_without_a_file_a_form_asks_for_one(room: Room) -> None:
    reply = await room.types("Ada", "/quizmaster upload")
    assert isinstance(reply, Ask)
    (field,) = reply.form.inputs
    assert isinstance(field, FileInput)
    sent = Submission(
        room.actor("Ada"), reply.form.action, {}, files={"file": Attachment.of("a.md", OURS)}
    )
    assert "2 questions" in said(await room.dispatcher.respond(sent))


async def test_members_cannot_bring_sheets(room: Room) -> None:
    file = Attachment.of("our-team.md", OURS)
    assert "is for quizmasters" in said(await hands_over(room, "Grace", file))
    sent = Submission(room.actor("Grace"), Action("uploaded"), {}, files={"file": file})
    assert "is for quizmasters" in said(await room.dispatcher.respond(sent))


async def test_a_file_that_is_too_large_is_not_read(room: Room) -> None:
    reply = said(await hands_over(room, "Ada", Attachment("big.md", b"", 2_000_000)))
    assert "big.md is larger than 1 MB, so it was not read." in reply


async def test_a_file_without_questions_changes_nothing_and_says_how_to_write_one(
    room: Room,
) -> None:
    reply = said(await hands_over(room, "Ada", Attachment.of("notes.md", b"Just a few notes.")))
    assert "I found no question with an answer in notes.md" in reply
    assert "begins with Q." in reply


async def test_too_many_questions_are_refused(room: Room) -> None:
    many = b"".join(b"Q. What is %d?\n- it is %d\n\n" % (n, n) for n in range(5001))
    reply = said(await hands_over(room, "Ada", Attachment.of("many.md", many)))
    assert "5,000 are the most" in reply


async def test_a_path_in_a_file_name_goes_nowhere(room: Room, tmp_path: Path) -> None:
    reply = await hands_over(room, "Ada", Attachment.of("../../etc/passwd.md", OURS))
    assert isinstance(reply, Say)
    assert "2 questions" in said(reply)


def document(reply: Reply) -> Attachment:
    """The file in a reply."""
    assert isinstance(reply, Say), said(reply)
    (found,) = [block.file for block in reply.message.blocks if isinstance(block, Document)]
    return found


async def test_a_sheet_is_taken_along_as_a_file_that_can_be_brought_again(room: Room) -> None:
    file = document(await room.types("Ada", "/quizmaster export markdown"))
    assert file.name == "ml-on-aws.md"
    assert b"Q. Which built-in algorithms" in file.content
    assert "1 question in 1 topic" in said(await hands_over(room, "Ada", file))


async def test_suggestions_that_were_accepted_go_along(room: Room) -> None:
    form = await room.types("Grace", "/quiz suggest")
    assert isinstance(form, Ask)
    neat = {"question": "What does RCF stand for?", "answer": "Random Cut Forest"}
    await room.sends("Grace", form.form.action, neat)
    await room.work()
    await room.acts("Ada", room.chat.buttons[-1][0].action)
    file = document(await room.types("Ada", "/quizmaster export"))
    assert b"What does RCF stand for?" in file.content


async def test_an_unknown_format_names_the_known_ones(room: Room) -> None:
    reply = said(await room.types("Ada", "/quizmaster export papyrus"))
    assert "format can be markdown" in reply
    assert "papyrus" in reply


async def test_members_cannot_export(room: Room) -> None:
    assert "is for quizmasters" in said(await room.types("Grace", "/quizmaster export"))
