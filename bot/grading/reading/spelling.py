"""Typing mistakes: which word may be read as which."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.grading.names.other_names import known_names
from bot.grading.reading.words import Word
from bot.grading.tables.kin_names import KIN_ENDINGS, OF_A_SET
from bot.grading.tables.lookalikes import LOOKALIKES
from bot.grading.tables.opposites import NEAR_ENDINGS, NEGATING_PREFIXES, OPPOSITES, PREFIX_PAIRS
from bot.grading.tables.real_words import REAL_WORDS
from bot.grading.tables.word_weights import COMMON, FILLER, FUNCTION

_DIGITS = re.compile(r"[\d.]+")
_SWAPPABLE = 4
"""Letters of a short word that may have two neighbours swapped, and no other mistake."""
_SHARED_END = 3
_LONGEST_PREFIX = 7
_ROOT = 5
"""First letters that words of one family share."""
_SHORTEST_ROOT = 3
"""Letters behind two prefixes that make contraries of one root: intranet, internet."""


def budget(length: int) -> int:
    """Edits (swaps of neighbours included) that a word of `length` letters may have."""
    if length < 5:
        return 0
    if length < 8:
        return 1
    return 2 if length < 13 else 3


@lru_cache(maxsize=65_536)
def contrary(one: str, other: str) -> bool:
    """Whether two bases are opposites: by the table, by a negating prefix, or by paired ones."""
    if other in OPPOSITES.get(one, ()):
        return True
    if one[-_SHARED_END:] != other[-_SHARED_END:] or abs(len(one) - len(other)) > _LONGEST_PREFIX:
        return False
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if len(short) >= 4 and len(long) > len(short) and long.endswith(short):
        prefix = long.removesuffix(short)
        return prefix in NEGATING_PREFIXES
    if one[:1] == other[:1] and one[1:2] == other[1:2] and one[-1:] != other[-1:]:
        return False
    return any(_paired(one, other, *pair) or _paired(other, one, *pair) for pair in PREFIX_PAIRS)


def another_compound(one: str, other: str) -> bool:
    """Whether two names differ by an ending that makes another substance: chloride, chlorate."""
    for endings in KIN_ENDINGS:
        mine = next((each for each in endings if one.endswith(each)), None)
        theirs = next((each for each in endings if other.endswith(each)), None)
        if mine and theirs and mine != theirs:
            return one.removesuffix(mine) == other.removesuffix(theirs)
    return False


def _paired(one: str, other: str, first: str, second: str) -> bool:
    rest = one[len(first) :]
    return (
        len(rest) >= _SHORTEST_ROOT
        and one.startswith(first)
        and other.startswith(second)
        and other[len(second) :] == rest
    )


def mistyped(meant: Word, typed: Word) -> bool:
    """Whether `typed` may be read as `meant` with its letters mistyped."""
    if meant.code and typed.code and _DIGITS.search(meant.base):
        return _mistyped_beside_digits(meant.base, typed.base)
    if meant.number or typed.number or meant.code or typed.code:
        return False
    if _mistyped(meant.base, typed.base):
        return True
    # What was taken for a plural may be a part of the word: habeas, habeus.
    apart = meant.base != meant.text or typed.base != typed.text
    return apart and _mistyped(meant.text, typed.text)


def _mistyped_beside_digits(meant: str, typed: str) -> bool:
    """Whether the digits are the same, at the same places, and the letters mistyped: 1Pasword."""
    one, other = _DIGITS.split(meant), _DIGITS.split(typed)
    if _DIGITS.findall(meant) != _DIGITS.findall(typed) or len(one) != len(other):
        return False
    return all(
        mine == theirs or _mistyped(mine, theirs) for mine, theirs in zip(one, other, strict=True)
    )


@lru_cache(maxsize=65_536)
def _mistyped(meant: str, typed: str) -> bool:
    allowed = min(budget(len(meant)), budget(len(typed)) + 1)
    if len(meant) == _SWAPPABLE == len(typed) and sorted(meant) == sorted(typed):
        allowed = 1
    if meant.endswith(typed) or typed.endswith(meant):
        # One word is the other with a prefix, and a prefix makes another word.
        return False
    if not allowed or abs(len(meant) - len(typed)) > allowed:
        return False
    if typed in FUNCTION or typed in COMMON or typed in FILLER or typed in OPPOSITES:
        return False
    if meant in REAL_WORDS and typed in REAL_WORDS and meant[:_ROOT] != typed[:_ROOT]:
        return False
    if typed in LOOKALIKES.get(meant, ()) or typed in OF_A_SET or another_compound(meant, typed):
        return False
    if meant[0] != typed[0] and meant[:2] != typed[1::-1]:
        allowed -= 1
    if allowed < 1 or OSA.distance(meant, typed, score_cutoff=allowed) > allowed:
        return False
    return not (contrary(meant, typed) or _near_names(meant, typed) or typed in known_names())


def _near_names(one: str, other: str) -> bool:
    """Chloride and chlorate, methane and methene, amylose and amylase: an ending tells them apart."""
    return any(
        one.removesuffix(ending) != one
        and any(
            other.endswith(another) and one[: -len(ending)] == other[: -len(another)]
            for another in endings
            if another != ending
        )
        for endings in NEAR_ENDINGS
        for ending in endings
    )


def swapped_or_doubled(meant: str, typed: str) -> bool:
    """Whether letters only changed places with a neighbour or stand twice: all that initials allow."""
    if sorted(meant) == sorted(typed):
        return OSA.distance(meant, typed) == 1
    return len(typed) == len(meant) + 1 and any(
        typed == meant[: at + 1] + meant[at:] for at in range(len(meant))
    )
