"""Ratios and scores: 1:2, 3 to 1, 6-4. Their order counts."""

import re
from dataclasses import dataclass

from bot.grading.quantities.numerals import number_at
from bot.grading.quantities.tokens import notation_of, tokens_of
from bot.grading.tables.numerals import TENS, UNITS

_NUMBER = r"\d+(?:[., ]\d+)*"
_WRITTEN = re.compile(
    rf"{_NUMBER}(?:\s?:\s?{_NUMBER}){{1,3}}(?:\s+(?:ratio|odds))?|\d{{1,3}}\s?[-–]\s?\d{{1,3}}"
)
_CALLED = re.compile(r"(\w+)(?:\s+games)?\s+(all|each|love|nil)", re.IGNORECASE)
_BETWEEN = frozenset((":", "to", "-", "/", "in", "zu", "against"))


@dataclass(frozen=True, slots=True, eq=False)
class Ratio:
    """Numbers that are held against each other."""

    terms: tuple[float, ...]
    scaled: bool
    """Whether 2:4 is as good as 1:2; scores are what they are."""


def _as_score(text: str) -> str:
    """A score as it is called in digits: six all is 6-6, fifteen love 15-0."""
    found = _CALLED.fullmatch(text)
    if found is None:
        return text
    first = found.group(1).lower()
    own = first if first.isdigit() else str({**UNITS, **TENS}.get(first, ""))
    if not own:
        return text
    return f"{own}-0" if found.group(2).lower() in ("love", "nil") else f"{own}-{own}"


def ratio(text: str) -> Ratio | None:
    """The ratio or the score that a wording is; a rising pair with a dash is a range."""
    text = _as_score(text.strip())
    if _WRITTEN.fullmatch(text) is None:
        return None
    terms = _terms(text)
    if terms is None or (":" not in text and terms[0] < terms[1]):
        return None
    return Ratio(terms, ":" in text)


def ruled(meant: Ratio, text: str) -> bool | None:
    """Whether a response is the ratio; None where it is none."""
    terms = _terms(_as_score(text.strip()))
    if terms is None:
        return False if text.strip().isdigit() else None
    if len(terms) != len(meant.terms):
        return False
    if terms == meant.terms:
        return True
    if not meant.scaled or not terms[0] or not meant.terms[0]:
        return False
    factor = terms[0] / meant.terms[0]
    return all(
        abs(each - other * factor) < 1e-9 for each, other in zip(terms, meant.terms, strict=True)
    )


def _terms(text: str) -> tuple[float, ...] | None:
    tokens = tokens_of(notation_of(text))
    found: list[float] = []
    at = 0
    while at < len(tokens):
        number = number_at(tokens, at)
        if number is not None and not (number.end - at == 3 and tokens[at + 1].text == "/"):
            found.append(abs(number.value))
            at = number.end
        elif found and tokens[at].text.lower() in _BETWEEN:
            at += 1
        elif tokens[at].kind == "number":
            found.append(tokens[at].value)
            at += 1
        elif (not found and tokens[at].kind == "word" and at < 4) or tokens[at].text.lower() in (
            "ratio",
            "odds",
            ".",
            ",",
        ):
            at += 1
        else:
            return None
    return tuple(found) if len(found) > 1 else None
