"""Saying one thing over and over, or much that has nothing to do with the question."""

from collections import Counter

from bot.grading.reading.profile import Profile
from bot.grading.tables.word_weights import COMMON_WEIGHT

OFTEN = 6
_SHARE = 0.6
"""Times that a word stands in a response, and share of its words, from which it only repeats."""
_MUCH = 8
"""Words beside a name from which a response that has none of the question's is a salad."""


def repeats(said: Profile) -> bool:
    """Whether one word is most of what a response says."""
    if 2 * len(said.stems) > len(said.words) + 2:
        return False
    stem, times = Counter(each.stem for each in said.words).most_common(1)[0]
    return times >= OFTEN and times > _SHARE * sum(
        each.weight >= COMMON_WEIGHT or each.stem == stem for each in said.words
    )


def is_salad(said: Profile, asked: Profile, beside: int) -> bool:
    """Whether a name stands `beside` so many words that nothing joins to the question."""
    return (
        beside >= _MUCH
        and bool(asked.content)
        and asked.stems.isdisjoint({each.stem for each in said.content})
    )
