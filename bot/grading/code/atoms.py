"""A line of code taken apart: words, flags, paths and runs of signs."""

import re
from typing import NamedTuple

_TYPED = str.maketrans(
    {
        "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "−": "-", "→": "->",
        "≤": "<=", "≥": ">=", "≠": "!=", "…": "...", "\u00a0": " ", "×": "*",
    }
)  # fmt: skip
_LONG_DASH = re.compile(r"(?<![^\s\"'`(\[])[—–](?=[A-Za-z]{2})")
_POINT_ZERO = re.compile(r"(?<=(?<![\d.])\d)\.0(?![\d.])")
_FULL_HOURS = re.compile(r"(?<=[A-Z][+-])0?(\d{1,2}):00\b")
_SHORT_DASH = re.compile(r"[—–]")
_ATOM = re.compile(
    r"""(?P<flag>(?<![^\s"'`(\[|;&])(?:--[A-Za-z][\w-]*|-[A-Za-z0-9]+(?![\w-])|-[A-Za-z]{2,}[\w-]*|\+[A-Za-z]+(?!\w)))
      |(?P<path>(?<![\w<])(?:[~.]{1,2}|[A-Za-z]:)?(?:[/\\][\w.@%+-]+)+[/\\]?|(?<![\w<])[\w.-]+(?:/[\w.-]+)+/?)
      |(?P<word>\.?[^\W_](?:[\w]|[-.](?=\w))*|_\w+)
      |(?P<sign>\+\+|--|\|\||&&|->|=>|<=|>=|===?|!==?|\*\*|//|::|:=|<<|>>|\.\.\.|[^\w\s])""",
    re.VERBOSE,
)
NUMBERS = re.compile(r"\d+(?:\.\d+)*")
WORDS = re.compile(r"[^\W_]+")
MOST = 80


class Atom(NamedTuple):
    """A part of a line of code."""

    kind: str
    text: str
    spaced: bool
    """Whether a blank stands before it."""


def typed(text: str) -> str:
    """Code with the signs that a keyboard has: phones make one long dash of two."""
    if ".0" in text:
        text = _POINT_ZERO.sub("", text)
    if ":00" in text:
        text = _FULL_HOURS.sub(r"\1", text)
    if "HOME" in text:
        text = text.replace("${HOME}/", "~/").replace("$HOME/", "~/")
    if text.isascii():
        return text
    text = _LONG_DASH.sub("--", text)
    return _SHORT_DASH.sub("-", text).translate(_TYPED)


def atoms_of(text: str) -> list[Atom]:
    """The first `MOST` atoms of a text, quotes and backticks left out."""
    found: list[Atom] = []
    end = 0
    for each in _ATOM.finditer(typed(text)):
        kind = each.lastgroup or "sign"
        if each.group() not in "`\"'":
            found.append(Atom(kind, each.group(), each.start() > end or not found))
        end = each.end()
        if len(found) == MOST:
            break
    return found
