"""Numbers in any writing → one canonical form."""

import re
from collections.abc import Container, Sequence
from math import isfinite

from bot.grading.tables.numerals import (
    ORDINALS,
    ROMAN,
    ROMAN_LETTERS,
    SCALES,
    SUFFIXES,
    TENS,
    UNITS,
)
from bot.grading.tables.units import UNIT_NAMES

_NUMBER = re.compile(r"-?(?:\d+(?:[.,]\d+)*|\.\d+)(?:e[+-]?\d{1,3})?")
_THOUSANDS = re.compile(
    r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|-?[1-9]\d{0,2}(?:\.\d{3}){2,}|-?[1-9]\d{0,2}\.000"
)
_LONGEST = 40


def number_of(token: str) -> str | None:
    """The canonical digits of a numeral (`10,000`, `1e-3`, `0,001`, `.5`), or None.

    `10.000` is ten thousand: nobody writes ten like that. A comma before exactly three digits groups thousands, unless the number begins with 0.
    """
    if len(token) > _LONGEST or _NUMBER.fullmatch(token) is None:
        return None
    if _THOUSANDS.fullmatch(token):
        token = token.replace(",", "") if "," in token else token.replace(".", "")
    elif token.count(",") == 1 and "." not in token:
        token = token.replace(",", ".")
    if token.count(".") > 1 or "," in token:
        return token
    if token.isdigit():
        return token.lstrip("0") or "0"
    value = float(token)
    return canonical(value) if isfinite(value) else token


def canonical(value: float) -> str:
    """One writing for each value: `0.001`, `10000`."""
    if abs(value) < 1e15 and value == int(value):
        return str(int(value))
    return f"{value:.10g}"


def suffixed(token: str) -> tuple[str, ...]:
    """A numeral with letters attached, taken apart: `10k` → 10000, `5gb` → 5 gigabyte."""
    digits = _NUMBER.match(token)
    if digits is None or digits.end() == len(token):
        return (token,)
    number = number_of(digits.group())
    letters = token[digits.end() :]
    if number is None:
        return (token,)
    if letters in ("st", "nd", "rd", "th"):
        return (f"{number}th",)
    if letters == "s":
        return (number,)
    factor = SUFFIXES.get(letters)
    if factor is not None and letters != "mm":
        value = float_of(number)
        return (token,) if value is None else (canonical(value * factor),)
    unit = UNIT_NAMES.get(letters) or UNIT_NAMES.get(letters.removesuffix("s"))
    if unit is not None and len(letters) > 1:
        return (number, unit)
    return (token,)


def float_of(number: str) -> float | None:
    """The value of a numeral; None where it has none that a float holds, as `1.2.3` and `1e400`."""
    try:
        value = float(number)
    except ValueError:
        return None
    return value if isfinite(value) else None


SPOKEN = frozenset((*UNITS, *TENS, *SCALES, *ORDINALS, *ROMAN, *ROMAN_LETTERS))
"""Words that may belong to a number."""


def spoken_number(texts: Sequence[str]) -> tuple[float, int]:
    """The number that `texts` begins with, written as words, and how many of them it takes.

    A numeral may lead (`1.5 million`), but at least one word of the number must be spelled out;
    (0, 0) where there is none.
    """
    total = current = 0.0
    length = 0
    spelled = False
    last = ""
    for at, text in enumerate(texts):
        if text in UNITS:
            if last == "unit":
                break
            current += UNITS[text]
            last, spelled = "unit", True
        elif text in TENS:
            if last in ("unit", "ten") and current < 100:
                # Years are said in pairs: nineteen eighty-four.
                if not (last == "unit" and 10 < current < 100):
                    break
                current = current * 100
            current += TENS[text]
            last, spelled = "ten", True
        elif text in SCALES and last:
            factor = SCALES[text]
            if factor == 100:
                current *= 100
            else:
                total, current = total + current * factor, 0.0
            last, spelled = "scale", True
        elif at == 0 and (number := number_of(text)) is not None and "," not in number:
            value = float_of(number)
            if value is None:
                break
            current, last = value, "numeral"
        else:
            break
        length = at + 1
        if last == "numeral" and (len(texts) < 2 or texts[1] not in SCALES):
            return 0.0, 0
    return (total + current, length) if spelled else (0.0, 0)


_PARTED = re.compile(r"(?<![\d.,])\d{1,3}(?:, ?\d{3})+(?![\d,])")
"""A large number as some write it, `7, 826, 367`, which may as well be a list."""


def rejoined(text: str, known: Container[str]) -> str:
    """The text with parted numbers in one piece where that makes one of the `known` numbers."""

    def join(parted: re.Match[str]) -> str:
        whole = parted.group().replace(",", "").replace(" ", "")
        return whole if whole in known else parted.group()

    return _PARTED.sub(join, text)


def is_parted(text: str) -> bool:
    """Whether a text holds what may be a parted number."""
    return ", " in text and _PARTED.search(text) is not None
