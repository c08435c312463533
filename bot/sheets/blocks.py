"""Lines → blocks, line by line.

A CommonMark parser would read `Q. text` over `- ` as a setext heading and lose the question, and
would join a heading of questions with the prose around them; people who write cheat sheets mean
what stands at the start of each line. So that is what decides here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from bot.model.question import Code
from bot.model.sheet import Problem
from bot.sheets import problems
from bot.sheets.lines import Line, leads_elsewhere, line_at, outdented


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of dashes, stars or equals signs."""

    line: int
    character: str


@dataclass(frozen=True, slots=True)
class Heading:
    """`## text`."""

    line: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Marker:
    """`Q. text`; `whole` where the whole line is bold, so that what follows is the answer."""

    line: int
    text: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """`A. text`."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """`- text` or `1. text`."""

    line: int
    indent: int
    text: str
    numbered: bool
    checked: bool | None = None
    """Whether the box before it is ticked (`[x]`) or not (`[ ]`); None without a box."""


@dataclass(frozen=True, slots=True)
class Key:
    """`why: text` and the other keys."""

    line: int
    indent: int
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code block."""

    code: Code


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of anything else."""

    line: int
    indent: int
    text: str


Block: TypeAlias = Blank | Rule | Heading | Marker | Prose | Bullet | Key | Fence | Paragraph

KEYS = (
    "accept",
    "reject",
    "more",
    "points",
    "point",
    "mode",
    "why",
    "hint",
    "source",
    "id",
    "tags",
    "image",
    "difficulty",
    "options",
    "kind",
    "defines",
    "verbatim",
)

_MEANT = {
    "options": re.compile(r"\S\s+\|\s+\S"),
    "kind": re.compile(r"(?:definition|question)$", re.IGNORECASE),
    "verbatim": re.compile(r"yes$", re.IGNORECASE),
    "points": re.compile(r"\S\s+[/|]\s+\S"),
}
"""Keys that are ordinary words too: what their value must look like to be meant."""

_CALLED = {"points": "point"}
"""Another name that people give a key → the key."""

_RULE = re.compile(r"([-*_=])(?:\s*\1){2,}$")
_HEADING = re.compile(r"(#{1,6})(?:\s+(.*))?$")
_CLOSING = re.compile(r"(?:^|\s)#{1,20}$")
_MARKER = re.compile(r"(__|\*\*)?Q\s?\d{0,4}[.:)](?![A-Z]\.)\s*(.*)$")
_PROSE = re.compile(r"(?:__|\*\*)?A[.:](?:__|\*\*)?(?:\s+(.*))?$")
_BULLET = re.compile(r"(?:[-*+•‣▪–]|(\d{1,3})[.)])(?:\s+(.*))?$")
_BOX = re.compile(r"\[([ xX])\](?:\s+(.*))?$")
_KEY = re.compile(rf"({'|'.join(KEYS)})\s?:(?:\s+(.*))?$", re.IGNORECASE)
_FENCE = re.compile(r"(`{3,}|~{3,})\s*([^`]*)$")
_QUOTE = re.compile(r">(?:\s|$)")


class Scanner:
    """Yields the blocks of a file from a line on; `problems` is complete once all are taken."""

    def __init__(self, lines: list[str], start: int = 0) -> None:
        self.problems: list[Problem] = []
        self._lines = lines
        self._start = start
        self._never_closed: dict[str, int] = {}
        """Fence character → shortest fence known to have no end below; keeps scanning linear."""
        self._comment_may_end = True

    def __iter__(self) -> Iterator[Block]:
        at = self._start
        while at < len(self._lines):
            line = line_at(self._lines, at)
            text = line.text
            if not text:
                yield Blank()
            elif text[0] in "`~" and (fence := _FENCE.match(text)):
                end = self._end_of_fence(at, fence[1])
                yield Fence(self._code(at, end, fence[2].strip()))
                at = end
            elif text.startswith("<!--") and "-->" not in text:
                at = self._end_of_comment(at)
            elif not ((text.startswith("<!--") and text.endswith("-->")) or leads_elsewhere(text)):
                yield classify(line)
            at += 1

    def _end_of_fence(self, start: int, mark: str) -> int:
        """Index of the closing line, or of the last line before an empty one where none closes."""
        character, length = mark[0], len(mark)
        if length < self._never_closed.get(character, length + 1):
            for at in range(start + 1, len(self._lines)):
                text = self._lines[at].strip()
                if text.startswith(mark) and not text.strip(character):
                    return at
            self._never_closed[character] = length
        self.problems.append(problems.unclosed(start + 1, "code block", mark))
        return self._before_blank(start)

    def _end_of_comment(self, start: int) -> int:
        if self._comment_may_end:
            for at in range(start + 1, len(self._lines)):
                if "-->" in self._lines[at]:
                    return at
            self._comment_may_end = False
        self.problems.append(problems.unclosed(start + 1, "comment", "-->"))
        return self._before_blank(start)

    def _before_blank(self, start: int) -> int:
        """Index of the last line of the run from `start` that neither is empty nor asks."""
        at = start
        while at + 1 < len(self._lines):
            text = self._lines[at + 1].strip()
            if not text or _MARKER.match(text):
                break
            at += 1
        return at

    def _code(self, start: int, end: int, info: str) -> Code:
        """The block between its fences, without the indent of the opening one."""
        opening = line_at(self._lines, start)
        last = self._lines[end].strip()
        closed = end > start and last.startswith(opening.text[:3]) and len(set(last)) == 1
        inner = range(start + 1, end if closed else end + 1)
        text = "\n".join(outdented(self._lines[at], opening.indent) for at in inner)
        return Code(text.strip("\n"), info.split(" ", 1)[0], opening.number)


def classify(line: Line) -> Block:
    """What one line is, from its own characters alone."""
    text, number, indent = line.text, line.number, line.indent
    if text[0] == ">" and _QUOTE.match(text):
        text = text.lstrip("> \t")
        if not text:
            return Blank()
    first = text[0]
    if first in "-*_=" and (rule := _RULE.match(text)):
        return Rule(number, rule[1])
    if first == "#" and (heading := _HEADING.match(text)):
        return Heading(number, len(heading[1]), _CLOSING.sub("", heading[2] or "").strip())
    if first in "Q_*" and (marker := _MARKER.match(text)):
        return _marked(number, marker[1] or "", marker[2])
    if first in "A_*" and (prose := _PROSE.match(text)):
        return Prose(number, prose[1] or "")
    if bullet := _BULLET.match(text):
        said, numbered = bullet[2] or "", bullet[1] is not None
        if box := _BOX.match(said):
            return Bullet(number, indent, box[2] or "", numbered, box[1] != " ")
        return Bullet(number, indent, said, numbered)
    if ":" in text and (key := _KEY.match(text)):
        name, value = key[1].lower(), key[2] or ""
        if name not in _MEANT or _MEANT[name].search(value):
            return Key(number, indent, _CALLED.get(name, name), value)
    return Paragraph(number, indent, text)


def _marked(number: int, mark: str, rest: str) -> Marker:
    """A question's first line, freed of the bold marks around it or around `Q.` alone."""
    if not mark:
        return Marker(number, rest)
    if rest.startswith(mark):
        return Marker(number, rest[len(mark) :].strip())
    if rest.endswith(mark) and rest.count(mark) % 2:
        return Marker(number, rest[: -len(mark)].strip(), whole=True)
    return Marker(number, mark + rest)
