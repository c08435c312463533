"""The outbox: deliveries, their leases, and what becomes of their rounds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, select, tuple_, update

from bot.model.delivery import Delivery, DeliveryKind
from bot.model.round import MessageRef, Round, RoundState
from bot.store.database import Record, Repository
from bot.store.debts import owe_all, put_in_order
from bot.store.rounds import round_of
from bot.store.tables import (
    deliveries,
    delivery_is_done,
    delivery_is_open,
    delivery_is_unread,
    delivery_waits,
    rounds,
)
from bot.store.teams import arrivals_of, rests

UNPOSTED = (RoundState.PLANNED.value, RoundState.POSTING.value)


class SqlOutbox(Repository):
    """Deliveries and their leases.

    Writes lock in one order: the team, the delivery, its round, and then what else that owes.
    """

    async def lease(
        self, platforms: frozenset[str], worker: str, now: datetime, until: datetime, limit: int
    ) -> tuple[Delivery, ...]:
        """Take due deliveries of these platforms' teams for one worker until an instant."""

        def work(connection: Connection) -> tuple[Delivery, ...]:
            found: list[Record] = []
            for platform in sorted(platforms):
                # One ordered walk along the index for each platform: together they would be
                # sorted first, however many are due.
                rows = connection.execute(
                    select(deliveries)
                    .where(
                        deliveries.c.platform == platform,
                        delivery_waits,
                        deliveries.c.ready_at <= now,
                    )
                    .order_by(deliveries.c.ready_at)
                    .limit(limit)
                    .with_for_update(skip_locked=True)
                )
                found.extend(rows)
            taken = sorted(found, key=lambda row: row.ready_at)[:limit]
            if not taken:
                return ()
            keys = tuple_(deliveries.c.team_id, deliveries.c.key)
            connection.execute(
                update(deliveries)
                .where(keys.in_([(row.team_id, row.key) for row in taken]))
                .values(
                    ready_at=until,
                    leased_until=until,
                    worker=worker,
                    attempts=deliveries.c.attempts + 1,
                )
            )
            posts = [(row.team_id, row.round_id) for row in taken if row.kind == DeliveryKind.POST]
            if posts:
                connection.execute(
                    update(rounds)
                    .where(
                        tuple_(rounds.c.team_id, rounds.c.round_id).in_(sorted(posts)),
                        rounds.c.state == RoundState.PLANNED.value,
                    )
                    .values(state=RoundState.POSTING.value)
                )
            about = _rounds_of(connection, taken)
            arrivals = arrivals_of(connection, (row.team_id for row in taken))
            return tuple(
                replace(
                    _delivery_of(row),
                    round=about.get((row.team_id, row.round_id)),
                    arrivals=arrivals.get(row.team_id, 0),
                )
                for row in taken
            )

        return await self.database.write(work)

    async def delivered(self, delivery: Delivery, ref: MessageRef | None, now: datetime) -> None:
        """Record that a delivery was made; recording twice changes nothing."""

        def work(connection: Connection) -> None:
            done = connection.execute(
                update(deliveries)
                .where(_open(delivery))
                .values(done_at=now, ready_at=None, reason="")
            )
            if done.rowcount == 0:
                return
            if delivery.kind is DeliveryKind.POST:
                _open_round(connection, delivery, ref, now)
            elif delivery.kind is DeliveryKind.REVEAL:
                _move(connection, delivery, (RoundState.CLOSED.value,), RoundState.REVEALED)
            put_in_order(connection, delivery.team_id, delivery.round_id)

        await self.database.write(work)

    async def postpone(self, delivery: Delivery, due_at: datetime, reason: str) -> None:
        """Give the lease back and try again at an instant.

        A lease that ran out and was taken by another worker is theirs: nothing changes.
        """

        def work(connection: Connection) -> None:
            back = connection.execute(
                update(deliveries)
                .where(_open(delivery), deliveries.c.attempts == delivery.attempts)
                .values(
                    due_at=due_at,
                    ready_at=None if delivery.round_id else due_at,
                    leased_until=None,
                    worker="",
                    reason=reason,
                )
            )
            if back.rowcount:
                put_in_order(connection, delivery.team_id, delivery.round_id)

        await self.database.write(work)

    async def give_up(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Stop trying; as with `postpone`, not if another worker has the lease by now."""

        def work(connection: Connection) -> None:
            done = connection.execute(
                update(deliveries)
                .where(_open(delivery), deliveries.c.attempts == delivery.attempts)
                .values(done_at=now, ready_at=None, reason=reason)
            )
            if done.rowcount == 0:
                return
            if delivery.kind is DeliveryKind.POST:
                _move(connection, delivery, UNPOSTED, RoundState.SKIPPED)
            elif delivery.kind is DeliveryKind.REVEAL:
                _move(connection, delivery, (RoundState.CLOSED.value,), RoundState.REVEALED)
            put_in_order(connection, delivery.team_id, delivery.round_id)

        await self.database.write(work)

    async def leave_unread(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Stop trying to bring a word to a member, and keep it until they come along."""

        def work(connection: Connection) -> None:
            connection.execute(
                update(deliveries)
                .where(_open(delivery), deliveries.c.attempts == delivery.attempts)
                .values(done_at=now, ready_at=None, reason=reason, unread=True)
            )

        await self.database.write(work)

    async def unread(self, team_id: str, member_id: str, limit: int) -> tuple[Delivery, ...]:
        """Take the words that a member could not be brought, the oldest first."""
        waiting = (
            select(deliveries)
            .where(
                deliveries.c.team_id == team_id,
                deliveries.c.member_id == member_id,
                delivery_is_unread,
            )
            .order_by(deliveries.c.due_at, deliveries.c.key)
            .limit(limit)
        )

        def look(connection: Connection) -> bool:
            return connection.execute(waiting).first() is not None

        def take(connection: Connection) -> tuple[Delivery, ...]:
            found = connection.execute(waiting.with_for_update()).all()
            connection.execute(
                update(deliveries)
                .where(
                    deliveries.c.team_id == team_id,
                    deliveries.c.key.in_([row.key for row in found]),
                )
                .values(unread=False)
            )
            return tuple(map(_delivery_of, found))

        return await self.database.write(take) if await self.database.look(look) else ()

    async def owe(self, delivery: Delivery) -> bool:
        """Owe one more message; False if its key is already known."""

        def work(connection: Connection) -> bool:
            resting = rests(connection, delivery.team_id)
            return owe_all(connection, (delivery,), resting=resting) == 1

        return await self.database.write(work)

    async def hasten(self, team_id: str, key: str, now: datetime) -> bool:
        """Try a delivery now that was put off; False if it does not wait."""

        def work(connection: Connection) -> bool:
            hastened = connection.execute(
                update(deliveries)
                .where(
                    deliveries.c.team_id == team_id,
                    deliveries.c.key == key,
                    delivery_is_open,
                    deliveries.c.ready_at.is_not(None),
                    deliveries.c.leased_until.is_(None),
                )
                .values(due_at=now, ready_at=now)
            )
            return hastened.rowcount == 1

        return await self.database.write(work)

    async def forget_deliveries(self, before: datetime) -> None:
        """Drop the deliveries that were made, or given up, before an instant."""

        def work(connection: Connection) -> None:
            connection.execute(
                delete(deliveries).where(delivery_is_done, deliveries.c.done_at < before)
            )

        await self.database.write(work)


def _rounds_of(connection: Connection, owed: Sequence[Record]) -> Mapping[tuple[str, str], Round]:
    """The rounds to which deliveries belong, by team and id."""
    wanted = sorted({(row.team_id, row.round_id) for row in owed if row.round_id})
    if not wanted:
        return {}
    keys = tuple_(rounds.c.team_id, rounds.c.round_id)
    found = connection.execute(select(rounds).where(keys.in_(wanted)))
    return {(row.team_id, row.round_id): round_of(row) for row in found}


def _open_round(
    connection: Connection, delivery: Delivery, ref: MessageRef | None, now: datetime
) -> None:
    connection.execute(
        update(rounds)
        .where(_round_of(delivery), rounds.c.state.in_(UNPOSTED))
        .values(
            state=RoundState.OPEN.value,
            opened_at=now,
            post_channel_id=ref and ref.channel_id,
            post_message_id=ref and ref.message_id,
            post_thread_id=ref and ref.thread_id,
            # Where the post stands is not known, no count is shown.
            shown_at=now if ref else None,
        )
    )


def _move(
    connection: Connection, delivery: Delivery, before: tuple[str, ...], after: RoundState
) -> None:
    connection.execute(
        update(rounds)
        .where(_round_of(delivery), rounds.c.state.in_(before))
        .values(state=after.value)
    )


def _open(delivery: Delivery) -> ColumnElement[bool]:
    return and_(
        deliveries.c.team_id == delivery.team_id,
        deliveries.c.key == delivery.key,
        delivery_is_open,
    )


def _round_of(delivery: Delivery) -> ColumnElement[bool]:
    return and_(rounds.c.team_id == delivery.team_id, rounds.c.round_id == delivery.round_id)


def _delivery_of(row: Record) -> Delivery:
    return Delivery(
        team_id=row.team_id,
        key=row.key,
        kind=DeliveryKind(row.kind),
        channel_id=row.channel_id,
        due_at=row.due_at,
        round_id=row.round_id,
        member_id=row.member_id,
        text=row.text,
        buttons=row.buttons,
        seq=row.seq,
        attempts=row.attempts + 1,
        platform=row.platform,
    )
