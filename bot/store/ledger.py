"""The ledger: dated points, only ever added to; every board is a sum over it, and every streak a run
of its days.
"""

from datetime import date
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    Select,
    and_,
    bindparam,
    case,
    func,
    not_,
    or_,
    select,
)
from sqlalchemy import insert as insert_row

from bot.model.answer import Answer
from bot.model.board import Standing
from bot.store.database import Repository
from bot.store.rounds import WAS_POSTED, unclosed_in
from bot.store.tables import answers, ledger, members, round_is_unclosed, rounds

ANSWER = "answer"
"""The reason of points for an answer; there is an entry for every answer, also for no points."""
_LAST = select(bindparam("day", type_=Date).label("day")).cte("run", recursive=True, nesting=True)
_EARLIER = (
    select(func.max(rounds.c.local_date))
    .where(
        rounds.c.team_id == bindparam("team"),
        rounds.c.channel_id == bindparam("channel"),
        rounds.c.local_date < _LAST.c.day,
        WAS_POSTED,
    )
    .correlate(_LAST)
    .scalar_subquery()
)
"""The channel's latest day with a question before a day."""
_ANSWERED = (
    select(answers.c.local_date)
    .where(
        answers.c.team_id == bindparam("team"),
        answers.c.channel_id == bindparam("channel"),
        answers.c.member_id == bindparam("member"),
        answers.c.local_date == _LAST.c.day,
    )
    .correlate(_LAST)
    .exists()
)
_RUN = _LAST.union_all(
    select(_EARLIER).select_from(_LAST).where(or_(_LAST.c.day == bindparam("day"), _ANSWERED))
)
"""The channel's days from one on backwards, up to the first on which the member did not answer, or
to null before the first of all: a history is read a day at a time, as far as the run reaches.
"""
STREAK = (select(func.count() - 1).select_from(_RUN)).scalar_subquery().label("streak")
"""How many of the channel's days in a row a member has answered, up to and including the day of an
answer that is being recorded.
"""
_ENTER = insert_row(ledger)


_OLDEST_OPEN = (
    select(func.min(rounds.c.local_date))
    .where(
        rounds.c.team_id == bindparam("team"),
        rounds.c.channel_id == bindparam("channel"),
        round_is_unclosed,
    )
    .scalar_subquery()
)
_EARLIEST = case(
    (bindparam("first", type_=Date) > _OLDEST_OPEN, _OLDEST_OPEN),
    else_=bindparam("first", type_=Date),
)
"""The day of the oldest open round of a channel, if that is before the first day of a window."""


def _standings(*, since: bool, live: bool = False) -> Select[*tuple[Any, ...]]:
    """The sums of a channel up to a day, or between two; `live`, with what open rounds brought
    everybody, also those of an earlier day. They are written once: to build them costs more than
    to run them.
    """
    # Looked up once, however many entries are added up.
    unclosed = unclosed_in(bindparam("team")).cte("unclosed").prefix_with("MATERIALIZED")
    is_open = unclosed.c.round_id.is_not(None)
    is_own = ledger.c.member_id == bindparam("viewer")
    within = ledger.c.local_date <= bindparam("last")
    if since:
        within = and_(within, ledger.c.local_date >= bindparam("first"))
    answered = and_(ledger.c.reason == ANSWER, not_(is_open))
    days = func.count(case((answered, ledger.c.local_date)).distinct())
    gained = func.sum(case((is_open, ledger.c.points), else_=0))
    # A miss in an open round would be told by standing there with nothing for it.
    public = or_(days > 0, gained > 0) if live else days > 0
    counts = and_(within, or_(is_own, not_(is_open)))
    if live:
        # The earlier days that are looked at are those of rounds that are still open.
        counts = and_(ledger.c.local_date >= _EARLIEST, or_(is_open, within))
    sums = (
        select(
            ledger.c.member_id,
            func.sum(case((is_open, 0), else_=ledger.c.points)).label("points"),
            days.label("days"),
            gained.label("open_points"),
        )
        .select_from(ledger.outerjoin(unclosed, unclosed.c.round_id == ledger.c.round_id))
        .where(
            ledger.c.team_id == bindparam("team"),
            ledger.c.channel_id == bindparam("channel"),
            counts,
        )
        .group_by(ledger.c.member_id)
        .having(or_(public, is_own))
    )
    entries = sums.subquery()
    named = and_(members.c.team_id == bindparam("team"), members.c.member_id == entries.c.member_id)
    return (
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


_EVER, _SINCE = _standings(since=False), _standings(since=True)
_LIVE = _standings(since=True, live=True)


class SqlLedger(Repository):
    """Sums over the ledger."""

    async def standings(
        self,
        team_id: str,
        channel_id: str,
        first: date | None,
        last: date,
        viewer: str = "",
        *,
        live: bool = False,
    ) -> tuple[Standing, ...]:
        """Every member who answered in the channel's closed rounds between two local days, with the
        sum of their points and their days; `live`, with what open rounds brought them.
        """
        query = _EVER if first is None else _LIVE if live else _SINCE
        said = {
            "team": team_id,
            "channel": channel_id,
            "first": first,
            "last": last,
            "viewer": viewer,
        }

        def work(connection: Connection) -> tuple[Standing, ...]:
            return tuple(Standing(*row) for row in connection.execute(query, said))

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
            "cause": "",
        },
    )
