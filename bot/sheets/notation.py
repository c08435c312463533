"""Other people's Markdown → our notation, line by line, each line under its number in the file.

Whatever marks a question elsewhere becomes `Q.`, and its answer bullets or `A.`; the reader of our
Markdown then does the rest, so that pictures, code, links and topics mean the same everywhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.model.question import Question
from bot.model.sheet import Problem, Sheet
from bot.sheets.card import is_short
from bot.sheets.lines import leads_elsewhere

_BULLET = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_RULE = re.compile(r"\s*([-*_=])(?:\s*\1){2,}\s*$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_PICTURE_ONLY = re.compile(r"\s*(?:!\[[^\]]*\]\([^)]*\)\s*|<img\b[^<>]*>\s*)+$")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_MEANS_ANEW = re.compile(r"\s*(?:__|\*\*)?[QA]\s?\d{0,4}[.:)]")
"""What would begin a question or an answer of its own."""


class Numbered(NamedTuple):
    """A line of notation, and the line of the file that it comes from."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A line of a file: whether it belongs to a code block, fences included."""

    number: int
    raw: str
    code: bool = False

    @property
    def text(self) -> str:
        """Without the white space around it."""
        return self.raw.strip()


def sources(lines: Sequence[str], start: int = 0) -> list[Source]:
    """The lines of a file from an index on, code blocks recognised."""
    found: list[Source] = []
    fence = ""
    for number, raw in enumerate(lines[start:], start + 1):
        mark = _FENCE.match(raw)
        if fence:
            found.append(Source(number, raw, code=True))
            if mark and mark[1].startswith(fence) and not raw.strip(" \t`~"):
                fence = ""
        elif mark:
            fence = mark[1]
            found.append(Source(number, raw, code=True))
        else:
            found.append(Source(number, "" if leads_elsewhere(raw) else raw))
    return found


def asked(
    number: int, prompt: str, front: Iterable[Source], back: Iterable[Source]
) -> list[Numbered]:
    """A question in our notation: its words, what else stands on its front, and its answer."""
    shown: list[Numbered] = []
    words = [prompt.strip()]
    for line in front:
        if line.code or _PICTURE_ONLY.match(line.raw):
            shown.append(Numbered(line.number, line.raw))
        elif line.text and not _RULE.match(line.raw):
            words.append(_HEADING.sub("", line.text).strip())
    joined = " ".join(word for word in words if word)
    return [Numbered(number, ""), Numbered(number, f"Q. {joined}"), *shown, *answer(number, back)]


def answer(number: int, back: Iterable[Source]) -> list[Numbered]:
    """An answer in our notation: bullets as they are, a term as a bullet, prose behind `A.`"""
    lines = _outdented([line for line in back if line.code or not _RULE.match(line.raw)])
    while lines and not lines[0].text:
        lines.pop(0)
    while lines and not lines[-1].text:
        lines.pop()
    if not lines:
        return []
    first = lines[0]
    if first.code or _PICTURE_ONLY.match(first.raw):
        # Without an answer above it, it would stand on the front and give the answer away.
        return [Numbered(first.number, "A."), Numbered(first.number, ""), *_kept(lines)]
    if _BULLET.match(first.raw):
        return _kept(lines)
    paragraph = _paragraph(lines)
    text = " ".join(_HEADING.sub("", line.text).strip() for line in paragraph)
    rest = lines[len(paragraph) :]
    alone = not any(line.text for line in rest)
    lead = "-" if alone and is_short(text) else "A."
    return [Numbered(first.number, f"{lead} {text}"), *_kept(rest)]


def _paragraph(lines: Sequence[Source]) -> list[Source]:
    """The lines up to the first empty one, list or code block."""
    found: list[Source] = []
    for line in lines:
        ends = not line.text or line.code or _BULLET.match(line.raw)
        if ends or (found and _HEADING.match(found[-1].raw)):
            break
        found.append(line)
    return found


def _kept(lines: Iterable[Source]) -> list[Numbered]:
    """Lines below the first of an answer; what would begin something anew is defused."""
    kept = []
    for line in lines:
        raw = line.raw
        if not line.code:
            raw = _HEADING.sub("", _QUOTE.sub("", raw))
            if _MEANS_ANEW.match(raw):
                raw = re.sub(r"\S", lambda sign: f"&#{ord(sign[0])};", raw, count=1)
        kept.append(Numbered(line.number, raw))
    return kept


def _outdented(lines: list[Source]) -> list[Source]:
    """The lines without the white space that all of them begin with."""
    full = [line for line in lines if line.text]
    indent = min((_indent(line.raw) for line in full), default=0)
    return [replace(line, raw=line.raw.expandtabs(4)[indent:]) for line in lines]


def _indent(raw: str) -> int:
    spread = raw.expandtabs(4)
    return len(spread) - len(spread.lstrip())


def renumbered(sheet: Sheet, numbers: Sequence[int]) -> Sheet:
    """A sheet that was read from notation, with the lines of the file itself."""

    def at(line: int) -> int:
        return numbers[line - 1] if 0 < line <= len(numbers) else line

    def question(old: Question) -> Question:
        return replace(
            old,
            line=at(old.line),
            items=tuple(replace(item, line=at(item.line)) for item in old.items),
            images=tuple(replace(image, line=at(image.line)) for image in old.images),
            code=tuple(replace(block, line=at(block.line)) for block in old.code),
        )

    def problem(old: Problem) -> Problem:
        return replace(old, line=at(old.line))

    return replace(
        sheet,
        questions=tuple(question(each) for each in sheet.questions),
        problems=tuple(problem(each) for each in sheet.problems),
        images=tuple(replace(image, line=at(image.line)) for image in sheet.images),
        code=tuple(replace(block, line=at(block.line)) for block in sheet.code),
    )


def unchanged(lines: Iterable[Source]) -> Iterator[Numbered]:
    """Lines that mean in our notation what they mean in the file."""
    for line in lines:
        yield Numbered(line.number, line.raw)
