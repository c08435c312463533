"""Random days of several members, over the real store: what must hold, holds.

The worker dies in the middle of its steps, events come twice, time jumps, the quizmaster asks,
reveals and moves the schedule; after each event the books are checked.
"""

import os
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import pytest

from bot.model.action import Action
from bot.model.answer import Answer
from bot.model.event import Call, Event, Press, Submission
from bot.model.question import Item, Mode, Question
from bot.model.round import Round, RoundState
from bot.quiz.ports.store import StoreError
from bot.quiz.rules.scoring import ranking, tries_used
from tests.quiz.room import CHANNEL, TEAM, Room, practice, said

SEEDS = range(int(os.environ.get("RANDOM_DAYS", "4")))
EVENTS = 70
_CLOSED = (RoundState.CLOSED, RoundState.REVEALED)
MEMBERS = ("Ada", "Grace", "Edsger", "Alan", "Barbara")


def question(number: int, *items: str, mode: Mode = Mode.ALL) -> Question:
    """A question whose answers stand nowhere else."""
    return Question(
        id=f"q{number}",
        prompt=f"What belongs to topic number {number}?",
        mode=mode,
        items=tuple(Item(item) for item in items),
        topic=("Zoo", f"House {number}"),
        line=10 * number,
        hint="Think of animals.",
    )


SHEET = (
    question(1, "aardvark", "wolverine"),
    question(2, "pangolin", mode=Mode.ANY),
    question(3, "ocelot", "marmoset", "capybara"),
    question(4, "axolotl", mode=Mode.TEXT),
)
ITEMS = tuple(item.text for each in SHEET for item in each.items)


class Killed(BaseException):
    """The worker's process is gone."""


class Fatal:
    """A store that dies at a chosen write of the worker, before it or after it was made."""

    WRITES = frozenset({"plan", "close", "delivered", "postpone", "owe", "refresh_count"})

    def __init__(self, store: object, rng: Random) -> None:
        self._store = store
        self._rng = rng

    def __getattr__(self, name: str) -> object:
        inner = getattr(self._store, name)
        if name not in self.WRITES:
            return inner

        async def dying(*arguments: object) -> object:
            moment = self._rng.random()
            if moment < 0.06:
                raise Killed
            done = await inner(*arguments)
            if moment < 0.12:
                raise Killed
            if moment < 0.16:
                raise StoreError("away for a moment, after it was done")
            return done

        return dying


@dataclass(slots=True)
class Days:
    """Some days in the room, one random event after the other."""

    room: Room
    rng: Random
    typed: dict[str, list[str]] = field(default_factory=dict)
    """What each member sent, in lower case."""
    sent: list[Event] = field(default_factory=list)
    round: Round | None = None
    """One of the latest rounds, a new one before each event."""

    async def happen(self) -> None:
        """Let one thing happen."""
        name = self.rng.choice(MEMBERS)
        match self.rng.choices(
            ("answer", "type", "look", "press", "again", "time", "ask", "reveal", "move", "hide"),
            (9, 3, 4, 3, 3, 7, 1, 1, 1, 1),
        )[0]:
            case "answer" if self.round:
                await self.does(name, self.answer(name))
            case "type":
                await self.does(name, self.call(name, f"/quiz answer {self.guess()}"))
            case "look":
                await self.does(name, self.call(name, f"/lookup {self.rng.choice(ITEMS)}"))
                prompt = self.rng.choice(SHEET).prompt
                await self.does(name, self.call(name, f"/lookup {prompt}"))
            case "press" if self.round:
                verb = self.rng.choice(("answer", "hint", "me", "entry", "share", "pick"))
                what = self.rng.choice((self.round_id, *(each.id for each in SHEET)))
                await self.does(name, Press(self.room.actor(name), Action(verb, (what,))))
            case "again" if self.sent:
                event = self.rng.choice(self.sent)
                await self.does(event.actor.name, event, new=False)
            case "ask" | "reveal" as what:
                await self.does("Ada", self.call("Ada", f"/quiz {what}"))
            case "move":
                await self.move()
            case "hide":
                wanted = self.rng.choice(("on", "off"))
                await self.does(name, Press(self.room.actor(name), Action("hide", (wanted,))))
            case _:
                self.room.clock.move(minutes=self.rng.choice((1, 10, 45, 180, 500, 1440)))
        await self.work()

    @property
    def round_id(self) -> str:
        """The round that buttons and forms name."""
        return self.round.id if self.round else "nosuchround"

    def guess(self) -> str:
        """One or several items, of this question or another."""
        return ", ".join(self.rng.sample(ITEMS, self.rng.randint(1, 3)))

    def key(self) -> str:
        """A fresh event key."""
        return f"{self.rng.getrandbits(48):x}"

    def call(self, name: str, line: str) -> Call:
        """A typed command."""
        read = self.room.dispatcher.read(line)
        assert read is not None
        return Call(self.room.actor(name), read.path, read.arguments, self.key())

    def answer(self, name: str) -> Submission:
        """The form of some round, sent."""
        action = Action("send", (self.round_id, "team"))
        return Submission(self.room.actor(name), action, {"answer": self.guess()}, self.key())

    async def move(self) -> None:
        """Ada sets the quiz up anew."""
        values = {
            "opens": self.rng.choice(("08:00", "09:00", "12:30", "21:00")),
            "reveals": self.rng.choice(("08:00", "17:00", "23:59")),
            "days": "daily",
            "zone": self.rng.choice(("Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles")),
            "sheet": "ml",
        }
        action = Action("scheduled")
        await self.does("Ada", Submission(self.room.actor("Ada"), action, values, self.key()))

    async def does(self, name: str, event: Event, *, new: bool = True) -> None:
        """Hand the event in, and look at what the member is told."""
        if new:
            self.sent.append(event)
        texts = getattr(event, "values", None) or getattr(event, "arguments", None) or {}
        self.typed.setdefault(name, []).extend(str(text).lower() for text in texts.values())
        secret = await self.secrets(name)
        reply = said(await self.room.dispatcher.respond(event)).lower()
        assert "went wrong" not in reply, reply
        done = await self.secrets(name)
        mine = " ".join(self.typed[name])
        for item in secret & done:
            assert item in mine or item not in reply, f"{name} was told {item}: {reply}"

    async def secrets(self, name: str) -> set[str]:
        """The items of open questions in which a member is not done, unless the channel has seen
        their answer on an earlier day.
        """
        found: set[str] = set()
        now = self.room.clock.now()
        rounds = await self.room.store.rounds(TEAM, CHANNEL, 500)
        known = {each.question.id for each in rounds if not each.withheld(now)}
        for round_ in rounds:
            if round_.question.id in known:
                continue
            answers = await self.room.store.answers(TEAM, round_.id, name.lower())
            left = self.room.rules.tries - tries_used(answers)
            if left > 0 and not any(each.grade.score == 1 for each in answers):
                found |= {item.text for item in round_.question.items}
        return found

    async def work(self) -> None:
        """The worker works until it is done or killed; sometimes it is not there at all."""
        if self.rng.random() < 0.2:
            return
        room = self.room
        worker = room.worker
        fatal = Fatal(room.store, self.rng)
        for part in (worker.planning, worker.closing, worker.outbox):
            part._store = fatal  # type: ignore[assignment]
        try:
            for _ in range(8):
                if not await worker.step():
                    break
        except (Killed, StoreError):
            pass
        finally:
            for part in (worker.planning, worker.closing, worker.outbox):
                part._store = room.store

    async def check(self) -> None:
        """The books, and the channel."""
        room = self.room
        rounds = await room.store.rounds(TEAM, CHANNEL, 500)
        assert len({(each.local_date, each.slot) for each in rounds}) == len(rounds)
        keys = Counter(each.key for each in room.chat.posted)
        assert max(keys.values(), default=0) <= 1, "posted twice"
        answers = [a for each in rounds for a in await room.store.answers(TEAM, each.id)]
        self.check_points(answers)
        closed = {each.id for each in rounds if each.state in _CLOSED}
        await self.check_boards([each for each in answers if each.round_id in closed])
        revealed = {each.key.removeprefix("reveal-") for each in room.chat.posted}
        for round_ in rounds:
            if round_.id in revealed:
                assert round_.state in (RoundState.CLOSED, RoundState.REVEALED)
            if round_.state is RoundState.SKIPPED:
                assert not round_.answered, "answers without a reveal"

    def check_points(self, answers: list[Answer]) -> None:
        """Nobody has more than ten points of a round, nor more tries than there are."""
        points: Counter[tuple[str, str]] = Counter()
        tries: Counter[tuple[str, str]] = Counter()
        for answer in answers:
            who = (answer.round_id, answer.member_id)
            points[who] += answer.points
            tries[who] += tries_used([answer])
            assert answer.points >= 0
        assert all(0 <= each <= 10 for each in points.values())
        assert all(each <= self.room.rules.tries for each in tries.values())

    async def check_boards(self, answers: list[Answer]) -> None:
        """Every board is a sum over the answers to closed questions; those who hide are on none."""
        ever = date(2100, 1, 1)
        standings = await self.room.store.standings(TEAM, CHANNEL, None, ever)
        sums: Counter[str] = Counter()
        for answer in answers:
            sums[answer.member_id] += answer.points
        assert {each.member_id: each.points for each in standings} == {
            answer.member_id: sums[answer.member_id] for answer in answers
        }
        shown = {place.standing.member_id for place in ranking(standings)}
        assert shown == {each.member_id for each in standings if not each.hidden}


@pytest.fixture(params=SEEDS)
def rng(request: pytest.FixtureRequest) -> Random:
    """The dice of one run."""
    return Random(request.param)


async def test_whatever_happens_the_books_are_right(tmp_path: Path, rng: Random) -> None:
    async with practice(tmp_path, questions=SHEET) as room:
        days = Days(room, rng)
        for _ in range(EVENTS):
            rounds = await room.store.rounds(TEAM, CHANNEL, 3)
            if rounds:
                days.round = rng.choice(rounds)
            await days.happen()
            await days.check()
        await room.later(days=2)
        for round_ in await room.store.rounds(TEAM, CHANNEL, 500):
            if round_.closes_at < room.clock.now():
                assert round_.state in (RoundState.REVEALED, RoundState.SKIPPED)
        await days.check()
