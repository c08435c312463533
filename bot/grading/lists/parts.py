"""A response of several parts, taken apart at ever weaker signs."""

import re
from functools import lru_cache

from bot.grading.reading.normalise import fold, plain

_STRONG = re.compile(
    r"\s*(?:[;\n\r|•]+|(?:^|(?<=\s))\(?\d{1,2}[.)]\s+|\s+->\s+|\s+[–—]\s+(?=[A-Z])"
    r"|\s+then\s+|,\s*then\s+|\bfollowed\s+by\b)\s*",
    re.IGNORECASE,
)
_COMMA = re.compile(
    r"\s*(?:(?<!\d),|,(?!\s*(?:1[4-9]|20)\d\d(?!\d)))(?!\d{3}(?!\d))\s*(?:(?:and|or|then|also|plus)\s+)?",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\s+(?:and(?:\s+(?:also|then))?|&|\+|plus|as\s+well\s+as|along\s+with|also)\s+|\s*[&+](?=\s*\w)\s*|\s*(?:(?<!\d)/|/(?!\d))\s*|\s+-\s+|\.\s+(?=\S)",
    re.IGNORECASE,
)
_WEAK_PAIRED = re.compile(_WEAK.pattern.replace(r"|\s+-\s+", ""), re.IGNORECASE)
LEVELS = (_STRONG, _COMMA, _WEAK)
_OR = re.compile(
    r"\s*,?\s+(?:or|and/or|vs\.?|versus)\s+(?:(?:maybe|perhaps|possibly)\s+)?|\s*(?<!\d)/(?!\d)\s*",
    re.IGNORECASE,
)
_EITHER = re.compile(r"^\s*(?:either|both|one\s+of)\s+", re.IGNORECASE)
_MAYBE = re.compile(
    r"[,;.?\s]+(?:or\s+)?(?:maybe|perhaps|possibly|(?:but\s+)?(?:it\s+)?(?:could|might)\s+(?:also\s+)?be)\s+",
    re.IGNORECASE,
)
JOINED = re.compile(r"\s(?:and|&|\+|plus)\s|^both\s", re.IGNORECASE)
"""Where two names are given as two, rather than as a name and its description."""
_CHOOSING = (" or ", "/", "vs", "versus", "maybe", "perhaps", "possibly", " be ", "either ")
"""Without any of these there is no choice to look for."""
_NONE: frozenset[str] = frozenset()
_WEAK_SIGNS = (
    ("&", r"|&"),
    ("+", r"|\+|plus"),
    ("&", r"|\s*[&+](?=\s*\w)\s*"),
    ("+", r"|\s*[&+](?=\s*\w)\s*"),
    ("/", r"|\s*(?:(?<!\d)/|/(?!\d))\s*"),
    ("-", r"|\s+-\s+"),
    (".", r"|\.\s+(?=\S)"),
)
"""Signs with the part of the weak separators that they stand in."""
_OR_WORD = re.compile(r"\s*,?\s+(?:or|and/or|vs\.?|versus)\s+", re.IGNORECASE)
MOST = 32
"""Parts that are looked at."""


def pieces(
    text: str,
    level: int,
    *,
    paired: bool = False,
    kept: frozenset[str] = _NONE,
    most: int = MOST,
) -> list[str]:
    """The parts of a plain text at the signs of one level; empty ones are dropped.

    Where answers are `paired`, a dash stands between key and value and parts nothing; nor do signs
    that are `kept`.
    """
    if kept:
        separator = _without(level, kept)
    else:
        separator = _WEAK_PAIRED if paired and level == len(LEVELS) - 1 else LEVELS[level]
    return [each.strip() for each in separator.split(text) if each and each.strip(" .,;:-")][:most]


def plain_text(response: str) -> str:
    """The response without Markdown, ready to be split."""
    return plain(fold(response))


@lru_cache(maxsize=256)
def _without(level: int, kept: frozenset[str]) -> re.Pattern[str]:
    """The separators of a level but those that answers hold themselves."""
    if level == 0:
        pattern = _STRONG.pattern
        if "|" in kept:
            pattern = pattern.replace("|•]", "•]")
        if ">" in kept:
            pattern = pattern.replace(r"|\s+->\s+", "")
        return re.compile(pattern, re.IGNORECASE)
    if level != len(LEVELS) - 1:
        return LEVELS[level]
    pattern = _WEAK.pattern
    for sign, dropped in _WEAK_SIGNS:
        if sign in kept:
            pattern = pattern.replace(dropped, "")
    return re.compile(pattern, re.IGNORECASE)


def alternatives(text: str, kept: frozenset[str] = _NONE) -> list[str]:
    """The choices of "X or Y", "X/Y", "maybe X, maybe Y"; one element if there are none."""
    text = text.strip()
    if "/" in kept:
        return [each for each in _OR_WORD.split(text) if each.strip()] or [text]
    lower = text.lower()
    if not any(sign in lower for sign in _CHOOSING):
        return [text]
    text = _EITHER.sub("", text)
    found = [
        each.strip(" ,.;?!")
        for piece in _OR.split(text)
        for each in _MAYBE.split(piece)
        if each and each.strip(" ,.;?!")
    ]
    return found[:MOST]


def listed(text: str) -> list[str]:
    """The parts of a list at all signs of all levels."""
    found = [_EITHER.sub("", text)]
    for level in range(len(LEVELS)):
        found = [piece for each in found for piece in pieces(each, level)]
    return found[:MOST]


def with_shared_head(choices: list[str]) -> list[str]:
    """The choices, each in full where the first has words that the others share: "Henry VII or VIII"."""
    head = choices[0].split()[:-1] if choices else []
    if not head or len(head) > 3 or any(len(each.split()) > 1 for each in choices[1:]):
        return choices
    return [choices[0], *(" ".join([*head, each]) for each in choices[1:])]
