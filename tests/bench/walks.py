"""How far data walks through the house: six ways on three platforms, counted from outside.

    python -m tests.bench walks [--json | --write]

The real clients of the platforms talk over real sockets to the stand-ins of `tests/platforms`, over
the real store in a SQLite file. Days of one question are played: the first warms everything up, and
each way is then counted on three days; the middle is shown, and a note where they differ. Counted is
what runs below `bot/` from the stimulus until its effect is seen and everything is quiet again:
files, calls and rooms as `tracing` defines them, transactions that read and that write as
`transactions` does. While members act the worker rests. Where the worker is the way, it has first
done everything else that was due; then time passes, and its steps count, the last of which finds
nothing more to do.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.bench.tracing import Trace
from tests.bench.walker import RIGHT, STAGES, Walker, opened
from tests.bench.walks_table import Count, Table, as_json, before, markdown, middle, write
from tests.platforms.stage import Dialog, Seen

DAYS = 3
ROOT = Path(__file__).parents[2]


async def _day(walker: Walker) -> None:
    """One question, from half an hour before its time to its reveal."""
    stage = walker.stage
    await walker.work(minutes=30)
    known = {post.id for post in await stage.channel()}
    post = await walker.count(
        "plan and post", walker.due(lambda seen: seen.id not in known, minutes=30)
    )
    assert isinstance(post, Seen)
    form = await walker.count("press → form", stage.press("edsger", post, "Answer"))
    assert isinstance(form, Dialog), form
    (name,) = form.inputs
    right = next(answer for words, answer in RIGHT.items() if words in post.text)
    grade = await walker.count("answer form → grade", stage.send("edsger", form, {name: right}))
    assert "Correct: 10 points" in grade.text, grade
    found = await walker.count("look-up", stage.command("edsger", "/lookup columns format"))
    assert "Parquet" in found.text, found
    board = await walker.count("board", stage.command("edsger", "/quiz top"))
    assert "1. Edsger" in board.text, board
    await walker.work(hours=7, minutes=30)
    closed = await walker.count(
        "close and reveal", walker.due(lambda seen: bool(seen.thread), minutes=30)
    )
    assert "closed" in closed.text, closed
    await walker.work(hours=15)


async def _walked(name: str) -> dict[str, list[Count]]:
    """Every way on one platform, counted on each day after the first."""
    trace = Trace(ROOT / "bot", ROOT / "tests" / "platforms")
    with tempfile.TemporaryDirectory() as folder, trace.installed():
        async with opened(Path(folder), name, trace) as walker:
            await _day(walker)
            walker.counts.clear()
            for _ in range(DAYS):
                await _day(walker)
            return walker.counts


def measured() -> Table:
    """The middle of each way's counts on each platform; says so where they differ."""
    table: Table = {}
    for name in STAGES:
        for way, counts in asyncio.run(_walked(name)).items():
            if len(set(counts)) > 1:
                print(f"{way} on {name} differs: {counts}", file=sys.stderr)  # noqa: T201 - a note
            table.setdefault(way, {})[name] = middle(counts)
    return table


def main() -> None:
    """Measure, and print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures alone")
    parser.add_argument("--write", action="store_true", help="put the table into the docs")
    given, _ = parser.parse_known_args()
    table = measured()
    if given.json:
        print(as_json(table))  # noqa: T201 - a benchmark prints
        return
    shown = markdown(table, before())
    print(shown)  # noqa: T201 - a benchmark prints
    if given.write:
        write(shown)


if __name__ == "__main__":
    main()
