"""What is said of each side where a question sets two things against each other."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from bot.grading.prose.partners import partner
from bot.grading.prose.passage import Passage
from bot.grading.reading.profile import Profile
from bot.grading.reading.words import Word


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
    terms = {each.stem for each in asked.content}
    told = [terms & {each.stem for each in clause} for clause in meant.clauses]
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


def _carried(clauses: Sequence[tuple[Word, ...]], keys: Set[str]) -> list[Set[str]]:
    """What each clause is about; one that names nothing is about what the one before is."""
    about: Set[str] = frozenset()
    found: list[Set[str]] = []
    for clause in clauses:
        named = keys & {each.stem for each in clause}
        about = named or about
        found.append(about)
    return found
