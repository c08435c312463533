"""A proposal: questions that somebody put forward and a quizmaster decides on."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Decision:
    """What a quizmaster made of a proposal."""

    accepted: bool
    by: str
    name: str
    """The name that they had then."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sheet that waits for a press: one question of a member, or a file of a quizmaster's."""

    team_id: str
    id: str
    channel_id: str
    made_by: str
    maker_name: str
    made_at: datetime
    sheet: Sheet
    """What is proposed, under the id of the sheet that it changes; a sheet that takes its place is
    kept as it was read, and compared with that one when it does.
    """
    adds: bool
    """Whether its questions are added to that sheet; else it takes the sheet's place."""
    decision: Decision | None = None
    """What became of it; None while it waits."""
