"""Questions that unfold: `<details><summary>What is it?</summary> … </details>`."""

import re
from collections.abc import Sequence

from bot.sheets.notation import Numbered, Source, asked, unchanged

_OPEN = re.compile(r"<details\b[^<>]{0,200}>", re.IGNORECASE)
_CLOSE = re.compile(r"</details\s*>", re.IGNORECASE)
_SUMMARY = re.compile(
    r"<summary\b[^<>]{0,200}>(.{0,2000}?)</summary\s*>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?(?:b|strong|br|p|em|i|h[1-6]|div|code)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_WRAP = re.compile(r"</?(?:b|strong|br|p|div)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}\s")
_ANSWERS = re.compile(
    r"(?:(?:click|tap|press|show|reveal|see|view|open|check|expand|toggle|get)\b.*|(?:the\s+)?(?:correct\s+)?"
    r"(?:answers?|solutions?|hints?|explanations?|spoilers?)\b.*)",
    re.IGNORECASE,
)
_NO_QUESTION = re.compile(
    r"(?:table of )?contents?|toc|details|more|read more|index|notes?|summary|changelog",
    re.IGNORECASE,
)


def details(lines: Sequence[Source]) -> list[Numbered]:
    """The questions in our notation, with the headings above them; empty where fewer than two
    blocks unfold, or where they hide answers to questions outside of them.
    """
    notation: list[Numbered] = []
    count = at = 0
    while at < len(lines):
        line = lines[at]
        if line.code or not _OPEN.search(line.raw):
            if not line.code and _HEADING.match(line.raw):
                notation += unchanged([line])
            at += 1
            continue
        end = at
        while end < len(lines) and not (not lines[end].code and _CLOSE.search(lines[end].raw)):
            end += 1
        block = _block(lines[at : end + 1])
        notation += block
        count += bool(block)
        at = end + 1
    return notation if count > 1 else []


def _block(lines: Sequence[Source]) -> list[Numbered]:
    """One block; empty where its summary asks nothing."""
    joined = "\n".join(line.raw for line in lines if not line.code)
    match = _SUMMARY.search(joined)
    if match is None:
        return []
    words = " ".join(_TAG.sub(" ", match[1]).split()).strip("*_ ")
    if not words or _ANSWERS.fullmatch(words) or _NO_QUESTION.fullmatch(words):
        return []
    return asked(lines[0].number, words, (), _below(lines))


def _below(lines: Sequence[Source]) -> list[Source]:
    """What unfolds: the lines after the summary, without the tags that only wrap them."""
    back: list[Source] = []
    within = False
    for line in lines:
        if line.code:
            if within:
                back.append(line)
            continue
        raw = line.raw
        if not within:
            _, closed, raw = raw.partition("</summary>")
            if not closed:
                continue
            within = True
        raw = _WRAP.sub(" ", _CLOSE.sub("", raw)).rstrip()
        back.append(Source(line.number, raw))
    return back
