"""A profile: what a reading offers for comparison, computed once."""

import re
from dataclasses import dataclass
from itertools import pairwise

from bot.grading.reading.numbers import float_of
from bot.grading.reading.words import Word
from bot.grading.tables.calendar import AMBIGUOUS, MONTHS
from bot.grading.tables.units import DIMENSIONS
from bot.grading.tables.word_weights import FUNCTION_WEIGHT

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_BESIDE_NUMBER = 3
"""Content words of a response that may stand round the number it is asked for."""
_NONE: frozenset[str] = frozenset()
_NEGATION_REACH = 3
"""Content words that a negation covers after it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The sets and sums that comparing needs."""

    words: tuple[Word, ...]
    content: tuple[Word, ...]
    """The words that are not grammar."""
    stems: frozenset[str]
    joined: frozenset[str]
    """Neighbouring words run together: `data set` offers `dataset`."""
    numbers: tuple[str, ...]
    """Every number, ordinals and numbers inside codes included, sorted; months count."""
    amounts: tuple[tuple[str, float], ...]
    """Numbers with a unit: dimension and value in its base unit."""
    negated: frozenset[str]
    """Stems within reach of a negation."""
    negates: bool
    weight: float
    traits: int
    """The traits of all content words: texts that share none have nothing in common."""


def profile_of(words: tuple[Word, ...], *, runs: bool = True) -> Profile:
    """The profile of a text's words; without `runs`, words run together are not looked for."""
    content = tuple([each for each in words if each.weight > FUNCTION_WEIGHT])
    negates = numeric = False
    weight = 0.0
    traits = 0
    for each in words:
        weight += each.weight
        if each.negation:
            negates = True
        elif each.number or each.code or each.base in MONTHS:
            numeric = True
    for each in content:
        traits |= each.traits
    joined = _NONE
    if runs and len(words) > 1:
        joined = frozenset([one.base + other.base for one, other in pairwise(words)])
    return Profile(
        words=words,
        content=content,
        stems=frozenset([each.stem for each in words]),
        joined=joined,
        numbers=_numbers(words) if numeric else (),
        amounts=_amounts(words) if numeric else (),
        negated=_negated(words) if negates else _NONE,
        negates=negates,
        weight=weight,
        traits=traits,
    )


def _numbers(words: tuple[Word, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for at, each in enumerate(words):
        if each.number:
            found.append(each.text)
        elif each.code:
            found += [digits.lstrip("0") or "0" for digits in _DIGITS.findall(each.text)]
        elif each.base in MONTHS:
            beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
            if each.base not in AMBIGUOUS or any(other.number or other.code for other in beside):
                found.append(MONTHS[each.base])
    return tuple(sorted(found))


def _amounts(words: tuple[Word, ...]) -> tuple[tuple[str, float], ...]:
    found: list[tuple[str, float]] = []
    for number, unit in pairwise(words):
        known = DIMENSIONS.get(unit.base)
        value = float_of(number.text) if number.number and known is not None else None
        if known is not None and value is not None:
            found.append((known[0], round(value * known[1], 12)))
    return tuple(found)


def _negated(words: tuple[Word, ...]) -> frozenset[str]:
    found: set[str] = set()
    left = 0
    for each in words:
        if each.negation:
            left = _NEGATION_REACH
        elif left and each.weight > FUNCTION_WEIGHT:
            found.add(each.stem)
            left -= 1
    return frozenset(found)


def contained(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether every number of `few` stands in `many`, as often as it does there."""
    if len(few) > len(many):
        return False
    rest = list(many)
    for each in few:
        if each not in rest:
            return False
        rest.remove(each)
    return True


def numbers_differ(one: Profile, other: Profile) -> bool:
    """Whether both have numbers of which neither set contains the other.

    A full date and its year agree; `0.8` and `80 %` do too.
    """
    if not one.numbers or not other.numbers:
        return False
    if contained(one.numbers, other.numbers) or contained(other.numbers, one.numbers):
        return False
    return not _same_share(one, other) and not _same_share(other, one)


def _same_share(one: Profile, other: Profile) -> bool:
    shares = [value for dimension, value in one.amounts if dimension == "share"]
    if not shares:
        return False
    values = [value for each in other.numbers if (value := float_of(each)) is not None]
    return any(abs(value - share) < 1e-9 for value in values for share in shares)


def amounts_differ(one: Profile, other: Profile) -> bool:
    """Whether both give an amount of the same kind, and not the same amount."""
    if not one.amounts or not other.amounts:
        return False
    kinds = {dimension for dimension, _ in one.amounts} & {each for each, _ in other.amounts}
    mine = {each for each in one.amounts if each[0] in kinds}
    theirs = {each for each in other.amounts if each[0] in kinds}
    return bool(kinds) and not (mine <= theirs or theirs <= mine)


def same_amount(one: Profile, other: Profile) -> bool:
    """Whether both are one amount and nothing else: `60 minutes` and `1 hour`, `0.8` and `80 %`."""
    if one.numbers == other.numbers and len(one.content) == 1 and one.content[0].number:
        return len(other.content) <= _BESIDE_NUMBER and one.negates == other.negates
    mine, theirs = _lone_amount(one), _lone_amount(other)
    if mine is None or theirs is None or not (one.amounts or other.amounts):
        return False
    if mine[0] == theirs[0]:
        return abs(mine[1] - theirs[1]) <= 1e-9 * max(1.0, abs(mine[1]))
    if {mine[0], theirs[0]} != {"", "share"}:
        return False
    return abs(mine[1] - theirs[1]) < 1e-9


def _lone_amount(profile: Profile) -> tuple[str, float] | None:
    """The only amount of a text that holds nothing else; a bare number has no dimension."""
    if len(profile.numbers) != 1 or len(profile.content) > 2:
        return None
    if profile.amounts:
        return profile.amounts[0]
    if len(profile.content) != 1:
        return None
    value = float_of(profile.numbers[0])
    return None if value is None else ("", value)
