"""The part of the store that keeps appeals and tells quizmasters of them; see
`bot.quiz.ports.store`.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.model.appeal import Appeal, Case, Draft, Ruling
from bot.model.delivery import Delivery


class Made(StrEnum):
    """What became of an appeal that was to be made."""

    MADE = "made"
    REPEATED = "repeated"
    """The member appealed about this answer before, and it waits."""
    DECIDED = "decided"
    """It was decided before."""


class Appeals(Protocol):
    """Appeals, and the words that tell of them."""

    async def appeal(self, appeal: Appeal, owed: Sequence[Delivery], gather: datetime) -> Made:
        """Keep an appeal, and tell the quizmasters: `owed` are words to them, due now. If they were
        told after `gather`, or will be, they hear of it together with what else comes until then:
        the words are due as long after that as `gather` lies before now. Nothing more is owed
        while such words wait.
        """
        ...

    async def appeals_of(
        self, team_id: str, member_id: str, since: datetime
    ) -> tuple[tuple[Appeal, Ruling | None], ...]:
        """A member's appeals since an instant, the newest first, with what was decided."""
        ...

    async def open_cases(
        self, team_id: str, limit: int, skipped: int = 0
    ) -> tuple[tuple[Case, ...], int]:
        """Cases that wait, the oldest first, after the first `skipped`; and how many wait in all."""
        ...

    async def case(self, team_id: str, appeal_id: str) -> Case | None:
        """The case to which an appeal belongs: of an open one with all open ones that say the same,
        of a decided one with all that were decided with it. None if there is no such appeal.
        """
        ...

    async def save_draft(self, team_id: str, appeal_id: str, draft: Draft) -> None:
        """Keep what a quizmaster is about to accept, in place of an earlier one."""
        ...

    async def left_waiting(self, before: datetime, limit: int) -> tuple[Appeal, ...]:
        """Appeals of all teams made before an instant that still wait and whose members were not
        told so.
        """
        ...

    async def told_to_wait(
        self, appeal: Appeal, word: Delivery, again: Sequence[Delivery], gather: datetime
    ) -> None:
        """Note that a member was told that nobody decided yet, with that word, and tell the
        quizmasters again, as `appeal` does.
        """
        ...
