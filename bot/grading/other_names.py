"""What a thing is called elsewhere: in another language, by its code, by its symbol."""

import re
from functools import lru_cache
from typing import NamedTuple

_ASKED = {
    "country": "countr|nation|state|flag|where",
    "language": "language|speak|spoken|tongue",
    "currency": "currenc|money|coin|pay",
    "element": "element|metal|gas|symbol|chemical|atom|periodic|halogen",
    "compound": "compound|formula|chemical|acid|gas|molecule|salt|substance",
    "letter": "greek|letter|symbol",
    "prefix": "prefix|metric|unit",
    "planet": "planet|solar|star|moon",
    "month": "month|when|calendar",
    "day": "day|when",
    "city": "city|capital|town|where",
    "organ": "organ|body|blood",
    "colour": "colou?r",
}  # fmt: skip
"""Words of a question that say of which kind the answer is."""
_WORDS_TOO = frozenset(
    [
        "no",
        "in",
        "at",
        "is",
        "it",
        "as",
        "so",
        "to",
        "do",
        "me",
        "my",
        "by",
        "am",
        "or",
        "i",
        "a",
        "an",
        "the",
        "and",
        "of",
        "on",
    ]
)
"""Codes that are words as well: nobody means Norway by "no"."""
_NAMES_TOO = ("country", "language", "month", "day", "element", "planet", "compound", "currency")
_PLACES = ("country", "city")
_SHORT = 3
_MOST = 3
_NONE: frozenset[str] = frozenset()


class Thing(NamedTuple):
    """One thing with the keys of all its names."""

    kind: str
    codes: tuple[str, ...]
    english: tuple[str, ...]
    others: tuple[str, ...]


@lru_cache(maxsize=1)
def _things() -> tuple[list[Thing], dict[str, list[int]]]:
    """Every thing, and each key with the things that it may mean; read once, when first needed."""
    from bot.grading.tables.names import TABLE  # large; read when first needed

    things: list[Thing] = []
    index: dict[str, list[int]] = {}
    kind = ""
    for line in TABLE.strip().splitlines():
        if line.startswith("# "):
            kind = line[2:]
            continue
        for row in line.split(";"):
            codes, _, names = row.partition("=")
            english, _, others = names.partition("|")
            thing = Thing(kind, tuple(codes.split()), tuple(english.split()), tuple(others.split()))
            for each in {*thing.codes, *thing.english, *thing.others}:
                index.setdefault(each, []).append(len(things))
            things.append(thing)
    return things, index


def other_names(key: str, prompt: str) -> frozenset[str]:
    """The keys of all other names of what a key names; none where that is not plain.

    A code says little by itself: its kind has to stand in the question.
    """
    things, index = _things()
    found = [things[at] for at in index.get(key, ())]
    if not found:
        return _NONE
    asked = [each for each in found if each.kind == "word" or _asks(each.kind, prompt)]
    by_code = len(key) <= _SHORT and key.isalpha()
    named = asked or [each for each in found if not by_code or key in (*each.english, *each.others)]
    english = [each for each in named if key in each.english]
    named = english or named
    if not named or len(named) > _MOST:
        return _NONE
    return frozenset(
        name
        for each in named
        for name in (*each.codes, *each.english, *each.others)
        if name != key and name not in _WORDS_TOO
    )


def is_place(key: str) -> bool:
    """Whether a key is the name of a country or a city, in full."""
    things, index = _things()
    return len(key) > _SHORT and any(
        things[at].kind in _PLACES and key in things[at].english for at in index.get(key, ())
    )


def _asks(kind: str, prompt: str) -> bool:
    words = _ASKED.get(kind)
    return words is not None and re.search(rf"\b(?:{words})", prompt, re.IGNORECASE) is not None


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """English names of countries, languages, months, days, elements: none is a mistyped other one."""
    things, _ = _things()
    return frozenset(
        name
        for each in things
        if each.kind in _NAMES_TOO
        for name in each.english
        if len(name) > _SHORT
    )
