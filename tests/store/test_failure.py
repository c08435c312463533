"""When a database fails: a `StoreError` that says what to do next, and nothing of anybody's words."""

import asyncio
import sqlite3
import traceback
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, make_url, text

from bot.quiz.ports.store import StoreError
from bot.store import SqlStore, open_store
from bot.store.postgres import for_driver
from bot.store.tables import answers
from tests import postgres
from tests.store.cast import TEAM, answer, posted


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("", "needs a file"),
        (":memory:", "needs a file"),
        ("sqlite://", "needs a file"),
        ("mysql://localhost/quiz", "no store for mysql"),
        ("postgresql://me:s3cret@host:port/quiz", "cannot be read"),
        ("postgresql://me:s3cret@127.0.0.1:1/quiz", "cannot be reached"),
        ("/proc/nowhere/quiz.db", "cannot be opened"),
        (".", "cannot be opened"),
    ],
)
async def test_a_store_that_cannot_be_opened_says_why(url: str, advice: str) -> None:
    with pytest.raises(StoreError, match=advice) as caught:
        async with open_store(url):
            pass
    assert "s3cret" not in "".join(traceback.format_exception(caught.value))


async def test_every_way_to_name_a_file_opens_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a b%20ü.db"
    async with open_store(str(path)) as store:
        await store.save_note(TEAM, "n", "1")
    assert path.stat().st_mode & 0o077 == 0, "nobody else reads what members said"
    async with open_store(f"sqlite:///{tmp_path}/other.db") as store:
        assert await store.note(TEAM, "n") is None
    assert (tmp_path / "other.db").exists()
    async with open_store(str(path)) as store:
        assert await store.note(TEAM, "n") == "1"


async def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "sheet.md"
    path.write_text("# Not a database\n" * 100)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not one of ours"):
        async with open_store(str(path)):
            pass
    assert path.read_bytes() == before


async def test_a_full_disk_is_told_and_what_was_kept_stays(sqlite_store: SqlStore) -> None:
    """The file may grow no further, as on a full disk; then there is room again."""
    await sqlite_store.save_note(TEAM, "n", "before")
    await limit_pages(sqlite_store, 1)
    told = await asyncio.gather(
        *(sqlite_store.save_note(TEAM, f"n{n}", "x" * 500_000) for n in range(3)),
        return_exceptions=True,
    )
    for error in told:
        assert isinstance(error, StoreError)
        assert "Free some space" in str(error)
    assert await sqlite_store.note(TEAM, "n") == "before"
    await limit_pages(sqlite_store, 1_000_000)
    await sqlite_store.save_note(TEAM, "n", "after")
    assert await sqlite_store.note(TEAM, "n") == "after"


async def limit_pages(store: SqlStore, pages: int) -> None:
    def limit(connection: Connection) -> None:
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))

    await store.database.write(limit)


async def test_a_write_waits_for_another_program_that_holds_the_file(
    sqlite_url: str, sqlite_store: SqlStore
) -> None:
    with closing(sqlite3.connect(sqlite_url, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        writing = asyncio.ensure_future(sqlite_store.save_note(TEAM, "n", "1"))
        for _ in range(20):
            assert await sqlite_store.note(TEAM, "n") is None
        assert not writing.done()
        other.execute("COMMIT")
    await writing
    assert await sqlite_store.note(TEAM, "n") == "1"


async def test_a_contradiction_does_not_quote_what_a_member_said(store: SqlStore) -> None:
    await posted(store)
    await store.record(answer(text="my secret answer"))

    def contradict(connection: Connection) -> None:
        rows = connection.execute(text("SELECT * FROM answers"))
        row = dict(rows.mappings().one())
        connection.execute(insert(answers).values(**row | {"place": None}))

    with pytest.raises(StoreError) as caught:
        await store.database.write(contradict)
    assert "secret" not in "".join(traceback.format_exception(caught.value))


async def test_a_read_that_is_cancelled_leaves_the_store_usable(store: SqlStore) -> None:
    for _ in range(30):
        reading = asyncio.ensure_future(store.next_instant())
        await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
    await store.save_note(TEAM, "n", "1")
    assert await store.note(TEAM, "n") == "1"


async def test_a_write_that_is_cancelled_happened_whole_or_not_at_all(store: SqlStore) -> None:
    await posted(store)
    for number in range(20):
        recording = asyncio.ensure_future(store.record(answer(f"m{number}")))
        for _ in range(number):
            await asyncio.sleep(0)
        recording.cancel()
        await asyncio.gather(recording, return_exceptions=True)
    await store.record(answer("last"))
    said = await store.answers(TEAM, "r1")
    found = await store.round(TEAM, "r1")
    assert found is not None
    await store.close(found, (), found.closes_at)
    standings = await store.standings(TEAM, "C1", None, answer().local_date)
    assert found.answered == len(said) == len(standings)


@pytest.mark.postgres
async def test_a_database_that_does_not_exist_is_named(postgres_server: postgres.Server) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        async with open_store(postgres_server.get_uri("nowhere")):
            pass


def test_the_url_of_a_provider_is_taken_as_it_is() -> None:
    """They end in `sslmode`, which the driver calls otherwise."""
    url = for_driver(make_url("postgres://me:pw@db.example.org/quiz?sslmode=require"))
    assert url.drivername == "postgresql+asyncpg"
    assert dict(url.query) == {"ssl": "require"}
