"""What is said of each side where a question sets two things against each other."""

from collections.abc import Sequence, Set
from itertools import combinations
from typing import NamedTuple

from bot.grading.prose.partners import partner
from bot.grading.prose.passage import Passage
from bot.grading.reading.profile import Profile
from bot.grading.reading.words import Word

_MOST_GROUPED = 12
_CERTAIN_PAIRS = 3
"""Pairs from which their shares are certain."""


class Sides(NamedTuple):
    """Weight of what the answer says of a side."""

    own: float
    """That the reference says of that side, too."""
    other: float
    """That the reference says of another."""


def sides(meant: Passage, said: Passage, asked: Profile) -> Sides:
    """How far clauses about one thing hold what the reference says of that thing, or of another."""
    if len(meant.clauses) < 2 or not said.clauses:
        return Sides(0.0, 0.0)
    # Not by their stems: a directive is nothing that applies directly.
    terms = {each.base for each in asked.content} | {clause[0].base for clause in meant.clauses}
    told = [terms & {each.base for each in clause} for clause in meant.clauses]
    keys = {term for term in terms if 0 < sum(term in each for each in told) < len(told)}
    if not keys:
        return Sides(0.0, 0.0)
    mine = _carried(meant.clauses, keys)
    theirs = _carried(said.clauses, keys)
    own = other = 0.0
    for clause, about in zip(said.clauses, theirs, strict=True):
        new = [each for each in clause if each.stem not in asked.stems]
        if not about or not new:
            continue
        for reference, of in zip(meant.clauses, mine, strict=True):
            if of and (of == about or not of & about):
                shared = sum(each.weight * partner(each, reference) for each in new)
                if of == about:
                    own += shared
                else:
                    other += shared
    return Sides(own, other)


class Grouping(NamedTuple):
    """How pairs of words that stand in one clause of an answer stand in the reference, 0..1."""

    kept: float
    """In one clause there, too."""
    mixed: float
    """In two clauses there: what is said of one thing is said of another."""


def grouping(meant: Passage, said: Passage) -> Grouping:
    """Whether words that belong together in the reference do so in the answer."""
    places: dict[str, set[int]] = {}
    for at, clause in enumerate(meant.clauses):
        for each in clause:
            places.setdefault(each.stem, set()).add(at)
    kept = mixed = 0
    for clause in said.clauses:
        found = list(dict.fromkeys(each.stem for each in clause if each.stem in places))
        for one, other in combinations(found[:_MOST_GROUPED], 2):
            if places[one] & places[other]:
                kept += 1
            else:
                mixed += 1
    total = kept + mixed
    if not total:
        return Grouping(0.0, 0.0)
    certain = min(1.0, total / _CERTAIN_PAIRS)
    return Grouping(certain * kept / total, certain * mixed / total)


def _carried(clauses: Sequence[tuple[Word, ...]], keys: Set[str]) -> list[Set[str]]:
    """What each clause is about; one that names nothing is about what the one before is."""
    about: Set[str] = frozenset()
    found: list[Set[str]] = []
    for clause in clauses:
        named = keys & {each.base for each in clause}
        about = named or about
        found.append(about)
    return found
