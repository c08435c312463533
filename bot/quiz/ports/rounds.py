"""The part of the store that keeps rounds; see `bot.quiz.ports.store`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.model.delivery import Delivery
from bot.model.round import MessageRef, Round
from bot.model.schedule import Schedule


class StillUntold(Exception):
    """A question cannot be asked now: the answer to it, or to its kin, was not told yet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How often and when a channel last had a question."""

    question_id: str
    times: int
    last: date


class Rounds(Protocol):
    """Rounds, from the plan to the reveal."""

    async def plan(
        self,
        round_: Round,
        owed: tuple[Delivery, ...],
        read: Schedule | None = None,
        next_at: datetime | None = None,
        rivals: frozenset[str] = frozenset(),
    ) -> bool:
        """Write a round with the deliveries it owes and, where it comes from a schedule, the next
        instant of that one.

        `read` is the schedule from which it was planned. If it does not stand as it was read any
        more (changed, paused, moved on by another planner, gone), or its team is paused, nothing
        changes and the answer is False. False too, changing nothing but the instant, if the
        channel already has a round on that local day and slot: whoever comes second learns that
        it was done. A round in state `skipped` owes only notices.

        `rivals` are the ids of questions whose answer this one would give away, its own with
        them. If one of them has a round in the team whose answer was not told yet (see `untold`),
        nothing changes and `StillUntold` is raised; of several that are planned at once, in one
        channel or in several, exactly one is written.
        """
        ...

    async def round(self, team_id: str, round_id: str) -> Round | None:
        """The round, or None."""
        ...

    async def round_at(self, ref: MessageRef) -> Round | None:
        """The round whose post is this message, or None."""
        ...

    async def rounds(self, team_id: str, channel_id: str, limit: int) -> tuple[Round, ...]:
        """The channel's latest rounds, newest first, skipped ones included."""
        ...

    async def asked(self, team_id: str, channel_id: str) -> tuple[Asked, ...]:
        """Every question that the channel has had, skipped rounds left out."""
        ...

    async def live_questions(self, team_id: str, now: datetime) -> tuple[Round, ...]:
        """The team's rounds whose answer is withheld at `now` (see `Round.withheld`)."""
        ...

    async def live_elsewhere(
        self, team_id: str, member_id: str, now: datetime
    ) -> tuple[Round, ...]:
        """The rounds whose answer is withheld at `now` in the other teams of the team's platform
        in which this person was met.

        With `live_with` the one look across teams: an answer that is open in one of them must not
        be told in another. Costs grow with the person's teams.
        """
        ...

    async def live_with(
        self, team_id: str, sheet_id: str, question_ids: Collection[str], now: datetime, limit: int
    ) -> tuple[Round, ...]:
        """Rounds in other teams of the team's platform that ask one of these questions of a sheet,
        or any of it if none is named, and whose answer is withheld at `now`; at most `limit`, by
        which costs grow.
        """
        ...

    async def untold(self, team_id: str) -> tuple[Round, ...]:
        """The team's rounds whose answer was not told yet, the oldest first: they are planned,
        posted or open, or closed with their reveal still owed.
        """
        ...

    async def played_days(
        self, team_id: str, channel_id: str, *, closed: bool = False
    ) -> tuple[date, ...]:
        """The local days on which the channel had a round that was posted, oldest first; with
        `closed`, only those of rounds that are closed, for what others may see.
        """
        ...

    async def close(self, round_: Round, owed: tuple[Delivery, ...], now: datetime) -> bool:
        """Close an open round and owe its close and reveal; False if it was not open.

        An answer is either recorded before, and then counted in the reveal, or refused after.
        """
        ...

    async def refresh_count(self, round_: Round, now: datetime) -> bool:
        """Claim the refresh of a round's count; of several processes exactly one hears True."""
        ...
