"""How likely an answer in sentences is wrong, partly right or right: the fitted model."""

import math
from collections.abc import Mapping, Sequence
from operator import mul
from typing import NamedTuple, TypeAlias

from bot.grading.prose.features import FEATURES
from bot.grading.prose.objection import is_contrary, is_flood
from bot.grading.prose.verdict_weights import PLAIN, POINTED
from bot.model.grade import Verdict

Weights: TypeAlias = Mapping[str, float]
"""Feature → weight; what is missing counts for nothing. The constant goes by `""`."""

_FLOOR, _POINTS_FLOOR = 0.08, 0.2
"""Share of the reference, beyond the question, and of the key points, below both of which an answer is
not right: it may be the answer to another question."""
_TO_CORRECT = 1.3
"""How much more it is minded that a right answer is refused than that a wrong one is accepted."""


class Chances(NamedTuple):
    """How likely each verdict is; the three add up to 1."""

    wrong: float
    partial: float
    correct: float

    @property
    def verdict(self) -> Verdict:
        """The verdict to give."""
        if self.correct * _TO_CORRECT >= max(self.wrong, self.partial):
            return Verdict.CORRECT
        return Verdict.PARTIAL if self.partial > self.wrong else Verdict.WRONG

    def of(self, verdict: Verdict) -> float:
        """How likely one verdict is."""
        if verdict is Verdict.CORRECT:
            return self.correct
        return self.partial if verdict is Verdict.PARTIAL else self.wrong

    @property
    def worth(self) -> float:
        """What the answer is worth to be expected, 0..1."""
        return self.correct + self.partial / 2


def chances(found: Sequence[float]) -> Chances:
    """The chances of an answer with these features, in the order of `FEATURES`."""
    pointed = found[_POINTED] > 0
    partial, correct = WEIGHTS[pointed]
    to_partial = partial[0] + sum(map(mul, partial[1], found))
    to_correct = correct[0] + sum(map(mul, correct[1], found))
    most = max(0.0, to_partial, to_correct)
    odds = [math.exp(each - most) for each in (0.0, to_partial, to_correct)]
    total = sum(odds)
    wrong, half, right = (each / total for each in odds)
    silent = found[COVERED] < _FLOOR and found[_POINTS] < _POINTS_FLOOR
    if silent or is_flood(found):
        return Chances(1.0, 0.0, 0.0)
    if is_contrary(found):
        return Chances(wrong + right, half, 0.0)
    return Chances(wrong, half, right)


Ordered: TypeAlias = tuple[float, tuple[float, ...]]
"""The constant and the weights, in the order of `FEATURES`."""


def ordered(
    plain: Mapping[str, Weights], pointed: Mapping[str, Weights]
) -> dict[bool, tuple[Ordered, Ordered]]:
    """Whether there are key points → the weights of `partial` and of `correct`."""
    return {
        whether: (_in_order(model["partial"]), _in_order(model["correct"]))
        for whether, model in ((False, plain), (True, pointed))
    }


def _in_order(weights: Weights) -> Ordered:
    return weights[""], tuple([weights.get(name, 0.0) for name in FEATURES])


_POINTED = FEATURES.index("pointed")
_POINTS = FEATURES.index("points")
COVERED = FEATURES.index("covered")
WEIGHTS = ordered(PLAIN, POINTED)
