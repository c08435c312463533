"""Rulings as rows of their table."""

from sqlalchemy import ColumnElement, Connection, and_, null, select

from bot.model.appeal import Ruling, RulingKind
from bot.store.database import Record
from bot.store.decision_tables import appeals, decided, rulings

DECIDED_APPEALS = decided.join(
    appeals,
    and_(appeals.c.team_id == decided.c.team_id, appeals.c.appeal_id == decided.c.about_id),
)
"""Rulings with the appeals that they decided, also those that were undone."""


def ruling_in(connection: Connection, team_id: str, ruling_id: str) -> Ruling | None:
    """A decision as the transaction sees it, or None."""
    row = connection.execute(select(rulings).where(is_ruling(team_id, ruling_id))).one_or_none()
    return None if row is None else ruling_of(row)


def is_ruling(team_id: str, ruling_id: str) -> ColumnElement[bool]:
    """The row of a ruling."""
    return and_(rulings.c.team_id == team_id, rulings.c.ruling_id == ruling_id)


def row_of(ruling: Ruling) -> dict[str, object]:
    """The row of a ruling that was just made."""
    return {
        "team_id": ruling.team_id,
        "ruling_id": ruling.id,
        "kind": ruling.kind.value,
        "by": ruling.by,
        "word": ruling.word,
        "round_id": ruling.round_id,
        "undone": null(),
        "pending_since": ruling.by.at,
    }


def ruling_of(row: Record) -> Ruling:
    """The ruling in a row of its table."""
    return Ruling(
        team_id=row.team_id,
        id=row.ruling_id,
        kind=RulingKind(row.kind),
        by=row.by,
        word=row.word,
        round_id=row.round_id,
        undone=row.undone,
        carried_out=row.pending_since is None,
    )
