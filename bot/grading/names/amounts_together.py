"""One answer of several quantities of different kinds: a voltage with its frequency."""

from functools import lru_cache

from bot.grading.finding import Finding
from bot.grading.names.match import SPELLED, Match, Part
from bot.grading.prepared import PreparedQuestion
from bot.grading.quantities.agree import agrees
from bot.grading.quantities.scan import Amount, scan

_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "in", "of", "on", "over", "per", "plus", "to", "with")
)
_UNSETTLED = frozenset(("but", "either", "instead", "maybe", "n't", "no", "not", "or", "than"))
_MOST_WORDS = 8
_SHORTEST = 5


def amounts_together(prepared: PreparedQuestion, part: Part) -> Finding | None:
    """What a response's quantities make of an item that is several; None where another look decides.

    All of them are the answer, some without another are half of it, and a wrong one makes it wrong.
    """
    if not prepared.numbered or len(part.text) < _SHORTEST:
        return None
    prompt = prepared.question.prompt
    missed: Finding | None = None
    for item in prepared.items:
        for phrase in item.phrases:
            meant = _several(phrase.reading.text)
            if not meant:
                continue
            said = _said(part.text)
            if said is None:
                return None
            kept = [each for each in said if any(agrees(one, each, prompt) for one in meant)]
            told = [one for one in meant if any(agrees(one, each, prompt) for each in said)]
            match = Match(item.index, part, SPELLED, "units", phrase, 1.0)
            if len(kept) < len(said):
                missed = missed or Finding(0.0, kind="numbers", near=(match._replace(sure=0.0),))
            elif len(told) == len(meant):
                return Finding(1.0, (match,))
            else:
                missed = Finding(0.5, (match._replace(rule="half"),), kind="half", sure=0.5)
    return missed


@lru_cache(maxsize=1_024)
def _several(text: str) -> tuple[Amount, ...]:
    """The quantities of a wording that is nothing but several of different kinds; else none."""
    read = scan(text)
    found = tuple(each for each in read.quantities if isinstance(each, Amount) and each.units)
    kinds = {unit.dimension for each in found for unit in each.units[:1]}
    if len(found) < len(read.quantities) or len(kinds) < max(2, len(found)):
        return ()
    return found if _SMALL.issuperset((*read.before, *read.after)) else ()


def _said(text: str) -> tuple[Amount, ...] | None:
    """The quantities of a response that gives them and says little else."""
    read = scan(text)
    words = (*read.before, *read.after)
    found = tuple(each for each in read.quantities if isinstance(each, Amount) and each.units)
    if not found or len(found) < len(read.quantities) or len(words) > _MOST_WORDS:
        return None
    return found if _UNSETTLED.isdisjoint(words) else None
