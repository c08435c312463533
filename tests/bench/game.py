"""How fast the game answers: `python -m tests.bench.game`."""

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from bot.model.action import Action
from bot.model.event import Actor, Call, Event, Press, Submission
from bot.model.message import Ask, Reply
from bot.model.question import Question
from bot.model.round import Round
from bot.quiz.ports.sheets import LIBRARY
from bot.settings import shipped
from bot.sheets import read_path
from tests.lookup.cases import CASES
from tests.quiz.room import CHANNEL, TEAM, Room, practice, said
from tests.scheduled import scheduled

MEMBERS = 64
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Measured:
    """How many events of a kind were answered in a second, and how long one took."""

    what: str
    rate: float
    """Events a second, all members together."""
    middle: float
    """Milliseconds, half of the events took less."""
    slow: float
    """Milliseconds, one event of a hundred took more."""
    outcomes: str
    """What came of them, counted."""


@asynccontextmanager
async def _quiz(folder: Path) -> AsyncIterator[Room]:
    """A room that asks from the shipped sheet, with a few questions open."""
    async with practice(folder) as room:
        sheet = read_path(shipped())
        await room.store.save_sheet(LIBRARY, sheet)
        (schedule,) = await room.store.schedules(TEAM, CHANNEL)
        asks = replace(schedule, sheet_id=sheet.id)
        await scheduled(room.store, asks)
        for number in range(ROUNDS):
            await room.services.planning.plan_extra(asks, f"bench-{number}")
        await room.work()
        for number in range(MEMBERS):
            await room.services.members.member(_member(number))
        yield room


def _member(number: int) -> Actor:
    return Actor(TEAM, CHANNEL, f"m{number}", f"Member {number}", CHANNEL)


def _words(question: Question, dice: Random) -> str:
    """An answer that is right, or one in which something lacks; one in eight is a wrong one."""
    items = [item.text for item in question.items]
    if not dice.randrange(8):
        return "no idea"
    return ", ".join(
        items if dice.randrange(2) else dice.sample(items, dice.randint(1, len(items)))
    )


Outcome = Callable[[Reply], str]
"""What came of an event, in a word; raises where the event did not do what is measured."""


def _opened(reply: Reply) -> str:
    if not isinstance(reply, Ask):
        raise TypeError(f"no form: {said(reply)}")
    return "opened"


def _graded(reply: Reply) -> str:
    words = said(reply)
    for start, outcome in (("✓", "right"), ("◐", "in part"), ("✗", "wrong")):
        if words.startswith(start):
            return outcome
    return "to be said more exactly" if "more" in words else _unmeant(words)


def _ranked(reply: Reply) -> str:
    words = said(reply)
    return f"with {words.count(' points')} members" if "1. " in words else _unmeant(words)


def _found(reply: Reply) -> str:
    words = said(reply)
    if words.startswith("Nothing on"):
        return "not found"
    return _unmeant(words) if "today's question" in words else "found"


def _unmeant(words: str) -> str:
    raise ValueError(f"this is not what is measured: {words}")


async def _measure(what: str, room: Room, events: Sequence[Event], outcome: Outcome) -> Measured:
    """Let every member do their events one after the other, all members at the same time."""
    taken: list[float] = []
    counted: Counter[str] = Counter()

    async def does(own: Sequence[Event]) -> None:
        for event in own:
            begun = time.perf_counter()
            reply = await room.dispatcher.respond(event)
            taken.append(time.perf_counter() - begun)
            # Kept replies would fill the heap that the collector walks while others are timed.
            counted[outcome(reply)] += 1

    begun = time.perf_counter()
    await asyncio.gather(*(does(events[number::MEMBERS]) for number in range(MEMBERS)))
    lasted = time.perf_counter() - begun
    taken.sort()
    half, most = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    outcomes = ", ".join(f"{count} {name}" for name, count in counted.most_common())
    return Measured(what, len(events) / lasted, half * 1000, most * 1000, outcomes)


def _answers(rounds: Sequence[Round]) -> list[Event]:
    dice = Random(1)
    return [
        Submission(
            _member(number),
            Action("send", (round_.id, TEAM.partition(":")[2])),
            {"answer": _words(round_.question, dice)},
            f"{round_.id}-{number}",
        )
        for round_ in rounds
        for number in range(MEMBERS)
    ]


def _look_ups(rounds: Sequence[Round], members: Sequence[Actor]) -> Iterator[Event]:
    """What people look up in the shipped sheet, except what would answer an open question."""
    held = {round_.question.id for round_ in rounds}
    asked = [
        case.query
        for case in CASES
        if case.sheet == "content" and case.ids and not held.intersection(case.ids)
    ]
    for number, member in enumerate(members):
        yield Call(member, ("lookup",), {"query": asked[number % len(asked)]})


async def _all(folder: Path) -> list[Measured]:
    async with _quiz(folder) as room:
        rounds = await room.store.rounds(TEAM, CHANNEL, ROUNDS)
        members = [_member(number) for _ in range(4) for number in range(MEMBERS)]
        forms: list[Event] = [Press(each, Action("answer", (rounds[0].id,))) for each in members]
        boards: list[Event] = [Call(each, ("quiz", "top")) for each in members]
        looks = list(_look_ups(rounds, members))
        measured = [
            await _measure("forms", room, forms, _opened),
            await _measure("answers, graded and committed", room, _answers(rounds), _graded),
            await _measure("look-ups", room, looks, _found),
        ]
        # Boards count what is closed.
        await room.later(hours=9)
        return [*measured, await _measure("boards", room, boards, _ranked)]


def run() -> None:
    """Print one line a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        measured = asyncio.run(_all(Path(folder)))
    asked = len(read_path(shipped()).asked)
    print(  # noqa: T201 - a table
        f"The game with {MEMBERS} members at once, on a SQLite file, over {asked} questions"
    )
    for each in measured:
        print(  # noqa: T201 - a table
            f"{each.rate:7.0f} a second  {each.middle:6.1f} ms, one in a hundred over "
            f"{each.slow:6.1f} ms  {each.what}: {each.outcomes}"
        )


if __name__ == "__main__":
    run()
