"""The schema: by tenant first, the same from every side, and indexed for what is due."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    Connection,
    Table,
    UniqueConstraint,
    bindparam,
    create_engine,
    insert,
    text,
)

from bot.model.team import Team
from bot.quiz.ports.store import StoreError
from bot.store import SqlStore, migration, open_store
from bot.store.migration import HEAD
from bot.store.rounds import values_of
from bot.store.schedules import values_of as schedule_values
from bot.store.tables import metadata, proposals, rounds, schedules, teams
from tests import postgres
from tests.store.cast import CHANNEL, QUESTION, SHEET, TEAM, decision, proposal, round_, schedule


@pytest.mark.parametrize("table", metadata.tables.values(), ids=str)
def test_every_key_begins_with_the_team(table: Table) -> None:
    """So the tables can be distributed by tenant."""
    unique = [list(index.columns) for index in table.indexes if index.unique]
    unique += [list(c.columns) for c in table.constraints if isinstance(c, UniqueConstraint)]
    unique.append(list(table.primary_key.columns))
    assert {columns[0].name for columns in unique} == {"team_id"}
    for foreign in table.foreign_key_constraints:
        assert foreign.column_keys[0] == "team_id"


def test_the_newest_revision_is_the_one_that_stores_are_brought_to() -> None:
    script = ScriptDirectory(str(Path("bot/store/migrations").resolve()))
    assert script.get_current_head() == HEAD


async def test_the_migrations_make_what_the_tables_say(store: SqlStore) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection)
        found: list[object] = compare_metadata(context, metadata)
        return found

    async with store.database.reading() as connection:
        assert await connection.run_sync(differences) == []


def sqlite_indexes(path: Path) -> set[str]:
    """Every statement that makes an index, without its white space."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index'")
        return {"".join(sql.split()) for (sql,) in rows if sql}


def test_migrations_make_the_same_indexes_on_sqlite(sqlite_url: str, tmp_path: Path) -> None:
    """Their conditions included, which the comparison of Alembic leaves out."""
    made = tmp_path / "made.db"
    engine = create_engine(f"sqlite:///{made}")
    metadata.create_all(engine)
    engine.dispose()
    assert sqlite_indexes(made) == sqlite_indexes(Path(sqlite_url))


@pytest.mark.postgres
async def test_migrations_make_the_same_indexes_on_postgres(
    postgres_server: postgres.Server, postgres_url: str
) -> None:
    async def indexes(store: SqlStore) -> set[tuple[str, str]]:
        async with store.database.reading() as connection:
            rows = await connection.execute(
                text("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
            )
            return {(name, definition) for name, definition in rows}

    def make(connection: Connection) -> None:
        for table in metadata.sorted_tables:
            connection.execute(text(f"DROP TABLE {table.name} CASCADE"))
        metadata.create_all(connection)

    async with open_store(postgres_url) as store:
        migrated = await indexes(store)
        await store.database.write(make)
        assert await indexes(store) == migrated


async def test_opening_again_changes_nothing(store_url: str) -> None:
    async with open_store(store_url) as store:
        await store.save_note(TEAM, "n", "1")
    async with open_store(store_url) as store:
        assert await store.note(TEAM, "n") == "1"


def empty_urls(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path
) -> AbstractContextManager[str]:
    """A database without any table."""
    if kind == "sqlite":
        return nullcontext(str(tmp_path / "old.db"))
    server: postgres.Server = request.getfixturevalue("postgres_server")
    return _empty(server)


@contextmanager
def _empty(server: postgres.Server) -> Iterator[str]:
    with postgres.database(server) as name:
        yield server.get_uri(name)


def _planned_as_of_old(connection: Connection) -> None:
    """Plan a round before rounds kept the title of their sheet."""
    later = {"sheet_title", *_LATER}
    values = {n: v for n, v in values_of(round_()).items() if n not in later}
    connection.execute(insert(rounds).values(**values))


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_what_was_asked_before_an_upgrade_has_its_sheets_title_and_can_be_renamed(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database of revision 0004, with a round in it."""
    with empty_urls(request, kind, tmp_path) as url:
        monkeypatch.setattr(migration, "HEAD", "0004")
        async with open_store(url) as store:
            await store.save_sheet(TEAM, SHEET)
            await store.database.write(_planned_as_of_old)
        monkeypatch.undo()
        async with open_store(url) as store:
            kept = await store.round(TEAM, round_().id)
            assert kept is not None
            assert kept.sheet_title == SHEET.title
            (over,) = await store.sheets(TEAM)
            new = replace(SHEET, questions=(replace(QUESTION, id="new"),))
            assert await store.replace_sheet(TEAM, new, over, ((QUESTION.id, "new"),))
            (asked,) = await store.asked(TEAM, CHANNEL)
            assert asked.question_id == "new"


_LATER = frozenset({"arrivals", "changed_by", "decision", "version", "rests", "regrades", "voided"})
"""The columns that the seventh revision and later ones bring."""


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_what_stood_before_an_upgrade_is_changed_on_what_was_seen(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database of revision 0006, with a schedule, a paused team and a waiting suggestion."""

    def of_old(connection: Connection) -> None:
        waiting = proposal()
        rows: tuple[tuple[Table, dict[str, object]], ...] = (
            (teams, {"team_id": TEAM, "name": "Acme", "paused": "Removed."}),
            (schedules, {**schedule_values(schedule()), "resting": True}),
            (
                proposals,
                {
                    "team_id": TEAM,
                    "proposal_id": waiting.id,
                    "made_at": waiting.made_at,
                    "body": waiting,
                },
            ),
        )
        for table, values in rows:
            old = {name: value for name, value in values.items() if name not in _LATER}
            columns = ", ".join(old)
            places = ", ".join(f":{name}" for name in old)
            statement = text(f"INSERT INTO {table.name} ({columns}) VALUES ({places})")  # noqa: S608
            typed = [bindparam(name, type_=table.c[name].type) for name in old]
            connection.execute(statement.bindparams(*typed), old)

    with empty_urls(request, kind, tmp_path) as url:
        monkeypatch.setattr(migration, "HEAD", "0006")
        async with open_store(url) as store:
            await store.database.write(of_old)
        monkeypatch.undo()
        async with open_store(url) as store:
            assert await store.schedules(TEAM, CHANNEL) == (schedule(),)
            assert await store.reschedule(schedule(sheet_id="aws"), 1) is not None
            assert await store.reschedule(schedule(), 1) is None
            await store.arrived(TEAM, "")
            assert await store.team(TEAM) == Team(TEAM, "Acme")
            assert not await store.left(TEAM, "Removed.", 0)
            assert await store.proposal(TEAM, "p1") == proposal()
            assert await store.decide(TEAM, "p1", decision())


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_what_a_person_paused_stays_paused_and_what_rested_by_itself_rests(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database of revision 0009, in which both were one."""

    def of_old(connection: Connection) -> None:
        for channel, by in (("C1", "ada"), ("C2", "")):
            stood = schedule(channel_id=channel, next_at=None, paused="So it is.", changed_by=by)
            values = {n: v for n, v in schedule_values(stood).items() if n != "rests"}
            connection.execute(insert(schedules).values(**values, resting=False))

    with empty_urls(request, kind, tmp_path) as url:
        monkeypatch.setattr(migration, "HEAD", "0009")
        async with open_store(url) as store:
            await store.database.write(of_old)
        monkeypatch.undo()
        async with open_store(url) as store:
            by_ada, by_itself = await store.team_schedules(TEAM)
            assert (by_ada.paused, by_ada.rests) == ("So it is.", "")
            assert (by_itself.paused, by_itself.rests) == ("", "So it is.")


async def test_a_database_of_a_newer_program_is_refused_and_left_alone(store_url: str) -> None:
    def from_the_future(connection: Connection) -> None:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    async with open_store(store_url) as store:
        await store.database.write(from_the_future)
    with pytest.raises(StoreError, match="Install the newest one"):
        async with open_store(store_url):
            pass


async def test_two_processes_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    async def open_and_close() -> None:
        async with open_store(str(tmp_path / "deep" / "er" / "new.db")):
            pass

    await asyncio.gather(*(open_and_close() for _ in range(3)))
