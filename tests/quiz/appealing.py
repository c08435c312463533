"""A room in which one question was just asked, and what members and quizmasters do about grades."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model.message import Ask, Message, Reply, Say
from bot.model.question import Item, Mode, Question
from tests.quiz.room import CHANNEL, TEAM, Room, practice, said, words

SPEECH = Question(
    id="speech",
    prompt="Which service turns speech into text?",
    mode=Mode.ANY,
    items=(Item("Amazon Transcribe"),),
    line=12,
    hint="It writes down.",
)
LISTED = Question(
    id="stores",
    prompt="Name three stores.",
    mode=Mode.ALL,
    items=(Item("bucket"), Item("table"), Item("queue")),
)
SCRIBE = "the scribing machine"


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    """A room in which the question about speech has just been posted."""
    async with practice(tmp_path, questions=(SPEECH,)) as room:
        await room.later(hours=1)
        yield room


def shown(reply: Reply) -> Message:
    """The message of a reply."""
    assert isinstance(reply, Say), reply
    return reply.message


async def answered(room: Room, name: str, text: str) -> Message:
    """Somebody answers and reads the grade."""
    reply = await room.presses(name, room.question.message, "Answer")
    assert isinstance(reply, Ask), said(reply)
    return shown(await room.sends(name, reply.form.action, {"answer": text}))


async def appeals(room: Room, name: str, grade: Message, why: str = "") -> str:
    """Somebody says that they were right."""
    reply = await room.presses(name, grade, "I was right")
    assert isinstance(reply, Ask), said(reply)
    return said(await room.sends(name, reply.form.action, {"why": why}))


async def wronged(room: Room, name: str = "Grace", text: str = SCRIBE) -> str:
    """Somebody answers, is graded wrong, and appeals."""
    return await appeals(room, name, await answered(room, name, text))


async def listed(room: Room, name: str = "Ada") -> Message:
    """What waits for a quizmaster."""
    return shown(await room.types(name, "/quizmaster appeals"))


async def waiting(room: Room, name: str = "Ada") -> Message:
    """What waits first for a quizmaster, with the sheet's answer also where they still play."""
    page = await listed(room, name)
    if "[Show" in words(page):
        return shown(await room.presses(name, page, "Show"))
    return page


async def accepts(room: Room, name: str = "Ada") -> str:
    """A quizmaster accepts what waits first for everybody, without changing the words."""
    preview = shown(await room.presses(name, await waiting(room, name), "Accept for everybody"))
    return said(await room.presses(name, preview, "Accept for everybody"))


async def decides(room: Room, label: str, word: str = "", name: str = "Ada") -> str:
    """A quizmaster decides about one answer."""
    reply = await room.presses(name, await waiting(room, name), label)
    assert isinstance(reply, Ask), said(reply)
    return said(await room.sends(name, reply.form.action, {"word": word}))


def told(room: Room, name: str) -> list[str]:
    """What somebody was told in private, in its order."""
    return [message for who, message in room.chat.told if who == name.lower()]


async def points(room: Room, name: str) -> int:
    """The points of a member, by the ledger."""
    today = (await room.round()).local_date
    sums = await room.store.standings(TEAM, CHANNEL, None, today, name.lower(), live=False)
    found = [each for each in sums if each.member_id == name.lower()]
    return sum(each.points + each.open_points for each in found)
