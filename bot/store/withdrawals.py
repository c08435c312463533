"""Rounds that are taken back before a worker has them in hand, and those that are to come."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, select

from bot.model.delivery import DeliveryKind
from bot.model.round import Round, RoundState
from bot.model.schedule import Schedule
from bot.store.database import Record
from bot.store.rounds import round_of
from bot.store.tables import deliveries, delivery_is_open, round_is_unclosed, rounds, state


def withdrawn(connection: Connection, schedule: Schedule) -> Sequence[datetime]:
    """Take back the planned rounds of a schedule, with all that they owe; for when each was
    planned. The schedule's row is held, so that none is planned meanwhile.
    """
    planned = connection.execute(
        select(rounds.c.round_id, rounds.c.planned_at).where(
            _of_channel(schedule),
            round_is_unclosed,
            rounds.c.slot == schedule.slot,
            rounds.c.state == state(RoundState.PLANNED),
        )
    ).all()
    return [row.planned_at for row in planned if _take_back(connection, schedule.team_id, row)]


def _take_back(connection: Connection, team_id: str, planned: Record) -> bool:
    """Hold the post of a round, and drop the round if nobody has it in hand by then."""
    owed = and_(deliveries.c.team_id == team_id, deliveries.c.round_id == planned.round_id)
    # Who leases a post holds its delivery first: whoever comes second here sees the other.
    leased = connection.scalars(
        select(deliveries.c.leased_until)
        .where(owed, delivery_is_open, deliveries.c.kind == DeliveryKind.POST.value)
        .with_for_update()
    ).all()
    if any(until is not None for until in leased):
        return False
    gone = connection.execute(
        delete(rounds).where(
            rounds.c.team_id == team_id,
            rounds.c.round_id == planned.round_id,
            rounds.c.state == RoundState.PLANNED.value,
        )
    )
    if gone.rowcount:
        connection.execute(delete(deliveries).where(owed))
    return gone.rowcount == 1


def still_coming(connection: Connection, schedule: Schedule) -> tuple[Round, ...]:
    """The rounds of a schedule's channel that are still to be posted."""
    unposted = rounds.c.state.in_([state(RoundState.PLANNED), state(RoundState.POSTING)])
    found = connection.execute(
        select(rounds)
        .where(_of_channel(schedule), round_is_unclosed, unposted)
        .order_by(rounds.c.planned_at)
    )
    return tuple(map(round_of, found))


def _of_channel(schedule: Schedule) -> ColumnElement[bool]:
    return and_(rounds.c.team_id == schedule.team_id, rounds.c.channel_id == schedule.channel_id)
