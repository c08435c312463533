"""Channels that change: what is owed there waits or is given up, and what they hold moves along."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, not_, select, true, update

from bot.model.delivery import DeliveryKind
from bot.model.round import RoundState
from bot.model.schedule import Schedule
from bot.store.tables import (
    answers,
    deliveries,
    delivery_is_open,
    ledger,
    reminders,
    rounds,
    schedules,
    state,
)

PUBLIC = tuple(
    kind.value
    for kind in (DeliveryKind.POST, DeliveryKind.CLOSE, DeliveryKind.REVEAL, DeliveryKind.REMIND)
)
"""What stands or falls with the channel; a word to one person does not."""


def let_wait(connection: Connection, schedule: Schedule, *, waiting: bool) -> None:
    """Let what is owed to a schedule's channel wait, or wait no more."""
    connection.execute(
        update(deliveries)
        .where(_owed_to(schedule.team_id, schedule.channel_id))
        .values(resting=waiting)
    )


def write_off(
    connection: Connection, team_id: str, why: str, now: datetime, channel_id: str = ""
) -> None:
    """Give up what is owed to a channel, or to every one of the team: a question that never came
    out is skipped, an answer that cannot be posted there counts as revealed. What a worker has in
    hand is left to it.
    """
    in_hand = and_(deliveries.c.leased_until.is_not(None), deliveries.c.leased_until > now)
    waiting = and_(_owed_to(team_id, channel_id), not_(in_hand))
    # Deliveries are held before their rounds, as by whoever records that one was made.
    owed = connection.scalars(select(deliveries.c.round_id).where(waiting).with_for_update())
    concerned = and_(rounds.c.team_id == team_id, rounds.c.round_id.in_(sorted(set(owed))))
    unposted = rounds.c.state.in_([state(RoundState.PLANNED), state(RoundState.POSTING)])
    for before, after in (
        (unposted, RoundState.SKIPPED),
        (rounds.c.state == state(RoundState.CLOSED), RoundState.REVEALED),
    ):
        connection.execute(update(rounds).where(concerned, before).values(state=after.value))
    connection.execute(
        update(deliveries)
        .where(waiting)
        .values(done_at=now, ready_at=None, reason=why, resting=False)
    )


def has_history(connection: Connection, team_id: str, channel_id: str) -> bool:
    """Whether a channel has a quiz, or ever had a round."""
    found = select(schedules.c.slot).where(
        schedules.c.team_id == team_id, schedules.c.channel_id == channel_id
    )
    played = select(rounds.c.slot).where(
        rounds.c.team_id == team_id, rounds.c.channel_id == channel_id
    )
    return any(connection.scalar(each.limit(1)) is not None for each in (found, played))


def take_along(connection: Connection, team_id: str, way: tuple[str, str], name: str) -> None:
    """Rewrite all that stands under one channel of a team to another one; its open rounds and its
    schedules get the other one's name.
    """
    before, after = way
    # Deliveries are held before their rounds, as by whoever records that one was made.
    for table in (schedules, deliveries, rounds, answers, ledger):
        connection.execute(
            update(table)
            .where(table.c.team_id == team_id, table.c.channel_id == before)
            .values(channel_id=after)
        )
    for named in (schedules, rounds):
        connection.execute(
            update(named)
            .where(named.c.team_id == team_id, named.c.channel_id == after)
            .values(channel_name=name)
        )
    # Who wants reminders in both channels has one wish then.
    there = select(reminders.c.member_id).where(
        reminders.c.team_id == team_id, reminders.c.channel_id == after
    )
    connection.execute(
        update(reminders)
        .where(
            reminders.c.team_id == team_id,
            reminders.c.channel_id == before,
            reminders.c.member_id.not_in(there),
        )
        .values(channel_id=after)
    )


def _owed_to(team_id: str, channel_id: str) -> ColumnElement[bool]:
    return and_(
        deliveries.c.team_id == team_id,
        deliveries.c.channel_id == channel_id if channel_id else true(),
        delivery_is_open,
        deliveries.c.kind.in_(PUBLIC),
    )
