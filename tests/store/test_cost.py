"""What recording an answer asks of a database: every statement costs each of those who wait."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from bot.model.answer import Recording
from bot.store import SqlStore
from tests.store.cast import FIVE, TEAM, answer, became, posted

COUNT, ANSWER, POINTS = "UPDATE rounds", "INSERT INTO answers", "INSERT INTO ledger"


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is done to which table from here on; of a look, that it is one."""
    heard: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        change = re.match(r"(INSERT INTO|UPDATE) \w+", statement)
        heard.append(change[0] if change else statement.partition(" ")[0])

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


async def asked(store: SqlStore, member: str, number: int = 1, name: str = "M") -> list[str]:
    """The statements of a recorded answer, the beginning of its transaction left out."""
    with statements() as heard:
        said = answer(member, number, member_name=name)
        assert await became(store, said) is Recording.RECORDED
    return [each for each in heard if each != "BEGIN"]


async def test_an_answer_of_somebody_known_is_three_statements(store: SqlStore) -> None:
    await posted(store)
    await store.greet(TEAM, "ada", "M")
    assert await asked(store, "ada") == [COUNT, ANSWER, POINTS]
    assert await asked(store, "ada", 2) == [COUNT, ANSWER, POINTS]


async def test_only_what_is_new_of_a_member_or_a_team_is_written(store: SqlStore) -> None:
    await posted(store)
    team, member = "INSERT INTO teams", "INSERT INTO members"
    assert await asked(store, "ada") == [COUNT, ANSWER, POINTS, team, member]
    assert await asked(store, "grace") == [COUNT, ANSWER, POINTS, member]
    assert await asked(store, "grace", 2) == [COUNT, ANSWER, POINTS]
    assert await asked(store, "grace", 3, name="Grace H.") == [COUNT, ANSWER, POINTS, member]


async def test_a_name_that_no_database_holds_as_it_is_written_once(store: SqlStore) -> None:
    await posted(store)
    assert "INSERT INTO members" in await asked(store, "ada", name="A\x00da")
    assert await asked(store, "ada", 2, name="A\x00da") == [COUNT, ANSWER, POINTS]


async def test_a_refused_answer_writes_nothing(store: SqlStore) -> None:
    await posted(store)
    await store.record(answer())
    late, elsewhere = answer("grace", said_at=FIVE), answer("eve", round_id="r2")
    refused = (answer(), answer(number=3), late, elsewhere)
    for said in refused:
        with statements() as heard:
            assert await became(store, said) is not Recording.RECORDED
        assert [each for each in heard if each != "BEGIN"] == [COUNT, "SELECT"]
