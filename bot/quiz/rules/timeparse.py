"""Times, days and zones as people spell them."""

import re
from datetime import time
from zoneinfo import ZoneInfo, available_timezones

from bot.model.schedule import EVERY_DAY, WEEKDAYS
from bot.quiz.errors import BadArgument

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?\s*(am|pm|a\.m\.|p\.m\.|uhr)?", re.IGNORECASE)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPANS = {
    "weekdays": WEEKDAYS,
    "working days": WEEKDAYS,
    "every day": EVERY_DAY,
    "everyday": EVERY_DAY,
    "daily": EVERY_DAY,
    "all": EVERY_DAY,
    "weekend": frozenset({5, 6}),
    "weekends": frozenset({5, 6}),
}


def read_time(text: str) -> time:
    """`9`, `9:00`, `09.30`, `9am`, `5 pm`; raises `BadArgument`."""
    match = _TIME.fullmatch(text.strip())
    if match:
        hour, minute = int(match[1]), int(match[2] or 0)
        half = (match[3] or "").lower().replace(".", "")
        if half in ("am", "pm") and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise BadArgument("Please write a time such as 09:00.")


def read_days(text: str) -> frozenset[int]:
    """`weekdays`, `every day`, `mon-fri`, `Mon, Wed and Fri`; raises `BadArgument`.

    Monday is 0.
    """
    folded = " ".join(text.casefold().split())
    if folded in _SPANS:
        return _SPANS[folded]
    days: set[int] = set()
    for part in filter(None, re.split(r"[,;/\s]+(?:and\s+)?", re.sub(r"\s*[-–]\s*", "-", folded))):
        first, _, last = part.partition("-")
        begin, end = _day(first), _day(last or first)
        days.update((begin + step) % 7 for step in range((end - begin) % 7 + 1))
    if not days:
        raise BadArgument("Please write days such as mon-fri.")
    return frozenset(days)


def _day(word: str) -> int:
    if len(word) >= 2:
        for number, name in enumerate(_NAMES):
            if word[:3] == name or (len(word) == 2 and name.startswith(word)):
                return number
    raise BadArgument(f'"{word}" is no day. Please write days such as mon-fri.')


def read_zone(text: str) -> str:
    """The IANA name of a zone, whatever its case, spaces for underscores, or the city alone;
    raises `BadArgument`.
    """
    wanted = text.strip().casefold().replace(" ", "_")
    names = {name.casefold(): name for name in available_timezones()}
    if wanted in names:
        return ZoneInfo(names[wanted]).key
    cities = sorted(name for name in names.values() if name.casefold().endswith(f"/{wanted}"))
    if wanted and cities:
        return cities[0]
    raise BadArgument("Please write a time zone such as Europe/Berlin.")
