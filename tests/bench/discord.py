"""From a press to its modal on Discord: 200 presses a second on one bot process.

The bot runs here, over a SQLite file; the stand-in Discord runs in a process of its own and takes
the times, from sending the press to receiving the modal.
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from time import process_time
from typing import Any, TypeAlias

from bot.cli.serving import settled
from bot.clock import SystemClock
from bot.model.action import Action
from bot.model.message import Ask, Button, Buttons, Form, Message, Section, TextInput
from bot.model.schedule import EVERY_DAY, Schedule
from bot.model.text import line
from bot.platforms.discord import connect
from bot.platforms.platform import Platform, Responder
from bot.quiz.ports import Chat
from bot.quiz.ports.sheets import LIBRARY
from bot.store import SqlStore, open_store
from tests.assembled import assembled
from tests.platforms.desk import HandDesk
from tests.platforms.discord.standin import StandIn, standing_in
from tests.platforms.discord.standin.responses import FIRST, MODAL
from tests.platforms.discord.standin.server import pointed_at
from tests.platforms.discord.standin.world import Person
from tests.platforms.running import running
from tests.platforms.surroundings import surroundings
from tests.quiz.room import sheet
from tests.scheduled import scheduled

RATE = int(os.environ.get("RATE", "200"))
"""Presses a second."""
SECONDS = 10
PEOPLE = 100
"""All known to the bot: each has pressed once before, at a tenth of the rate."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the stand-in is, and what the bot must know of it."""

    address: str
    token: str
    guild_id: str
    channel_id: str


def main() -> None:
    """Measure and print: the adapter over a responder that knows the form, and the whole game."""
    for name, serve in (("the adapter alone", _at_hand), ("the whole game over SQLite", _game)):
        with settled():
            measured, cpu = asyncio.run(_measure(serve))
        times = sorted(measured)
        cuts = statistics.quantiles(times, n=100)
        shown = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "max": times[-1]}
        figures = ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in shown.items())
        each = cpu / (PEOPLE + len(times)) * 1000
        print(f"{name}, {len(times)} presses at {RATE}/s: {figures}")  # noqa: T201 - a benchmark prints
        print(f"  processor time of the bot for each press: {each:.1f} ms")  # noqa: T201 - a benchmark prints


async def _measure(serve: "Serve") -> tuple[list[float], float]:
    """The times of the presses and the processor time of this process, in seconds."""
    standin = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.discord", stdin=PIPE, stdout=PIPE
    )
    place = Place(**await _line(standin))
    with tempfile.TemporaryDirectory() as folder, pointed_at(place.address):
        async with open_store(str(Path(folder) / "quiz.db")) as store:
            cpu = await serve(place, standin, store)
        times: list[float] = await _line(standin)
    await standin.wait()
    return times, cpu


async def _line(standin: Process) -> Any:
    assert standin.stdout is not None
    return json.loads(await standin.stdout.readline())


async def _at_hand(place: Place, standin: Process, store: SqlStore) -> float:
    form = Form(
        "Your answer",
        Action("send", ("r1",)),
        (TextInput("answer", "Answer", lines=3),),
        (Section(line("Which built-in algorithms train on a single instance only?")),),
    )
    responder = HandDesk(answer=lambda _: Ask(form))
    async with _connected(place, responder, store) as platform:
        button = Buttons((Button("Answer", Action("answer", ("r1",))),))
        message = Message((Section(line("Which one?")), button), "Question")
        await platform.chat.post(f"discord:{place.guild_id}", place.channel_id, message, key="k")
        return await _until_done(standin)


async def _game(place: Place, standin: Process, store: SqlStore) -> float:
    await store.save_sheet(LIBRARY, sheet())
    chats: dict[str, Chat] = {}
    quiz = assembled(store, SystemClock(), chats=chats)
    async with _connected(place, quiz.dispatcher, store) as platform:
        await scheduled(store, _due_now(place))
        chats["discord"] = platform.chat
        while await quiz.worker.step():
            pass
        return await _until_done(standin)


Serve: TypeAlias = Callable[[Place, Process, SqlStore], Awaitable[float]]


@asynccontextmanager
async def _connected(
    place: Place, responder: Responder, store: SqlStore
) -> AsyncIterator[Platform]:
    context = connect(surroundings({"DISCORD_TOKEN": place.token}, responder, store, SystemClock()))
    assert context is not None
    async with context as platform, running(platform):
        yield platform


async def _until_done(standin: Process) -> float:
    """Let people press, and return the processor time that it took here, in seconds."""
    assert standin.stdin is not None
    began = process_time()
    standin.stdin.write(b"go\n")
    await standin.stdin.drain()
    await standin.wait()
    return process_time() - began


def _due_now(place: Place) -> Schedule:
    now = datetime.now(UTC)
    schedule = Schedule(
        team_id=f"discord:{place.guild_id}",
        channel_id=place.channel_id,
        sheet_id="ml",
        opens=now.time().replace(microsecond=0),
        reveals=time((now.hour + 12) % 24),
        zone="UTC",
        days=EVERY_DAY,
    )
    return replace(schedule, next_at=now - timedelta(seconds=1))


async def _stand_in() -> None:
    """The other process: Discord, and everybody in it."""
    async with standing_in() as standin:
        place = [standin.address, standin.token, standin.guild.id, standin.channel.id]
        names = ("address", "token", "guild_id", "channel_id")
        print(json.dumps(dict(zip(names, place, strict=True))), flush=True)  # noqa: T201 - to the other process
        await asyncio.to_thread(sys.stdin.readline)
        times = await _presses(standin)
        standin.judge()
        print(json.dumps(times), flush=True)  # noqa: T201 - to the other process


async def _presses(standin: StandIn) -> list[float]:
    people = [standin.world.add_person(f"P{n}") for n in range(PEOPLE)]
    await _press(standin, people, RATE / 10)
    return await _press(standin, [people[n % PEOPLE] for n in range(RATE * SECONDS)], RATE)


async def _press(standin: StandIn, people: list[Person], rate: float) -> list[float]:
    """Presses at even distances, whether or not the ones before were answered: their times."""
    (post,) = standin.world.visible(standin.channel.id)
    custom_id = post.payload["components"][0]["components"][0]["custom_id"]
    loop, sent = asyncio.get_running_loop(), []
    began = loop.time()
    for number, person in enumerate(people):
        await asyncio.sleep(max(0.0, began + number / rate - loop.time()))
        data = standin.acts.press_data(custom_id)
        sent.append(await standin.acts.begin(person, standin.channel, 3, data, post))
    await asyncio.wait([interaction.outcome for interaction in sent], timeout=10)
    # What was not answered in Discord's 3 s counts with all of them.
    return [
        interaction.answered_at - interaction.at if interaction.response == MODAL else FIRST
        for interaction in sent
    ]


if __name__ == "__main__":
    asyncio.run(_stand_in())
