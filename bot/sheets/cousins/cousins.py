"""Which convention a file follows, and the file in our notation."""

import re
from collections.abc import Callable, Sequence

from bot.sheets.cousins import body, marks
from bot.sheets.cousins.cards import cards
from bot.sheets.cousins.details import details
from bot.sheets.cousins.marks import Mark
from bot.sheets.notation import Numbered, Source, sources, unchanged

_CONVENTIONS: tuple[Callable[[Sequence[Source]], list[Mark]], ...] = (
    marks.question_headings,
    marks.headings_in_lists,
    marks.numbered_headings,
    marks.bold_lines,
    marks.quotes,
)
_HEADING = re.compile(r"(#{1,6})\s")
_QUOTED = re.compile(r"\s{0,3}(?:>\s?)+(?:__|\*\*)?Q\s?\d{0,4}[.:)]")
_SIGNS = re.compile(
    r"^\s{0,3}(?:#{1,6}\s+(?:\*\*)?(?:Q|\d)|\d{1,4}[.)]\s+#|[-*+]\s+#|>|<details|<!--|(?:[-*+]\s+|\d+[.)]\s+)?(?:\*\*|__))"
    r"|^(?:__|\*\*)?Q(?:uestion)?\s?\d{0,4}[.:)]",
    re.IGNORECASE,
)
"""How lines begin that some convention may know; without one, there is nothing to look for."""


def in_our_notation(lines: Sequence[str], start: int) -> list[Numbered]:
    """The file from an index on in our notation; empty where it is in our notation already, or
    follows no convention that is known.
    """
    if not any(_SIGNS.match(line) for line in lines[start:]):
        return []
    found = sources(lines, start)
    if any(_QUOTED.match(line.raw) for line in found if not line.code):
        return []
    if notation := cards(found):
        return notation
    own = marks.markers(found)
    best = max((convention(found) for convention in _CONVENTIONS), key=len)
    if own and not {mark.at for mark in own} < {mark.at for mark in best}:
        return _with_answers_marked(found, own)
    unfolding = details(found)
    if unfolding and sum(line.text.startswith("Q. ") for line in unfolding) > len(best):
        return unfolding
    return _cut(found, best)


def _cut(lines: Sequence[Source], found: list[Mark]) -> list[Numbered]:
    """The file with each question and what is below it in our notation. Headings that ask nothing
    stay as topics; what else stands between questions is left out.
    """
    if not found:
        return []
    notation = [*unchanged(_topics(lines[: found[0].at]))]
    for mark, end in zip(found, [*(each.at for each in found[1:]), len(lines)], strict=True):
        stop = _end(lines, mark, end)
        notation += body.read(lines[mark.at].number, _unbold(mark.head), lines[mark.body : stop])
        notation += unchanged(_topics(lines[stop:end]))
    return notation


def _with_answers_marked(lines: Sequence[Source], found: list[Mark]) -> list[Numbered]:
    """A file of our own notation, where `Answer:`, lettered choices or `Explanation:` below a
    question are put in it too; empty where there are none.
    """
    if not body.may_be_marked(lines):
        return []
    ends = [*(each.at for each in found[1:]), len(lines)]
    stops = [_end(lines, mark, end) for mark, end in zip(found, ends, strict=True)]
    marked = [
        body.says_marked(lines[mark.body : stop]) for mark, stop in zip(found, stops, strict=True)
    ]
    if not any(marked):
        return []
    notation = list(unchanged(lines[: found[0].at]))
    for mark, stop, end, rewrite in zip(found, stops, ends, marked, strict=True):
        below = lines[mark.body : stop]
        if rewrite and (body.has_choice(below) or marks.is_spelled_out(lines[mark.at])):
            notation += body.read(lines[mark.at].number, _unbold(mark.head), below)
        elif rewrite:
            notation += [*unchanged(lines[mark.at : mark.body]), *body.keyed(below)]
        else:
            notation += unchanged(lines[mark.at : stop])
        notation += unchanged(lines[stop:end])
    return notation


def _end(lines: Sequence[Source], mark: Mark, end: int) -> int:
    """Where a question ends: at the next one, or at a heading that is none of its own.

    Below a heading, deeper ones belong to its answer; below anything else, none does, unless it
    names the answer.
    """
    own = _HEADING.match(lines[mark.at].text.lstrip("0123456789.)-*+ "))
    level = len(own[1]) if own else 0
    for at in range(mark.body, end):
        heading = None if lines[at].code else _HEADING.match(lines[at].raw)
        if heading and (len(heading[1]) <= level or not own) and not body.is_answer(lines[at].text):
            return at
    return end


def _topics(lines: Sequence[Source]) -> list[Source]:
    return [line for line in lines if not line.code and _HEADING.match(line.raw)]


def _unbold(text: str) -> str:
    """Without marks around the whole, or what is left of a pair of them."""
    text = text.strip()
    for mark in ("**", "__"):
        if text.startswith(mark) and text.endswith(mark) and len(text) > 4:
            text = text[2:-2].strip()
        elif text.count(mark) % 2:
            text = text.removeprefix(mark).strip() if text.startswith(mark) else text
            text = text.removesuffix(mark).strip() if text.endswith(mark) else text
    return text
