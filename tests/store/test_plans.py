"""Costs grow with what is due, not with what exists: the databases' own plans say how they look."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, event, insert, text

from bot.model.answer import Recorded, Recording
from bot.model.round import MessageRef
from bot.model.sheet import Sheet
from bot.quiz.ports.sheets import LIBRARY
from bot.store import SqlStore, open_store
from bot.store.answers import row_of
from bot.store.columns import to_json
from bot.store.rounds import values_of
from bot.store.tables import answers, metadata, rounds
from tests.store.cast import DAY, NINE, QUESTION, RIGHT, WEB, answer, round_

TEAM = "web:4"
LONG_AGO = NINE.date() - 300 * DAY
LATE = NINE + 999 * DAY

FILL = (
    "INSERT INTO teams (team_id, name, paused) SELECT 'web:' || n, '', '' FROM {numbers}",
    """INSERT INTO members (team_id, member_id, name, hidden, quizmaster)
       SELECT 'web:' || n, 'm', 'M', {false}, {false} FROM {numbers}""",
    """INSERT INTO quizmaster_groups (team_id, group_id, name)
       SELECT 'web:' || n, 'g', 'G' FROM {numbers}""",
    """INSERT INTO sheets (team_id, sheet_id, title, version, asked, head)
       SELECT 'web:' || n, 'own' || (n % 100), '', '', 0, {head} FROM {numbers}""",
    """INSERT INTO schedules (team_id, channel_id, slot, sheet_id, opens, reveals, zone, days,
       next_at, channel_name, made_by, paused, resting)
       SELECT 'web:' || n, 'C', 'daily', 'ml', '09:00', '17:00', 'UTC', '01234',
       {later}, '', '', '', {false} FROM {numbers}""",
    """INSERT INTO rounds (team_id, round_id, channel_id, local_date, slot, sheet_id, question_id,
       question, planned_at, closes_at, state, zone, channel_name, opened_at, answered, said,
       shown, shown_at)
       SELECT 'web:' || n, 'r', 'C', '2026-11-24', 'daily', 'ml', 'q', {question}, {later}, {later},
       CASE WHEN n % 2 = 0 THEN 'open' ELSE 'revealed' END, 'UTC', '', {later}, 3, 3, n % 4,
       {later} FROM {numbers}""",
    """INSERT INTO deliveries (team_id, key, platform, kind, channel_id, round_id, member_id, text,
       seq, due_at, ready_at, attempts, worker, reason, resting)
       SELECT 'web:' || n, 'k', 'web', 'notice', 'C', '', '', '', 1, {later},
       CASE WHEN n % 2 = 0 THEN {later} END, 0, '', '', {false} FROM {numbers}""",
    """INSERT INTO transcript (team_id, number, channel_id, thread_id, key, body, posted_at)
       SELECT 'web:' || (n % 10), n, 'C' || (n % 7), '', 'k' || n, '', {later} FROM {numbers}""",
    """INSERT INTO answers (team_id, round_id, member_id, number, place, channel_id, local_date,
       member_name, text, grade, said_at, points, key)
       SELECT 'web:' || n, 'r', 'm', 1, 1, 'C', '2026-11-24', '', '', {grade}, {later}, 1, 'k' || n
       FROM {numbers}""",
    """INSERT INTO hints (team_id, round_id, member_id, taken_at)
       SELECT 'web:' || n, 'r', 'm', {later} FROM {numbers}""",
    """INSERT INTO ledger (team_id, round_id, member_id, reason, number, channel_id, local_date,
       points, entered_at)
       SELECT 'web:' || n, 'r', 'm', 'answer', 1, 'C', '2026-11-24', 1, {later} FROM {numbers}""",
)
WORDS = {
    "sqlite": {
        "later": "datetime('2027-01-01', '+' || (n % 1000) || ' hours')",
        "false": "0",
        "numbers": "(WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s "
        "WHERE n < 20000) SELECT n FROM s)",
    },
    "postgresql": {
        "later": "timestamptz '2027-01-01' + (n % 1000) * interval '1 hour'",
        "false": "false",
        "numbers": "generate_series(0, 20000) AS n",
    },
}

DUE: dict[str, Callable[[SqlStore], Awaitable[object]]] = {
    "what is due": lambda store: store.due(WEB, LATE, LATE, 50),
    "lease": lambda store: store.lease(WEB, "w", LATE, LATE, 50),
    "next instant": lambda store: store.next_instant(WEB),
    "next instant of all": lambda store: store.next_instant(),
}
"""Over all teams: with everything due, the first fifty are read and nothing is sorted."""

OF_A_TEAM: dict[str, Callable[[SqlStore], Awaitable[object]]] = {
    "quizmasters": lambda store: store.quizmasters(TEAM),
    "live elsewhere": lambda store: store.live_elsewhere(TEAM, "nobody", NINE),
    "live with": lambda store: store.live_with(TEAM, "ml", {"rare"}, NINE, 9),
    "live with any of it": lambda store: store.live_with(TEAM, "rare", (), NINE, 9),
    "live questions": lambda store: store.live_questions(TEAM, NINE),
    "untold": lambda store: store.untold(TEAM),
    "rounds": lambda store: store.rounds(TEAM, "C", 5),
    "round at": lambda store: store.round_at(MessageRef(TEAM, "C", "m")),
    "played days": lambda store: store.played_days(TEAM, "C"),
    "asked": lambda store: store.asked(TEAM, "C"),
    "closed days": lambda store: store.played_days(TEAM, "C", closed=True),
    "answered days": lambda store: store.answered_days(TEAM, "C", "m"),
    "days answered and closed": lambda store: store.answered_days(TEAM, "C", "m", closed=True),
    "said since": lambda store: store.said_since(TEAM, "m", LONG_AGO, 5),
    "history": lambda store: store.history(TEAM, "m", 20),
    "standings": lambda store: store.standings(TEAM, "C", None, NINE.date()),
    "standings with one's own": lambda store: store.standings(
        TEAM, "C", LONG_AGO, NINE.date(), "m"
    ),
    "standings of now": lambda store: store.standings(
        TEAM, "C", NINE.date(), NINE.date(), "m", live=True
    ),
    "transcript": lambda store: store.messages(TEAM, "C1", 50),
}


def quoted(value: object) -> str:
    """A value of the model as JSON, as a literal of SQL."""
    return "'" + to_json(value).replace("'", "''") + "'"


@pytest.fixture
async def crowded(store_url: str) -> AsyncIterator[SqlStore]:
    """A store with twenty thousand channels, none of which is due."""
    async with open_store(store_url) as store:

        def fill(connection: Connection) -> None:
            json = {
                "question": quoted(QUESTION),
                "grade": quoted(RIGHT),
                "head": quoted(Sheet("own", "")),
            }
            words = WORDS[connection.dialect.name] | json
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET session_replication_role = replica"))
            for statement in FILL:
                connection.exec_driver_sql(statement.format(**words))
            connection.execute(text("ANALYZE"))

        await store.database.write(fill)
        yield store


@pytest.fixture
def heard() -> Iterator[list[tuple[str, tuple[object, ...]]]]:
    """Every SELECT from here on, with its parameters."""
    selects: list[tuple[str, tuple[object, ...]]] = []

    def hear(
        _connection: object,
        _cursor: object,
        statement: str,
        parameters: tuple[object, ...],
        *_: object,
    ) -> None:
        if statement.startswith(("SELECT", "WITH")):
            selects.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    yield selects
    event.remove(Engine, "before_cursor_execute", hear)


async def test_no_look_reads_a_whole_table(
    crowded: SqlStore, heard: list[tuple[str, tuple[object, ...]]]
) -> None:
    for name, look in (DUE | OF_A_TEAM).items():
        heard.clear()
        await look(crowded)
        selects = list(heard)
        assert selects
        for statement, parameters in selects:
            plan = await explain(crowded, statement, parameters)
            assert not whole_tables(plan), f"{name}: {statement}\n{plan}"
            assert name in OF_A_TEAM or not sorts(plan), f"{name}: {statement}\n{plan}"


async def test_boards_find_the_open_rounds_by_their_own_index(
    crowded: SqlStore, heard: list[tuple[str, tuple[object, ...]]]
) -> None:
    """Whatever is added up, what is not closed yet is a short list, looked at in one query."""
    for viewer in ("", "m"):
        heard.clear()
        await crowded.standings(TEAM, "C", None, NINE.date(), viewer)
        ((statement, parameters),) = heard
        plan = await explain(crowded, statement, parameters)
        assert plan.count("rounds_unclosed") == 1, plan
        assert not whole_tables(plan), plan


async def test_planning_looks_for_its_rivals_alone(crowded: SqlStore) -> None:
    selects: list[tuple[str, tuple[object, ...]]] = []

    def hear(
        _connection: object,
        _cursor: object,
        statement: str,
        parameters: tuple[object, ...],
        *_: object,
    ) -> None:
        if statement.startswith("SELECT rounds.round_id"):
            selects.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        extra = round_("extra", TEAM, slot="extra", channel_id="C")
        assert await crowded.plan(extra, (), rivals=frozenset({"pca", "pca-back"}))
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    ((statement, parameters),) = selects
    plan = await explain(crowded, statement, parameters)
    assert not whole_tables(plan), plan
    assert crowded.database.__class__.__name__ != "SqliteDatabase" or "rounds_untold" in plan, plan


@contextmanager
def updates_heard() -> Iterator[list[tuple[str, tuple[object, ...]]]]:
    """The updates of rounds from here on, each with its parameters."""
    updates: list[tuple[str, tuple[object, ...]]] = []

    def hear(
        _connection: object,
        _cursor: object,
        statement: str,
        parameters: Sequence[tuple[object, ...]],
        _context: object,
        executemany: bool,
    ) -> None:
        if statement.startswith("UPDATE rounds"):
            each = parameters[0] if executemany else tuple(parameters)
            updates.append((statement, each))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield updates
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


async def test_renaming_looks_for_the_rounds_of_these_questions_alone(crowded: SqlStore) -> None:
    """Those of one team, and those of every team that plays from a sheet of the installation."""
    with updates_heard() as updates:
        for team_id in (LIBRARY, TEAM):
            sheet = Sheet("ml", "ML", (QUESTION,))
            await crowded.save_sheet(team_id, sheet)
            over = next(each for each in await crowded.sheets(team_id) if each.id == "ml")
            new = replace(sheet, questions=(replace(QUESTION, id="new"),))
            renamed = ((QUESTION.id, "new"), ("x", "y"))
            assert await crowded.replace_sheet(team_id, new, over, renamed)
    assert len(updates) == 2
    for statement, parameters in updates:
        plan = await explain(crowded, statement, parameters)
        assert "rounds_by_question" in plan, f"{statement}\n{plan}"
        assert not whole_tables(plan), f"{statement}\n{plan}"


async def test_recording_an_answer_reads_no_whole_table_and_no_day_before_the_run(
    crowded: SqlStore,
) -> None:
    """In a channel with years of questions, most of which the member answered."""
    days = [NINE.date() - number * DAY for number in range(1, 1001)]
    of_team = [round_(f"r{day}", TEAM, channel_id="C", local_date=day) for day in days]
    said = [
        answer("m", team_id=TEAM, round_id=each.id, channel_id="C", local_date=each.local_date)
        for each in of_team
        if each.local_date.weekday()
    ]

    def fill(connection: Connection) -> None:
        rows = [values_of(each) | {"opened_at": NINE, "state": "revealed"} for each in of_team]
        connection.execute(insert(rounds), rows)
        keys = [replace(each, key=each.round_id) for each in said]
        connection.execute(insert(answers), [row_of(each, place=1) for each in keys])
        connection.execute(text("ANALYZE"))

    await crowded.database.write(fill)
    now = answer("m", 2, team_id=TEAM, round_id="r", channel_id="C", local_date=NINE.date())
    with updates_heard() as updates:
        assert await crowded.record(now) == Recorded(Recording.RECORDED, streak=1)
    ((statement, parameters),) = updates
    plan = await explain(crowded, statement, parameters)
    assert not whole_tables(plan), plan
    assert not sorts(plan), plan
    assert "Join" not in plan, plan


async def explain(store: SqlStore, statement: str, parameters: tuple[object, ...]) -> str:
    """The plan of a statement, as the database tells it."""
    async with store.database.reading() as connection:
        sqlite = connection.dialect.name == "sqlite"
        prefix = "EXPLAIN QUERY PLAN " if sqlite else "EXPLAIN "
        rows = await connection.exec_driver_sql(prefix + statement, parameters)
        return "\n".join(str(row[-1]) for row in rows)


def whole_tables(plan: str) -> list[str]:
    """The tables of which a plan reads every row."""
    scan = r"(Seq Scan on|SCAN) {}\b(?! USING (COVERING )?INDEX)"
    return [name for name in metadata.tables if re.search(scan.format(name), plan)]


def sorts(plan: str) -> bool:
    """Whether a plan puts rows in order itself."""
    return "TEMP B-TREE" in plan or "Sort" in plan
