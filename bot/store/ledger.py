"""The ledger: dated points, only ever added to; every board is a sum over it, and every streak a run
of its days.
"""

from datetime import date

from sqlalchemy import Connection, and_, bindparam, case, func, not_, or_, select
from sqlalchemy import insert as insert_row

from bot.model.answer import Answer
from bot.model.board import Standing
from bot.store.database import Repository
from bot.store.rounds import WAS_POSTED, unclosed_in
from bot.store.tables import answers, ledger, members, rounds

ANSWER = "answer"
"""The reason of points for an answer; there is an entry for every answer, also for no points."""
_AT_ONCE = 32
"""Days that are looked at in one go: a run is read as far as it reaches, and no further."""
_PLAYED = (
    select(rounds.c.local_date)
    .where(
        rounds.c.team_id == bindparam("team"),
        rounds.c.channel_id == bindparam("channel"),
        rounds.c.local_date < bindparam("before"),
        WAS_POSTED,
    )
    .distinct()
    .order_by(rounds.c.local_date.desc())
    .limit(_AT_ONCE)
)
_ANSWERED = (
    select(answers.c.local_date)
    .where(
        answers.c.team_id == bindparam("team"),
        answers.c.channel_id == bindparam("channel"),
        answers.c.member_id == bindparam("member"),
        answers.c.local_date.between(bindparam("first"), bindparam("last")),
    )
    .distinct()
)


class SqlLedger(Repository):
    """Sums over the ledger."""

    async def standings(
        self, team_id: str, channel_id: str, first: date | None, last: date, viewer: str = ""
    ) -> tuple[Standing, ...]:
        """Every member who answered in the channel's closed rounds between two local days, both
        included, with the sum of their points and their days; no first day means since the
        beginning. The `viewer` is there with what open rounds brought them, too.
        """
        # Looked up once, however many entries are added up.
        unclosed = unclosed_in(team_id).cte("unclosed").prefix_with("MATERIALIZED")
        is_open = unclosed.c.round_id.is_not(None)
        is_own = ledger.c.member_id == viewer
        answered = and_(ledger.c.reason == ANSWER, not_(is_open))
        days = func.count(case((answered, ledger.c.local_date)).distinct())
        sums = (
            select(
                ledger.c.member_id,
                func.sum(case((is_open, 0), else_=ledger.c.points)).label("points"),
                days.label("days"),
                func.sum(case((is_open, ledger.c.points), else_=0)).label("open_points"),
            )
            .select_from(ledger.outerjoin(unclosed, unclosed.c.round_id == ledger.c.round_id))
            .where(
                ledger.c.team_id == team_id,
                ledger.c.channel_id == channel_id,
                ledger.c.local_date <= last,
                or_(is_own, not_(is_open)),
            )
            .group_by(ledger.c.member_id)
            .having(or_(days > 0, is_own))
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
                entries.c.open_points,
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


def streak_with(connection: Connection, answer: Answer) -> int:
    """How many of the channel's days in a row a member has answered, up to and including the day
    of this answer, which is written.
    """
    length, before = 1, answer.local_date
    while played := _played(connection, answer, before):
        answered = _answered(connection, answer, played[-1], played[0])
        for day in played:
            if day not in answered:
                return length
            length += 1
        before = played[-1]
    return length


def _played(connection: Connection, answer: Answer, before: date) -> list[date]:
    """The channel's latest days with a question before a day, the newest first."""
    where = {"team": answer.team_id, "channel": answer.channel_id, "before": before}
    return list(connection.scalars(_PLAYED, where))


def _answered(connection: Connection, answer: Answer, first: date, last: date) -> set[date]:
    """The days on which the member answered, between two, both included."""
    where = {
        "team": answer.team_id,
        "channel": answer.channel_id,
        "member": answer.member_id,
        "first": first,
        "last": last,
    }
    return set(connection.scalars(_ANSWERED, where))
