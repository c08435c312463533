"""The vocabulary of a sheet: from a word as somebody typed it to the words that were meant."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.lookup.edits import alphabet_of, slips

_SHORTEST_TYPO = 4
_SHORTEST_MEANT = 3
_SHORTEST_TWO_SLIPS = 8
_SHORTEST_SOUND = 5
_COMPARED = 1000
"""Words that are compared with one that is misspelt."""
_SHORTEST_PREFIX = 2
_SHORTEST_GLUED = 5
_SHORTEST_INSIDE = 4
_LONGEST_TYPO = 32
"""Characters; nobody means a known word with something longer that is none."""
_MOST = 8
"""Words that one typed word may stand for."""
_MOST_LONGER = 16
_SOUNDS = (("ph", "f"), ("ck", "k"), ("qu", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("w", "v"))
_VOWELS = frozenset("aeiouyh")


@dataclass(frozen=True, slots=True)
class Guess:
    """A word of the sheet that may have been meant, and how likely, 0..1."""

    word: str
    quality: float


class Vocabulary:
    """The words of a sheet, findable by their beginnings, their look and their sound."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(sorted(set(words)))
        self._known = frozenset(self._words)
        self._alphabet = alphabet_of(self._words)
        self._inside = "\n".join(("", *self._words, ""))
        starts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        sounds: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._words:
            if len(word) >= _SHORTEST_MEANT:
                starts[word[0], _digits(word)].append(word)
                sounds[_sound(word)].append(word)
        self._starts = {spot: tuple(sorted(words, key=len)) for spot, words in starts.items()}
        self._sounds = {sound: tuple(words) for sound, words in sounds.items()}

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def __len__(self) -> int:
        return len(self._words)

    def beginning(self, prefix: str, most: int) -> Iterable[str]:
        """The words that begin with `prefix`, in order, `most` at most."""
        at = bisect_left(self._words, prefix)
        for word in self._words[at : at + most]:
            if not word.startswith(prefix):
                return
            yield word

    def guesses(self, typed: str) -> tuple[Guess, ...]:
        """What an unknown word may stand for, the likeliest first: the beginning of a word, a word
        with a typo, one that sounds alike, or a piece of a word.
        """
        if len(typed) < _SHORTEST_PREFIX or len(typed) > _LONGEST_TYPO:
            return ()
        found: dict[str, float] = {}
        for word in self.beginning(typed, _MOST_LONGER):
            found[word] = 0.6 + 0.35 * len(typed) / len(word)
        if len(typed) >= _SHORTEST_TYPO:
            for word, quality in self._misspelt(typed):
                found[word] = max(quality, found.get(word, 0.0))
        if not found and len(typed) >= _SHORTEST_INSIDE:
            for word in self._holding(typed):
                found[word] = 0.4 + 0.4 * len(typed) / len(word)
        best = sorted(found.items(), key=lambda guess: (-guess[1], guess[0]))[:_MOST]
        return tuple(Guess(word, quality) for word, quality in best)

    def pieces(self, typed: str) -> tuple[str, ...]:
        """The known words that were run together, two or three of them; empty where there are
        none.
        """
        if not _SHORTEST_GLUED <= len(typed) <= _LONGEST_TYPO:
            return ()
        for cut in range(len(typed) - 2, 1, -1):
            head, rest = typed[:cut], typed[cut:]
            if self._whole(head):
                if self._whole(rest):
                    return (head, rest)
                for second in range(len(rest) - 2, 1, -1):
                    if self._whole(rest[:second]) and self._whole(rest[second:]):
                        return (head, rest[:second], rest[second:])
        return ()

    def _whole(self, piece: str) -> bool:
        return piece in self._known and (len(piece) > 2 or not piece.isalpha())

    def _misspelt(self, typed: str) -> Iterable[tuple[str, float]]:
        near = [(word, 1) for word in self._one_slip(typed)]
        if not near and len(typed) >= _SHORTEST_TWO_SLIPS:
            near = self._within(typed, self._alike(typed), _budget(typed))
        if not near and len(typed) >= _SHORTEST_SOUND:
            near = self._within(typed, self._sounds.get(_sound(typed), ()), _budget(typed) + 1)
        for word, distance in near:
            yield word, 0.95 - distance * (0.9 / len(typed))

    def _one_slip(self, typed: str) -> Iterable[str]:
        found = dict.fromkeys(word for word in slips(typed, self._alphabet) if word in self._known)
        return islice((word for word in found if len(word) >= _SHORTEST_MEANT), _MOST)

    def _alike(self, typed: str) -> tuple[str, ...]:
        """Words that begin like it, about as long; as many as there is time to compare."""
        words = self._starts.get((typed[0], _digits(typed)), ())
        budget = _budget(typed)
        low = bisect_left(words, len(typed) - budget, key=len)
        high = bisect_left(words, len(typed) + budget + 1, key=len)
        if high - low <= _COMPARED:
            return words[low:high]
        return tuple(self.beginning(typed[:2], _COMPARED))

    @staticmethod
    def _within(typed: str, words: tuple[str, ...], budget: int) -> list[tuple[str, int]]:
        """The nearest of some words, and those hardly further away."""
        matches = process.extract(
            typed, words, scorer=OSA.distance, score_cutoff=budget, limit=_MOST
        )
        nearest = min((distance for _, distance, _ in matches), default=0)
        return [(word, int(distance)) for word, distance, _ in matches if distance <= nearest + 1]

    def _holding(self, piece: str) -> Iterable[str]:
        at = self._inside.find(piece)
        for _ in range(_MOST):
            if at < 0:
                return
            start = self._inside.rfind("\n", 0, at) + 1
            end = self._inside.find("\n", at)
            yield self._inside[start:end]
            at = self._inside.find(piece, end)


def _budget(word: str) -> int:
    """Edits that a word of its length may hold and still be recognised."""
    return 1 if len(word) < _SHORTEST_TWO_SLIPS else 2 if len(word) < 12 else 3


def _digits(word: str) -> str:
    """Numbers must agree: `ec2` is no misspelt `ec3`."""
    return "" if word.isalpha() else "".join(c for c in word if c.isdigit())


def _sound(word: str) -> str:
    """What is left of a word when everything is gone that people hear and spell differently."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    kept = [word[0]]
    for character in word[1:]:
        if character not in _VOWELS and character != kept[-1]:
            kept.append(character)
    return "".join(kept)
