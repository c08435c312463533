"""A process that is killed loses nothing that it confirmed, and leaves nothing half done."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter

import pytest
from sqlalchemy import Connection, text

from bot.quiz.ports.store import StoreError
from bot.store import SqlStore, open_store
from bot.store.ledger import enter
from tests import postgres
from tests.store.cast import CHANNEL, TEAM, TODAY, answer, posted


async def start(url: str, *flags: str) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.store.recorder", url, *flags, stdout=PIPE
    )


async def test_every_answer_that_was_confirmed_before_a_kill_is_there(store_url: str) -> None:
    async with open_store(store_url) as store:
        await posted(store)
    process = await start(store_url)
    assert process.stdout is not None
    confirmed = [await process.stdout.readline() for _ in range(100)]
    process.kill()
    confirmed += (await process.stdout.read()).splitlines(keepends=True)
    assert await process.wait() == -signal.SIGKILL

    told = {tuple(line.decode().split()) for line in confirmed if line.endswith(b"\n")}
    assert len(told) >= 100
    async with open_store(store_url) as store:
        kept = {(each.member_id, str(each.number)) for each in await store.answers(TEAM, "r1")}
        assert told <= kept
        await check_whole(store)


async def test_a_kill_between_write_and_commit_leaves_nothing(store_url: str) -> None:
    async with open_store(store_url) as store:
        await posted(store)
    process = await start(store_url, "--die")
    assert await process.wait() == -signal.SIGKILL
    async with open_store(store_url) as store:
        assert "ghost" not in {each.member_id for each in await store.answers(TEAM, "r1")}
        await check_whole(store)


@pytest.mark.postgres
async def test_a_connection_killed_before_the_commit_leaves_nothing(postgres_url: str) -> None:
    """The write is run again on another connection, as the whole of it was lost."""
    attempts: list[int] = []

    def write(connection: Connection) -> None:
        enter(connection, answer("ghost"))
        attempts.append(1)
        if len(attempts) == 1:
            connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    async with open_store(postgres_url) as store:
        await posted(store)
        await store.database.write(write)
        assert len(attempts) == 2
        async with store.database.reading() as connection:
            assert await connection.scalar(text("SELECT count(*) FROM ledger")) == 1


@pytest.mark.postgres
async def test_a_restarted_server_is_found_again(postgres_url: str) -> None:
    async with open_store(postgres_url) as store:
        await store.save_note(TEAM, "n", "1")
        async with store.database.reading() as connection:
            await connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )
        await store.save_note(TEAM, "n", "2")
        assert await store.note(TEAM, "n") == "2"


@pytest.mark.postgres
async def test_a_commit_whose_outcome_is_unknown_is_not_run_again(
    postgres_server: postgres.Server, postgres_url: str
) -> None:
    """The connection is gone when the commit is sent: running it again could do it twice."""
    runs: list[int] = []

    def write(connection: Connection) -> None:
        runs.append(1)
        pid = connection.scalar(text("SELECT pg_backend_pid()"))
        postgres_server.psql(f"SELECT pg_terminate_backend({pid}, 5000)")

    async with open_store(postgres_url) as store:
        with pytest.raises(StoreError, match="cannot be reached"):
            await store.database.write(write)
    assert len(runs) == 1


async def check_whole(store: SqlStore) -> None:
    """Every answer has its points and its count, and no points are without an answer."""
    said = await store.answers(TEAM, "r1")
    numbers = Counter(each.member_id for each in said)
    found = await store.round(TEAM, "r1")
    assert found is not None
    assert found.answered == len(numbers)
    for member, times in numbers.items():
        (own,) = await store.standings(TEAM, CHANNEL, None, TODAY, member)
        assert own.open_points == 10 * times
        assert [e.number for e in said if e.member_id == member] == list(range(1, times + 1))
