"""Plays a day and reads aloud what is said to whom: `python -m tests.quiz.aloud`.

For whoever works on the wording: every message stands here as people get it.
"""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from bot.model.action import Action
from bot.model.message import Amend, Ask, Form, Message, Reply, Say
from bot.quiz.ports.chat import Refused, Unreachable
from bot.quiz.ports.sheets import LIBRARY
from bot.quiz.rules.calendar import next_opening
from tests.quiz.room import CHANNEL, SINGLE, TEAM, TERM, Room, practice, said, sheet, words
from tests.scheduled import scheduled

RIGHT = "object2vec, blazing text, knn, k-means"


def _aloud(who: str, message: Message) -> None:
    lines = "\n".join(f"    {line}" for line in words(message).splitlines())
    print(f"{who}\n{lines}\n    ({message.summary})\n")  # noqa: T201 - that is what it is for


def _form(form: Form) -> Message:
    labels = " · ".join(field.label for field in form.inputs)
    return Message(form.blocks, f"form “{form.title}”: {labels} [{form.submit}]")


def _hear(who: str, reply: Reply) -> None:
    match reply:
        case Ask(form):
            _aloud(f"→ {who}", _form(form))
        case Amend():
            _aloud(f"→ {who}, in the form", Message((), said(reply)))
        case _ if isinstance(reply, Say):
            seen = "" if reply.visibility.value == "only you" else " (everyone sees it)"
            _aloud(f"→ {who}{seen}", reply.message)


class Day:
    """A room whose every word is read aloud."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._heard = 0
        self._told = 0

    async def types(self, name: str, line: str) -> Reply:
        """Somebody types a command."""
        print(f"{name}: {line}")  # noqa: T201 - that is what it is for
        reply = await self.room.types(name, line)
        _hear(name, reply)
        return reply

    async def answers(self, name: str, text: str) -> None:
        """Somebody sends the form of the newest question."""
        print(f"{name} answers: {text}")  # noqa: T201 - that is what it is for
        action = Action("send", ((await self.room.round()).id, TEAM.partition(":")[2]))
        _hear(name, await self.room.sends(name, action, {"answer": text}))

    async def later(self, **how_far: float) -> None:
        """Time passes; what is posted and told is read."""
        await self.room.later(**how_far)
        print(f"--- {self.room.clock.now():%a %H:%M} UTC")  # noqa: T201 - that is what it is for
        for posted in self.room.chat.posted[self._heard :]:
            _aloud("# the channel" + (", in the thread" if posted.under else ""), posted.message)
        for who, what in self.room.chat.told[self._told :]:
            lines = "\n".join(f"    {line}" for line in what.splitlines())
            print(f"→ {who}, in private\n{lines}\n")  # noqa: T201 - that is what it is for
        self._heard, self._told = len(self.room.chat.posted), len(self.room.chat.told)


async def _set_up(day: Day) -> None:
    await day.types("Grace", "/quiz today")
    await day.types("Grace", "/quizmaster schedule")
    asked = await day.types("Ada", "/quizmaster schedule")
    assert isinstance(asked, Ask)
    values = {"opens": "9", "reveals": "5pm", "days": "mon-fri", "zone": "berlin", "sheet": "ml"}
    wrong = values | {"opens": "nine", "days": "never", "zone": "Middle Earth", "sheet": "?"}
    _hear("Ada", await day.room.sends("Ada", asked.form.action, wrong))
    _hear("Ada", await day.room.sends("Ada", asked.form.action, values))
    for line in ("/quizmaster", "/quiz sheet", "/quiz schedule", "/quiz sheets"):
        await day.types("Ada", line)
    await day.types("Ada", "/quizmaster sheet Nothing")
    for line in (
        "/quiz help",
        "/quiz dance",
        "/quiz tpo",
        "/quizmaster",
        "/quiz top century",
        "/quiz top",
    ):
        await day.types("Grace", line)


async def _play(day: Day) -> None:
    room = day.room
    await day.later(hours=1)
    await room.store.save_sheet(LIBRARY, sheet(SINGLE, TERM))
    post = room.question.message
    for label in ("Answer", "Hint"):
        _hear("Grace", await room.presses("Grace", post, label))
    await day.types("Grace", "/quiz today")
    for text in (" ", "k-means, Object2Vec, XGBoost", "k-means, Object2Vec, XGBoost", RIGHT):
        await day.answers("Grace", text)
    await day.answers("Grace", "DeepAR")
    for name in ("Edsger", "Alan", "Barbara"):
        await day.answers(name, "DeepAR")
    await day.answers("Edsger", "Linear Learner")
    await day.types("Edsger", "/quiz today")
    for line in ("/lookup single instance", "/lookup vacation policy", "/lookup horovod"):
        await day.types("Alan", line)
    card = await room.types("Alan", "/lookup horovod")
    assert isinstance(card, Say)
    _hear("Alan", await room.presses("Alan", card.message, "Share"))
    _hear("Edsger", await room.acts("Edsger", Action("share", (SINGLE.id,))))
    for line in ("/quiz me", "/quiz me edsger", "/quiz me nobody", "/quiz top"):
        await day.types("Grace", line)
    mine = await room.types("Barbara", "/quiz me")
    assert isinstance(mine, Say)
    for label in ("Remind me", "Hide me"):
        _hear("Barbara", await room.presses("Barbara", mine.message, label))
    other = await room.types("Linus", "/quiz me")
    assert isinstance(other, Say)
    await room.presses("Linus", other.message, "Remind me")
    await day.later(hours=7)
    await day.later(hours=1)
    _aloud("# the post, closed", room.question.message)
    for name in ("Linus", "Grace"):
        _hear(name, await room.presses(name, post, "Answer"))
    action = Action("send", ((await room.round()).id, "team"))
    _hear("Linus", await room.sends("Linus", action, {"answer": "k-means"}))


async def _manage(day: Day) -> None:
    room = day.room
    reply = await day.types("Grace", "/quiz suggest")
    assert isinstance(reply, Ask)
    neat = {"question": "What does RCF stand for?", "answer": "Random Cut Forest", "source": ""}
    _hear("Grace", await room.sends("Grace", reply.form.action, {"question": "?", "answer": ""}))
    _hear("Grace", await room.sends("Grace", reply.form.action, neat))
    await day.later(seconds=1)
    accept = room.chat.buttons[-1][0].action
    for name in ("Grace", "Ada", "Ada"):
        _hear(name, await room.acts(name, accept))
    await day.later(seconds=1)
    asked = await room.points("Grace", room.question, "Report this question")
    _hear("Grace", asked)
    assert isinstance(asked, Ask)
    _hear("Grace", await room.sends("Grace", asked.form.action, {"words": "A typo in it."}))
    for line in (
        "/quizmaster appoint grace",
        "/quizmaster appoint nobody",
        "/quizmaster ask",
        "/quizmaster reveal",
    ):
        await day.types("Ada", line)
        await day.later(minutes=1)
    await day.types("Ada", "/quizmaster reveal")
    form = await room.types("Ada", "/quizmaster schedule")
    assert isinstance(form, Ask)
    await day.types("Alan", "/quiz me")
    await day.types("Ada", "/quizmaster appoint alan")
    _hear("Ada", await room.acts("Ada", Action("pause")))
    await day.types("Alan", "/quizmaster pause")
    late = {"opens": "10", "reveals": "17", "days": "weekdays", "zone": "Berlin", "sheet": "ml"}
    _hear("Ada", await room.sends("Ada", form.form.action, late))
    await day.types("Ada", "/quizmaster sheet ML on AWS")
    await day.types("Grace", "/quiz today")


async def _appeals(day: Day) -> None:
    """Grace and Alan say the same, Grace says that it is right, Ada decides; a report, the log."""
    room = day.room
    claim = "Object2Vec, BlazingText, k-NN, nearby middles"
    await room.types("Ada", "/quizmaster resume")
    await room.types("Ada", "/quizmaster ask")
    await day.later(minutes=1)
    for name in ("Alan", "Grace"):
        grade = await room.types(name, f"/quiz answer {claim}")
    assert isinstance(grade, Say)
    _hear("Grace", grade)
    form = await room.presses("Grace", grade.message, "I was right")
    _hear("Grace", form)
    assert isinstance(form, Ask)
    _hear("Grace", await room.sends("Grace", form.form.action, {"why": "We call it so."}))
    await day.later(seconds=1)
    asked = await room.points("Alan", room.question, "Report this question")
    assert isinstance(asked, Ask)
    _hear("Alan", await room.sends("Alan", asked.form.action, {"kind": "unclear", "words": "Eh?"}))
    page = await day.types("Ada", "/quizmaster appeals")
    assert isinstance(page, Say)
    _hear("Ada", await room.presses("Ada", page.message, "Void this round (3)"))
    page = await room.presses("Ada", page.message, "Show (1)")
    assert isinstance(page, Say)
    _hear("Ada", page)
    _hear("Ada", await room.presses("Ada", page.message, "Decline"))
    preview = await room.presses("Ada", page.message, "Accept for everybody")
    assert isinstance(preview, Say)
    _hear("Ada", preview)
    _hear("Ada", await room.presses("Ada", preview.message, "Change words"))
    done = await room.presses("Ada", preview.message, "Accept for everybody")
    assert isinstance(done, Say)
    _hear("Ada", done)
    await day.later(seconds=1)
    for line in ("/quizmaster phrases", "/quizmaster log", "/quizmaster insights"):
        await day.types("Ada", line)
    _hear("Ada", await room.presses("Ada", done.message, "Undo"))
    await day.later(seconds=1)
    await day.types("Ada", "/quizmaster correct grace -2 sent twice")
    await day.types("Ada", "/quizmaster aside")
    await day.types("Ada", "/quizmaster appeals here")
    await day.types("Ada", "/quizmaster appeals private")


async def _trouble(day: Day) -> None:
    room = day.room
    (resting,) = await room.store.schedules(TEAM, CHANNEL)
    tomorrow = next_opening(resting, room.clock.now())
    await scheduled(room.store, replace(resting, next_at=tomorrow, paused=""))
    room.chat.failures = [
        Refused("I can't post in #ml-study: I am not a member.", "Type `/invite @quizsheet` there.")
    ]
    await day.later(hours=16)
    room.chat.failures = [Unreachable("down")] * 400
    await day.later(days=1, hours=10)
    room.chat.failures = []
    await day.later(hours=6)
    await day.later(days=3)
    for action in (Action("answer", ("gone",)), Action("gone"), Action("entry", ("gone",))):
        _hear("Grace", await room.acts("Grace", action))

    async def broken(*_: object) -> None:
        raise OSError("the disk is full")

    room.store.live_questions = broken  # type: ignore[method-assign,assignment]  # to hear it
    await day.types("Grace", "/quiz answer k-means")


async def main() -> None:
    """One day, from the set-up to what goes wrong."""
    with tempfile.TemporaryDirectory() as folder:
        async with practice(Path(folder), questions=(SINGLE,), scheduled=False) as room:
            day = Day(room)
            await room.services.members.member(room.actor("Ada"))
            await _set_up(day)
            await _play(day)
            await _manage(day)
            await _appeals(day)
            await _trouble(day)


if __name__ == "__main__":
    asyncio.run(main())
