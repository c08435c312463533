"""How fast the game answers: `python -m tests.bench.game`."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from bot.model.action import Action
from bot.model.event import Actor, Call, Event, Press, Submission
from bot.model.message import Ask, Say
from bot.model.question import Question
from bot.model.round import Round
from bot.quiz.ports.store import LIBRARY
from bot.settings import shipped
from bot.sheets import read_path
from tests.quiz.room import CHANNEL, TEAM, Room, practice

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


@asynccontextmanager
async def _quiz(folder: Path) -> AsyncIterator[Room]:
    """A room that asks from the shipped sheet, with a few questions open."""
    async with practice(folder) as room:
        sheet = read_path(shipped())
        await room.store.save_sheet(LIBRARY, sheet)
        (schedule,) = await room.store.schedules(TEAM, CHANNEL)
        asks = replace(schedule, sheet_id=sheet.id)
        for number in range(ROUNDS):
            await room.services.planning.plan_extra(asks, f"bench-{number}")
        await room.work()
        for number in range(MEMBERS):
            await room.services.members.member(_member(number))
        yield room


def _member(number: int) -> Actor:
    return Actor(TEAM, CHANNEL, f"m{number}", f"Member {number}", CHANNEL)


def _words(question: Question, dice: Random) -> str:
    items = [item.text for item in question.items]
    return ", ".join(dice.sample(items, dice.randint(1, len(items))))


async def _measure(
    what: str, room: Room, events: Sequence[Event], fits: type[Say] | type[Ask]
) -> Measured:
    """Let every member do their events one after the other, all members at the same time."""
    taken: list[float] = []

    async def does(own: Sequence[Event]) -> None:
        for event in own:
            begun = time.perf_counter()
            reply = await room.dispatcher.respond(event)
            taken.append(time.perf_counter() - begun)
            if not isinstance(reply, fits):
                raise TypeError(f"{what} got {reply}")

    begun = time.perf_counter()
    await asyncio.gather(*(does(events[number::MEMBERS]) for number in range(MEMBERS)))
    lasted = time.perf_counter() - begun
    taken.sort()
    half, most = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    return Measured(what, len(events) / lasted, half * 1000, most * 1000)


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


async def _all(folder: Path) -> list[Measured]:
    async with _quiz(folder) as room:
        rounds = await room.store.rounds(TEAM, CHANNEL, ROUNDS)
        members = [_member(number) for _ in range(4) for number in range(MEMBERS)]
        forms: list[Event] = [Press(each, Action("answer", (rounds[0].id,))) for each in members]
        boards: list[Event] = [Call(each, ("quiz", "top")) for each in members]
        looks: list[Event] = [
            Call(each, ("lookup",), {"query": "random cut forest"}) for each in members
        ]
        return [
            await _measure("forms opened", room, forms, Ask),
            await _measure("answers, graded and committed", room, _answers(rounds), Say),
            await _measure("boards", room, boards, Say),
            await _measure("look-ups", room, looks, Say),
        ]


def run() -> None:
    """Print one line a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        measured = asyncio.run(_all(Path(folder)))
    print(f"The game with {MEMBERS} members at once, on a SQLite file")  # noqa: T201 - a table
    for each in measured:
        print(  # noqa: T201 - a table
            f"{each.rate:7.0f} a second  {each.middle:6.1f} ms, one in a hundred over "
            f"{each.slow:6.1f} ms  {each.what}"
        )


if __name__ == "__main__":
    run()
