"""Time zones as people type them: cities, countries, abbreviations, offsets, and their full names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.quiz.errors import BadArgument
from bot.quiz.rules.typed.abbreviations import FIXED, ONE, SEVERAL
from bot.quiz.rules.typed.letters import letters
from bot.quiz.rules.typed.zone_names import CITIES, COUNTRIES

_REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
    "Indian", "Pacific",
)  # fmt: skip
"""First parts of names behind which a city stands."""
_STATES = ("ACT", "LHI", "NSW", "North", "South", "West")
"""Parts of Australia under former names, which say nothing by themselves."""
_OFFSET = re.compile(
    r"(?:(?:utc|gmt)\s*)?(?P<sign>[-+])\s*(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d{2})|(?P<half>[.,]5))?"
    r"(?:\s*h(?:ours?|rs?)?)?"
)
_MINUS = re.compile(r"[\u2010-\u2015\u2212\ufe63\uff0d]")
_PARTS = re.compile(r"[,/()]")
"""Between a city and its country, or two names of one clock."""
_SEASONS = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))
_ENDING = re.compile(r"(standard|daylight|summer|winter|local)?time(zone)?$")
_NEAREST = 3
_SHOWN = 5
"""Zones of a country that are named."""


def read_zone(text: str) -> str:
    """The IANA name of the zone that somebody means; raises `BadArgument` with what to write where
    that is none, or more than one.
    """
    typed = " ".join(text.split())
    found = _found(typed)
    if not found:
        found = _agreed([_found(part.strip()) for part in _PARTS.split(typed) if part.strip()])
    if not found:
        raise BadArgument(_unknown(typed, letters(typed)))
    if len(found) > 1:
        raise BadArgument(f'"{typed[:40]}" can be {_or(found[:_SHOWN])}. Please write which one.')
    return found[0]


def _found(typed: str) -> tuple[str, ...]:
    """The zones that a text can mean as a whole; none if it says nothing."""
    plain = _MINUS.sub("-", unicodedata.normalize("NFKC", typed)).casefold()
    signed = plain.replace(" plus ", "+").replace(" minus ", "-")
    if offset := _OFFSET.fullmatch(signed):
        return (_of_offset(offset, typed),)
    if exact := _exact().get(plain.replace(" ", "_")):
        return (exact,)
    name = letters(typed)
    for each in dict.fromkeys((name, _ENDING.sub("", name))):
        if each in SEVERAL:
            return SEVERAL[each]
        if each in ONE:
            return (ONE[each],)
        if each in _known():
            return _known()[each]
    return ()


def _agreed(parts: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """What all parts of a text can mean, such as those of `Delhi, India`; none if one of them says
    nothing or something else. Of an offset beside a city the city counts, if it ever is so far
    from UTC.
    """
    if len(parts) < 2 or not all(parts):
        return ()
    cities = [each for each in parts if not each[0].startswith("Etc/")]
    offsets = [each[0] for each in parts if each[0].startswith("Etc/")]
    common = tuple(z for z in (cities or parts)[0] if all(z in other for other in cities))
    return tuple(z for z in common if all(_is_ever(offset, z) for offset in offsets))


def _is_ever(offset: str, zone: str) -> bool:
    clocks = (ZoneInfo(offset), ZoneInfo(zone))
    return any(
        instant.astimezone(clocks[0]).utcoffset() == instant.astimezone(clocks[1]).utcoffset()
        for instant in _SEASONS
    )


def _of_offset(found: re.Match[str], typed: str) -> str:
    """A zone that keeps an offset all year. The names of such zones count from the other side:
    `Etc/GMT-2` is two hours ahead.
    """
    hours, minutes = int(found["hours"]), 30 if found["half"] else int(found["minutes"] or 0)
    if found["sign"] == "-":
        hours = -hours
    if not minutes and -12 <= hours <= 14:
        return f"Etc/GMT{-hours:+d}" if hours else "UTC"
    if zone := FIXED.get((hours, minutes)):
        return zone
    raise BadArgument(
        f'No place keeps "{typed[:20]}" all year. Please write your city, such as Europe/Berlin.'
    )


@cache
def _zones() -> frozenset[str]:
    """The names of all zones; the library looks for them on the disk each time."""
    return frozenset(available_timezones())


@cache
def _exact() -> dict[str, str]:
    """Zones by their full names in lower case, where a sign counts; a name of one word may be an
    abbreviation.
    """
    return {zone.casefold(): zone for zone in _zones() if "/" in zone}


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Zones by the letters of their names, of their cities and of their countries; what is called
    the same by two of these is the first.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, zones in (*_countries(), *_cities(), *_full_names()):
        found.setdefault(name, zones)
    return found


def _full_names() -> Iterator[tuple[str, tuple[str, ...]]]:
    for zone in sorted(_zones() - {"Factory", "localtime"}):
        if not any(char in "+-" for char in zone.rpartition("/")[2][-3:]):
            yield letters(zone), (zone,)


def _countries() -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in COUNTRIES.replace("\n", ";").strip(";").split(";"):
        zones, _, names = row.partition("=")
        for name in names.split():
            yield name, tuple(zones.split(","))


def _cities() -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in CITIES.replace("\n", ";").strip(";").split(";"):
        zone, _, names = row.partition("=")
        if zone in _zones():
            for name in names.split():
                yield name, (zone,)
    for zone in sorted(_zones(), key=lambda each: (each.count("/"), each)):
        region, _, city = zone.rpartition("/")
        if region.partition("/")[0] in _REGIONS and city not in _STATES:
            yield letters(city), (zone,)


def _unknown(typed: str, name: str) -> str:
    if not name:
        return "Please write a time zone such as Europe/Berlin, or a city."
    near: dict[str, None] = {}
    for each in get_close_matches(name, [*_known()], _NEAREST * 2, 0.75):
        near.update(dict.fromkeys(_known()[each]))
    words = f'I do not know the time zone "{typed[:40]}".'
    if near:
        return f"{words} Did you mean {_or([*near][:_NEAREST])}?"
    return f"{words} Please write a larger city of it, such as Europe/Berlin."


def _or(zones: Sequence[str]) -> str:
    *first, last = zones
    return f"{', '.join(first)} or {last}" if first else last


def zone_words(zone: str) -> str:
    """A zone in people's words: `Berlin time`, `UTC+2`, `Central European Time`."""
    if zone in _CALLED:
        return _CALLED[zone]
    if fixed := re.fullmatch(r"Etc/GMT([-+])(\d+)", zone):
        return f"UTC{'+' if fixed[1] == '-' else '−'}{fixed[2]}" if int(fixed[2]) else "UTC"
    return f"{ZoneInfo(zone).key.rpartition('/')[2].replace('_', ' ')} time"


def zone_typed(zone: str) -> str:
    """A zone as it can be typed again: its IANA name, or its offset from UTC."""
    return zone_words(zone).replace("−", "-") if zone.startswith("Etc/GMT") else zone


_CALLED = {
    "UTC": "UTC",
    "Etc/UTC": "UTC",
    "GMT": "UTC",
    "Etc/GMT": "UTC",
    "CET": "Central European Time",
    "MET": "Central European Time",
    "EET": "Eastern European Time",
    "WET": "Western European Time",
}
"""Zones that are not called by a city."""
