"""Group commit on SQLite: writes share commits, and each stands or falls by itself."""

import asyncio
from threading import Event

import pytest
from sqlalchemy import Connection, insert, text

from bot.model.answer import Recording
from bot.quiz.ports.store import StoreError
from bot.store import SqlStore, open_store
from bot.store.tables import notes, teams
from tests.store.cast import TEAM, answer, became, posted
from tests.store.commits import commits

LONG = 60
"""Seconds after which a test has failed; none ever waits as long."""


async def test_writes_that_wait_at_once_share_a_commit(sqlite_store: SqlStore) -> None:
    await posted(sqlite_store)
    with commits() as counted:
        recorded = await asyncio.gather(
            *(became(sqlite_store, answer(f"m{n}")) for n in range(200))
        )
    assert set(recorded) == {Recording.RECORDED}
    assert len(counted) <= 3
    found = await sqlite_store.round(TEAM, "r1")
    assert found is not None
    assert found.answered == 200


async def test_writes_one_after_the_other_are_each_committed(sqlite_store: SqlStore) -> None:
    with commits() as counted:
        for number in range(5):
            await sqlite_store.save_note(TEAM, "n", str(number))
    assert len(counted) == 5


async def test_a_write_that_fails_undoes_only_itself(sqlite_store: SqlStore) -> None:
    """It fails after it has written something, between two that succeed."""

    def stumble(connection: Connection) -> None:
        connection.execute(insert(notes).values(team_id=TEAM, name="no", value="!"))
        raise RuntimeError("stumbled")

    def contradict(connection: Connection) -> None:
        for _ in range(2):
            connection.execute(insert(teams).values(team_id=TEAM, name="", paused=""))

    with commits() as counted:
        one, stumbled, contradicted, two = await asyncio.gather(
            sqlite_store.save_note(TEAM, "one", "1"),
            sqlite_store.database.write(stumble),
            sqlite_store.database.write(contradict),
            sqlite_store.save_note(TEAM, "two", "2"),
            return_exceptions=True,
        )
    assert len(counted) == 1
    assert one is two is None
    assert isinstance(stumbled, RuntimeError)
    assert isinstance(contradicted, StoreError)
    kept = [await sqlite_store.note(TEAM, name) for name in ("one", "no", "two")]
    assert kept == ["1", None, "2"]
    assert await sqlite_store.team(TEAM) is None


async def test_nobody_is_told_before_the_commit(sqlite_store: SqlStore) -> None:
    """While the second write of a batch is still at work, the first has heard nothing."""
    begun, go_on = Event(), Event()

    def linger(_: Connection) -> None:
        begun.set()
        assert go_on.wait(LONG)

    first = asyncio.ensure_future(sqlite_store.save_note(TEAM, "one", "1"))
    second = asyncio.ensure_future(sqlite_store.database.write(linger))
    assert await asyncio.to_thread(begun.wait, LONG)
    assert not first.done()
    assert await sqlite_store.note(TEAM, "one") is None
    go_on.set()
    await asyncio.gather(first, second)
    assert await sqlite_store.note(TEAM, "one") == "1"


async def test_a_write_cancelled_at_work_is_completed_and_others_hear(
    sqlite_store: SqlStore,
) -> None:
    begun, go_on = Event(), Event()

    def linger(connection: Connection) -> None:
        begun.set()
        assert go_on.wait(LONG)
        connection.execute(insert(notes).values(team_id=TEAM, name="kept", value="1"))

    cancelled = asyncio.ensure_future(sqlite_store.database.write(linger))
    beside = asyncio.ensure_future(sqlite_store.save_note(TEAM, "beside", "2"))
    assert await asyncio.to_thread(begun.wait, LONG)
    dropped = asyncio.ensure_future(sqlite_store.save_note(TEAM, "dropped", "3"))
    await asyncio.sleep(0)
    cancelled.cancel()
    dropped.cancel()
    go_on.set()
    await beside
    await sqlite_store.save_note(TEAM, "after", "4")
    names = ("kept", "beside", "dropped", "after")
    assert [await sqlite_store.note(TEAM, name) for name in names] == ["1", "2", None, "4"]


async def test_what_waits_at_the_end_is_written_first(sqlite_url: str) -> None:
    async with open_store(sqlite_url) as store:
        waiting = [asyncio.ensure_future(store.save_note(TEAM, f"n{n}", "1")) for n in range(20)]
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    with pytest.raises(StoreError, match="closed"):
        await store.save_note(TEAM, "late", "1")
    async with open_store(sqlite_url) as store:
        assert await store.note(TEAM, "n19") == "1"


async def test_a_transaction_that_sqlite_gave_up_fails_its_whole_batch(
    sqlite_store: SqlStore,
) -> None:
    """As when the disk is full: nobody is told that something was kept."""

    def give_up(connection: Connection) -> None:
        connection.execute(text("ROLLBACK"))
        raise RuntimeError("the disk is full")

    outcomes = await asyncio.gather(
        sqlite_store.save_note(TEAM, "before", "1"),
        sqlite_store.database.write(give_up),
        sqlite_store.save_note(TEAM, "beside", "2"),
        return_exceptions=True,
    )
    assert all(isinstance(outcome, StoreError) for outcome in outcomes)
    assert await sqlite_store.note(TEAM, "before") is None
    with pytest.raises(RuntimeError):
        await sqlite_store.database.write(give_up)
    await sqlite_store.save_note(TEAM, "after", "3")
    assert await sqlite_store.note(TEAM, "after") == "3"


async def test_readers_do_not_wait_for_the_writer(sqlite_store: SqlStore) -> None:
    begun, go_on = Event(), Event()

    def linger(connection: Connection) -> None:
        connection.execute(insert(notes).values(team_id=TEAM, name="n", value="1"))
        begun.set()
        assert go_on.wait(LONG)

    writing = asyncio.ensure_future(sqlite_store.database.write(linger))
    assert await asyncio.to_thread(begun.wait, LONG)
    assert await sqlite_store.next_instant() is None
    assert await sqlite_store.note(TEAM, "n") is None
    go_on.set()
    await writing
