"""A grade: what the grader makes of one response, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The judgement a member reads first."""

    CORRECT = "correct"
    PARTIAL = "partial"
    MORE = "more"
    """Right, but not specific enough; costs no try."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one item counts as named: the member's own words and the rule that decided."""

    item: int
    """Index into the question's items."""
    words: str
    """The member's words, as typed."""
    rule: str
    """Name of the rule that decided, such as `exact`, `alias`, `initials`, `spelling`."""
    credit: float = 1.0
    """Share of the item that is earned, 0..1."""
    note: str = ""
    """How the words were read, for people, where it is not obvious."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A part of the response that matches no item."""

    words: str
    known_wrong: bool
    """Whether it is known to be wrong (a sibling, a rejected phrase, a guarded opposite)."""
    reason: str = ""


_SURE_FROM = {Verdict.CORRECT: 0.7, Verdict.PARTIAL: 0.5, Verdict.MORE: 0.0, Verdict.WRONG: 0.8}


@dataclass(frozen=True, slots=True)
class Grade:
    """The verdict on one response, with its evidence.

    `score` is 0..1.
    """

    verdict: Verdict
    score: float
    hits: tuple[int, ...] = ()
    """Indexes of the items that were recognised, ascending."""
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[int, ...] = ()
    """Indexes of required items not recognised; for `any`, empty once enough were named."""
    extras: tuple[Extra, ...] = ()
    reasons: tuple[str, ...] = ()
    """The explanation for people, one plain sentence each, the most important first.
    It never names an item that the member has not named."""
    unsaid: tuple[str, ...] = ()
    """The names of the key points that were not found; told once nothing more can be said."""
    confidence: float = 1.0
    """The chance, 0..1, that a fair quizmaster gives the same verdict."""

    @property
    def unsure(self) -> bool:
        """Whether a fair quizmaster may well see it otherwise; people are told so."""
        return self.confidence < _SURE_FROM[self.verdict]
