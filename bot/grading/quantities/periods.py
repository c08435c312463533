"""Centuries and decades: the 18th century is the 1700s."""

import re
from dataclasses import dataclass

from bot.grading.tables.numerals import ORDINALS

_SPELLED = (
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
)
_ORDINALS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_TWENTIES = 20
_PATTERN = re.compile(
    rf"""(?<![\w.])(?:(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)?|(?P<spelled>(?:twenty[- ])?(?:{_ORDINALS})))\.?[\s-]+
         (?:century|cent\.|jahrhundert|si[eè]cle|siglo|secolo)(?:\s*(?P<era>BCE?|B\.C\.))?
      |(?P<years>\d{{3}}0)\'?s\b|\'?(?P<short>[2-9]0)\'?s\b|(?P<decade>{"|".join(_SPELLED)})\b)""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A century or a decade by its first year; before the common era it is below 0."""

    first: int
    years: int


def periods_in(text: str) -> tuple[list[tuple[Period, int]], str]:
    """Every century and decade with its place, and the text with blanks where they stood."""
    found: list[tuple[Period, int]] = []
    for each in _PATTERN.finditer(text):
        period = _period(each)
        if period is not None:
            found.append((period, each.start()))
            text = text[: each.start()] + " " * len(each.group()) + text[each.end() :]
    return found, text


def _period(found: re.Match[str]) -> Period | None:
    if found["decade"]:
        return Period(1920 + 10 * _SPELLED.index(found["decade"].lower()), 10)
    if found["short"]:
        return Period(1900 + int(found["short"]), 10)
    if found["years"]:
        first = int(found["years"])
        return Period(first, 10 if first % 100 else 100)
    if found["number"]:
        number = int(found["number"])
    else:
        words = found["spelled"].lower().replace("-", " ").split()
        number = ORDINALS[words[-1]] + (_TWENTIES if len(words) > 1 else 0)
    if not number:
        return None
    return Period(-number * 100 if found["era"] else (number - 1) * 100, 100)
