"""From the entries that hold some words of a query to the one that was meant."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.lookup.postings import FEW, HEAD, Posting, Postings
from bot.lookup.query import Query, Unit
from bot.lookup.reading import Label

Options: TypeAlias = tuple[tuple[str, float], ...]
Held: TypeAlias = dict[int, tuple[float, float]]
"""For each entry how much it is about what was typed, and how likely that was meant."""

_LABEL, _MATCHED, _ABOUT = 0.42, 0.33, 0.25
"""Shares in the score: how well a label fits, how many of the typed words the entry holds, and how
much it is about them. Set on the first half of tests/lookup/cases.jsonl.
"""
_STRANGE = 0.4
"""What a query loses if the sheet knows none of its words."""
_DISORDER = 0.92
"""What a label keeps whose words were typed in another order."""
_NOTHING = (0.0, 0.0)
_UNLIKELY: tuple[float, tuple[int, ...]] = (0.0, ())
_ROOM = 700
"""Entries that all words of one query may bring; the rest is only compared with them."""
_CERTAIN = 0.9
"""The likelihood from which a stem is what was typed, or as good as."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the entries that hold its words."""

    query: Query
    found: tuple[tuple[Unit, Held, Options], ...]
    """For each unit the entries that hold it: how much they are about it, and how likely that was
    meant; and those of its options that further entries hold.
    """
    sums: Mapping[int, float]
    """For each entry what its words add up to."""
    likely: Mapping[str, tuple[float, tuple[int, ...]]]
    """For each stem that may have been meant how likely it is, and the typed words it covers."""
    stems: frozenset[str]
    total: float


class Ranking:
    """Compares entries with queries."""

    def __init__(self, postings: Postings, labels: tuple[tuple[Label, ...], ...]) -> None:
        self._postings = postings
        self._labels = labels

    def gather(self, query: Query) -> Asked:
        """The entries that hold words of the query: those of its rarest words, and of the others
        as many as there is time for.
        """
        sums: defaultdict[int, float] = defaultdict(float)
        found: list[tuple[Unit, Held, Options]] = []
        likely: dict[str, tuple[float, tuple[int, ...]]] = {}
        room = _ROOM
        for unit in sorted(query.units, key=lambda unit: -unit.weight):
            held: Held = {}
            left: list[tuple[str, float]] = []
            for stem, quality in unit.options:
                posting = self._postings[stem]
                most = min(HEAD if quality >= _CERTAIN else FEW, room, len(posting))
                room -= most
                _hold(held, posting, quality, most)
                if most < len(posting):
                    left.append((stem, quality))
                if quality > likely.get(stem, _UNLIKELY)[0]:
                    likely[stem] = (quality, unit.places)
            weight = unit.weight
            for at, (share, quality) in held.items():
                sums[at] += weight * share * quality
            found.append((unit, held, tuple(left)))
        total = sum(query.weights) or 1.0
        return Asked(query, tuple(found), sums, likely, frozenset(likely), total)

    def score(self, asked: Asked, at: int) -> float:
        """How well an entry fits, 0..1."""
        about, matched = self._coverage(asked, at)
        best = 0.0
        for label in self._labels[at]:
            if label.trust > best and not asked.stems.isdisjoint(label.stems):
                best = max(best, self._fit(asked, label))
        fit = _LABEL * best + _MATCHED * matched + _ABOUT * about
        return fit * (1 - _STRANGE * asked.query.strange)

    def _coverage(self, asked: Asked, at: int) -> tuple[float, float]:
        """How much an entry is about what was typed, and how much of it the entry holds at all."""
        about = [0.0] * len(asked.query.weights)
        matched = about.copy()
        for unit, held, common in asked.found:
            weight, quality = held.get(at) or (self._common(common, at) if common else _NOTHING)
            if weight:
                for place in unit.places:
                    about[place] = max(about[place], weight * quality)
                    matched[place] = max(matched[place], quality)
        return _dot(asked.query.weights, about) / asked.total, (
            _dot(asked.query.weights, matched) / asked.total
        )

    def _common(self, options: Options, at: int) -> tuple[float, float]:
        """What an entry holds of words so common that not all their entries were gathered."""
        best = _NOTHING
        for stem, quality in options:
            weight = self._postings[stem].weight(at)
            if weight * quality > best[0] * best[1]:
                best = (weight, quality)
        return best

    def _fit(self, asked: Asked, label: Label) -> float:
        """How well the query and a label cover each other: the harmonic mean of both shares."""
        held = whole = said = 0.0
        last, order = 0, 1.0
        covered: set[int] = set()
        for stem in label.stems:
            posting = self._postings.get(stem)
            rarity = posting.rarity if posting else 1.0
            whole += rarity
            known = asked.likely.get(stem)
            if known is not None:
                held += rarity * known[0]
                if known[1][0] < last:
                    order = _DISORDER
                last = known[1][-1]
                for place in known[1]:
                    if place not in covered:
                        covered.add(place)
                        said += asked.query.weights[place] * known[0]
        recall, precision = held / whole, min(1.0, said / asked.total)
        return label.trust * order * 2 * recall * precision / (recall + precision)


def _hold(held: Held, posting: Posting, quality: float, most: int) -> None:
    """Add up to `most` entries of a stem that may have been meant."""
    for at, weight in posting.best(most):
        known = held.get(at)
        if known is None or known[0] * known[1] < weight * quality:
            held[at] = (weight, quality)


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))
