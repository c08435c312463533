"""From a press to its dialog on Slack: 200 presses a second on one bot process.

    python -m tests.bench.slack [--http] [--strangers] [--rate 200] [--seconds 10]

The bot runs in a process of its own, with the real game over a SQLite file. The stand-in Slack
runs here, presses, and takes the time from sending a press to the arrival of its `views.open`.
The people have pressed once before; with `--strangers` the bot has never met anybody.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from asyncio.subprocess import PIPE, Process
from datetime import time as wall_clock
from datetime import timedelta
from pathlib import Path

import aiohttp
import psutil

from bot.cli.serving import settle, settled
from bot.clock import SystemClock
from bot.model.schedule import EVERY_DAY, Schedule
from bot.platforms.slack.platform import open_slack as open_room
from bot.platforms.slack.settings import Settings
from bot.quiz.ports import Chat
from bot.quiz.ports.sheets import LIBRARY
from bot.store import open_store
from tests.assembled import assembled
from tests.platforms.slack.running import BY_HTTP, BY_SOCKET, SECRET
from tests.platforms.slack.standin import People, Person, Posted, open_slack
from tests.platforms.slack.standin.people import Door
from tests.platforms.surroundings import surroundings
from tests.quiz.room import SINGLE, sheet
from tests.scheduled import scheduled

RATE, SECONDS = 200, 10
PEOPLE = 300
TEAM, CHANNEL = "slack:T0123", "C0ML"


async def bot(api: str, database: str, *, http: bool) -> None:
    """The bot's process: connects, posts a question, says so, and serves until it is ended."""
    clock = SystemClock()
    settings = Settings.read({**(BY_HTTP if http else BY_SOCKET), "QUIZSHEET_SLACK_API": api})
    assert settings is not None
    async with open_store(database) as store:
        chats: dict[str, Chat] = {}
        quiz = assembled(store, clock, chats=chats)
        given = surroundings({}, quiz.dispatcher, store, clock)
        async with open_room(settings, given) as platform:
            ready = asyncio.Event()
            serving = asyncio.create_task(platform.run(ready.set))
            await ready.wait()
            await store.save_sheet(LIBRARY, sheet(SINGLE))
            due = clock.now() - timedelta(minutes=1)
            opens, reveals = due.time().replace(microsecond=0), (due - timedelta(hours=1)).time()
            await scheduled(
                store,
                Schedule(
                    TEAM,
                    CHANNEL,
                    "ml",
                    opens,
                    wall_clock(reveals.hour, reveals.minute),
                    "UTC",
                    EVERY_DAY,
                    next_at=due,
                    channel_name="ml-study",
                ),
            )
            chats["slack"] = platform.chat
            while await quiz.worker.step():
                pass
            settle()  # as `quizsheet run` does once everything is opened
            port = platform.server.bound if platform.server else 0
            print(port, flush=True)  # noqa: T201 - what the other process waits for
            await serving


async def measure(
    rate: int, seconds: int, *, http: bool, strangers: bool
) -> tuple[list[float], float]:
    """Seconds from press to `views.open`, one for each press, ascending; and the processor
    seconds that the bot spent meanwhile.
    """
    with tempfile.TemporaryDirectory() as folder:
        async with open_slack() as slack, aiohttp.ClientSession() as session:
            database = str(Path(folder) / "bench.sqlite3")
            process = await _started(slack.base_url, database, http=http)
            try:
                assert process.stdout is not None
                port = (await process.stdout.readline()).decode().strip()
                door = Door(f"http://127.0.0.1:{port}/slack/events", SECRET) if http else None
                people = People(slack, door)
                people.session, people.patience = session, 30.0
                if not strangers:
                    await _pressed(people, rate // 5, 5 * PEOPLE // rate + 1, PEOPLE)
                    slack.calls.clear()
                spent = sum(psutil.Process(process.pid).cpu_times()[:2])
                took = await _pressed(people, rate, seconds, 0 if strangers else PEOPLE)
                return took, sum(psutil.Process(process.pid).cpu_times()[:2]) - spent
            finally:
                process.terminate()
                await process.wait()


async def _started(api: str, database: str, *, http: bool) -> Process:
    mode = ["--http"] if http else []
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bench.slack",
        "--bot",
        api,
        database,
        *mode,
        stdout=PIPE,
        env={**os.environ, "PYTHONPATH": "."},
    )


async def _pressed(people: People, rate: int, seconds: int, crowd: int) -> list[float]:
    """The times of these presses, by so many people in turn, or each by another one."""
    slack = people.slack
    post = slack.world.messages[-1]
    sent: dict[str, float] = {}
    start = time.monotonic()
    await asyncio.gather(
        *(
            _press(people, post, number % (crowd or number + 1), start + number / rate, sent)
            for number in range(rate * seconds)
        )
    )
    await slack.world.until(lambda: len(slack.called("views.open")) >= len(sent), 30)
    opened = [(call, at) for name, call, at in slack.calls if name == "views.open"]
    waits = sum("One moment" in str(call["view"]) for call, _ in opened)
    if waits:
        print(f"{waits} of {len(opened)} dialogs ask for a moment of patience")  # noqa: T201 - a benchmark prints
    arrived = {call["trigger_id"]: at for call, at in opened}
    return sorted(arrived[trigger] - at for trigger, at in sent.items())


async def _press(
    people: People, post: Posted, number: int, at: float, sent: dict[str, float]
) -> None:
    user = f"U{number:06d}"
    people.slack.world.people[user] = Person(user, f"Member {number}")
    await asyncio.sleep(max(at - time.monotonic(), 0.0))
    payload = people.pressing(user, post, "Answer")
    sent[payload["trigger_id"]] = time.monotonic()
    await people.deliver("interactive", payload)


def main() -> None:
    """Measure and print, or be the bot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--http", action="store_true", help="by HTTP instead of Socket Mode")
    parser.add_argument("--strangers", action="store_true", help="people whom nobody knows yet")
    parser.add_argument("--rate", type=int, default=RATE)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    parser.add_argument("--bot", nargs=2, metavar=("API", "DATABASE"), help=argparse.SUPPRESS)
    given, _ = parser.parse_known_args()
    if given.bot:
        with settled():
            asyncio.run(bot(*given.bot, http=given.http))
        return
    with settled():  # a pause of the one who measures would be read as one of the bot
        took, spent = asyncio.run(
            measure(given.rate, given.seconds, http=given.http, strangers=given.strangers)
        )
    mode = "HTTP" if given.http else "Socket Mode"
    points = ", ".join(
        f"p{p} {took[min(len(took) - 1, len(took) * p // 100)] * 1000:.0f} ms" for p in (50, 90, 99)
    )
    words = f"{mode}, {given.rate} presses a second, {len(took)} in all: {points}"
    each = spent / len(took) * 1000
    print(f"{words}, longest {took[-1] * 1000:.0f} ms; {each:.1f} ms of processor time each")  # noqa: T201 - a benchmark prints


if __name__ == "__main__":
    main()
