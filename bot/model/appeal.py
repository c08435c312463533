"""An appeal, "I was right": a member's request that a quizmaster decides, and what follows from it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.answer import Answer
from bot.model.round import Round


class RulingKind(StrEnum):
    """What a quizmaster decides about an answer, a question or a round."""

    EVERYBODY = "everybody"
    """The words count from now on, and for all who said them."""
    ONCE = "once"
    """This answer counts, and nothing follows for others."""
    PARTLY = "partly"
    """This answer counts half."""
    DECLINED = "declined"
    """The grade stays."""
    VOIDED = "voided"
    """The round brings nobody any points."""
    SET_ASIDE = "aside"
    """The question is not asked again until its sheet has another wording of it."""
    KEPT = "kept"
    """The question is right as it is."""
    CORRECTED = "corrected"
    """A member's points are others by so many."""


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decided or took back, under the name that they had then, and when."""

    member_id: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Ruling:
    """A quizmaster's decision; it can be undone for a week."""

    team_id: str
    id: str
    kind: RulingKind
    by: Decider
    word: str = ""
    """What the quizmaster says about it to those whom it concerns."""
    round_id: str = ""
    """The round that it voids."""
    undone: Decider | None = None
    carried_out: bool = False
    """Whether everything that follows from it, or from its being undone, was done."""

    @property
    def cause(self) -> str:
        """What the ledger says of the points that follow from it, or from its being undone."""
        return f"{self.id} undone" if self.undone else self.id


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording that a team's quizmasters accepted for a question."""

    team_id: str
    id: str
    ruling_id: str
    sheet_id: str
    question_id: str
    item: str
    """The text of the item for which it stands; it counts while the question has that item."""
    words: str
    added: Decider
    withdrawn: Decider | None = None
    """Who took it out again: it stays where it counted, and counts for nothing said later."""
    undone: bool = False
    """Whether the ruling that brought it was undone: then it never counted."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a quizmaster is about to accept: the words, the item for which they stand, a remark."""

    words: str
    item: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Appeal:
    """One answer whose member says that it was right."""

    team_id: str
    id: str
    round_id: str
    member_id: str
    number: int
    """Which of the member's answers in the round."""
    said: str
    """The answer folded, so that the same words of others are known again."""
    made_at: datetime
    why: str = ""
    ruling_id: str = ""
    """What was decided; empty while it waits."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a quizmaster decides at once: the appeals that say the same about one question."""

    appeal: Appeal
    """The first of them."""
    answer: Answer
    round: Round
    appeals: tuple[Appeal, ...]
    """Those that wait, or all of a decided one, the first included."""
    said_by: int
    """How many members gave this answer to the question, whether they appealed or not."""
    ruling: Ruling | None = None
    draft: Draft | None = None
    before: Ruling | None = None
    """What was decided last about the same words, said by others."""
