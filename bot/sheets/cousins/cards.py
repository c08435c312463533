"""Cards between comments: `<!-- Card Start -->` with `### Front` and `### Back`, or sides that end or
begin with `<!-- front -->` and `<!-- back -->`.
"""

import re
from collections.abc import Sequence

from bot.sheets.notation import Numbered, Source, asked, unchanged

_START = re.compile(r"<!--\s*card(?:\s+start)?\s*-->", re.IGNORECASE)
_END = re.compile(r"<!--\s*(?:card\s+end|/card|end\s+card)\s*-->", re.IGNORECASE)
_FRONT = re.compile(r"(?:#{1,6}\s+(?:\*\*)?front\b.*|(?:\*\*)?front(?:\*\*)?:\s*)$", re.IGNORECASE)
_BACK = re.compile(r"(?:#{1,6}\s+(?:\*\*)?back\b.*|(?:\*\*)?back(?:\*\*)?:\s*)$", re.IGNORECASE)
_FRONT_COMMENT = re.compile(r"<!--\s*(?:card\s+)?front(?:\s*side)?\s*:?\s*-->", re.IGNORECASE)
_BACK_COMMENT = re.compile(r"<!--\s*(?:card\s+)?back(?:\s*side)?\s*:?\s*-->", re.IGNORECASE)
_LABEL = re.compile(
    r"(\*\*|__)?(?:question|answer|front|back|q|a)\s*:\s*(\*\*|__)?\s*", re.IGNORECASE
)
_HEADING = re.compile(r"#{1,6}\s+")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$")


def cards(lines: Sequence[Source]) -> list[Numbered]:
    """The cards in our notation, and the headings above them; empty where there are none."""
    if any(not line.code and _START.fullmatch(line.text) for line in lines):
        return _between_comments(lines)
    fronts = [at for at, line in enumerate(lines) if _FRONT_COMMENT.fullmatch(line.text)]
    backs = [at for at, line in enumerate(lines) if _BACK_COMMENT.fullmatch(line.text)]
    if not fronts or len(fronts) != len(backs):
        return []
    after = any(line.text and not _RULE.match(line.raw) for line in lines[backs[-1] + 1 :])
    return _begun(lines, fronts, backs) if after else _ended(lines, fronts, backs)


def _between_comments(lines: Sequence[Source]) -> list[Numbered]:
    notation: list[Numbered] = []
    front: list[Source] = []
    back: list[Source] = []
    side: list[Source] | None = None
    for line in lines:
        text = "" if line.code else line.text
        if _START.fullmatch(text):
            front, back = [], []
            side = front
        elif _END.fullmatch(text):
            notation += _card(front, back)
            side = None
        elif side is not None and _FRONT.fullmatch(text):
            side = front
        elif side is not None and _BACK.fullmatch(text):
            side = back
        elif side is not None:
            side.append(line)
        elif _HEADING.match(text):
            notation += unchanged([line])
    return notation


def _begun(lines: Sequence[Source], fronts: list[int], backs: list[int]) -> list[Numbered]:
    """Each side stands below its comment."""
    notation = list(unchanged(line for line in lines[: fronts[0]] if _HEADING.match(line.raw)))
    for front, back, end in zip(fronts, backs, [*fronts[1:], len(lines)], strict=True):
        notation += _card(lines[front + 1 : back], lines[back + 1 : end])
    return notation


def _ended(lines: Sequence[Source], fronts: list[int], backs: list[int]) -> list[Numbered]:
    """Each side stands above its comment."""
    notation: list[Numbered] = []
    start = 0
    for front, back in zip(fronts, backs, strict=True):
        notation += _card(lines[start:front], lines[front + 1 : back])
        start = back + 1
    return notation


def _card(front: Sequence[Source], back: Sequence[Source]) -> list[Numbered]:
    """One card. A heading above a labelled question is its topic."""
    full = [line for line in front if line.text]
    if not full:
        return []
    notation: list[Numbered] = []
    labelled = [line for line in full if not line.code and _LABEL.match(line.text)]
    if labelled:
        notation += unchanged(line for line in full if _HEADING.match(line.raw))
        front = front[list(front).index(labelled[0]) :]
    else:
        front = full
    first = front[0]
    head = _LABEL.sub("", _HEADING.sub("", first.text), count=1) if not first.code else ""
    rest = front[1:] if head else front
    told = [_unlabelled(line) for line in back]
    return [*notation, *asked(first.number, head.removesuffix("**"), rest, told)]


def _unlabelled(line: Source) -> Source:
    if line.code:
        return line
    bare = _HEADING.sub("", line.raw)
    return Source(line.number, _LABEL.sub("", bare, count=1) if _LABEL.match(bare) else line.raw)
