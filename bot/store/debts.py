"""What a round owes, in its order: a delivery waits while an earlier one of its round is open."""

from sqlalchemy import Connection, case, func, null, select, update

from bot.model.delivery import Delivery
from bot.model.team import platform_of
from bot.store.database import insert
from bot.store.tables import deliveries, delivery_is_open, rounds


def owe_all(connection: Connection, owed: tuple[Delivery, ...], *, resting: bool) -> int:
    """Write deliveries and return how many of their keys were new."""
    written = 0
    for delivery in owed:
        result = connection.execute(
            insert(connection, deliveries)
            .values(**_values_of(delivery, resting=resting))
            .on_conflict_do_nothing()
        )
        written += result.rowcount
    for team_id, round_id in sorted({(each.team_id, each.round_id) for each in owed}):
        put_in_order(connection, team_id, round_id)
    return written


def put_in_order(connection: Connection, team_id: str, round_id: str) -> None:
    """Let the earliest open deliveries of a round go out, and the later ones wait.

    The round is held from here to the end of the transaction, so that one transaction at a time
    decides. Only rows that change are touched: one that is being leased stays free to be.
    """
    if not round_id:
        return
    connection.execute(
        select(rounds.c.round_id)
        .where(rounds.c.team_id == team_id, rounds.c.round_id == round_id)
        .with_for_update()
    )
    of_round = (
        deliveries.c.team_id == team_id,
        deliveries.c.round_id == round_id,
        delivery_is_open,
    )
    earliest = select(func.min(deliveries.c.seq)).where(*of_round).scalar_subquery()
    free_at = func.coalesce(deliveries.c.leased_until, deliveries.c.due_at)
    ready_at = case((deliveries.c.seq == earliest, free_at), else_=null())
    connection.execute(
        update(deliveries)
        .where(*of_round, deliveries.c.ready_at.is_distinct_from(ready_at))
        .values(ready_at=ready_at)
    )


def _values_of(delivery: Delivery, *, resting: bool) -> dict[str, object]:
    return {
        "team_id": delivery.team_id,
        "key": delivery.key,
        "platform": platform_of(delivery.team_id),
        "kind": delivery.kind.value,
        "channel_id": delivery.channel_id,
        "round_id": delivery.round_id,
        "member_id": delivery.member_id,
        "text": delivery.text,
        "buttons": delivery.buttons,
        "seq": delivery.seq,
        "due_at": delivery.due_at,
        "ready_at": None if delivery.round_id else delivery.due_at,
        "attempts": 0,
        "worker": "",
        "leased_until": None,
        "done_at": None,
        "reason": "",
        "resting": resting,
    }
