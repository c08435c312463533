"""Whether a text says some words, or nearly all of them: what an accepted wording needs to count."""

from functools import lru_cache

from bot.grading.reading.profile import Profile, profile_of
from bot.grading.reading.reading import Reading, read
from bot.grading.reading.similarity import SAFE, similarity
from bot.grading.reading.words import Word

ENOUGH = 0.9
"""Share of the words, grammar left out, that a text has to have."""
_KNOWN = 16_384
_MOST_WORDS = 400


@lru_cache(maxsize=_KNOWN)
def says(text: str, words: str) -> bool:
    """Whether a text says the words, in whatever writing; a fragment of a sentence does not say it."""
    said, meant = _read(text), _read(words)
    if not meant.words or not said.words:
        return words.strip() in text
    if meant.core in said.core:
        return True
    one, other = profile_of(meant.words, runs=False), profile_of(said.words, runs=False)
    if one.negates != other.negates or not set(one.numbers) <= set(other.numbers):
        return False
    return _share(_telling(one), _telling(other)) >= ENOUGH


@lru_cache(maxsize=_KNOWN)
def _read(text: str) -> Reading:
    return read(text)


def _share(wanted: tuple[Word, ...], said: tuple[Word, ...]) -> float:
    """The share of some words that stand among others."""
    heard = sum(any(similarity(each, other) >= SAFE for other in said) for each in wanted)
    return heard / len(wanted)


def _telling(profile: Profile) -> tuple[Word, ...]:
    """The words that are not grammar; all of them where there are no others."""
    return (profile.content or profile.words)[:_MOST_WORDS]
