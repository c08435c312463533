"""Text → numbered lines."""

import re
from dataclasses import dataclass

from bot.model.sheet import Problem
from bot.sheets import problems

_ANCHORS = re.compile(
    r"(?:[-*+•]\s+|\d{1,4}[.)]\s+|\|[^|]{0,20}\|\s*)?(?:[\s|/·*_>()↑⬆️-]|<br\s*/?>){0,20}"
    r"(?:\[[^\[\]]{0,500}\]\(#[^()]{0,500}\)(?:[\s|/·*_.,()↑⬆️-]|<br\s*/?>){0,20}){1,40}"
)
LONGEST = 10_000
"""Characters of a line that are read; it also bounds what one pattern can cost."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its indent in columns (tabs stop at every fourth), its text
    without the white space around it.
    """

    number: int
    indent: int
    text: str


def split(text: str) -> tuple[list[str], list[Problem]]:
    """The lines of a text whose line ends are `\\n`, as written but for those that are too long."""
    lines = text.split("\n")
    found = []
    for at, raw in enumerate(lines):
        if len(raw) > LONGEST:
            found.append(problems.long_line(at + 1, len(raw), LONGEST))
            lines[at] = raw[:LONGEST]
    return lines, found


def line_at(lines: list[str], at: int) -> Line:
    """The line with this index, which is one less than its number."""
    raw = lines[at]
    text = raw.strip()
    if not text or raw[0] == text[0]:
        return Line(at + 1, 0, text)
    lead = raw[: len(raw) - len(raw.lstrip())]
    return Line(at + 1, len(lead.expandtabs(4)), text)


def outdented(raw: str, columns: int) -> str:
    """A line as written, without this many columns of the white space before it."""
    at = column = 0
    while at < len(raw) and column < columns and raw[at] in " \t":
        column += 4 - column % 4 if raw[at] == "\t" else 1
        at += 1
    return " " * max(0, column - columns) + raw[at:]


def leads_elsewhere(raw: str) -> bool:
    """Whether a line does nothing but lead to another place of the file, as in a table of contents
    or a way back to the top.
    """
    return "](#" in raw and _ANCHORS.fullmatch(raw.strip()) is not None
