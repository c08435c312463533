"""Discord's Markdown as a reader of the client sees it: what is formatted, and the plain words.

A small parser of its own, so that what the adapter escapes is judged by somebody else's rules.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

JOINT = "\u200b"


@dataclass(frozen=True)
class Mark:
    """Something other than plain words, with the words inside it."""

    kind: str
    words: str
    address: str = ""


_LINE = (
    ("heading", re.compile(r"#{1,3}[ \t]+")),
    ("small", re.compile(r"-#[ \t]+")),
    ("quote", re.compile(r">(?:>>)?[ \t]+")),
    ("list", re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]+")),
)
_INLINE = (
    ("block", re.compile(r"```(?:[A-Za-z0-9_+\-.#]+\n)?\n*([\s\S]*?)\n*```")),
    ("code", re.compile(r"(`{1,2})(?!`)([\s\S]*?[^`])\1(?!`)")),
    ("mention", re.compile(r"<(?:@[!&]?|#)\d+>|@everyone|@here")),
    ("special", re.compile(r"<(?:a?:\w+:\d+|t:-?\d+(?::\w)?|/[^>]+:\d+|id:\w+)>")),
    ("auto", re.compile(r"<(https?://[^\s>]+)>|https?://[^\s<]+[^\s<.,:;\"')\]]")),
    ("link", re.compile(r"\[((?:\\.|[^\\\]])+)\]\(\s*(https?://[^\s()]+)\s*\)")),
    ("strong", re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)")),
    ("underline", re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)")),
    ("strike", re.compile(r"~~((?:\\[\s\S]|[^\\])+?)~~")),
    ("spoiler", re.compile(r"\|\|((?:\\[\s\S]|[^\\])+?)\|\|")),
    ("emphasis", re.compile(r"\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)")),
    ("emphasis", re.compile(r"\b_((?:\\[\s\S]|[^\\_])+?)_\b")),
)
_INSTANT = re.compile(r"<t:(\d+):[tf]>")
"""Shown on the clock of whoever reads it: here that is UTC."""
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")


def read(markdown: str) -> tuple[str, tuple[Mark, ...]]:
    """The words as shown, and every mark among them from the outside in."""
    marks: list[Mark] = []
    shown = _blocks(markdown, marks)
    return shown.replace(JOINT, ""), tuple(marks)


def plainly(markdown: str) -> str:
    """The words as shown."""
    return read(markdown)[0]


def _blocks(text: str, marks: list[Mark]) -> str:
    shown, at, line_begins = "", 0, True
    while at < len(text):
        if line_begins:
            for kind, pattern in _LINE:
                if match := pattern.match(text, at):
                    marks.append(Mark(kind, match[0]))
                    shown += "" if kind != "list" else match[0]
                    at = match.end()
                    break
        piece, at = _next(text, at, marks)
        shown += piece
        line_begins = text[at - 1 : at] == "\n"
    return shown


def _next(text: str, at: int, marks: list[Mark]) -> tuple[str, int]:
    if match := _ESCAPE.match(text, at):
        return match[1], match.end()
    for kind, pattern in _INLINE:
        # A word boundary before an underscore is seen only with the whole text in view.
        match = pattern.match(text, at)
        if match is None:
            continue
        if kind in ("block", "code"):
            words = match[2].strip() if kind == "code" else match[1]
            marks.append(Mark(kind, words))
            return words, match.end()
        if kind == "special" and (instant := _INSTANT.fullmatch(match[0])):
            marks.append(Mark("instant", match[0]))
            return f"{datetime.fromtimestamp(int(instant[1]), UTC):%H:%M} UTC", match.end()
        if kind in ("mention", "special", "auto"):
            marks.append(Mark(kind, match[0]))
            return match[0], match.end()
        inner: list[Mark] = []
        words = _inline(match[1], inner)
        marks.append(Mark(kind, words.replace(JOINT, ""), match[2] if kind == "link" else ""))
        marks.extend(inner)
        return words, match.end()
    return text[at : at + 1], at + 1


def _inline(text: str, marks: list[Mark]) -> str:
    shown, at = "", 0
    while at < len(text):
        piece, at = _next(text, at, marks)
        shown += piece
    return shown
