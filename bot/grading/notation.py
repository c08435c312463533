"""Wordings that are no words: quantities, formulas, code. Each is compared as what it is."""

from dataclasses import dataclass

from bot.grading.quantities.measured import Measured, measured
from bot.grading.quantities.measured import ruled as ruled_by_quantity

Notation = Measured


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision that nothing else is asked about."""

    right: bool
    rule: str


UNITS_RIGHT = Ruling(True, "units")
UNITS_WRONG = Ruling(False, "units")
DECISIVE = frozenset(("units", "signs"))
"""Rules whose refusal stands."""


def notation_of(text: str) -> Notation | None:
    """What a wording is, where it is not just words."""
    return measured(text)


def ruling(meant: Notation, text: str, prompt: str, *, alone: bool = False) -> Ruling | None:
    """What the notation says of a response, or None where it is for the words to decide.

    With `alone`, only a response that holds nothing else is right.
    """
    right = ruled_by_quantity(meant, text, prompt, alone=alone)
    if right is None:
        return None
    return UNITS_RIGHT if right else UNITS_WRONG
