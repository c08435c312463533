"""The part of the store that keeps what quizmasters did; see `bot.quiz.ports.store`."""

from datetime import datetime
from typing import Protocol

from bot.model.audit import AuditEntry


class Audit(Protocol):
    """The audit log of each team."""

    async def log(self, entry: AuditEntry) -> None:
        """Add an entry; the same id again changes nothing."""
        ...

    async def audit(
        self, team_id: str, limit: int, skipped: int = 0
    ) -> tuple[tuple[AuditEntry, ...], int]:
        """Entries of a team, the newest first, and how many there are. A person whose key was
        severed has no id and no name.
        """
        ...

    async def sever(self, team_id: str, member_id: str) -> None:
        """Forget whose key stands in the log; what they did stays in it."""
        ...

    async def forget_audit(self, before: datetime, words_before: datetime) -> None:
        """Drop what was done before an instant, and what members had said before another."""
        ...
