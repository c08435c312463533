"""A report: what a member finds wrong with a question."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.appeal import Ruling
from bot.model.round import Round


class ReportKind(StrEnum):
    """What is the matter with a question."""

    WRONG = "wrong"
    UNCLEAR = "unclear"
    OUTDATED = "outdated"
    GIVEAWAY = "giveaway"
    """It tells its own answer."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one member says about a question."""

    team_id: str
    id: str
    channel_id: str
    sheet_id: str
    question_id: str
    prompt: str
    """The question as they saw it."""
    member_id: str
    name: str
    kind: ReportKind
    note: str
    made_at: datetime
    round_id: str = ""
    """The round in which they saw it; empty for a look-up."""
    ruling_id: str = ""
    """What was decided; empty while it waits."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a quizmaster decides at once: the reports about one question."""

    reports: tuple[Report, ...]
    """Those that wait, or all of a decided one; never none."""
    round: Round | None
    """The latest round in which it was asked, or that in which it was reported."""
    ruling: Ruling | None = None

    @property
    def first(self) -> Report:
        """The report that came first."""
        return self.reports[0]


@dataclass(frozen=True, slots=True)
class Aside:
    """A question that a team does not ask until its sheet words it anew."""

    team_id: str
    sheet_id: str
    question_id: str
    prompt: str
    content: str
    """What the question was then, in short; see `content_of`."""
    ruling_id: str
    name: str
    """Who set it aside."""
    at: datetime
