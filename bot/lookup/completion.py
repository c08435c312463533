"""Completion: the titles and terms that somebody may be typing."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.lookup.words import compounds, spoken

_LOOKED_AT = 1500
"""Names that are compared for one completion."""
_SHORTEST_TYPO = 3
_MOST_MEANT = 6


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
        letters: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._words:
            letters[word[0]].append(word)
        self._letters = {letter: tuple(words) for letter, words in letters.items()}

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
        for start, name in islice(self._starts, at, at + _LOOKED_AT):
            if not start.startswith(folded):
                break
            near.append(name)
        return sorted(near)[:limit]

    def _holding_all(self, words: list[str]) -> Iterator[int]:
        """The names in which each typed word begins a word."""
        rarest = min(words, key=lambda word: (len(self._range(word)), -len(word)))
        needed = [f" {word}" for word in words if word != rarest]
        looked = 0
        near: list[int] = []
        for word in self._range(rarest):
            for name in self._holding[self._words[word]]:
                looked += 1
                padded = self._padded[name]
                if all(start in padded for start in needed):
                    near.append(name)
            if looked > _LOOKED_AT:
                break
        yield from sorted(dict.fromkeys(near))

    def _range(self, prefix: str) -> range:
        low = bisect_left(self._words, prefix)
        high = bisect_left(self._words, prefix + "\U0010ffff")
        return range(low, high)

    def _corrected(self, words: list[str]) -> list[str]:
        """The typed words, those that begin none of ours replaced by what was likely meant."""
        return [word if self._range(word) else self._meant(word) for word in words]

    def _meant(self, word: str) -> str:
        if len(word) < _SHORTEST_TYPO:
            return word
        size, budget = len(word), 1 if len(word) < 6 else 2
        near = [w for w in self._letters.get(word[0], ()) if len(w) >= size - budget]
        begun = dict.fromkeys(w[:length] for length in (size, size + 1, size - 1) for w in near)
        matches = process.extract(
            word, list(begun), scorer=OSA.distance, score_cutoff=budget, limit=_MOST_MEANT
        )
        return min(matches, key=lambda match: (match[1], match[2]))[0] if matches else word
