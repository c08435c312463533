"""Proposals: what waits for a quizmaster, and what one decided."""

from dataclasses import replace
from datetime import datetime
from itertools import islice

from sqlalchemy import ColumnElement, Connection, and_, delete, null, select, update

from bot.model.delivery import Delivery
from bot.model.proposal import Decision, Proposal
from bot.model.sheet import Sheet
from bot.quiz.ports.proposals import Taken
from bot.quiz.ports.sheets import SheetEntry
from bot.store.database import Record, Repository, insert
from bot.store.debts import owe_all
from bot.store.sheets import add_questions, put_in_place, refuse_shared_ids
from bot.store.tables import proposals
from bot.store.teams import rests


class SqlProposals(Repository):
    """Proposals, each kept with its decision until it is forgotten."""

    async def save_proposal(self, proposal: Proposal) -> None:
        """Keep a proposal; the same id again changes nothing."""

        def work(connection: Connection) -> None:
            connection.execute(
                insert(connection, proposals)
                .values(
                    team_id=proposal.team_id,
                    proposal_id=proposal.id,
                    made_at=proposal.made_at,
                    body=proposal,
                    decision=null(),
                )
                .on_conflict_do_nothing()
            )

        await self.database.write(work)

    async def proposal(self, team_id: str, proposal_id: str) -> Proposal | None:
        """The proposal with its decision, or None."""
        query = select(proposals).where(_is(team_id, proposal_id))
        async with self.database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
            return None if row is None else _proposal_of(row)

    async def undecided(self, team_id: str, limit: int) -> tuple[Proposal, ...]:
        """The latest additions that wait for a decision, the oldest of them first."""
        query = (
            select(proposals)
            .where(proposals.c.team_id == team_id, proposals.c.decision.is_(None))
            .order_by(proposals.c.made_at.desc())
        )

        def work(connection: Connection) -> tuple[Proposal, ...]:
            waiting = (_proposal_of(row) for row in connection.execute(query))
            latest = islice((each for each in waiting if each.adds), limit)
            return tuple(reversed(tuple(latest)))

        return await self.database.look(work)

    async def decide(
        self, team_id: str, proposal_id: str, decision: Decision, owed: tuple[Delivery, ...] = ()
    ) -> bool:
        """Note a decision, with an accepted addition and with what is owed for it; False if
        somebody decided before.
        """

        def work(connection: Connection) -> bool:
            resting = rests(connection, team_id)
            waiting = _waiting(connection, team_id, proposal_id)
            if waiting is None:
                return False
            if decision.accepted and waiting.adds:
                add_questions(connection, team_id, waiting.sheet)
            _note(connection, team_id, proposal_id, decision)
            owe_all(connection, owed, resting=resting)
            return True

        return await self.database.write(work)

    async def take(
        self,
        team_id: str,
        proposal_id: str,
        decision: Decision,
        sheet: Sheet,
        over: SheetEntry | None,
        renamed: tuple[tuple[str, str], ...],
    ) -> Taken:
        """Note that a sheet was accepted, and write it in the place of `over`; both or nothing."""
        refuse_shared_ids(sheet)

        def work(connection: Connection) -> Taken:
            if _waiting(connection, team_id, proposal_id) is None:
                return Taken.DECIDED
            if not put_in_place(connection, team_id, sheet, over, renamed):
                return Taken.CHANGED
            _note(connection, team_id, proposal_id, decision)
            return Taken.TAKEN

        return await self.database.write(work)

    async def forget_proposals(self, before: datetime) -> None:
        """Drop the proposals made before an instant, decided or not."""

        def work(connection: Connection) -> None:
            connection.execute(delete(proposals).where(proposals.c.made_at < before))

        await self.database.write(work)


def _is(team_id: str, proposal_id: str) -> ColumnElement[bool]:
    return and_(proposals.c.team_id == team_id, proposals.c.proposal_id == proposal_id)


def _waiting(connection: Connection, team_id: str, proposal_id: str) -> Proposal | None:
    """A proposal that nobody has decided on, nor will until the transaction ends."""
    row = connection.execute(
        select(proposals).where(_is(team_id, proposal_id)).with_for_update()
    ).one_or_none()
    found = None if row is None else _proposal_of(row)
    return found if found is not None and found.decision is None else None


def _note(connection: Connection, team_id: str, proposal_id: str, decision: Decision) -> None:
    connection.execute(update(proposals).where(_is(team_id, proposal_id)).values(decision=decision))


def _proposal_of(row: Record) -> Proposal:
    body: Proposal = row.body
    return replace(body, decision=row.decision)
