"""The ledger: dated points, only ever added to; every board is a sum over it, and every streak a run
of its days.
"""

from datetime import date

from sqlalchemy import Connection, Date, and_, bindparam, case, func, literal, literal_column, not_, select
from sqlalchemy import insert as insert_row

from bot.model.answer import Answer
from bot.model.board import Standing
from bot.store.database import Repository
from bot.store.rounds import WAS_POSTED
from bot.store.tables import answers, ledger, members, rounds

ANSWER = "answer"
"""The reason of points for an answer; there is an entry for every answer, also for no points."""
_PLAYED = and_(
    rounds.c.team_id == bindparam("team"),
    rounds.c.channel_id == bindparam("channel"),
    rounds.c.local_date < bindparam("day"),
    WAS_POSTED,
)
"""The channel's rounds of earlier days that had a question."""
_DAY = literal_column("rounds.local_date", Date)
"""The day of one of these rounds, written out: in what an update returns, SQLAlchemy names the
columns of SQLite without their tables.
"""
_ANSWERED = (
    select(answers.c.local_date)
    .where(
        answers.c.team_id == bindparam("team"),
        answers.c.channel_id == bindparam("channel"),
        answers.c.member_id == bindparam("member"),
        answers.c.local_date == _DAY,
    )
    .exists()
)
_MISSED = (
    select(rounds.c.local_date)
    .where(_PLAYED, not_(_ANSWERED))
    .order_by(rounds.c.local_date.desc())
    .limit(1)
    .correlate(None)
    .scalar_subquery()
)
"""The latest of these days on which the member did not answer: what is before it is not read."""
_SINCE = (
    select(func.count(rounds.c.local_date.distinct()))
    .where(_PLAYED, rounds.c.local_date > func.coalesce(_MISSED, literal(date.min, Date)))
    .correlate(None)
    .scalar_subquery()
)
STREAK = (1 + _SINCE).label("streak")
"""How many of the channel's days in a row a member has answered, up to and including the day of an
answer that is being recorded.
"""
_ENTER = insert_row(ledger)


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
        _ENTER,
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
