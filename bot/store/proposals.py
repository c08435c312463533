"""Proposals: what waits for a quizmaster."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.model.proposal import Proposal
from bot.store.database import Repository, insert
from bot.store.tables import proposals


class SqlProposals(Repository):
    """Proposals, each kept until it is settled."""

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
                )
                .on_conflict_do_nothing()
            )

        await self.database.write(work)

    async def proposal(self, team_id: str, proposal_id: str) -> Proposal | None:
        """The proposal, or None if there is none or it is settled."""
        async with self.database.reading() as connection:
            found: Proposal | None = await connection.scalar(
                select(proposals.c.body).where(
                    proposals.c.team_id == team_id, proposals.c.proposal_id == proposal_id
                )
            )
            return found

    async def settle(self, team_id: str, proposal_id: str) -> bool:
        """Take a proposal away; of two concurrent calls exactly one hears True."""

        def work(connection: Connection) -> bool:
            gone = connection.execute(
                delete(proposals).where(
                    proposals.c.team_id == team_id, proposals.c.proposal_id == proposal_id
                )
            )
            return gone.rowcount == 1

        return await self.database.write(work)

    async def forget_proposals(self, before: datetime) -> None:
        """Drop the proposals made before an instant that nobody settled."""

        def work(connection: Connection) -> None:
            connection.execute(delete(proposals).where(proposals.c.made_at < before))

        await self.database.write(work)
