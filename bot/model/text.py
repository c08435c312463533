"""Text with inline marks, independent of any platform's markup."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TypeAlias


class Style(StrEnum):
    """How a span is set off."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one style.

    `text` is raw: it may hold anything that a member typed, and every renderer escapes it so
    that it neither pings, formats nor links. A `link` is an absolute http(s) address.
    """

    text: str
    style: Style = Style.PLAIN
    link: str = ""
    at: datetime | None = None
    """An instant, which is shown as the clock of whoever reads it says; `text` is what is read
    where the platform cannot do that.
    """
    dated: bool = False
    """Whether of the instant the day is shown, too."""


Text: TypeAlias = tuple[Span, ...]


strong = partial(Span, style=Style.STRONG)
"""Important words, usually bold."""
emphasis = partial(Span, style=Style.EMPHASIS)
"""Words quoted from a person or a sheet, usually italic."""
code = partial(Span, style=Style.CODE)
"""Something to type or read letter by letter."""


def link(text: str, address: str) -> Span:
    """Words that lead to an address."""
    return Span(text, Style.PLAIN, address)


def clocked(text: str, at: datetime, *, dated: bool = False) -> Span:
    """An instant, and the words for it in the zone of the channel."""
    return Span(text, at=at, dated=dated)


def line(*parts: str | Span) -> Text:
    """Join plain strings and spans into one text; empty parts vanish."""
    spans = (Span(part) if isinstance(part, str) else part for part in parts)
    return tuple(span for span in spans if span.text)


def joined(parts: tuple[Text, ...] | list[Text], separator: str) -> Text:
    """Join texts with a plain separator between them, leaving out empty ones."""
    spans: list[Span] = []
    for part in parts:
        if part:
            spans.extend((Span(separator), *part) if spans else part)
    return tuple(spans)


def plain(text: Text) -> str:
    """The text without its marks, as a notification shows it."""
    return "".join(span.text for span in text)


def shortened(text: str, longest: int) -> str:
    """The text on one line, cut between words to at most `longest` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rsplit(" ", 1)[0] + "…"
