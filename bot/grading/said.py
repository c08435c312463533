"""Whether a text says some words, or nearly all of them: what an accepted wording needs to count."""

from functools import lru_cache

from bot.grading.reading.profile import profile_of
from bot.grading.reading.reading import Reading, read
from bot.grading.reading.similarity import SAFE, similarity
from bot.grading.reading.words import Word

ENOUGH = 0.75
"""Share of the words, grammar left out, that a text has to have."""
_KNOWN = 16_384
_MOST_WORDS = 400


@lru_cache(maxsize=_KNOWN)
def says(text: str, words: str) -> bool:
    """Whether a text says the words, in whatever writing; a fragment of a sentence does not say it."""
    said, meant = _read(text), _read(words)
    if not meant.words:
        return words.strip() in text
    if meant.core in said.core:
        return True
    wanted, spoken = _telling(meant), _telling(said)
    heard = sum(any(similarity(each, other) >= SAFE for other in spoken) for each in wanted)
    return heard >= ENOUGH * len(wanted)


@lru_cache(maxsize=_KNOWN)
def _read(text: str) -> Reading:
    return read(text)


def _telling(reading: Reading) -> tuple[Word, ...]:
    """The words that are not grammar; all of them where there are no others."""
    return (profile_of(reading.words, runs=False).content or reading.words)[:_MOST_WORDS]
