"""Letters that tell names apart: vitamin C, a t-test, an A record, hepatitis B."""

import re
from itertools import pairwise

from bot.grading.reading.profile import Profile
from bot.grading.reading.words import Word
from bot.grading.tables.lettered import AFTER_A

_LETTER = re.compile(
    r"(?:(?<![\w.'’+#-])|(?<=\w\w-))([A-Z])(?![\w.'’+#/-])|(?<![\w.'’-])([A-Za-z])(?=-[A-Za-z]{3})"
)
_LONGEST = 3
"""Words of a name of which one letter is a part that counts."""
_NONE: frozenset[str] = frozenset()


def letters_of(text: str, words: tuple[Word, ...]) -> frozenset[str]:
    """The single letters that a name of two or three words holds, in lower case."""
    if not 2 <= len(words) <= _LONGEST or not any(len(each.text) == 1 for each in words):
        return _NONE
    found = {(one or other).lower() for one, other in _LETTER.findall(text)}
    if "a" in found and words[0].text == "a" and words[1].text not in AFTER_A:
        found.discard("a")
    found.discard("i")
    return frozenset(found & {each.text for each in words if len(each.text) == 1})


def letters_differ(letters: frozenset[str], name: Profile, said: Profile) -> bool:
    """Whether a response lacks a letter of the name, standing alone or run together with a word."""
    spoken = {each.text for each in said.words}
    if letters <= spoken:
        return False
    runs = {one.base + other.base for one, other in pairwise(name.words)}
    return not any(each.base in runs or each.base + "s" in runs for each in said.words)


def letter_alone(
    letters: frozenset[str], name: Profile, said: Profile, asked: frozenset[str]
) -> bool:
    """Whether the letter was said, and of the rest no more than its beginning, which the question has."""
    rest = [each for each in name.words if each.text not in letters]
    if not letters or not all(each.stem in asked for each in rest):
        return False
    spoken = [each.text for each in said.words]
    if not letters <= set(spoken):
        return False
    others = [each for each in spoken if each not in letters]
    return all(
        any(each.text.startswith(other) and len(other) > 2 for each in rest) for other in others
    )
