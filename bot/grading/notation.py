"""Wordings that are no words: quantities, formulas, code. Each is compared as what it is."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.grading.code.compared import code
from bot.grading.code.compared import ruled as ruled_by_code
from bot.grading.code.line import Code
from bot.grading.formulas.compared import Formula, formula
from bot.grading.formulas.compared import ruled as ruled_by_formula
from bot.grading.quantities.measured import Measured, measured
from bot.grading.quantities.measured import ruled as ruled_by_quantity
from bot.grading.quantities.ratio import Ratio, ratio
from bot.grading.quantities.ratio import ruled as ruled_by_ratio
from bot.grading.quantities.scan import Amount
from bot.grading.reading.normalise import bare

Notation = Measured | Ratio | Formula | Code
_MARKUP = re.compile(r"^[ \t]*(?:```|~~~)[^\n]*$|`+|\*\*(?=\S)(.{1,300}?)(?<=\S)\*\*", re.MULTILINE)
_KEYED = re.compile(r"\s*[A-Za-z][^:<>=/*+^]*?:\s|\s*[A-Za-z][\w ]{2,}\s[-–—]\s+\d")
_DEFINED = re.compile(r"[A-Za-z]\s?=")
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision that nothing else is asked about."""

    right: bool
    rule: str


_RULINGS = {
    (right, rule): Ruling(right, rule)
    for right in (True, False)
    for rule in ("units", "dates", "signs")
}
DECISIVE = frozenset(("units", "dates", "signs"))
"""Rules whose refusal stands."""


@lru_cache(maxsize=16_384)
def notation_of(text: str, prompt: str = "") -> Notation | None:
    """What a wording is, where it is not just words."""
    if _KEYED.match(text):
        return None
    found = (ratio(text) if "-" in text or " " in text else None) or measured(text) or ratio(text)
    if found is not None or text.isalpha():
        return found
    return formula(text, prompt) or code(text)


def is_of_words(meant: Notation | None) -> bool:
    """Whether other names may be read out of a wording: not out of a formula, a path, a rate."""
    return meant is None or (isinstance(meant, Formula) and meant.either)


def signs_of(text: str, meant: Notation | None) -> frozenset[str]:
    """The signs of a wording that part nothing in a list of such wordings."""
    if meant is None or isinstance(meant, Measured | Ratio):
        return frozenset("/") if meant is not None and "/" in text else frozenset()
    return frozenset(each for each in text if not each.isalnum() and not each.isspace())


@lru_cache(maxsize=1_024)
def as_written(text: str) -> str:
    """A response with its signs as they were typed, without Markdown and lead-in."""
    text = _MARKUP.sub(lambda marked: marked.group(1) or "", text[:_LONGEST]).strip()
    return text if _DEFINED.match(text) else bare(text).strip()


def ruling(meant: Notation, text: str, prompt: str, *, alone: bool = False) -> Ruling | None:
    """What the notation says of a response, or None where it is for the words to decide.

    With `alone`, only a response that holds nothing else is right.
    """
    if len(text) > _LONGEST:
        return None
    return _ruled(meant, as_written(text), prompt, alone and not isinstance(meant, Formula))


@lru_cache(maxsize=128)
def _ruled(meant: Notation, text: str, prompt: str, alone: bool) -> Ruling | None:
    # One response is held against a wording more than once: whole, and as what is left of it.
    if isinstance(meant, Measured):
        right = ruled_by_quantity(meant, text, prompt, alone=alone)
        rule = "units" if isinstance(meant.quantity, Amount) else "dates"
    elif isinstance(meant, Ratio):
        right, rule = ruled_by_ratio(meant, text), "units"
    elif isinstance(meant, Formula):
        right, rule = ruled_by_formula(meant, text), "signs"
    else:
        right, rule = ruled_by_code(meant, text, prompt, alone=alone), "signs"
    return None if right is None else _RULINGS[right, rule]
