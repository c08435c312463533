"""Key points: which of the things that an author asks for an answer says, and in which words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.grading.prose.partners import partner
from bot.grading.prose.passage import Passage
from bot.grading.reading.profile import Profile, profile_of
from bot.grading.reading.similarity import SAFE, SHORTENED
from bot.grading.reading.spelling import contrary
from bot.grading.reading.words import Word

FOUND = 0.6
"""Share of a wording's words from which its key point counts as said."""
_ASKED = 0.3
"""What a word counts that the question has already."""
_APART = 0.85
"""What a wording counts that is spread over two neighbouring clauses."""
_TURNED = 0.4
"""What it counts where one side denies a word of it and the other does not."""
_ANCHORED = 0.3
"""Share of a wording that a clause of the reference has from which it says that key point."""
_SCATTERED = 0.6
"""What it counts where its words stand anywhere in the answer."""


class Point(NamedTuple):
    """One key point with its wordings ready."""

    name: str
    wordings: tuple[Passage, ...]


class Said(NamedTuple):
    """How far an answer says a key point, 0..1, and the words that say it, as they were read."""

    point: Point
    share: float
    words: str = ""
    turned: bool = False
    """Whether its words are there, and the answer says no to them."""

    @property
    def found(self) -> bool:
        """Whether it counts as said."""
        return self.share >= FOUND


def anchored(points: Sequence[Point], meant: Passage) -> tuple[Point, ...]:
    """The key points, each with the clause of the reference that says it as one more wording: that
    nearest to its wordings, or the one at its place where there is one for each.
    """
    clauses = [_alone(clause, meant) for clause in meant.clauses]
    nobody = profile_of(())
    taken: list[int | None] = []
    for point in points:
        shares = [
            max(_share(wording, clause, nobody) for wording in point.wordings)
            for clause in meant.clauses
        ]
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        taken.append(best if best is not None and shares[best] >= _ANCHORED else None)
    if len(points) == len(clauses):
        left = [at for at in range(len(clauses)) if at not in taken]
        taken = [left.pop(0) if at is None and left else at for at in taken]
    return tuple(
        point if at is None else point._replace(wordings=(*point.wordings, clauses[at]))
        for point, at in zip(points, taken, strict=True)
    )


def _alone(clause: tuple[Word, ...], whole: Passage) -> Passage:
    return replace(
        whole, words=clause, content=clause, clauses=(clause,), profile=profile_of(clause)
    )


def said_points(points: Sequence[Point], said: Passage, asked: Profile) -> tuple[Said, ...]:
    """Each key point with the wording of it that the answer says best."""
    return tuple(_best(point, said, asked) for point in points)


def _best(point: Point, said: Passage, asked: Profile) -> Said:
    tried = [_said(point, wording, said, asked) for wording in point.wordings]
    best = max(tried, key=lambda each: each.share, default=Said(point, 0.0))
    turned = not best.found and any(each.turned for each in tried)
    return best._replace(turned=turned)


def _said(point: Point, wording: Passage, said: Passage, asked: Profile) -> Said:
    """A wording is looked for in each clause, in each two neighbours, and in all of them."""
    best = Said(point, 0.0)
    stretches: list[tuple[Sequence[Word], float]] = [(each, 1.0) for each in said.clauses]
    stretches += [((*one, *other), _APART) for one, other in pairwise(said.clauses)]
    if len(said.clauses) > 2:
        stretches.append((said.content, _SCATTERED))
    for words, worth in stretches:
        share = worth * _share(wording, words, asked)
        turned = _turned(wording, said)
        if share * (_TURNED if turned else 1.0) > best.share:
            heard = [each.text for each in words if partner(each, wording.content) >= SHORTENED]
            counted = share * (_TURNED if turned else 1.0)
            denied = share >= FOUND and _denied(wording, said)
            best = Said(point, counted, " ".join(heard), denied)
    return best


def _denied(wording: Passage, said: Passage) -> bool:
    """Whether the answer says no to most of a wording's words, and the wording does not."""
    own = {each.stem for each in wording.content} - wording.profile.negated
    return 2 * len(own & said.profile.negated) > len(wording.content)


def _turned(wording: Passage, said: Passage) -> bool:
    """Whether one side denies a word of it that the other does not."""
    return any(
        wording.denied.get(each.stem, False) != said.denied[each.stem]
        for each in wording.content
        if each.stem in said.denied
    )


def _share(wording: Passage, words: Sequence[Word], asked: Profile) -> float:
    """Share of the wording's words that a stretch has; none where it says the contrary."""
    total = got = 0.0
    for each in wording.content:
        weight = each.weight * (_ASKED if each.stem in asked.stems else 1.0)
        alike = partner(each, words)
        total += weight
        got += weight * alike
        if alike < SAFE and any(contrary(each.base, other.base) for other in words):
            return 0.0
    return got / total if total else 0.0
