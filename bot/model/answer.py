"""An answer: what one member said in one round, as they said it, with its grade."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.model.grade import Grade


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that a member said in a round.

    `number` counts everything the member said in the round from 1, those that cost no try
    included.
    """

    team_id: str
    round_id: str
    channel_id: str
    local_date: date
    member_id: str
    member_name: str
    number: int
    text: str
    grade: Grade
    said_at: datetime
    points: int = 0
    """What this answer adds to the member's points; improvements count by their difference."""
    key: str = ""
    """The platform's id of the event that brought it; empty where there is none."""
    phrases: tuple[str, ...] = ()
    """The ids of the team's own phrases by which it was graded."""
    first: Grade | None = None
    """The grade with which it was recorded, where a ruling has changed that since."""


class Recording(StrEnum):
    """What became of an answer that was to be recorded."""

    RECORDED = "recorded"
    REPEATED = "repeated"
    """The same event was recorded before; nothing changed."""
    OVERTAKEN = "overtaken"
    """The member said something else in between: read again, grade again."""
    CLOSED = "closed"
    """The round takes no answers any more; nothing changed."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The receipt for an answer that was to be recorded."""

    recording: Recording
    streak: int = 0
    """Where it was recorded: how many of the channel's days in a row the member has answered, the
    round's own day included."""
