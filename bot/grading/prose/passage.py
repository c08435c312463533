"""A passage: a text in sentences as its clauses, with what each word is said to be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.grading.reading.profile import Profile, profile_of
from bot.grading.reading.words import Word, words_of
from bot.grading.tables.denials import DENIALS, FALLING, RISING
from bot.grading.tables.word_weights import FUNCTION_WEIGHT

_CUT = re.compile(
    r"[;:!?,.](?=\s|$)|[()\[\]\n]|\s[-–—]+>?\s|[=-]>|→|\s[&+]\s"
    r"|\b(?:but|while|whereas|because|bc|since|so|and|although|though|then|which)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 160
"""Words of a passage that are looked at: a bound on hostile texts."""
_MOST_LETTERS = 2_000
_REACH = 4
"""Content words that a denial covers after it, within its clause."""
_COMPARED = re.compile(r"(?:([a-z]{3,})i|([a-z]{3,}?)(?:([a-z])\3)?)er")
"""A word that compares: happier, denser, bigger."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as prose is compared; at most its first 160 words."""

    words: tuple[Word, ...]
    content: tuple[Word, ...]
    """The words that are not grammar."""
    clauses: tuple[tuple[Word, ...], ...]
    """The content words of each clause that has any."""
    profile: Profile
    denied: Mapping[str, bool]
    """Stem of a content word → whether the clause where it first stands denies it."""
    negated: frozenset[str]
    """Stems of those that a plain no or not stands before, within the clause."""
    compared: Mapping[str, bool]
    """What is compared → whether it is said to be more; False where it is said to be less."""


def passage_of(text: str) -> Passage:
    """The passage that a plain text without Markdown is."""
    words: list[Word] = []
    clauses: list[tuple[Word, ...]] = []
    denied: dict[str, bool] = {}
    negated: set[str] = set()
    for piece in _CUT.split(text[:_MOST_LETTERS]):
        found = words_of(piece)[: _MOST_WORDS - len(words)] if piece.strip() else ()
        content = tuple([each for each in found if each.weight > FUNCTION_WEIGHT])
        words += found
        if content:
            clauses.append(content)
            _deny(found, denied)
            negated |= _negated(found)
    kept = tuple(words)
    return Passage(
        words=kept,
        content=tuple([each for each in kept if each.weight > FUNCTION_WEIGHT]),
        clauses=tuple(clauses),
        profile=profile_of(kept),
        denied=denied,
        negated=frozenset(negated),
        compared=_comparisons(kept),
    )


def _deny(words: tuple[Word, ...], denied: dict[str, bool]) -> None:
    """Notes for each new word of a clause whether it is denied; two denials are none."""
    turned, left = False, 0
    for each in words:
        if each.negation or each.text in DENIALS:
            # Nor goes on with a denial; any other one takes back the one that it stands in.
            turned = each.text == "nor" or not (turned and left)
            left = _REACH
        elif each.weight > FUNCTION_WEIGHT:
            denied.setdefault(each.stem, turned and left > 0)
            left = max(0, left - 1)


def _negated(words: tuple[Word, ...]) -> set[str]:
    found: set[str] = set()
    left = 0
    for each in words:
        if each.negation:
            left = _REACH
        elif left and each.weight > FUNCTION_WEIGHT:
            found.add(each.stem)
            left -= 1
    return found


def _comparisons(words: tuple[Word, ...]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for at, each in enumerate(words):
        if at and words[at - 1].text in FALLING:
            found[each.base] = False
        elif at and words[at - 1].text in RISING:
            found[each.base] = True
        elif shape := _COMPARED.fullmatch(each.text):
            root = f"{shape[1]}y" if shape[1] else f"{shape[2]}{shape[3] or ''}"
            found.setdefault(root, True)
            found.setdefault(f"{root}e", True)
    return found
