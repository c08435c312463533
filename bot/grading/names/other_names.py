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
def _rows() -> tuple[list[tuple[str, str]], dict[str, tuple[int, ...]]]:
    """The kind and the row of every thing, and for each key the rows that it stands in.

    Read once, when first needed; a row is taken apart when it is looked up.
    """
    from bot.grading.tables.names import TABLE  # large; read when first needed

    rows: list[tuple[str, str]] = []
    index: dict[str, tuple[int, ...]] = {}
    kind = ""
    for line in TABLE.strip().splitlines():
        if line.startswith("# "):
            kind = line[2:]
            continue
        for row in line.split(";"):
            at = (len(rows),)
            for each in row.replace("=", " ").replace("|", " ").split():
                index[each] = index[each] + at if each in index else at
            rows.append((kind, row))
    return rows, index


@lru_cache(maxsize=256)
def _thing(at: int) -> Thing:
    kind, row = _rows()[0][at]
    codes, _, names = row.partition("=")
    english, _, others = names.partition("|")
    return Thing(kind, tuple(codes.split()), tuple(english.split()), tuple(others.split()))


def other_names(key: str, prompt: str) -> frozenset[str]:
    """The keys of all other names of what a key names; none where that is not plain.

    A code says little by itself: its kind has to stand in the question.
    """
    places = _rows()[1].get(key)
    if places is None:
        return _NONE
    found = [_thing(at) for at in places]
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
    if len(key) <= _SHORT:
        return False
    found = map(_thing, _rows()[1].get(key, ()))
    return any(each.kind in _PLACES and key in each.english for each in found)


def _asks(kind: str, prompt: str) -> bool:
    words = _ASKED.get(kind)
    return words is not None and re.search(rf"\b(?:{words})", prompt, re.IGNORECASE) is not None


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """English names of countries, languages, months, days, elements: none is a mistyped other one."""
    return frozenset(
        name
        for each in map(_thing, range(len(_rows()[0])))
        if each.kind in _NAMES_TOO
        for name in each.english
        if len(name) > _SHORT
    )
