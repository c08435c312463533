"""The ledger: dated points, only ever added to; every board is a sum over it."""

from datetime import date

from sqlalchemy import Connection, and_, case, func, select
from sqlalchemy import insert as insert_row

from bot.model.answer import Answer
from bot.model.board import Standing
from bot.store.database import Repository
from bot.store.tables import ledger, members

ANSWER = "answer"
"""The reason of points for an answer; there is an entry for every answer, also for no points."""


class SqlLedger(Repository):
    """Sums over the ledger."""

    async def standings(
        self, team_id: str, channel_id: str, first: date | None, last: date
    ) -> tuple[Standing, ...]:
        """Every member who answered in the channel between two local days, both included,
        with the sum of their points and their days; no first day means since the beginning.
        """
        days = func.count(case((ledger.c.reason == ANSWER, ledger.c.local_date)).distinct())
        points = func.sum(ledger.c.points)
        sums = (
            select(ledger.c.member_id, points.label("points"), days.label("days"))
            .where(
                ledger.c.team_id == team_id,
                ledger.c.channel_id == channel_id,
                ledger.c.local_date <= last,
            )
            .group_by(ledger.c.member_id)
            .having(days > 0)
        )
        if first is not None:
            sums = sums.where(ledger.c.local_date >= first)
        entries = sums.subquery()
        named = and_(members.c.team_id == team_id, members.c.member_id == entries.c.member_id)
        query = (
            select(
                entries.c.member_id,
                members.c.name,
                entries.c.points,
                entries.c.days,
                members.c.hidden,
            )
            .select_from(entries.join(members, named))
            .order_by(entries.c.points.desc(), entries.c.member_id)
        )

        def work(connection: Connection) -> tuple[Standing, ...]:
            return tuple(Standing(*row) for row in connection.execute(query))

        return await self.database.look(work)


def enter(connection: Connection, answer: Answer) -> None:
    """Add the points of an answer."""
    connection.execute(
        insert_row(ledger),
        {
            "team_id": answer.team_id,
            "round_id": answer.round_id,
            "member_id": answer.member_id,
            "reason": ANSWER,
            "number": answer.number,
            "channel_id": answer.channel_id,
            "local_date": answer.local_date,
            "points": answer.points,
            "entered_at": answer.said_at,
        },
    )
