"""Other names of an item: from parentheses, separators, alternatives, initials."""

import re
from collections.abc import Iterator

from bot.grading.reading.numbers import number_of
from bot.grading.reading.words import Word, words_of
from bot.grading.tables.word_weights import ARTICLES, FILLER

_PARENTHESES = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*")
_DASHED = re.compile(
    r"^(.{1,60}?)\s*(?:\s-{1,5}\s|\s[–—]\s?|[–—]\s|\s\|\s?|\)\|)\s*(\S.*)$", re.DOTALL
)
_COLON = re.compile(r"^([^:]{1,60}?)\s*:\s+(\S.*)$", re.DOTALL)
_EITHER = re.compile(r"^([^,;:()]{2,40}?)(?:,?\s+or\s+(?:also\s+)?|\s*/\s*)([^,;:()]{2,40})$")
_ONE_NAME = re.compile(r"\S*(?:[A-Z]\S*/|/[A-Z]|\b\w{1,2}/|/\w{1,2}\b)\S*")
"""A slash without blanks between capitals or short words belongs to one name: TCP/IP, I/O."""
_LINKS = frozenset(
    ["of", "the", "a", "an", "and", "or", "for", "to", "in", "on", "with", "by", "at", "from"]
)
_ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
_LONGEST_NAME = 8
"""Words before parentheses up to which these may hold another name."""
_LONGEST_INITIALS = 7
_MOST_INITIALS = 12
_NO_INITIALS: frozenset[str] = frozenset()
_PLACED = re.compile(
    r"^([A-Z][^,;:()]{1,40}),\s+(?:[A-Z][^,;:()\d]{1,40}|(?:the|a|an)\s[^,;:()]{1,40})$"
)
"""A name with its place, or with what it is: "Oslo, Norway", "Puck, a sprite"."""
_LONGEST_PLACED = 3
_ORDER_OF = re.compile(r"^[OΘΩ]\((.{1,30})\)$")
_RUNS = re.compile(r"([a-z])\1+")
"""Letters that repeat are counted in some names: S3, EC2."""


def names_of(text: str) -> Iterator[tuple[str, str]]:
    """Each other name that the wording of an item gives it, with the rule that found it."""
    inside = _PARENTHESES.findall(text)
    outside = _PARENTHESES.sub(" ", text).strip()
    if inside and outside and len(outside.split()) <= _LONGEST_NAME:
        yield outside, "alias"
        for each in inside:
            if names_rather_than_explains(each, outside):
                yield each, "alias"
    order = _ORDER_OF.match(text)
    if order is not None:
        yield order.group(1), "alias"
    name = term_of(outside or text)
    if name is not None:
        yield name, "alias"
    placed = _PLACED.match(outside or text)
    if placed is not None and len(placed.group(1).split()) <= _LONGEST_PLACED:
        yield placed.group(1), "alias"
    either = _EITHER.match(outside or text)
    if either is not None:
        for each in () if _ONE_NAME.fullmatch(outside or text) else either.groups():
            if len(each.split()) <= 3:
                yield each, "alias"


def names_rather_than_explains(inside: str, outside: str) -> bool:
    """Whether words in parentheses are another name of what stands before them."""
    words = inside.split()
    if number_of(inside.strip().lower()) is not None or len(words) > 6:
        return False
    if not any(letter.isalpha() for letter in inside):
        return False
    squashed = "".join(letter for letter in inside.lower() if letter.isalnum())
    if outside.isupper() and len(words) > 1 and inside[:1].lower() == outside[:1].lower():
        return True
    return squashed in initials(words_of(outside)) or len(words) <= min(
        4, max(2, len(outside.split()))
    )


def has_other_name(text: str) -> bool:
    """Whether a wording holds, in parentheses, another name of what stands before them."""
    outside = _PARENTHESES.sub(" ", text).strip()
    return 0 < len(outside.split()) <= _LONGEST_NAME and any(
        names_rather_than_explains(each, outside) for each in _PARENTHESES.findall(text)
    )


def term_of(text: str) -> str | None:
    """The term of `Term - definition`, or None."""
    parted = _DASHED.match(text)
    if parted is None or len(parted.group(1).split()) > 6:
        return None
    return parted.group(1).strip()


def halves_of(text: str) -> tuple[str, str] | None:
    """Key and value of `key - value` or `key: value`, or None."""
    parted = _DASHED.match(text) or _COLON.match(text)
    if parted is None or len(parted.group(1).split()) > 6:
        return None
    return parted.group(1).strip(), parted.group(2).strip()


def initials(words: tuple[Word, ...]) -> frozenset[str]:
    """The initialisms of a name of two to seven words, with and without its small words."""
    if not 1 < len(words) <= _MOST_INITIALS:
        return _NO_INITIALS
    named = [each for each in words if each.text not in ARTICLES]
    found: set[str] = set()
    for kept in (
        named,
        [each for each in named if each.text not in _LINKS],
        [each for each in named if each.text not in _LINKS and each.base not in FILLER],
    ):
        if 2 <= len(kept) <= _LONGEST_INITIALS:
            letters = "".join([each.text if each.number else each.text[0] for each in kept])
            found.add(letters)
            if letters[-1] in _ROMAN and kept[-1].number:
                found.add(letters[:-1] + _ROMAN[letters[-1]])
            if len(letters) > 2:
                found.add(_RUNS.sub(_counted, letters))
    return frozenset(each for each in found if len(each) > 1)


def _counted(run: re.Match[str]) -> str:
    return f"{run.group(1)}{len(run.group())}"
