"""Phrases: the wordings that a team's quizmasters accepted for its questions."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import Connection, false, func, select, update

from bot.model.appeal import Decider, Phrase
from bot.model.audit import AuditEntry
from bot.store.audit import add_entry
from bot.store.database import Record, Repository
from bot.store.decision_tables import phrases
from bot.store.tables import rounds
from bot.store.teams import hold

_COUNTS = (phrases.c.withdrawn.is_(None), phrases.c.undone.is_(false()))


class SqlPhrases(Repository):
    """Phrases, each kept with who added it and who took it out."""

    async def phrases(
        self, team_id: str, sheet_id: str, question_ids: Collection[str] = ()
    ) -> tuple[Phrase, ...]:
        """All phrases of a team for questions of a sheet, also those that count no more."""

        def work(connection: Connection) -> tuple[Phrase, ...]:
            return phrases_of(connection, team_id, sheet_id, question_ids)

        return await self.database.look(work)

    async def team_phrases(
        self, team_id: str, limit: int, skipped: int = 0
    ) -> tuple[tuple[Phrase, ...], int]:
        """The phrases of a team that count, the newest first; and how many there are."""
        those = (phrases.c.team_id == team_id, *_COUNTS)
        page = (
            select(phrases)
            .where(*those)
            .order_by(phrases.c.added_at.desc(), phrases.c.phrase_id)
            .limit(limit)
            .offset(skipped)
        )

        def work(connection: Connection) -> tuple[tuple[Phrase, ...], int]:
            found = tuple(map(phrase_of, connection.execute(page)))
            number = connection.scalar(select(func.count()).select_from(phrases).where(*those))
            return found, number or 0

        return await self.database.look(work)

    async def withdraw(
        self, team_id: str, phrase_id: str, by: Decider, entry: AuditEntry
    ) -> Phrase | None:
        """Take a phrase out for what is said from now on; None if it counts no more."""
        this = (phrases.c.team_id == team_id, phrases.c.phrase_id == phrase_id)

        def work(connection: Connection) -> Phrase | None:
            hold(connection, team_id)
            taken = connection.execute(
                update(phrases).where(*this, *_COUNTS).values(withdrawn=by).returning(phrases)
            ).one_or_none()
            if taken is None:
                return None
            phrase = phrase_of(taken)
            add_entry(connection, replace(entry, words=phrase.words))
            decide_anew(connection, phrase)
            return phrase

        return await self.database.write(work)


def phrases_of(
    connection: Connection, team_id: str, sheet_id: str, question_ids: Collection[str] = ()
) -> tuple[Phrase, ...]:
    """The phrases for questions of a sheet, the oldest first."""
    query = select(phrases).where(phrases.c.team_id == team_id, phrases.c.sheet_id == sheet_id)
    if question_ids:
        query = query.where(phrases.c.question_id.in_(sorted(question_ids)))
    ordered = query.order_by(phrases.c.added_at, phrases.c.phrase_id)
    return tuple(map(phrase_of, connection.execute(ordered)))


def decide_anew(connection: Connection, phrase: Phrase) -> None:
    """Have whatever is being answered to the question of a phrase graded anew."""
    connection.execute(
        update(rounds)
        .where(
            rounds.c.team_id == phrase.team_id,
            rounds.c.sheet_id == phrase.sheet_id,
            rounds.c.question_id == phrase.question_id,
        )
        .values(regrades=rounds.c.regrades + 1)
    )


def phrase_row(phrase: Phrase) -> dict[str, object]:
    """The row of a phrase."""
    return {
        "team_id": phrase.team_id,
        "phrase_id": phrase.id,
        "ruling_id": phrase.ruling_id,
        "sheet_id": phrase.sheet_id,
        "question_id": phrase.question_id,
        "item": phrase.item,
        "words": phrase.words,
        "added": phrase.added,
        "added_at": phrase.added.at,
        "withdrawn": phrase.withdrawn,
        "undone": phrase.undone,
    }


def phrase_of(row: Record) -> Phrase:
    """The phrase in a row of its table."""
    return Phrase(
        team_id=row.team_id,
        id=row.phrase_id,
        ruling_id=row.ruling_id,
        sheet_id=row.sheet_id,
        question_id=row.question_id,
        item=row.item,
        words=row.words,
        added=row.added,
        withdrawn=row.withdrawn,
        undone=row.undone,
    )
