"""A round: one question in one channel on one local day."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.model.question import Question


class RoundState(StrEnum):
    """planned → posting → open → closed → revealed; a day that was missed is skipped."""

    PLANNED = "planned"
    """Written together with the delivery it owes; not yet taken by a worker."""
    POSTING = "posting"
    """A worker has leased the delivery of its post."""
    OPEN = "open"
    """Posted; answers are taken until `closes_at`."""
    CLOSED = "closed"
    """No more answers; the reveal is owed."""
    REVEALED = "revealed"
    SKIPPED = "skipped"
    """The bot was down past the grace time; the day counts for nobody's streak."""


@dataclass(frozen=True, slots=True)
class MessageRef:
    """Where a message stands on its platform."""

    team_id: str
    channel_id: str
    message_id: str
    thread_id: str = ""
    """The thread that holds it, or that it began, where the platform has them apart."""


@dataclass(frozen=True, slots=True)
class Round:
    """One question in one channel on one local day; unique by channel, day and slot.

    The question is kept as it was posted: an edit of the sheet changes no running round. Its id
    alone follows the sheet's, so that it stays the same question.
    """

    team_id: str
    id: str
    channel_id: str
    local_date: date
    slot: str
    sheet_id: str
    question: Question
    planned_at: datetime
    closes_at: datetime
    state: RoundState = RoundState.PLANNED
    zone: str = "UTC"
    channel_name: str = ""
    sheet_title: str = ""
    """The title that its sheet had when the question was posted."""
    opened_at: datetime | None = None
    post: MessageRef | None = None
    """The post in the channel, once it is recorded."""
    answered: int = 0
    """How many members have answered."""
    regrades: int = 0
    """How often something was decided by which its answers are graded: an answer that was read
    before is graded anew."""
    voided: str = ""
    """The ruling by which it brings nobody any points; empty as long as it counts."""

    def takes_answers(self, now: datetime) -> bool:
        """Whether an answer given now counts; a post that is out but not yet recorded does too."""
        live = (RoundState.POSTING, RoundState.OPEN)
        return self.state in live and now < self.closes_at

    def withheld(self, now: datetime) -> bool:
        """Whether its answer must not be shown to those who have not answered."""
        return self.state is RoundState.PLANNED or self.takes_answers(now)
