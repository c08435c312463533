"""The part of the store that remembers what is owed and what is due; see `bot.quiz.ports.store`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.model.delivery import Delivery
from bot.model.round import MessageRef, Round
from bot.model.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Due:
    """What waits to be done over all teams, the longest due first."""

    schedules: tuple[Schedule, ...]
    """Those of teams that are not paused, with `next_at <= now`."""
    closings: tuple[Round, ...]
    """Open rounds with `closes_at <= now`."""
    counts: tuple[Round, ...]
    """Open rounds whose post shows an old count that was last refreshed before an instant."""
    deliveries: bool
    """Whether there is something to lease for the platforms that were named."""


class Outbox(Protocol):
    """Deliveries and their leases."""

    async def lease(
        self, platforms: frozenset[str], worker: str, now: datetime, until: datetime, limit: int
    ) -> tuple[Delivery, ...]:
        """Take due deliveries of these platforms' teams for one worker until an instant.

        No delivery is leased to two workers at a time; one whose lease has expired is due
        again. Teams that are paused, and deliveries with an earlier open one of the same round,
        are left alone. Leasing a POST moves its round from planned to posting. What was leased
        brings its round along.
        """
        ...

    async def delivered(self, delivery: Delivery, ref: MessageRef | None, now: datetime) -> None:
        """Record that a delivery was made. A POST opens its round with `ref` as its post; a
        REVEAL makes it revealed. Recording twice changes nothing.
        """
        ...

    async def postpone(self, delivery: Delivery, due_at: datetime, reason: str) -> None:
        """Give the lease back and try again at an instant."""
        ...

    async def give_up(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Stop trying. A POST that never came out makes its round skipped; a REVEAL that cannot
        be posted makes it revealed, so that look-ups open.
        """
        ...

    async def leave_unread(self, delivery: Delivery, reason: str, now: datetime) -> None:
        """Stop trying to bring a word to a member, and keep it until they come along."""
        ...

    async def unread(self, team_id: str, member_id: str, limit: int) -> tuple[Delivery, ...]:
        """Take the words that a member could not be brought, the oldest first; each is handed out
        once.
        """
        ...

    async def owe(self, delivery: Delivery) -> bool:
        """Owe one more message; False if its key is already known."""
        ...

    async def hasten(self, team_id: str, key: str, now: datetime) -> bool:
        """Try a delivery now that was put off; False if it does not wait: it was made, given up,
        or a worker has it in hand.
        """
        ...

    async def forget_deliveries(self, before: datetime) -> None:
        """Drop the deliveries that were made, or given up, before an instant."""
        ...

    async def due(
        self, platforms: frozenset[str], now: datetime, counted_before: datetime, limit: int
    ) -> Due:
        """What is due at `now`, at most `limit` of each kind, seen at one moment. Of deliveries
        and counts, only those of the given platforms: nobody here can show the others.

        Costs grow with what is due, not with what exists.
        """
        ...

    async def next_instant(self, platforms: frozenset[str] | None = None) -> datetime | None:
        """The earliest instant at which a schedule, a closing or a delivery becomes due.

        Of deliveries, only those of the given platforms count, for nobody here can send the
        others; None counts them all. Costs the same however much is stored.
        """
        ...
