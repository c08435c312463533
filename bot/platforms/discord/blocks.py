"""Blocks of a message as Markdown."""

from collections.abc import Iterator
from dataclasses import replace

from bot.model.message import (
    Block,
    Buttons,
    CodeBlock,
    Document,
    Fields,
    Listing,
    Picture,
    Section,
    Small,
)
from bot.model.text import Span, Text
from bot.platforms.discord.markdown import MORE, fenced, label, markdown

GAP = "\n\n"
_SMALL = "-# "


def block_markdown(block: Block, limit: int) -> str:
    """One block in at most `limit` characters; buttons have no words here."""
    match block:
        case Section(text):
            return markdown(text, limit)
        case Listing(lines, ordered):
            return _listing(lines, limit, ordered=ordered)
        case Fields(fields):
            bold = (markdown((Span(f"{field.label}:"),), 300) for field in fields)
            values = (markdown(field.value, 1024) for field in fields)
            return _lines(
                (f"**{name}** {value}" for name, value in zip(bold, values, strict=True)), limit
            )
        case CodeBlock(text, language):
            return fenced(text, language, limit)
        case Picture(alt):
            return _small((Span(f"Picture: {alt}"),), limit)
        case Document(file):
            return _small((Span(f"File: {file.name}"),), limit)
        case Small(text):
            return _small(text, limit)
        case Buttons():
            return ""


def prose(blocks: tuple[Block, ...], limit: int) -> str:
    """All blocks as one text of at most `limit` characters."""
    text = ""
    for block in blocks:
        room = limit - len(text) - (len(GAP) if text else 0)
        if room < len(MORE):
            break
        if piece := block_markdown(block, room):
            text = f"{text}{GAP}{piece}" if text else piece
    return text


def _listing(lines: tuple[Text, ...], limit: int, *, ordered: bool) -> str:
    longest = min(limit, 1000)
    marks = (f"{n}. " if ordered else "" for n in range(1, len(lines) + 1))
    # A line break inside an entry would end it.
    flat = (tuple(replace(s, text=s.text.replace("\n", " ")) for s in x) for x in lines)
    return _lines(
        (
            mark + markdown(line, longest - len(mark))
            for mark, line in zip(marks, flat, strict=True)
        ),
        limit,
    )


def _lines(lines: Iterator[str], limit: int) -> str:
    """As many whole lines as fit."""
    kept: list[str] = []
    size = 0
    for line in lines:
        size += len(line) + 1
        if size > limit - len(MORE):
            return "\n".join([*kept, MORE])
        kept.append(line)
    return "\n".join(kept)


def _small(text: Text, limit: int) -> str:
    flat = tuple(replace(s, text=s.text.replace("\n", " · ")) for s in text)
    words = markdown(flat, limit - len(_SMALL)).strip()
    return _SMALL + words if words else ""


def summary_of(text: str, limit: int) -> str:
    """A message's summary where only plain words fit, such as a thread's name."""
    return label(text, limit) or MORE
