"""Questions that are known by another id from now on: their history goes along."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Column, ColumnElement, Connection, bindparam, delete, select, update

from bot.model.question import Question
from bot.quiz.ports.sheets import LIBRARY
from bot.store.decision_tables import asides, phrases, reports
from bot.store.tables import rounds, sheets

_PARKED = "moving:"
"""Begins an id on its way; no question's own id holds a colon."""


def move_history(
    connection: Connection, team_id: str, sheet_id: str, renamed: Sequence[tuple[str, str]]
) -> None:
    """Bring the rounds, phrases and reports of a sheet from old ids to new ones, all pairs at once: where a new id is
    another pair's old one, what stood there is set aside first.
    """
    news = {new for _, new in renamed}
    parked = [(old, _PARKED + old) for old, _ in renamed if old in news]
    onwards = [(_PARKED + old if old in news else old, new) for old, new in renamed]
    along = [
        update(table)
        .where(
            table.c.sheet_id == sheet_id,
            table.c.question_id == bindparam("old"),
            _uses(table.c.team_id, team_id, sheet_id),
        )
        .values(question_id=bindparam("new"))
        for table in (rounds, phrases, reports, asides)
    ]
    olds = {old for old, _ in renamed}
    # What is left under an id that another question takes is about a question that is gone.
    connection.execute(
        delete(asides).where(
            asides.c.sheet_id == sheet_id,
            asides.c.question_id.in_(sorted(news - olds)),
            _uses(asides.c.team_id, team_id, sheet_id),
        )
    )
    for pairs in (parked, onwards):
        if pairs:
            moved = [{"old": old, "new": new} for old, new in pairs]
            for move in along:
                connection.execute(move, moved)


def _uses(column: Column[str], team_id: str, sheet_id: str) -> ColumnElement[bool]:
    """What belongs to those who use a team's sheet: of the installation's, all that have none of
    their own by its id.
    """
    if team_id != LIBRARY:
        return column == team_id
    own = select(sheets.c.team_id).where(sheets.c.sheet_id == sheet_id)
    return column.not_in(own.where(sheets.c.team_id != LIBRARY))


def teams_with(connection: Connection, team_id: str, sheet_id: str, added: str) -> Sequence[str]:
    """Those who use a team's sheet and have additions to it, which stand under the id `added`."""
    if team_id != LIBRARY:
        return [team_id]
    own = select(sheets.c.team_id).where(sheets.c.sheet_id == sheet_id)
    return connection.scalars(
        select(sheets.c.team_id).where(
            sheets.c.sheet_id == added,
            sheets.c.team_id.not_in(own.where(sheets.c.team_id != LIBRARY)),
        )
    ).all()


def renamed_questions(
    questions: Sequence[Question], renamed: Mapping[str, str]
) -> Iterator[Question]:
    """The questions under their new ids; one whose id is there already is left out."""
    seen: set[str] = set()
    for question in questions:
        name = renamed.get(question.id, question.id)
        if name not in seen:
            seen.add(name)
            yield replace(question, id=name)
