"""Regrading: what an answer is worth under a team's rulings, and what a member's tries bring then.

All of it is computed from what was said and what is decided, never from what was computed before:
twice is the same as once, and the order of decisions plays no part.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from bot.grading import says
from bot.model.answer import Answer
from bot.model.appeal import Phrase, RulingKind
from bot.model.grade import Grade, Verdict
from bot.model.question import Item, Question
from bot.quiz.ports.regrades import AnswerKey, Said
from bot.quiz.rules.rules import Rules
from bot.quiz.rules.scoring import gain, solved, tries_used, worth

GradeWith: TypeAlias = Callable[[str, frozenset[str]], Grade]
"""Grades a text by the question as it was posted, with the phrases of these ids."""
_RANK = {Verdict.WRONG: 0, Verdict.MORE: 1, Verdict.PARTIAL: 2, Verdict.CORRECT: 3}
HALF = 0.5
"""What an answer earns that counts partly."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What is decided about a question, or about one round of it, at one time."""

    phrases: frozenset[str]
    """The ids of the phrases that were not undone."""
    single: Mapping[AnswerKey, RulingKind] = field(default_factory=dict)
    """Answers that count by themselves, once or partly."""


def fold(text: str) -> str:
    """The words as they are compared with those of others: signs count, case and spaces do not."""
    return " ".join(text.casefold().split()).rstrip(".! ")


def with_phrases(question: Question, phrases: Iterable[Phrase]) -> Question:
    """The question with more wordings of its items; one that stands for an item which it has no
    more changes nothing.
    """
    more: dict[str, list[str]] = {}
    for phrase in phrases:
        more.setdefault(fold(phrase.item), []).append(phrase.words)
    if not more:
        return question
    return replace(question, items=tuple(_accepting(item, more) for item in question.items))


def _accepting(item: Item, more: Mapping[str, Sequence[str]]) -> Item:
    words = more.get(fold(item.text), ())
    added = [each for each in dict.fromkeys(words) if each not in item.accept]
    if not added:
        return item
    folded = set(map(fold, added))
    kept = tuple(each for each in item.reject if fold(each) not in folded)
    general = tuple(each for each in item.more if fold(each) not in folded)
    return replace(item, accept=(*item.accept, *added), reject=kept, more=general)


def accepted_now(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Those that count for what is said from now on."""
    return tuple(each for each in phrases if each.withdrawn is None and not each.undone)


class Judge:
    """What the answers to one question, as one round posted it, are worth under its phrases."""

    def __init__(self, phrases: Sequence[Phrase], grade_with: GradeWith) -> None:
        self._phrases = phrases
        self._grade_with = grade_with

    def grade(self, said: Said, decided: Decided) -> Grade:
        """The grade of an answer while this much is decided.

        What is compared is one grader with and without a phrase: that today's grader judges
        otherwise than the one who graded at the time changes nothing.
        """
        answer = said.answer
        said_in = self.said_in(self._phrases, answer.text)
        was = said_in & frozenset(answer.phrases)
        kept = was & decided.phrases
        now = (said_in & self.counting(self._phrases, answer.said_at, decided)) | kept
        result = said.first
        if kept != was:
            result = self._changed(answer.text, was, kept, result)
        if now != kept and result.verdict is not Verdict.CORRECT:
            graded = self._grade_with(answer.text, now)
            # Most texts are graded once: only one that would be better is graded without, too.
            if better(result, graded) is not result:
                result = self._changed(answer.text, kept, now, result)
        return by_itself(result, decided.single.get((answer.member_id, answer.number)))

    @staticmethod
    def said_in(phrases: Sequence[Phrase], text: str) -> frozenset[str]:
        """The ids of the phrases that an answer says."""
        return frozenset(each.id for each in phrases if says(text, each.words))

    @staticmethod
    def counting(phrases: Sequence[Phrase], at: datetime, decided: Decided) -> frozenset[str]:
        """The phrases that count for what was said at an instant: one that was taken out before
        does not.
        """
        gone = {
            each.id for each in phrases if each.withdrawn is not None and each.withdrawn.at <= at
        }
        return decided.phrases - gone

    def _changed(
        self, text: str, before: frozenset[str], after: frozenset[str], present: Grade
    ) -> Grade:
        """The grade under `after` where the phrases make a difference, else the present one."""
        graded = self._grade_with(text, after)
        return present if same(graded, self._grade_with(text, before)) else graded


def same(one: Grade, other: Grade) -> bool:
    """Whether two grades say the same."""
    if one.verdict is not other.verdict:
        return False
    return one.verdict in (Verdict.WRONG, Verdict.MORE) or one.score == other.score


def better(one: Grade, other: Grade) -> Grade:
    """The higher of two grades, the first of equals."""
    return max(one, other, key=lambda grade: (grade.score, _RANK[grade.verdict]))


def by_itself(grade: Grade, kind: RulingKind | None) -> Grade:
    """The grade of an answer on which somebody decided by itself."""
    if kind is RulingKind.ONCE and grade.verdict is not Verdict.CORRECT:
        accepted = ("a quizmaster accepted it",)
        return replace(
            grade,
            verdict=Verdict.CORRECT,
            score=1.0,
            missing=(),
            unsaid=(),
            reasons=accepted,
            confidence=1.0,
        )
    if kind is RulingKind.PARTLY and grade.score < HALF:
        half = ("a quizmaster counts it half",)
        return replace(grade, verdict=Verdict.PARTIAL, score=HALF, reasons=half, confidence=1.0)
    return grade


def replayed(
    said: Sequence[Answer], hinted_at: datetime | None, rules: Rules, *, voided: bool = False
) -> tuple[Answer, ...]:
    """A member's tries in their order with their present grades, and the points that each adds.

    A try after a right one brings nothing; the hint costs only those who had it by then.
    """
    played: list[Answer] = []
    for answer in said:
        points = 0
        if not voided and not solved(played):
            hinted = hinted_at is not None and hinted_at <= answer.said_at
            number = tries_used(played) + 1
            points = gain(worth(answer.grade, number, hinted=hinted, rules=rules), played)
        played.append(replace(answer, points=points))
    return tuple(played)
