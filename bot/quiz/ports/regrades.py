"""The part of the store that grades answers again; see
`bot.quiz.ports.store`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from bot.model.answer import Answer
from bot.model.appeal import Phrase, Ruling
from bot.model.grade import Grade
from bot.model.round import Round

AnswerKey: TypeAlias = tuple[str, int]
"""A member and the number of an answer in a round."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer as it was first graded, and as it is graded now."""

    answer: Answer
    """With its present grade and points."""
    first: Grade
    """The grade with which it was recorded."""


@dataclass(frozen=True, slots=True)
class Tries:
    """One member's part in a round."""

    member_id: str
    said: tuple[Said, ...]
    hinted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """What the grades of some members in a round follow from, seen at one moment."""

    round: Round
    phrases: tuple[Phrase, ...]
    rulings: tuple[Ruling, ...]
    """Those that concern the question or one of these answers."""
    single: Mapping[AnswerKey, tuple[str, ...]]
    """The ids of the rulings about single answers, by member and number."""
    tries: tuple[Tries, ...]
    """By the ids of their members, ascending."""


@dataclass(frozen=True, slots=True)
class Regrade:
    """One member's tries in a round, with new grades and points."""

    member_id: str
    answers: tuple[Answer, ...]
    """All of them, as they stand now."""
    changed: tuple[int, ...]
    """The numbers of those that differ from what is stored."""
    regraded: tuple[int, ...]
    """The numbers of those whose grade differs."""
    delta: int
    """What it adds to the member's points in the round."""
    cause: str
    """The `cause` of the ruling that made the difference."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a ruling changed for one member in one round, also if that was undone."""

    round: Round
    member_id: str
    points: int
    """Added by the ruling, or by its being undone, as that was read."""
    answer: Answer
    """The answer that they appealed about, else the member's best one, as it stands now."""
    total: int
    """The member's points in the round as they stand now."""
    appealed: bool


class Regrades(Protocol):
    """What answers are worth under the rulings, read and written a page of members at a time."""

    async def rounds_of_ruling(self, team_id: str, ruling_id: str) -> tuple[Round, ...]:
        """The rounds whose answers a ruling may change, the newest first."""
        ...

    async def rounds_of_question(
        self, team_id: str, sheet_id: str, question_id: str
    ) -> tuple[Round, ...]:
        """The rounds in which a question was answered, the newest first."""
        ...

    async def basis(
        self, team_id: str, round_id: str, after: str, limit: int, member_id: str = ""
    ) -> Basis | None:
        """What members said in a round, of at most `limit` members whose ids come after one; or of
        one member alone.
        """
        ...

    async def regrade(self, basis: Basis, regrades: Sequence[Regrade], now: datetime) -> bool:
        """Write new grades and points, with an entry in the ledger for each member that says the
        ruling that was the cause. False, changing nothing, if something was decided about the round
        since the basis was read, or one of the members said something more.

        Whoever is answering in that round at the moment is graded anew (`OVERTAKEN`).
        """
        ...

    async def effects(self, ruling: Ruling) -> tuple[Effect, ...]:
        """Whom a ruling concerned, or its being undone: those whose points or grade it changed, and
        of an appeal those who made it.
        """
        ...
