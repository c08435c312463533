"""Numbers in digits and in words → a value."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.grading.quantities.tokens import Token
from bot.grading.tables.numerals import SCALES, TENS, UNITS

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
    "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
    "twelfth": 12, "twelfths": 12, "twentieth": 20, "hundredth": 100, "hundredths": 100,
    "thousandth": 1_000, "thousandths": 1_000, "millionth": 1_000_000, "billionth": 1_000_000_000,
}  # fmt: skip
_COUNTS = {"dozen": 12, "score": 20, "gross": 144, "couple": 2}
_SCALED = {
    **SCALES,
    "thousands": 1_000,
    "millions": 1e6,
    "billions": 1e9,
    "mio": 1e6,
    "bn": 1e9,
    "mn": 1e6,
    "mil": 1e6,
    "trn": 1e12,
    "quadrillion": 1e15,
}
_LETTERS = {"K": 1e3, "M": 1e6, "m": 1e6, "B": 1e9, "G": 1e9, "T": 1e12, "t": 1e12}
SPELLED = frozenset(
    (*UNITS, *TENS, *SCALES, "dozen", "half", "quarter", "third", "once", "twice", "thrice")
)
_BEFORE_ONE = frozenset(
    (
        "is",
        "of",
        "about",
        "only",
        "exactly",
        "just",
        "least",
        "most",
        "than",
        "to",
        "minus",
        "and",
        "or",
        "s",
        "it's",
        "every",
        "per",
    )
)
_TIMES = {"once": 1, "twice": 2, "thrice": 3}


_SURE = {"k": 1e3, "bn": 1e9, "mn": 1e6}
_THREE = 3
_MOST_PARTS = 1_000
ENDLESS = 9
"""Decimals of a fraction: as many as one likes."""


_NOTHING = ("none", "nil", "nought", "naught", "nothing")
_ZERO = ("nought", "naught", "oh", "o")
"""Words for the zero before a point."""
_STARTS = frozenset(
    (*UNITS, *TENS, *SCALES, *_TIMES, "a", "an", "half", "quarter", "point", *_NOTHING, *_ZERO)
)
"""Words that a number may begin with."""


class Number(NamedTuple):
    """A value with the place after it."""

    value: float
    end: int
    places: int = 0
    readings: tuple[float, ...] = ()
    """Other values that it may have: 5m is five metres or five million."""
    bare: bool = True
    """Whether it stands in digits alone."""


def number_at(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins at a place, its sign included, or None; two out of three is one."""
    found = _number_at(tokens, at)
    if found is None or found.value != int(found.value):
        return found
    after = [each.text.lower() for each in tokens[found.end : found.end + 2]]
    step = 2 if after == ["out", "of"] else 1 if after[:1] in (["of"], ["in"]) else 0
    whole = _number_at(tokens, found.end + step) if step else None
    if whole is None or not 0 < found.value <= whole.value < _MOST_PARTS:
        return found
    return Number(found.value / whole.value, whole.end, ENDLESS, bare=False)


def _number_at(tokens: Sequence[Token], at: int) -> Number | None:
    if at >= len(tokens):
        return None
    here = tokens[at]
    negative = _minus(tokens, at)
    if negative:
        found = number_at(tokens, at + 1)
        if found is None:
            return None
        return found._replace(value=-found.value, bare=False)
    if here.kind == "number":
        return _numeral(tokens, at)
    if here.kind != "word":
        return None
    return _spelled(tokens, at)


def _minus(tokens: Sequence[Token], at: int) -> bool:
    here = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return False
    if here.text.lower() in ("minus", "negative"):
        return True
    before = tokens[at - 1] if at else None
    apart = before is None or before.end < here.start or before.text in "(=<>,:"
    return here.text == "-" and after.start == here.end and after.kind == "number" and apart


def _numeral(tokens: Sequence[Token], at: int) -> Number:
    here = tokens[at]
    value, end, places, bare = here.value, at + 1, here.places, True
    if _is_fraction(tokens, at):
        value, end, places, bare = value / tokens[at + 2].value, at + 3, ENDLESS, False
    elif at + 3 < len(tokens) and tokens[at + 1].kind == "number" and _is_fraction(tokens, at + 1):
        part = tokens[at + 1].value / tokens[at + 3].value
        if value == int(value) and 0 < part < 1:
            value, end, places, bare = value + part, at + 4, ENDLESS, False
    elif _and_a_part(tokens, at + 1):
        rest = number_at(tokens, at + 2)
        if rest is not None and 0 < rest.value < 1:
            value, end, bare = value + rest.value, rest.end, False
    readings: tuple[float, ...] = ()
    if here.places == _THREE and here.text.endswith("00") and value < 1000 and end == at + 1:
        readings = (value * 1000,)  # a point may group thousands: 1.500 euros
    after = tokens[end] if end < len(tokens) else None
    if after is not None and after.kind == "word":
        scale = _SCALED.get(after.text.lower())
        if scale is not None:
            value, end, bare = value * scale, end + 1, False
        elif after.text in _SURE and after.start == tokens[end - 1].end:
            value, end, bare = value * _SURE[after.text], end + 1, False
        elif after.text in _LETTERS and after.start == tokens[end - 1].end:
            readings = (value * _LETTERS[after.text],)
        elif after.text.lower() in _COUNTS:
            value, end, bare = value * _COUNTS[after.text.lower()], end + 1, False
        elif after.text.lower() in _PARTS and value == int(value) and 0 < value < 100:
            value, end, bare = value / _PARTS[after.text.lower()], end + 1, False
    return Number(value, end, places, readings, bare)


def _is_fraction(tokens: Sequence[Token], at: int) -> bool:
    return (
        at + 2 < len(tokens)
        and tokens[at + 1].text == "/"
        and tokens[at + 2].kind == "number"
        and tokens[at + 2].value != 0
        and (at + 3 >= len(tokens) or tokens[at + 3].text != "/")
        and not (at and tokens[at - 1].text == "/")
    )


def _and_a_part(tokens: Sequence[Token], at: int) -> bool:
    return [each.text.lower() for each in tokens[at : at + 2]] in (
        ["and", "a"],
        ["and", "one"],
        ["and", "half"],
    )


def _joins(before: Token) -> bool:
    """Whether "one" after this word is a pronoun or a part of a phrase: the better one, at once."""
    return before.kind == "word" and before.text.lower() not in _BEFORE_ONE


def _words(tokens: Sequence[Token], at: int) -> list[tuple[str, int]]:
    """The words from a place on, joined by nothing or a hyphen, each with the place after it."""
    found: list[tuple[str, int]] = []
    while at < len(tokens) and len(found) < 12:
        here = tokens[at]
        if here.kind == "word":
            found.append((here.text.lower(), at + 1))
        elif not (
            here.text == "-" and found and at + 1 < len(tokens) and here.end == tokens[at + 1].start
        ):
            break
        at += 1
    return found


def _spelled(tokens: Sequence[Token], at: int) -> Number | None:
    if tokens[at].text.lower() not in _STARTS:
        return None
    words = _words(tokens, at)
    first, end = words[0]
    if first == "point" or first in _ZERO:
        below = _below_one([each for each, _ in words])
        if below and not (at and _joins(tokens[at - 1])):
            return _decimals(0.0, words, below)
    if first in _NOTHING:
        return Number(0.0, end, bare=False) if len(tokens) == 1 else None
    if first == "quarter":
        measured = len(words) > 1 and words[1][0] in ("of", "hour")
        return Number(0.25, end, ENDLESS, bare=False) if measured else None
    if first in ("one", "once") and at and _joins(tokens[at - 1]):
        return None
    if first in _TIMES:
        return Number(float(_TIMES[first]), end, bare=False)
    if first in ("a", "an", "one") and len(words) > 1:
        after, ended = words[1]
        if (after in _PARTS and first != "a") or after in (
            "half",
            "third",
            "quarter",
            "fifth",
            "tenth",
            "hundredth",
            "thousandth",
            "millionth",
        ):
            return Number(1 / _PARTS[after], ended, ENDLESS, bare=False)
        if after in _COUNTS:
            return Number(float(_COUNTS[after]), ended, bare=False)
        if after in SCALES and first != "one":
            return _cardinal(words)
        if first in ("a", "an"):
            return None
    elif first in ("a", "an"):
        return None
    if first == "half":
        if len(words) > 1 and words[1][0] in ("a", "an") and len(words) > 2:
            after, ended = words[2]
            if after in _COUNTS or after in SCALES:
                return Number(0.5 * (_COUNTS.get(after) or SCALES[after]), ended, bare=False)
            return Number(0.5, words[1][1], bare=False)
        return Number(0.5, end, bare=False)
    return _cardinal(words)


def _below_one(words: Sequence[str]) -> int:
    """Where the decimals of "point seven" or "nought point seven" begin, or 0."""
    at = 1 if words[0] == "point" else 2 if words[1:2] == ["point"] else 0
    return at if at and at < len(words) and UNITS.get(words[at], 10) < 10 else 0


def and_a_part(tokens: Sequence[Token], at: int) -> Number | None:
    """The part of one that follows a unit: a mile *and a half*, two hours *and a quarter*."""
    said = [each.text.lower() for each in tokens[at : at + 3]]
    if said[:1] != ["and"]:
        return None
    if said[1:] and said[1] in ("half", "quarter") and said[2:] not in (["of"], ["a"], ["an"]):
        return Number(1 / _PARTS[said[1]], at + 2, ENDLESS, bare=False)
    if said[1:2] in (["a"], ["one"]) and said[2:] and said[2] in ("half", "quarter", "third"):
        return Number(1 / _PARTS[said[2]], at + 3, ENDLESS, bare=False)
    return None


def _cardinal(words: list[tuple[str, int]]) -> Number | None:
    """A whole number in words; years in pairs; with a fraction after it."""
    total, current = 0.0, 0.0
    last = ""
    end = 0
    at = 0
    while at < len(words):
        text, after = words[at]
        if text in UNITS:
            digit = UNITS[text]
            if last == "unit" and not (10 <= current < 100 and digit >= 10):
                break
            if last == "ten" and (digit >= 10 or current % 10):
                if not (10 <= current < 100):
                    break
                current = current * 100 + digit
            elif last == "unit":
                current = current * 100 + digit
            else:
                current += digit
            last = "unit"
        elif text in TENS:
            if last in ("unit", "ten"):
                if not 10 <= current < 100:
                    break
                current *= 100
            current += TENS[text]
            last = "ten"
        elif text in _SCALED and last:
            factor = _SCALED[text]
            if factor == 100:
                current *= 100
            else:
                total, current = _scaled(total, current, factor), 0.0
            last = "scale"
        elif text in SCALES and not at and len(words) > 1:
            current, last = float(SCALES[text]), "scale"
        elif (
            text in ("a", "an") and not last and at + 1 < len(words) and words[at + 1][0] in SCALES
        ):
            current, last = 1.0, "article"
        elif text == "oh" and last in ("unit", "ten") and at + 1 < len(words):
            current, last = current * 100, "scale"
        elif text == "and" and last == "scale" and _goes_on(words, at + 1):
            at += 1
            continue
        elif text == "point" and last and at + 1 < len(words) and words[at + 1][0] in UNITS:
            return _decimals(total + current, words, at + 1)
        else:
            break
        end = after
        at += 1
    if not last or last == "article":
        return None
    value = total + current
    if at < len(words) and words[at][0] in _PARTS and 0 < value < 100:
        return Number(value / _PARTS[words[at][0]], words[at][1], ENDLESS, bare=False)
    if at + 2 < len(words) + 1 and at < len(words) and words[at][0] == "and":
        rest = [each for each, _ in words[at + 1 : at + 3]]
        if rest[:1] == ["half"] or (
            rest[:1] in (["a"], ["one"]) and rest[1:2] and rest[1] in _PARTS
        ):
            name = "half" if rest[0] == "half" else rest[1]
            value += 1 / _PARTS[name]
            at += 2 if rest[0] == "half" else 3
            end = words[at - 1][1]
            if at < len(words) and words[at][0] in _SCALED:
                value, end = value * _SCALED[words[at][0]], words[at][1]
    if at < len(words) and words[at][0] == "dozen":
        value, end = value * 12, words[at][1]
    return Number(value, end, bare=False)


def _scaled(total: float, current: float, factor: float) -> float:
    """A thousand million is a billion; a million two thousand is not."""
    return total + current * factor if current else total * factor


def _goes_on(words: list[tuple[str, int]], at: int) -> bool:
    return at < len(words) and (words[at][0] in UNITS or words[at][0] in TENS)


def _decimals(value: float, words: list[tuple[str, int]], at: int) -> Number:
    digits = ""
    end = at
    while at < len(words) and words[at][0] in UNITS and UNITS[words[at][0]] < 10:
        digits += str(UNITS[words[at][0]])
        end = words[at][1]
        at += 1
    return Number(value + float(f"0.{digits or 0}"), end, len(digits), bare=False)
