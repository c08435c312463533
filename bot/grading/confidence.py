"""How sure the grader is of a grade: how often grades on the same ground were right."""

import math
from operator import mul

from bot.grading.confidence_table import PROSE, RIGHT
from bot.grading.finding import Finding, ProseSigns
from bot.grading.prepared import PreparedQuestion
from bot.model.grade import Verdict

_LEAST, _MOST = 0.01, 0.99
_UNKNOWN = 0.5
_SILENT = 0.1
"""Share of the reference below which an answer has hardly a word of it: it may be said otherwise."""


def ground_of(prepared: PreparedQuestion, found: Finding, verdict: Verdict) -> str:
    """What a grade rests on, as a key of the table: how many items, the verdict, and why.

    Of several items the one that is least sure decides, as one that is wrong makes the grade wrong.
    """
    weakest = min(found.matches, key=lambda match: match.sure, default=None)
    if found.kind:
        why = found.kind
    elif weakest is not None:
        why = weakest.rule
    else:
        why = found.near[0].rule if found.near else "none"
    return f"{'several' if prepared.need > 1 else 'one'}/{verdict.value}/{why}"


def confidence(prepared: PreparedQuestion, found: Finding, verdict: Verdict) -> float:
    """The chance, 0..1, that a fair quizmaster gives the same verdict."""
    if found.prose is not None:
        return _of_prose(found.prose, verdict)
    ground = ground_of(prepared, found, verdict)
    known = RIGHT.get(ground)
    return known if known is not None else RIGHT.get(f"{ground.rpartition('/')[0]}/", _UNKNOWN)


def signs_of(prose: ProseSigns) -> tuple[float, ...]:
    """What the confidence in a verdict on prose is reckoned from, in the order of the weights."""
    chance = min(_MOST, max(_LEAST, prose.chance))
    silent = prose.covered < _SILENT
    return (
        1.0,
        math.log(chance / (1 - chance)),
        float(silent),
        float(prose.contrary),
        float(prose.pointed),
    )


def _of_prose(prose: ProseSigns, verdict: Verdict) -> float:
    total = sum(map(mul, PROSE[verdict.value], signs_of(prose)))
    return round(1.0 / (1.0 + math.exp(-total)), 3)
