"""Key points: which of the things that an author asks for an answer says, and in which words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from bot.grading.prose.partners import partner
from bot.grading.prose.passage import Passage
from bot.grading.reading.profile import Profile, profile_of
from bot.grading.reading.similarity import SAFE, SHORTENED
from bot.grading.reading.spelling import contrary
from bot.grading.reading.words import Word

FOUND = 0.75
"""Share of a wording's words, within one clause, from which its key point counts as said."""
_ASKED = 0.3
"""What a word counts that the question has already."""
_APART = 0.7
"""What a wording counts that is spread over two neighbouring clauses: near, and not found."""
_SCATTERED = 0.5
"""What it counts where its words stand anywhere in the answer."""
_TURNED = 0.4
"""What it counts where one side denies a word of it and the other does not."""
_ANCHORED = 0.3
"""Share of a wording that a clause of the reference has from which it says that key point."""
_NOTHING = profile_of(())
_HARDLY_ELSE = 0.8
"""Share of an answer that is the words of key points where it lists them."""
_FEWEST_CLAUSES, _MOST_CLAUSES, _MOST_LOOKED = 4, 40, 1_200
"""Clauses of an answer in which key points are looked for one by one, at least and at most, and how
often a wording is looked for in one: a bound on hostile texts.
"""
_MOST_QUOTED = 6
"""Words of an answer that are quoted for one key point."""


class Point(NamedTuple):
    """One key point with its wordings ready."""

    name: str
    wordings: tuple[Passage, ...]
    """The author's."""
    clause: Passage | None = None
    """That of the reference which says it, if one does."""


class Said(NamedTuple):
    """How far an answer says a key point, 0..1, and the words that say it, as they were read."""

    point: Point
    share: float
    words: str = ""
    turned: bool = False
    """Whether the answer says the contrary: its words denied, or one of them turned round."""
    own: bool = False
    """Whether it is said in a wording of the author's, rather than in a clause of the reference."""
    places: frozenset[int] = frozenset()
    """Where in the answer those words stand, counted in its content words."""

    @property
    def found(self) -> bool:
        """Whether it counts as said."""
        return self.share >= FOUND


def anchored(points: Sequence[Point], meant: Passage) -> tuple[Point, ...]:
    """The key points, each with the clause of the reference that says it as one more wording: that
    nearest to its wordings, or the one at its place where there is one for each.
    """
    clauses = [_alone(clause, meant) for clause in meant.clauses]
    taken: list[int | None] = []
    for point in points:
        shares = [
            max(
                _Heard(clause).likeness(wording).within(0, len(clause.content), _NOTHING)
                for wording in point.wordings
            )
            for clause in clauses
        ]
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        taken.append(best if best is not None and shares[best] >= _ANCHORED else None)
    if len(points) == len(clauses):
        left = [at for at in range(len(clauses)) if at not in taken]
        taken = [left.pop(0) if at is None and left else at for at in taken]
    return tuple(
        point if at is None else point._replace(clause=clauses[at])
        for point, at in zip(points, taken, strict=True)
    )


def _alone(clause: tuple[Word, ...], whole: Passage) -> Passage:
    return replace(
        whole, words=clause, content=clause, clauses=(clause,), profile=profile_of(clause)
    )


def said_points(points: Sequence[Point], said: Passage, asked: Profile) -> tuple[Said, ...]:
    """Each key point with the wording of it that the answer says best."""
    wordings = sum(len(point.wordings) + 1 for point in points)
    heard = _Heard(said, max(_FEWEST_CLAUSES, min(_MOST_CLAUSES, _MOST_LOOKED // (wordings or 1))))
    return tuple(_best(point, heard, asked) for point in points)


def are_listed(points: Sequence[Said], said: Passage) -> bool:
    """Whether an answer is the key points and hardly anything else, each in a wording of its own."""
    if not points or not all(each.found and each.own for each in points):
        return False
    told = frozenset[int]().union(*(each.places for each in points))
    return len(told) >= _HARDLY_ELSE * len(said.content)


def _best(point: Point, heard: "_Heard", asked: Profile) -> Said:
    """The author's wordings go before the clause of the reference."""
    tried = [_said(point, each, heard, asked) for each in point.wordings]
    best = max(tried, key=lambda each: each.share, default=Said(point, 0.0))
    if best.found:
        return best._replace(own=True, turned=False)
    turned = any(each.turned for each in tried)
    if point.clause is not None:
        best = max(best, _said(point, point.clause, heard, asked), key=lambda each: each.share)
    return best._replace(turned=turned)


def _said(point: Point, wording: Passage, heard: "_Heard", asked: Profile) -> Said:
    """A wording is looked for in each clause, in each two neighbours, and in all of them."""
    alike = heard.likeness(wording)
    best, where = 0.0, (0, 0)
    turned = negated = against = False
    for start, end, worth in heard.stretches:
        share = worth * alike.within(start, end, asked)
        if share > best:
            best, where = share, (start, end)
            turned, negated = alike.turned(start, end), alike.negated(start, end)
        against = against or (worth == 1.0 and alike.opposed(start, end))
    counted = best * (_TURNED if turned else 1.0)
    return Said(
        point,
        counted,
        alike.quoted(*where),
        against or (negated and best >= FOUND),
        places=alike.places(*where),
    )


def _stretches(said: Passage, clauses: int) -> Iterator[tuple[int, int, float]]:
    """Where a wording may stand, from one content word up to another, and what it is worth there."""
    ends = [0, *accumulate(map(len, said.clauses))]
    for at, (start, end) in enumerate(pairwise(ends[: clauses + 1])):
        yield start, end, 1.0
        if at + 2 < len(ends):
            yield start, ends[at + 2], _APART
    if len(said.clauses) > 2:
        yield 0, ends[-1], _SCATTERED


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How well each content word of a wording is said by each of an answer, looked up once."""

    wording: Passage
    said: Passage
    alike: tuple[tuple[float, ...], ...]
    contrary: tuple[frozenset[int], ...]
    """For each word of the wording where its opposites stand."""

    def within(self, start: int, end: int, asked: Profile) -> float:
        """Share of the wording's words that a stretch has; none where it says the contrary."""
        total = got = 0.0
        for each, found, against in zip(
            self.wording.content, self.alike, self.contrary, strict=True
        ):
            weight = each.weight * (_ASKED if each.stem in asked.stems else 1.0)
            best = max(found[start:end], default=0.0)
            if best < SAFE and any(start <= at < end for at in against):
                return 0.0
            total += weight
            got += weight * best
        return got / total if total else 0.0

    def turned(self, start: int, end: int) -> bool:
        """Whether one side denies a word that the other has, and does not deny."""
        mine, theirs = self.wording.denied, self.said.denied
        return any(
            mine.get(each.stem, False) != theirs.get(heard.stem, False)
            for each, heard in self._pairs(start, end)
        )

    def negated(self, start: int, end: int) -> bool:
        """Whether a plain no or not stands before one of them on one side alone."""
        return any(
            (each.stem in self.wording.negated) != (heard.stem in self.said.negated)
            for each, heard in self._pairs(start, end)
        )

    def _pairs(self, start: int, end: int) -> Iterator[tuple[Word, Word]]:
        """The wording's words, each with the one that says it in a stretch."""
        for each, found in zip(self.wording.content, self.alike, strict=True):
            best = max(range(start, end), key=found.__getitem__, default=start)
            if start < end and found[best] >= SAFE:
                yield each, self.said.content[best]

    def opposed(self, start: int, end: int) -> bool:
        """Whether a stretch has the opposite of one of the wording's words beside another of them."""
        said = [max(found[start:end], default=0.0) >= SAFE for found in self.alike]
        return any(said) and any(
            not here and any(start <= at < end for at in against)
            for here, against in zip(said, self.contrary, strict=True)
        )

    def places(self, start: int, end: int) -> frozenset[int]:
        """Where in a stretch words stand that say one of the wording."""
        return frozenset(
            at for at in range(start, end) if any(found[at] >= SHORTENED for found in self.alike)
        )

    def quoted(self, start: int, end: int) -> str:
        """Those words, each once; the first few."""
        words = (self.said.content[at].text for at in sorted(self.places(start, end)))
        return " ".join(list(dict.fromkeys(words))[:_MOST_QUOTED])


class _Heard:
    """An answer in which wordings are looked for; each of their words is looked up once."""

    def __init__(self, said: Passage, clauses: int = 1) -> None:
        self.stretches = tuple(_stretches(said, clauses))
        self._said = said
        self._known: dict[Word, tuple[tuple[float, ...], frozenset[int]]] = {}

    def likeness(self, wording: Passage) -> _Likeness:
        """How the answer says the words of a wording."""
        found = [self._found(each) for each in wording.content]
        return _Likeness(
            wording,
            self._said,
            tuple(alike for alike, _ in found),
            tuple(against for _, against in found),
        )

    def _found(self, word: Word) -> tuple[tuple[float, ...], frozenset[int]]:
        """How well each word of the answer says one, and where its opposites stand."""
        if word not in self._known:
            content = self._said.content
            # Words without a trait in common are neither alike nor opposites.
            near = [at for at, other in enumerate(content) if word.traits & other.traits]
            alike = [0.0] * len(content)
            for at in near:
                alike[at] = partner(word, content[at : at + 1])
            against = frozenset(
                at for at in near if alike[at] < SAFE and contrary(word.base, content[at].base)
            )
            self._known[word] = tuple(alike), against
        return self._known[word]
