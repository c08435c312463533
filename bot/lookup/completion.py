"""Completion: the titles and terms that somebody may be typing."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, islice

from bot.lookup.edits import alphabet_of, slips
from bot.lookup.words import compounds, spoken

_LOOKED_AT = 800
"""Names that are compared for one completion."""
_SHORTEST_TYPO = 3
_LONGEST_TYPO = 16
_MOST_STRANGE = 2
"""Words of a completion that may hold a typo."""
_OPENING = 6
"""Letters of a word's beginning that are known by heart."""
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Name:
    """What may be completed, and other names under which it may be typed."""

    text: str
    others: tuple[str, ...] = ()


class Completer:
    """Names by the beginnings of their words; built once, then only read."""

    def __init__(self, names: Iterable[Name]) -> None:
        keys: dict[str, tuple[str, str]] = {}
        for name in names:
            words = spoken(name.text)
            folded = " ".join(words)
            also = " ".join(
                [*compounds(name.text), *(w for other in name.others for w in spoken(other))]
            )
            keys.setdefault(folded or name.text.strip(), (name.text, f" {folded} {also}"))
        # The shorter a name, the likelier it is what somebody wants from a few letters.
        order = sorted(keys, key=lambda folded: folded.count(" "))
        self._texts = tuple(keys[folded][0] for folded in order)
        self._padded = tuple(keys[folded][1] for folded in order)
        self._starts = tuple(sorted((folded, at) for at, folded in enumerate(order)))
        holding: defaultdict[str, list[int]] = defaultdict(list)
        for at, padded in enumerate(self._padded):
            for word in dict.fromkeys(padded.split()):
                holding[word].append(at)
        self._words = tuple(sorted(holding))
        self._holding = {word: tuple(holding[word]) for word in self._words}
        self._before = tuple(accumulate((len(holding[w]) for w in self._words), initial=0))
        self._alphabet = alphabet_of(self._words)
        self._openings = frozenset(
            word[:size] for word in self._words for size in range(1, _OPENING + 1)
        )

    def complete(self, typed: str, limit: int) -> tuple[str, ...]:
        """The names for what was typed so far, the likeliest first."""
        words = spoken(typed)
        if not words:
            return self._texts[:limit] if not typed.strip() else ()
        found = dict.fromkeys(self._beginning(" ".join(words), limit))
        if len(found) < limit:
            found.update(dict.fromkeys(islice(self._holding_all(words), limit)))
        if not found:
            meant = self._corrected(words)
            found.update(dict.fromkeys(islice(self._holding_all(meant), limit)))
        return tuple(self._texts[at] for at in islice(found, limit))

    def _beginning(self, folded: str, limit: int) -> list[int]:
        at = bisect_left(self._starts, (folded, -1))
        near: list[int] = []
        for start, name in self._starts[at : at + _LOOKED_AT]:
            if not start.startswith(folded):
                break
            near.append(name)
        return sorted(near)[:limit]

    def _holding_all(self, words: list[str]) -> Iterator[int]:
        """The names in which each typed word begins a word, of those that there is time for."""
        rarest = min(words, key=lambda word: (self._count(word), -len(word)))
        needed = [f" {word}" for word in words if word != rarest]
        names = chain.from_iterable(
            self._holding[self._words[at]] for at in range(*self._range(rarest))
        )
        near = dict.fromkeys(islice(names, _LOOKED_AT))
        for name in sorted(near):
            padded = self._padded[name]
            if all(start in padded for start in needed):
                yield name

    def _range(self, prefix: str) -> tuple[int, int]:
        """Where the words stand that begin with it."""
        low = bisect_left(self._words, prefix)
        return low, bisect_left(self._words, prefix + _LAST, low)

    def _count(self, prefix: str) -> int:
        """How many names hold a word that begins with it."""
        low, high = self._range(prefix)
        return self._before[high] - self._before[low]

    def _begins(self, prefix: str) -> bool:
        if prefix[:_OPENING] not in self._openings:
            return False
        at = bisect_left(self._words, prefix)
        return at < len(self._words) and self._words[at].startswith(prefix)

    def _corrected(self, words: list[str]) -> list[str]:
        """The typed words, those that begin none of ours replaced by what was likely meant."""
        strange = [word for word in words if not self._begins(word)]
        meant = {word: self._meant(word) for word in strange[:_MOST_STRANGE]}
        return [meant.get(word, word) for word in words]

    def _meant(self, word: str) -> str:
        """The beginning of most names that is one slip away, of those that keep its first letter
        if there are any.
        """
        if not _SHORTEST_TYPO <= len(word) <= _LONGEST_TYPO:
            return word
        near = [slip for slip in slips(word, self._alphabet) if self._begins(slip)]
        near.sort(key=lambda slip: (slip[0] != word[0], -self._count(slip)))
        return near[0] if near else word
