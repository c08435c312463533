"""Writes that wait for the same row stand in line and share transactions, on either database."""

import asyncio
from functools import partial

import pytest
from sqlalchemy import Connection, insert, text

from bot.model.answer import Recording
from bot.quiz.ports.store import StoreError
from bot.store import SqlStore, open_store
from bot.store.database import Work
from bot.store.tables import teams
from tests import postgres
from tests.store.cast import TEAM, answer, became, posted
from tests.store.commits import commits

MANY = 40


def found(team_id: str) -> Work[str]:
    """A write of a team; it returns the team's id."""

    def work(connection: Connection) -> str:
        connection.execute(insert(teams).values(team_id=team_id, name="", paused=""))
        return team_id

    return work


async def outcomes(store: SqlStore, *works: Work[str]) -> list[str | BaseException]:
    """What became of writes that stand in one line at once."""
    waiting = (store.database.write(work, line="one") for work in works)
    return await asyncio.gather(*waiting, return_exceptions=True)


async def kept(store: SqlStore) -> set[str]:
    """The teams that are there."""
    async with store.database.reading() as connection:
        return set(await connection.scalars(text("SELECT team_id FROM teams")))


async def test_answers_of_a_round_that_wait_at_once_share_a_commit(store: SqlStore) -> None:
    await posted(store)
    with commits() as counted:
        recorded = await asyncio.gather(*(became(store, answer(f"m{n}")) for n in range(MANY)))
    assert set(recorded) == {Recording.RECORDED}
    assert len(counted) <= 3
    said = await store.answers(TEAM, "r1")
    assert [each.member_id for each in said] == [f"m{n}" for n in range(MANY)]


async def test_answers_are_refused_beside_others_that_count(store: SqlStore) -> None:
    """Of each kind in one line: what is refused leaves no count, no points and no gap."""
    await posted(store)
    ada, grace = answer("ada"), answer("grace")
    said = (ada, ada, answer("ada", 3), answer("ada", 2), grace, answer("eve", round_id="r2"))
    told = await asyncio.gather(*(became(store, each) for each in said))
    assert told == [
        Recording.RECORDED,
        Recording.REPEATED,
        Recording.OVERTAKEN,
        Recording.RECORDED,
        Recording.RECORDED,
        Recording.CLOSED,
    ]
    assert await store.answers(TEAM, "r1") == (ada, answer("ada", 2), grace)
    counted = await store.round(TEAM, "r1")
    assert counted is not None
    assert counted.answered == 2
    assert await store.member(TEAM, "eve") is None


async def test_a_write_that_fails_in_a_line_undoes_only_itself(store: SqlStore) -> None:
    """It fails after it has written something, between two that succeed."""

    def stumble(connection: Connection) -> str:
        found("web:stumbled")(connection)
        raise RuntimeError("stumbled")

    def contradict(connection: Connection) -> str:
        found("web:twice")(connection)
        return found("web:twice")(connection)

    one, stumbled, contradicted, two = await outcomes(
        store, found("web:1"), stumble, contradict, found("web:2")
    )
    assert (one, two) == ("web:1", "web:2")
    assert isinstance(stumbled, RuntimeError)
    assert isinstance(contradicted, StoreError)
    assert await kept(store) == {"web:1", "web:2"}
    (alone,) = await outcomes(store, stumble)
    assert isinstance(alone, RuntimeError)
    assert await outcomes(store, found("web:3")) == ["web:3"]
    assert await kept(store) == {"web:1", "web:2", "web:3"}


async def test_whoever_is_cancelled_in_a_line_takes_nobody_along(store: SqlStore) -> None:
    await posted(store)
    for turns in range(12):
        waiting = [
            asyncio.ensure_future(became(store, answer(f"{turns}-{n}", key=""))) for n in range(4)
        ]
        for _ in range(turns):
            await asyncio.sleep(0)
        waiting[turns % 4].cancel()
        told = await asyncio.gather(*waiting, return_exceptions=True)
        assert told.count(Recording.RECORDED) >= 3
    said = await store.answers(TEAM, "r1")
    counted = await store.round(TEAM, "r1")
    assert counted is not None
    assert counted.answered == len(said)
    assert [each.number for each in said] == [1] * len(said)


async def test_what_stands_in_line_at_the_end_is_written_first(store_url: str) -> None:
    async with open_store(store_url) as store:
        await posted(store)
        waiting = [asyncio.ensure_future(became(store, answer(f"m{n}"))) for n in range(MANY)]
        await asyncio.sleep(0)
    assert set(await asyncio.gather(*waiting)) == {Recording.RECORDED}
    async with open_store(store_url) as store:
        assert len(await store.answers(TEAM, "r1")) == MANY


async def test_lines_of_several_processes_count_each_event_once(store_url: str) -> None:
    """Both have the same events in their lines, the one from the first on, the other from the
    last.
    """
    async with open_store(store_url) as first, open_store(store_url) as second:
        await posted(first)
        events = [answer(f"m{n}") for n in range(MANY)]
        told = await asyncio.gather(
            *(became(first, each) for each in events),
            *(became(second, each) for each in reversed(events)),
        )
        assert told.count(Recording.RECORDED) == MANY
        assert told.count(Recording.REPEATED) == MANY
        counted = await first.round(TEAM, "r1")
        assert counted is not None
        assert counted.answered == len(await second.answers(TEAM, "r1")) == MANY


@pytest.mark.postgres
async def test_a_connection_killed_in_a_line_before_the_commit_loses_nothing(
    postgres_url: str,
) -> None:
    """Nothing was kept of the line: it is run again on another connection, one by one."""
    attempts: list[int] = []

    def cut(connection: Connection) -> str:
        attempts.append(1)
        if len(attempts) == 1:
            connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        return found("web:cut")(connection)

    async with open_store(postgres_url) as store:
        told = await outcomes(store, found("web:1"), cut, found("web:2"))
        assert told == ["web:1", "web:cut", "web:2"]
        assert await kept(store) == {"web:1", "web:cut", "web:2"}


@pytest.mark.postgres
async def test_a_line_whose_commit_has_an_unknown_outcome_is_not_run_again(
    postgres_server: postgres.Server, postgres_url: str
) -> None:
    """The connection is gone when the commit is sent: each is told, and none may happen twice."""
    runs: list[int] = []

    def write(connection: Connection, *, last: bool) -> str:
        runs.append(1)
        if last:
            pid = connection.scalar(text("SELECT pg_backend_pid()"))
            postgres_server.psql(f"SELECT pg_terminate_backend({pid}, 5000)")
        return "written"

    async with open_store(postgres_url) as store:
        told = await outcomes(store, *(partial(write, last=n == 2) for n in range(3)))
    assert len(runs) == 3
    for error in told:
        assert isinstance(error, StoreError)
        assert "cannot be reached" in str(error)
