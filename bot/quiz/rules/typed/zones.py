"""Time zones as people type them: cities, countries, abbreviations, offsets, and their full names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
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
    r"(?:(?:utc|gmt)\s*)?(?P<sign>[-+])\s*(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d{2}))?"
    r"(?:\s*h(?:ours?|rs?)?)?"
)
_MINUS = re.compile(r"[\u2010-\u2015\u2212\ufe63\uff0d]")
_ENDING = re.compile(r"(standard|daylight|summer|winter|local)?time(zone)?$")
_NEAREST = 3
_SHOWN = 5
"""Zones of a country that are named."""


def read_zone(text: str) -> str:
    """The IANA name of the zone that somebody means; raises `BadArgument` with what to write where
    that is none, or more than one.
    """
    typed = " ".join(text.split())
    if offset := _OFFSET.fullmatch(
        _MINUS.sub("-", unicodedata.normalize("NFKC", typed)).casefold()
    ):
        return _of_offset(offset, typed)
    if exact := _exact().get(typed.casefold().replace(" ", "_")):
        return exact
    name = letters(typed)
    for found in dict.fromkeys((name, _ENDING.sub("", name))):
        if found in SEVERAL:
            raise BadArgument(_which(typed, SEVERAL[found]))
        if found in ONE:
            return ONE[found]
        if zones := _known().get(found):
            if len(zones) == 1:
                return zones[0]
            raise BadArgument(_which(typed, zones[:_SHOWN]))
    raise BadArgument(_unknown(typed, name))


def _of_offset(found: re.Match[str], typed: str) -> str:
    """A zone that keeps an offset all year. The names of such zones count from the other side:
    `Etc/GMT-2` is two hours ahead.
    """
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
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
def _exact() -> dict[str, str]:
    """Zones by their full names in lower case, where a sign counts; a name of one word may be an
    abbreviation.
    """
    return {zone.casefold(): zone for zone in available_timezones() if "/" in zone}


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
    for zone in sorted(available_timezones() - {"Factory", "localtime"}):
        if not any(char in "+-" for char in zone.rpartition("/")[2][-3:]):
            yield letters(zone), (zone,)


def _countries() -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in COUNTRIES.strip().splitlines():
        name, _, zones = row.partition("=")
        yield name, tuple(zones.split())


def _cities() -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in CITIES.strip().splitlines():
        zone, _, names = row.partition("=")
        if zone in available_timezones():
            for name in names.split():
                yield name, (zone,)
    for zone in sorted(available_timezones(), key=lambda each: (each.count("/"), each)):
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


def _which(typed: str, zones: Sequence[str]) -> str:
    return f'"{typed[:40]}" can be {_or(zones)}. Please write which one.'


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
