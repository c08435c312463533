"""The inverted index: for each stem the entries that hold it, with their weights."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from math import log
from typing import TypeAlias

_FEWEST = 60
"""Entries that a sheet counts for at least, so that in a tiny one rare words still weigh."""
HEAD = 200
"""Entries of a common word that are looked at: those that are most about it."""
FEW = 48
"""Entries of a word that are looked at where it was hardly meant."""

Weighed: TypeAlias = Iterable[tuple[int, float]]


class Posting:
    """The entries that hold one stem, in their order; of a common one also those most about it."""

    __slots__ = ("_best", "_best_weights", "_entries", "_weights", "rarity")

    def __init__(self, entries: "array[int]", weights: "array[float]", rarity: float) -> None:
        self.rarity = rarity
        """What the stem tells: the rarer, the more."""
        self._entries, self._weights = entries, weights
        self._best, self._best_weights = entries, weights
        if len(entries) > FEW:
            order = sorted(range(len(entries)), key=lambda at: (-weights[at], at))[:HEAD]
            self._best = array("I", (entries[at] for at in order))
            self._best_weights = array("f", (weights[at] for at in order))

    def __len__(self) -> int:
        return len(self._entries)

    def best(self, most: int) -> Weighed:
        """The entries most about the stem with their weights, `most` of them or `HEAD` at most."""
        return zip(self._best[:most], self._best_weights[:most], strict=True)

    def weight(self, entry: int) -> float:
        """How much an entry is about the stem; 0 where it does not hold it."""
        at = bisect_left(self._entries, entry)
        if at < len(self._entries) and self._entries[at] == entry:
            return self._weights[at]
        return 0.0


class Postings:
    """Every stem of a sheet."""

    def __init__(self, readings: Iterable[Mapping[str, float]]) -> None:
        gathered: dict[str, tuple[array[int], array[float]]] = {}
        count = 0
        for entry, weights in enumerate(readings):
            count += 1
            for stem, weight in weights.items():
                spot = gathered.get(stem)
                if spot is None:
                    spot = gathered[stem] = (array("I"), array("f"))
                spot[0].append(entry)
                spot[1].append(weight)
        self._total = max(count, _FEWEST)
        self._postings = {
            stem: Posting(entries, weights, self.rarity(len(entries)))
            for stem, (entries, weights) in gathered.items()
        }

    def __contains__(self, stem: str) -> bool:
        return stem in self._postings

    def __getitem__(self, stem: str) -> Posting:
        return self._postings[stem]

    def get(self, stem: str) -> Posting | None:
        """The entries of a stem, or None if the sheet does not hold it."""
        return self._postings.get(stem)

    def rarity(self, holding: int) -> float:
        """BM25's inverse document frequency: what a word tells that so many entries hold."""
        return log(1 + (self._total - holding + 0.5) / (holding + 0.5))
