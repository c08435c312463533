"""Rulings: what quizmasters decided, and the grades and points that follow from it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    func,
    null,
    or_,
    select,
    update,
)
from sqlalchemy import insert as insert_row

from bot.model.appeal import Decider, Ruling, RulingKind
from bot.model.audit import AuditEntry
from bot.model.delivery import Delivery
from bot.quiz.ports.rulings import Correction, Ruled
from bot.store.audit import add_entry
from bot.store.database import Repository
from bot.store.debts import owe_all
from bot.store.decision_tables import (
    appeals,
    asides,
    decided,
    phrases,
    reports,
    ruling_is_pending,
    rulings,
)
from bot.store.phrases import phrase_row
from bot.store.reports import set_aside
from bot.store.ruling_rows import DECIDED_APPEALS, is_ruling, row_of, ruling_in, ruling_of
from bot.store.tables import ledger, rounds
from bot.store.teams import hold, rests

CORRECTION = "correction"
"""The reason of points that a quizmaster gave, or took, by hand."""
_DONE = {"pending_since": null()}


class SqlRulings(Repository):
    """Rulings, and how they are carried out."""

    async def rule(self, ruled: Ruled) -> Ruling | None:
        """Write a decision; the one that stands if something was decided before."""
        ruling = ruled.ruling
        which = (appeals.c.team_id == ruling.team_id, appeals.c.appeal_id.in_(ruled.appeals))
        reported = (reports.c.team_id == ruling.team_id, reports.c.report_id.in_(ruled.reports))

        def work(connection: Connection) -> Ruling | None:
            hold(connection, ruling.team_id)
            before = connection.scalars(
                select(appeals.c.ruling_id)
                .where(*which, appeals.c.ruling_id != "")
                .union_all(select(reports.c.ruling_id).where(*reported, reports.c.ruling_id != ""))
            ).first()
            if before is not None:
                return ruling_in(connection, ruling.team_id, before)
            connection.execute(insert_row(rulings).values(**row_of(ruling)))
            connection.execute(update(appeals).where(*which).values(ruling_id=ruling.id))
            connection.execute(update(reports).where(*reported).values(ruling_id=ruling.id))
            for about_id in (*ruled.appeals, *ruled.reports):
                connection.execute(
                    insert_row(decided).values(
                        team_id=ruling.team_id, ruling_id=ruling.id, about_id=about_id
                    )
                )
            if ruled.entry is not None:
                add_entry(connection, ruled.entry)
            if ruled.aside is not None:
                set_aside(connection, ruled.aside)
            if ruled.phrase is not None:
                connection.execute(insert_row(phrases).values(**phrase_row(ruled.phrase)))
            if ruling.kind is RulingKind.VOIDED:
                _void(connection, ruling, ruling.id)
            _hold_answers(connection, ruling.team_id, ruling.id)
            return None

        return await self.database.write(work)

    async def ruling(self, team_id: str, ruling_id: str) -> Ruling | None:
        """A decision, or None."""

        def work(connection: Connection) -> Ruling | None:
            return ruling_in(connection, team_id, ruling_id)

        return await self.database.look(work)

    async def undo(self, team_id: str, ruling_id: str, by: Decider, entry: AuditEntry) -> bool:
        """Take a decision back; False if that was done before."""

        def work(connection: Connection) -> bool:
            hold(connection, team_id)
            undone = connection.execute(
                update(rulings)
                .where(is_ruling(team_id, ruling_id), rulings.c.undone.is_(None))
                .values(undone=by, pending_since=by.at)
            )
            if undone.rowcount == 0:
                return False
            add_entry(connection, entry)
            connection.execute(
                update(phrases)
                .where(phrases.c.team_id == team_id, phrases.c.ruling_id == ruling_id)
                .values(undone=True)
            )
            connection.execute(
                update(appeals)
                .where(appeals.c.team_id == team_id, appeals.c.ruling_id == ruling_id)
                .values(ruling_id="", draft=null())
            )
            connection.execute(
                update(reports)
                .where(reports.c.team_id == team_id, reports.c.ruling_id == ruling_id)
                .values(ruling_id="")
            )
            connection.execute(
                delete(asides).where(asides.c.team_id == team_id, asides.c.ruling_id == ruling_id)
            )
            ruling = ruling_in(connection, team_id, ruling_id)
            if ruling is not None and ruling.kind is RulingKind.VOIDED:
                _void(connection, ruling, "")
            _hold_answers(connection, team_id, ruling_id)
            return True

        return await self.database.write(work)

    async def correct(self, correction: Correction, entry: AuditEntry, told: Delivery) -> bool:
        """Add points to what a member has in a channel, with a word to them; False if that ruling
        was written before.
        """
        ruling = correction.ruling
        before = (
            ledger.c.team_id == ruling.team_id,
            ledger.c.member_id == correction.member_id,
            ledger.c.round_id == "",
            ledger.c.reason == CORRECTION,
        )

        def work(connection: Connection) -> bool:
            hold(connection, ruling.team_id)
            resting = rests(connection, ruling.team_id)
            if ruling_in(connection, ruling.team_id, ruling.id) is not None:
                return False
            number = connection.scalar(select(func.max(ledger.c.number)).where(*before)) or 0
            connection.execute(insert_row(rulings).values(**row_of(ruling) | _DONE))
            connection.execute(
                insert_row(ledger).values(
                    team_id=ruling.team_id,
                    round_id="",
                    member_id=correction.member_id,
                    reason=CORRECTION,
                    number=number + 1,
                    channel_id=correction.channel_id,
                    local_date=correction.day,
                    points=correction.points,
                    entered_at=ruling.by.at,
                    cause=ruling.id,
                )
            )
            add_entry(connection, entry)
            owe_all(connection, (told,), resting=resting)
            return True

        return await self.database.write(work)

    async def unfinished(self, before: datetime, limit: int) -> tuple[Ruling, ...]:
        """Decisions of all teams that are not carried out, the oldest first."""
        query = (
            select(rulings)
            .where(ruling_is_pending, rulings.c.pending_since < before)
            .order_by(rulings.c.pending_since)
            .limit(limit)
        )

        def work(connection: Connection) -> tuple[Ruling, ...]:
            return tuple(map(ruling_of, connection.execute(query)))

        return await self.database.look(work)

    async def carried_out(
        self, ruling: Ruling, owed: Sequence[Delivery], *, done: bool = True
    ) -> None:
        """Owe words about a decision as it was read, and note that all was done that follows."""
        undone = (
            rulings.c.undone.is_(None) if ruling.undone is None else rulings.c.undone.is_not(None)
        )

        def work(connection: Connection) -> None:
            resting = rests(connection, ruling.team_id)
            stands = connection.execute(
                update(rulings)
                .where(is_ruling(ruling.team_id, ruling.id), undone)
                .values(pending_since=null() if done else rulings.c.pending_since)
            )
            if stands.rowcount:
                owe_all(connection, tuple(owed), resting=resting)

        await self.database.write(work)


def concerned(team_id: str, ruling_id: str) -> ColumnElement[bool]:
    """The rounds that a ruling is about: of its phrase's question, of its appeals, or voided."""
    of_phrase = (
        select(phrases.c.phrase_id)
        .where(
            phrases.c.team_id == team_id,
            phrases.c.ruling_id == ruling_id,
            phrases.c.sheet_id == rounds.c.sheet_id,
            phrases.c.question_id == rounds.c.question_id,
        )
        .exists()
    )
    of_appeals = (
        select(appeals.c.round_id)
        .select_from(DECIDED_APPEALS)
        .where(decided.c.team_id == team_id, decided.c.ruling_id == ruling_id)
    )
    voided = select(rulings.c.round_id).where(is_ruling(team_id, ruling_id))
    return and_(
        rounds.c.team_id == team_id,
        or_(of_phrase, rounds.c.round_id.in_(of_appeals), rounds.c.round_id.in_(voided)),
    )


def _hold_answers(connection: Connection, team_id: str, ruling_id: str) -> None:
    """Have whatever is being answered in the rounds of a ruling graded anew."""
    connection.execute(
        update(rounds).where(concerned(team_id, ruling_id)).values(regrades=rounds.c.regrades + 1)
    )


def _void(connection: Connection, ruling: Ruling, voided: str) -> None:
    connection.execute(
        update(rounds)
        .where(rounds.c.team_id == ruling.team_id, rounds.c.round_id == ruling.round_id)
        .values(voided=voided)
    )
