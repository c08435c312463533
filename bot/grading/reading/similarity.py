"""How alike two words are: the same stem, a typing mistake, a synonym, a shortened form."""

from functools import lru_cache

from bot.grading.reading.spelling import another_compound, mistyped
from bot.grading.reading.words import Word
from bot.grading.tables.nicknames import NICKNAMES

SAME = 1.0
STEM = 0.95
TYPO = 0.85
SYNONYM = 0.7
SHORTENED = 0.6
CUT = 0.4
INITIAL = 0.3

SAFE = TYPO
"""From here on, two words are one word in different writing."""


def similarity(one: Word, other: Word) -> float:
    """0..1; the same whichever comes first, but for the direction of a typing mistake."""
    if one.base == other.base:
        return SAME
    if one.stem == other.stem and abs(len(one.base) - len(other.base)) <= 4:
        return STEM
    if one.number or other.number:
        return STEM if f"{one.text}th" == other.text or f"{other.text}th" == one.text else 0.0
    return _unlike(one, other)


@lru_cache(maxsize=131_072)
def _unlike(one: Word, other: Word) -> float:
    if mistyped(one, other):
        return TYPO
    if not NICKNAMES.get(one.base, frozenset()).isdisjoint(NICKNAMES.get(other.base, ())):
        return SYNONYM
    if one.senses and not set(one.senses).isdisjoint(other.senses):
        return SYNONYM
    if one.code or other.code or another_compound(one.base, other.base):
        return 0.0
    short, long = sorted((one.base, other.base), key=len)
    if len(short) == 1:
        return INITIAL if short.isalpha() and len(long) > 2 and long[0] == short else 0.0
    if len(short) < 3:
        return 0.0
    shared = 0
    for left, right in zip(short, long, strict=False):
        if left != right:
            break
        shared += 1
    if shared >= 5 and shared >= 0.6 * len(long):
        return SHORTENED
    return CUT if shared == len(short) and len(short) >= 4 else 0.0
