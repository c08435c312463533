"""The part of the store that keeps what quizmasters decided, and grades answers again; see
`bot.quiz.ports.store`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.model.appeal import Decider, Phrase, Ruling
from bot.model.audit import AuditEntry
from bot.model.delivery import Delivery
from bot.model.report import Aside


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision that is to be written, with what it is about."""

    ruling: Ruling
    appeals: tuple[str, ...] = ()
    """The ids of the appeals that it decides."""
    phrase: Phrase | None = None
    reports: tuple[str, ...] = ()
    """The ids of the reports that it decides."""
    entry: AuditEntry | None = None
    """What the audit log says of it."""
    aside: Aside | None = None
    """The question that it sets aside."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Points that a quizmaster gives to a member, or takes, on a day of a channel."""

    ruling: Ruling
    member_id: str
    channel_id: str
    day: date
    points: int


class Rulings(Protocol):
    """Decisions, made and undone."""

    async def rule(self, ruled: Ruled) -> Ruling | None:
        """Write a decision; None if it was written. If one of its appeals or reports was decided
        before, nothing changes and that decision is the answer.

        From then on answers are graded by it: one that was read before is `OVERTAKEN`. What it
        changes for answers of before is carried out after (see `unfinished`).
        """
        ...

    async def ruling(self, team_id: str, ruling_id: str) -> Ruling | None:
        """A decision, or None."""
        ...

    async def undo(self, team_id: str, ruling_id: str, by: Decider, entry: AuditEntry) -> bool:
        """Take a decision back: its phrase never counted, its appeals and reports wait again.
        False, changing nothing, if that was done before.
        """
        ...

    async def correct(self, correction: Correction, entry: AuditEntry, told: Delivery) -> bool:
        """Add points to what a member has in a channel, or take some, with a word to them. False,
        changing nothing, if that ruling was written before.
        """
        ...

    async def unfinished(self, before: datetime, limit: int) -> tuple[Ruling, ...]:
        """Decisions of all teams, made or undone before an instant, that are not carried out."""
        ...

    async def carried_out(
        self, ruling: Ruling, owed: Sequence[Delivery], *, done: bool = True
    ) -> None:
        """Owe words about a decision, if it stands as it was read; a key that is known is not owed
        again. With `done`, note that nothing is left to do that follows from it.
        """
        ...
