"""Points: what an answer is worth."""

from collections.abc import Sequence

from bot.model.answer import Answer
from bot.model.grade import Grade, Verdict
from bot.quiz.rules import Rules


def worth(grade: Grade, number_of_try: int, *, hinted: bool, rules: Rules) -> int:
    """The points of a grade at a try counted from 1; never below 0, and at least 1 if anything
    was right.
    """
    if grade.verdict in (Verdict.WRONG, Verdict.MORE) or grade.score <= 0:
        return 0
    earned = rules.points * grade.score
    cost = rules.retry_costs * (number_of_try - 1) + rules.hint_costs * hinted
    return max(1, round(earned - cost))


def gain(points: int, earlier: Sequence[Answer]) -> int:
    """What points add to those that earlier answers of the same member and round brought.

    A later try never takes points away.
    """
    return max(0, points - sum(answer.points for answer in earlier))


def tries_used(answers: Sequence[Answer]) -> int:
    """How many tries a member's answers in a round have cost."""
    return sum(answer.costs_try for answer in answers)


def solved(answers: Sequence[Answer]) -> bool:
    """Whether one of them was right."""
    return any(answer.grade.verdict is Verdict.CORRECT for answer in answers)
