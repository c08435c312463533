"""Times, days, numbers and names as people read them, and their own words as they wrote them."""

import unicodedata
from datetime import date, datetime, time, timedelta

from bot.model.message import Block, CodeBlock, Listing, Section
from bot.model.text import Span, Text, clocked, emphasis, line, shortened
from bot.quiz.rules.calendar import local
from bot.quiz.rules.typed.zones import zone_words

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAMELESS = "Somebody"
LONGEST = 80
"""Characters; longer names would push the points off a board."""
_JOINERS = "\u200c\u200d"
"""They hold emoji and the letters of several scripts together."""
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and marks that show nothing."""
_LINE = 300
"""Characters of a quoted line."""
_MOST_LINES = 12
_FENCE = "```"
_LEFT_TO_RIGHT = "\u200e"
"""After a name that runs from right to left, it keeps the points behind it in their place."""


def day(value: date) -> str:
    """`Tue 24 Nov`; the platform's language settings play no part."""
    return f"{_DAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]}"


def clock(value: time | datetime) -> str:
    """`17:00`."""
    return f"{value.hour:02d}:{value.minute:02d}"


def moment(instant: datetime, now: datetime, zone: str) -> Span:
    """`17:00 Berlin time` today, `tomorrow 17:00 …`, else `Wed 25 Nov 17:00 …`: to whoever reads
    it, on their own clock where the platform can do that.
    """
    there, here = local(instant, zone), local(now, zone)
    words = f"{clock(there)} {zone_words(zone)}"
    if there.date() == here.date():
        return clocked(words, instant)
    if there.date() == here.date() + timedelta(days=1):
        return clocked(f"tomorrow {words}", instant, dated=True)
    return clocked(f"{day(there.date())} {words}", instant, dated=True)


def at(instant: datetime, now: datetime, zone: str) -> Text:
    """`at 17:00 Berlin time`, `tomorrow at 17:00 …`, `on Wed 25 Nov at 17:00 …`: the same within a
    sentence. The `on` belongs to the instant, which platforms may show as `tomorrow`.
    """
    there, here = local(instant, zone), local(now, zone)
    words = f"{clock(there)} {zone_words(zone)}"
    if there.date() == here.date():
        return line("at ", clocked(words, instant))
    if there.date() == here.date() + timedelta(days=1):
        return line(clocked(f"tomorrow at {words}", instant, dated=True))
    return line(clocked(f"on {day(there.date())} at {words}", instant, dated=True))


def ago(instant: datetime, now: datetime) -> str:
    """`a moment ago`, `a minute ago`, `2 hours ago`, `3 days ago`."""
    seconds = (now - instant).total_seconds()
    for size, one, name in (
        (86400, "a day", "day"),
        (3600, "an hour", "hour"),
        (60, "a minute", "minute"),
    ):
        number = int(seconds // size)
        if number:
            return f"{one if number == 1 else count(number, name)} ago"
    return "a moment ago"


def days(chosen: frozenset[int]) -> str:
    """`weekdays`, `every day`, or the days by name."""
    if chosen == frozenset(range(5)):
        return "weekdays"
    if chosen == frozenset(range(7)):
        return "every day"
    return ", ".join(_DAYS[number] for number in sorted(chosen))


def count(number: int, noun: str, nouns: str = "") -> str:
    """`1 day`, `6 days`; `nouns` is the plural where it takes more than an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {nouns or noun + 's'}"


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def shown_name(name: str) -> str:
    """The name on one line, without what is not seen or turns the direction of what follows."""
    seen = "".join(char if _is_seen(char) else " " for char in name[: 4 * LONGEST])
    cut = " ".join(seen.split())[:LONGEST].strip()
    if not cut.strip(_JOINERS + " "):
        return NAMELESS
    backwards = any(unicodedata.bidirectional(char) in ("R", "AL") for char in cut)
    return cut + _LEFT_TO_RIGHT if backwards else cut


def _is_seen(char: str) -> bool:
    if char in _JOINERS:
        return True
    return char not in _BLANK and not unicodedata.category(char).startswith("C")


def quoted(label: str, text: str) -> tuple[Block, ...]:
    """The words after a label: in one line, line by line, or as code where they are laid out like
    it; what is very long is cut, and ends in `…` then.
    """
    lines = [row.rstrip() for row in text.strip("\r\n").expandtabs(4).splitlines() if row.strip()]
    if len(lines) < 2:
        return (Section(line(f"{label}: ", emphasis(in_line(text)))),)
    rest = ["…"] if len(lines) > _MOST_LINES else []
    heading = Section(line(f"{label}:"))
    if _is_code(lines):
        inner = [row for row in lines if not row.strip().startswith(_FENCE)]
        kept = [row if len(row) <= _LINE else f"{row[:_LINE]}…" for row in inner[:_MOST_LINES]]
        return (heading, CodeBlock("\n".join([*kept, *rest])))
    rows = [shortened(row, _LINE) for row in lines[:_MOST_LINES]]
    return (heading, Listing(tuple(line(emphasis(row)) for row in [*rows, *rest])))


def in_line(text: str, longest: int = _LINE) -> str:
    """The words in quotation marks, on one line."""
    bare = text.strip()
    fits = len(bare) <= longest and len(bare.splitlines()) < 2
    return f"“{bare if fits else shortened(bare, longest)}”"


def _is_code(lines: list[str]) -> bool:
    return any(row[0] == " " or row.startswith(_FENCE) for row in lines)
