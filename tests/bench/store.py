"""What the store costs: answers recorded alone and side by side, and looking for what is due among
a thousand and a million schedules.

Ratios are what to compare; the figures themselves are those of the machine and its disk.
"""

import asyncio
import statistics
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

import pytest
from sqlalchemy import Connection, text

from bot.model.answer import Recording
from bot.store import SqlStore, open_store
from tests import postgres
from tests.store.cast import NINE, answer, posted, what_is_due

ALONE = 200
TOGETHER = 64
EACH = 25
FEW, MANY = 1_000, 1_000_000
LOOKS = 50

INTO = """INSERT INTO schedules (team_id, channel_id, slot, sheet_id, opens, reveals, zone, days,
  next_at, channel_name, made_by, paused, resting) """
FILL = {
    "sqlite": """WITH RECURSIVE s(n) AS (SELECT :first UNION ALL SELECT n + 1 FROM s WHERE n < :last)
        SELECT 'web:' || n, 'C', 'daily', 'ml', '09:00:00.000000', '17:00:00.000000', 'UTC',
          '01234', strftime('%Y-%m-%d %H:%M:%S.000000', '2026-11-24 09:00', n || ' minutes'),
          '', '', '', 0 FROM s""",
    "postgresql": """SELECT 'web:' || n, 'C', 'daily', 'ml', '09:00', '17:00', 'UTC', '01234',
          timestamptz '2026-11-24 09:00+00' + n * interval '1 minute', '', '', '', false
        FROM generate_series(CAST(:first AS int), CAST(:last AS int)) AS n""",
}


def run() -> None:
    """Measure both databases and print one table."""
    columns = [asyncio.run(measure(url)) for url in urls()]
    table = {"": ["SQLite", "PostgreSQL"][: len(columns)]}
    table |= {name: [column[name] for column in columns] for name in columns[0]}
    for name, figures in table.items():
        cells = " ".join(f"{figure:>10}" for figure in figures)
        print(f"{name:44} {cells}")  # noqa: T201 - a benchmark prints its table


def urls() -> Iterator[str]:
    """A new database of each kind; PostgreSQL only where it starts."""
    with tempfile.TemporaryDirectory() as folder:
        yield str(Path(folder) / "bench.db")
    with ExitStack() as stack:
        try:
            server = stack.enter_context(postgres.running(safe=True))
        except pytest.skip.Exception:
            return
        yield server.get_uri(stack.enter_context(postgres.database(server)))


async def measure(url: str) -> dict[str, str]:
    """The figures of one database, by name."""
    async with open_store(url) as store:
        await posted(store)
        alone = await rate(lambda: play(store, "alone", ALONE), ALONE)
        together = await rate(
            lambda: asyncio.gather(*(play(store, f"m{n}", EACH) for n in range(TOGETHER))),
            TOGETHER * EACH,
        )
        await fill(store, 1, FEW)
        few = await look(store)
        await fill(store, FEW + 1, MANY)
        many = await look(store)
    return {
        "answers a second, 1 member": f"{alone:.0f}",
        f"answers a second, {TOGETHER} members": f"{together:.0f}",
        "ratio (higher is better)": f"{together / alone:.1f}",
        f"ms to find all that is due, 50 of {FEW:,}": f"{few:.2f}",
        f"ms to find all that is due, 50 of {MANY:,}": f"{many:.2f}",
        "ratio (lower is better, 1 is ideal)": f"{many / few:.2f}",
    }


async def play(store: SqlStore, member_id: str, answers: int) -> None:
    for number in range(1, answers + 1):
        recorded = await store.record(answer(member_id, number))
        if recorded.recording is not Recording.RECORDED:
            raise ValueError(f"answer {number} of {member_id} came to {recorded.recording}")


async def rate(work: Callable[[], Awaitable[object]], done: int) -> float:
    start = perf_counter()
    await work()
    return done / (perf_counter() - start)


async def fill(store: SqlStore, first: int, last: int) -> None:
    def work(connection: Connection) -> None:
        statement = text(INTO + FILL[connection.dialect.name])
        connection.execute(statement, {"first": first, "last": last})
        connection.execute(text("ANALYZE schedules"))

    await store.database.write(work)


async def look(store: SqlStore) -> float:
    """Milliseconds, the median, of one look for what is due."""
    times = []
    for _ in range(LOOKS):
        start = perf_counter()
        assert len((await what_is_due(store, NINE.replace(hour=12), 50)).schedules) == 50
        assert await store.next_instant(frozenset({"web"})) is not None
        times.append(perf_counter() - start)
    return statistics.median(times) * 1000
