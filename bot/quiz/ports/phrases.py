"""The part of the store that keeps the wordings that teams accepted; see `bot.quiz.ports.store`."""

from collections.abc import Collection
from typing import Protocol

from bot.model.appeal import Decider, Phrase
from bot.model.audit import AuditEntry


class Phrases(Protocol):
    """Phrases: single additions and removals, never a list."""

    async def phrases(
        self, team_id: str, sheet_id: str, question_ids: Collection[str] = ()
    ) -> tuple[Phrase, ...]:
        """All phrases of a team for questions of a sheet, also those that count no more."""
        ...

    async def team_phrases(
        self, team_id: str, limit: int, skipped: int = 0
    ) -> tuple[tuple[Phrase, ...], int]:
        """The phrases of a team that count, the newest first; and how many there are."""
        ...

    async def withdraw(
        self, team_id: str, phrase_id: str, by: Decider, entry: AuditEntry
    ) -> Phrase | None:
        """Take a phrase out for what is said from now on. None if it counts no more."""
        ...
