"""Which words of one text are found in another, and how well."""

from collections.abc import Sequence
from itertools import pairwise

from bot.grading.prose.passage import Passage
from bot.grading.reading.similarity import SAME, similarity
from bot.grading.reading.words import Word

_LEAST = 0.4


def partner(word: Word, among: Sequence[Word]) -> float:
    """How well a word is found among others, 0..1."""
    best = 0.0
    traits, stem = word.traits, word.stem
    for other in among:
        if other.stem == stem:
            return SAME
        if traits & other.traits:
            alike = similarity(word, other)
            if alike > best:
                best = alike
    return best if best >= _LEAST else 0.0


def partners(words: Sequence[Word], among: Passage) -> list[float]:
    """How well each word is found in a passage, apart or run together, 0..1."""
    stems, joined, content = among.profile.stems, among.profile.joined, among.content
    found = [
        SAME if each.stem in stems or each.base in joined else partner(each, content)
        for each in words
    ]
    if among.words and len(words) > 1:
        bases = {each.base for each in among.words}
        for at, (one, other) in enumerate(pairwise(words)):
            if found[at] < SAME and one.base + other.base in bases:
                found[at] = found[at + 1] = SAME
    return found


def weighed(words: Sequence[Word], found: Sequence[float]) -> tuple[float, float]:
    """The sum of the words' weights, and of what of them was found."""
    total = got = 0.0
    for each, alike in zip(words, found, strict=True):
        total += each.weight
        got += each.weight * alike
    return total, got
