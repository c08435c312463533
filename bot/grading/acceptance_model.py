"""How likely a fair quizmaster would accept a response for a wording: the fitted model."""

import math
from functools import lru_cache
from operator import mul

from bot.grading.compare import FEATURES
from bot.grading.weights import INTERCEPT, LONG, SHORT, WEIGHTS

_NOT_FITTED = (0.0, 0.0)
"""A feature that is new counts for nothing until the weights are fitted again."""
_LEAST = math.log1p(SHORT)
_SPAN = math.log1p(LONG) - _LEAST


def statement_share(words: int) -> float:
    """How far an answer of so many content words is a statement (1) rather than a name (0)."""
    return min(1.0, max(0.0, (math.log1p(words) - _LEAST) / _SPAN))


@lru_cache(maxsize=256)
def blended(words: int) -> tuple[float, tuple[float, ...]]:
    """Intercept and weights for a wording of so many content words."""
    share = statement_share(words)
    start = INTERCEPT[0] * (1 - share) + INTERCEPT[1] * share
    return start, tuple(
        short * (1 - share) + long * share
        for short, long in (WEIGHTS.get(name, _NOT_FITTED) for name in FEATURES)
    )


def probability(words: int, found: list[float]) -> float:
    """0..1 from the features of a comparison with a wording of `words` content words."""
    start, weights = blended(min(words, 255))
    total = start + sum(map(mul, weights, found))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


_NAME_FROM = 0.4
_STATEMENT_FROM = 0.5


def accepted_from(words: int) -> float:
    """The probability from which a wording of `words` content words counts as said.

    Names and terms are scored by F1 of "correct", statements by accuracy; either threshold is
    the best of its kind on the development rows.
    """
    share = statement_share(words)
    return _NAME_FROM * (1 - share) + _STATEMENT_FROM * share
