"""What it costs to accept a wording for everybody: 10,000 answers are graded again, and the answers
that members give meanwhile wait for it.

The question is a list, the dearest kind; a share of the answers hold the words that are accepted,
all of them differ.
"""

import asyncio
import gc
import statistics
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.grading import grade
from bot.model.answer import Answer
from bot.model.appeal import Draft, RulingKind
from bot.model.question import Item, Mode, Question
from bot.model.round import Round
from tests.bench.store import urls
from tests.quiz.room import CHANNEL, TEAM, Room, practice

MEMBERS = 10_000
SHARE = 0.1
"""Of the members, those whose answers hold the words."""
WORDS = "the scribing machine"
STORES = Question(
    "stores",
    "Which three services hear, speak and see?",
    Mode.ALL,
    (Item("Amazon Transcribe"), Item("Amazon Polly"), Item("Amazon Rekognition")),
)
MEANWHILE = Question("speech", "Which service speaks?", Mode.ANY, (Item("Amazon Polly"),))


def run() -> None:
    """Measure both databases and print one table."""
    print(f"{MEMBERS:,} different answers to a list of three, {SHARE:.0%} of them with the words")  # noqa: T201
    for name, url in zip(("SQLite", "PostgreSQL"), urls(), strict=False):
        for what, figure in asyncio.run(measure(url)).items():
            print(f"{name:12} {what:52} {figure:>10}")  # noqa: T201 - a benchmark prints


async def measure(url: str) -> dict[str, str]:
    """The figures of one database, by name."""
    with TemporaryDirectory() as folder:
        async with practice(Path(folder), questions=(STORES,), url=url) as room:
            await room.later(hours=1)
            asked = await room.round()
            await said_by_all(room, asked)
            await room.brings(STORES, MEANWHILE)
            # Left out as what stands at the start is by `quizsheet run`.
            gc.collect()
            gc.freeze()
            alone = await answering(room, 100)
            first = await room.store.answers(TEAM, asked.id, "m00000")
            await room.services.appealing.appeal(room.actor("m00000"), first[0], "")
            ((case,), _) = await room.store.open_cases(TEAM, 1)
            draft, ada = Draft(WORDS, "Amazon Transcribe"), room.actor("Ada")
            begun = perf_counter()
            forecast = await room.services.judging.forecast(ada, case, draft)
            shown = perf_counter() - begun
            waits = asyncio.create_task(answering(room, 10_000))
            begun = perf_counter()
            _, effects = await room.services.judging.decide(
                ada, case, RulingKind.EVERYBODY, "", draft
            )
            done = perf_counter() - begun
            waits.cancel()
            with suppress(asyncio.CancelledError):
                await waits
            return {
                "what would follow is shown, seconds": f"{shown:.2f}",
                "accepted and carried out, seconds": f"{done:.2f}",
                "members whose points it changed": f"{len(effects):,} of {forecast.members:,}",
                "an answer alone, ms: half, 99 of 100": percentiles(alone),
                "an answer meanwhile, ms: half, 99 of 100": percentiles(MEANWHILE_TIMES),
            }


MEANWHILE_TIMES: list[float] = []


async def said_by_all(room: Room, asked: Round) -> None:
    """Everybody answers, each in other words."""
    ready = (await room.services.library.prepared(asked)).plain
    holding = int(MEMBERS * SHARE)

    async def one(number: int) -> None:
        first = WORDS if number < holding else "Amazon Kendra"
        text = f"{first}, Amazon Polly, camera number {number}"
        await room.store.record(
            Answer(
                team_id=TEAM,
                round_id=asked.id,
                channel_id=CHANNEL,
                local_date=asked.local_date,
                member_id=f"m{number:05d}",
                member_name=f"M{number}",
                number=1,
                text=text,
                grade=grade(ready, text),
                said_at=room.clock.now(),
                points=3,
                key=f"k{number}",
            )
        )

    for start in range(0, MEMBERS, 500):
        await asyncio.gather(*(one(number) for number in range(start, start + 500)))


async def answering(room: Room, times: int) -> list[float]:
    """People answer one after the other; how long each waited, in ms."""
    MEANWHILE_TIMES.clear()
    for number in range(times):
        name = f"Guest{perf_counter()}-{number}"
        begun = perf_counter()
        await room.types(name, "/quiz answer Amazon Polly")
        MEANWHILE_TIMES.append((perf_counter() - begun) * 1000)
        await asyncio.sleep(0.005)
    return list(MEANWHILE_TIMES)


def percentiles(times: list[float]) -> str:
    """Half of them were at most this long, and 99 of 100 this."""
    if len(times) < 2:
        return "none"
    cuts = statistics.quantiles(times, n=100)
    return f"{cuts[49]:.0f}, {cuts[98]:.0f}"
