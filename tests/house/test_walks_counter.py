"""The counter of walks counts what it says, over a package of two rooms written for it."""

import asyncio
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import create_engine, text

from tests.bench.tracing import Trace, room
from tests.bench.transactions import counted
from tests.bench.walks_table import Count, markdown, ratio

KITCHEN = """
import asyncio

def cook():
    return plate()

def plate():
    return 1

async def stew():
    for _ in range(3):
        await asyncio.sleep(0)
    return 1
"""
TABLE = """
import asyncio
import threading
from toyhouse.kitchen import pots

def order():
    return [pots.cook() for _ in range(3)]

async def wait():
    return await pots.stew()

async def ask():
    asyncio.get_running_loop().call_soon(pots.cook)
    await asyncio.create_task(pots.stew())

def shout():
    thread = threading.Thread(target=order)
    thread.start()
    thread.join()

def sort():
    return sorted([2, 1], key=lambda _: pots.cook())
"""
ORDER = (("table/seats.py", "order"), ("kitchen/pots.py", "cook"))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[Trace, ModuleType]]:
    """A watched package with a kitchen and a table, and the table's functions."""
    package = tmp_path / "toyhouse"
    for folder, file, source in (("kitchen", "pots", KITCHEN), ("table", "seats", TABLE)):
        (package / folder).mkdir(parents=True)
        (package / folder / f"{file}.py").write_text(source, encoding="utf-8")
    sys.path.insert(0, str(tmp_path))
    trace, before = Trace(package), sys.getprofile()
    try:
        seats = importlib.import_module("toyhouse.table.seats")
        with trace.installed():
            yield trace, seats
    finally:
        sys.setprofile(before)
        sys.path.remove(str(tmp_path))
        for name in [each for each in sys.modules if each.split(".")[0] == "toyhouse"]:
            del sys.modules[name]


def test_a_call_in_a_loop_is_one_pair_and_each_start_in_another_room_a_change(
    house: tuple[Trace, ModuleType],
) -> None:
    trace, seats = house
    with trace.recording() as seen:
        seats.order()
    assert seen.files == {"table/seats.py", "kitchen/pots.py"}
    assert seen.calls == {ORDER}
    assert seen.rooms == 1


def test_a_coroutine_that_goes_on_counts_once(house: tuple[Trace, ModuleType]) -> None:
    trace, seats = house
    with trace.recording() as seen:
        asyncio.run(seats.wait())
    assert seen.calls == {(("table/seats.py", "wait"), ("kitchen/pots.py", "stew"))}
    assert seen.rooms == 1


def test_what_the_event_loop_calls_is_no_pair(house: tuple[Trace, ModuleType]) -> None:
    trace, seats = house
    with trace.recording() as seen:
        asyncio.run(seats.ask())
    assert seen.calls == set()
    assert seen.files == {"table/seats.py", "kitchen/pots.py"}


def test_a_thread_is_seen(house: tuple[Trace, ModuleType]) -> None:
    trace, seats = house
    with trace.recording() as seen:
        seats.shout()
    assert seen.calls == {ORDER}


def test_a_function_between_stands_for_itself_and_a_library_for_nobody(
    house: tuple[Trace, ModuleType],
) -> None:
    trace, seats = house
    with trace.recording() as seen:
        seats.sort()
    assert seen.calls == {
        (("table/seats.py", "sort.<locals>.<lambda>"), ("kitchen/pots.py", "cook"))
    }


def test_what_runs_below_a_stand_in_counts_for_nothing(
    house: tuple[Trace, ModuleType], tmp_path: Path
) -> None:
    _, seats = house
    trace = Trace(tmp_path / "toyhouse" / "kitchen", tmp_path / "toyhouse" / "table")
    with trace.installed(), trace.recording() as seen:
        seats.order()
    assert seen.files == set()


def test_nothing_is_noted_outside_a_recording(house: tuple[Trace, ModuleType]) -> None:
    trace, seats = house
    with trace.recording() as seen:
        pass
    seats.order()
    assert (seen.files, seen.rooms) == (set(), 0)
    assert trace.stirred > 0


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("quiz/game.py", "quiz"),
        ("quiz/commands/board.py", "quiz"),
        ("platforms/slack/tenancy/oauth.py", "platforms/slack"),
        ("platforms/registry.py", "platforms"),
        ("app.py", ""),
    ],
)
def test_a_room_is_the_same_however_it_is_divided(file: str, named: str) -> None:
    assert room(file) == named


def test_savepoints_that_share_a_commit_count_each_and_reads_apart(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'two.sqlite3'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE said (word TEXT)"))
    with counted() as found:
        with engine.begin() as connection:
            for word in ("one", "two"):
                with connection.begin_nested():
                    connection.execute(text("INSERT INTO said VALUES (:word)"), {"word": word})
            with connection.begin_nested():
                connection.execute(text("SELECT * FROM said"))
            for end in ("RELEASE", "ROLLBACK TO"):
                connection.exec_driver_sql("SAVEPOINT written_out")
                connection.execute(text("DELETE FROM said WHERE word = 'three'"))
                connection.exec_driver_sql(f"{end} SAVEPOINT written_out")
        with engine.begin() as connection:
            connection.execute(text("SELECT * FROM said"))
            connection.execute(text("DELETE FROM said"))
        with engine.connect() as connection:
            connection.execute(text("SELECT * FROM said"))
            connection.execute(text("SELECT count(*) FROM said"))
    engine.dispose()
    assert (found.reads, found.writes) == (2, 5)


def test_the_table_shows_the_figures_beside_the_recorded_ones() -> None:
    then, now = Count(10, 20, 8, 3, 1), Count(5, 10, 4, 1, 1)
    assert ratio(now, then) == "0.50 / 0.50 / 0.50 / 0.50"
    shown = markdown({"board": {"Slack": now}}, {"board": {"Slack": then}})
    assert "| board | before | 10 / 20 / 8 / 3+1 |" in shown
    assert "|  | now | 5 / 10 / 4 / 1+1 |" in shown
