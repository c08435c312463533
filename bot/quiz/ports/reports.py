"""The part of the store that keeps what members find wrong with questions; see
`bot.quiz.ports.store`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model.delivery import Delivery
from bot.model.report import Aside, Complaint, Report


class Reports(Protocol):
    """Reports, and the questions that were set aside because of them."""

    async def report(self, report: Report, owed: Sequence[Delivery], gather: datetime) -> None:
        """Keep a report and tell the quizmasters, as `Appeals.appeal` does; the same id again
        changes nothing.
        """
        ...

    async def open_complaints(
        self, team_id: str, limit: int, skipped: int = 0
    ) -> tuple[tuple[Complaint, ...], int]:
        """Complaints that wait, the oldest first, after the first `skipped`; and how many wait."""
        ...

    async def complaint(self, team_id: str, report_id: str) -> Complaint | None:
        """The complaint to which a report belongs: an open one with all open ones about its
        question, a decided one with those that were decided with it. None if there is no such
        report.
        """
        ...

    async def reports_of(self, team_id: str, ruling_id: str) -> tuple[Report, ...]:
        """The reports that a ruling decided, also if it was undone."""
        ...

    async def asides(self, team_id: str) -> tuple[Aside, ...]:
        """The questions that a team set aside, the newest first."""
        ...

    async def ask_again(self, team_id: str, sheet_id: str, question_id: str) -> bool:
        """Ask a question again that was set aside; False if it was not."""
        ...
