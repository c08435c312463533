"""Insights: how a team's quiz goes, in numbers that name nobody."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """How one question fared in a team."""

    sheet_id: str
    question_id: str
    prompt: str
    topic: str
    answered: int
    """Members who answered it, once for each round."""
    right: int
    """Those of them who were right in the end."""
    appealed: int
    overturned: int
    """Decisions that stand by which an answer to it counts after all."""

    @property
    def share(self) -> float:
        """The share that was right, 0..1."""
        return self.right / self.answered if self.answered else 0.0


@dataclass(frozen=True, slots=True)
class Trust:
    """How sure the grader was of grades that were appealed about, 0..1, and how many there were."""

    appeals: int = 0
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Insights:
    """A team's rounds of some time."""

    rounds: int
    members: int
    """Different people who answered."""
    answers: int
    """Members who answered, summed over the rounds."""
    questions: tuple[QuestionRecord, ...]
    granted: Trust = Trust()
    declined: Trust = Trust()
