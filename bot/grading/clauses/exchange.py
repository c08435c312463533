"""A word said in the place of another: each decides, also where the question has it."""

from itertools import pairwise

from bot.grading.compare import Alignment
from bot.grading.prepared import Phrase
from bot.grading.reading.profile import Profile
from bot.grading.reading.similarity import SAFE, similarity
from bot.grading.reading.spelling import contrary
from bot.grading.tables.opposites import QUALIFIERS
from bot.grading.tables.word_weights import COMMON_WEIGHT, FILLER, FUNCTION_WEIGHT

_LONGEST = 4
"""Content words of a name of which each has its place."""
_UNLIKE = 0.3
_SHORT = 4
"""Letters that forms of one word share."""


def in_place_of_another(phrase: Phrase, said: Profile, asked: Profile) -> bool:
    """Whether one word of a name gave way to one other at its place and all else is the same.

    That the question holds the lost word, or the new one, excuses nothing: Ada's share is not
    Ben's share where both are in the question.
    """
    mine, theirs = phrase.profile.content, said.content
    if not 2 <= len(mine) <= _LONGEST or len(mine) != len(theirs):
        return False
    off = [
        (one, other)
        for one, other in zip(mine, theirs, strict=True)
        if similarity(one, other) < SAFE
    ]
    if len(off) != 1:
        return False
    one, other = off[0]
    if one.base in FILLER or other.base in FILLER:
        return False
    if similarity(one, other) > _UNLIKE or min(one.weight, other.weight) < COMMON_WEIGHT:
        return False
    if one.base[:_SHORT] == other.base[:_SHORT] or any(each.number for each in mine):
        return False
    if one.stem not in asked.stems:
        return False
    somebody = one.text.capitalize() in phrase.reading.text
    return contrary(one.base, other.base) or (somebody and other.stem in asked.stems)


def qualified(meant: Profile, said: Profile, between: Alignment, asked: Profile) -> bool:
    """Whether a word right before the name makes another known name of it: White Nile, vice dean,
    every other day.
    """
    if not 1 <= len(meant.content) <= 2:
        return False
    return any(
        each.base in QUALIFIERS
        and alike < SAFE <= after
        and following.weight > FUNCTION_WEIGHT
        and each.stem not in asked.stems
        for (each, alike), (following, after) in pairwise(
            zip(said.words, between.said, strict=True)
        )
    )
