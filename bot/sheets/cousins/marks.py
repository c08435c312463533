"""Where a question begins, in each convention."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sheets.cousins import body
from bot.sheets.notation import Source

_ASKS = re.compile(
    r"(?:what|which|who|whom|whose|when|where|why|how(?!\s+to\b)|is|are|do|does|did|can|could|should"
    r"|would|will|define|explain|describe|name|list|give|state|compare|differentiate|distinguish"
    r"|true or false)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,4}[.):]\s*)?"
_Q_HEADING = re.compile(
    r"#{1,6}\s+(?:\*\*)?(?:Q(?:uestion)?\.?\s?#?\d{1,4}|Q(?:uestion)?)\s*(?:[.:)\-–—]|\*\*|$)\s*(.*)$",
    re.IGNORECASE,
)
_NUMBERED_HEADING = re.compile(r"#{1,6}\s+(?:\*\*)?\d{1,4}[.)]\s+(\S.*)$")
_HEADING_IN_LIST = re.compile(r"\s{0,3}(?:\d{1,4}[.)]|[-*+])\s+#{1,6}\s+(\S.*)$")
_BOLD = re.compile(
    rf"(?:\d{{1,4}}[.)]\s+|[-*+]\s+)?(\*\*|__)\s*(?:Q(?:uestion)?\s?\d{{0,4}}\s*[.:)]\s*)?{_NUMBER}(\S.*?)\s*\1\s*$"
)
_QUOTE = re.compile(r"\s{0,3}>\s?(.*)$")
_MARKER = re.compile(r"(?:__|\*\*)?Q(?:uestion)?\s?\d{0,4}[.:)](?![A-Z]\.)\s*(.*)$")
_HEADING = re.compile(r"#{1,6}\s")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a question begins (index of its line), where what belongs to it begins, and its words."""

    at: int
    body: int
    head: str


def asks(text: str) -> bool:
    """Whether words read as a question, or as one put as a request."""
    bare = text.strip("*_` ")
    return bare.endswith("?") or _ASKS.match(bare) is not None


def markers(lines: Sequence[Source]) -> list[Mark]:
    """`Q. text`, as in our own notation."""
    found = []
    for at, line in enumerate(lines):
        match = None if line.code else _MARKER.match(line.raw)
        if match:
            found.append(Mark(at, at + 1, match[1]))
    return found


def is_spelled_out(line: Source) -> bool:
    """Whether a marker says `Question:`, which our own notation does not know."""
    return line.text.lstrip("*_").lower().startswith("question")


def question_headings(lines: Sequence[Source]) -> list[Mark]:
    """`#### Q1. text`, or `### Question 1` with the question below it."""
    return _headings(lines, _Q_HEADING)


def numbered_headings(lines: Sequence[Source]) -> list[Mark]:
    """`### 1. What is it?`; numbered chapters of notes are none."""
    found = _headings(lines, _NUMBERED_HEADING)
    ends = [mark.at for mark in (*found[1:], Mark(len(lines), 0, ""))][: len(found)]
    asking = [
        mark
        for mark, end in zip(found, ends, strict=True)
        if asks(mark.head) or body.has_choice(lines[mark.body : end])
    ]
    return asking if len(asking) > 1 and 2 * len(asking) >= len(found) else []


def headings_in_lists(lines: Sequence[Source]) -> list[Mark]:
    """`1. ### What is it?`"""
    found = _headings(lines, _HEADING_IN_LIST)
    return found if len(found) > 1 else []


def bold_lines(lines: Sequence[Source]) -> list[Mark]:
    """`**What is it?**`, a line of its own."""
    found = []
    for at, line in enumerate(lines):
        match = None if line.code else _BOLD.match(line.text)
        if match and match[2].rstrip("*_ ").endswith("?"):
            found.append(Mark(at, at + 1, match[2]))
    return found if len(found) > 1 else []


def quotes(lines: Sequence[Source]) -> list[Mark]:
    """`> What is it?`, on one line or more, with the answer outside the quotation."""
    found = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and not lines[end].code and _QUOTE.match(lines[end].raw):
            end += 1
        if end > at:
            words = " ".join(line.text.lstrip("> ") for line in lines[at:end]).strip()
            answered = end < len(lines) and any(line.text for line in lines[end : end + 2])
            if asks(words) and answered:
                found.append(Mark(at, end, words))
        at = max(end, at + 1)
    certain = [mark for mark in found if mark.head.rstrip("*_ ").endswith("?")]
    return found if len(found) > 1 and 2 * len(certain) >= len(found) else certain[:0]


def _headings(lines: Sequence[Source], form: re.Pattern[str]) -> list[Mark]:
    found = []
    for at, line in enumerate(lines):
        match = None if line.code else form.match(line.raw)
        if match:
            found.append(Mark(at, at + 1, match[1].rstrip("# ").strip()))
    return found
