"""Time zones as people type them: cities, countries, abbreviations, offsets, and their full names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.quiz.errors import BadArgument
from bot.quiz.rules.typed.abbreviations import FIXED, ONE, SEVERAL, SOMETIMES
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
_UNSIGNED = re.compile(r"(?:utc|gmt)?\s*(?P<hours>\d|1[0-4]|0\d)(?:[:.]00)?\s*(?:h|hours?)?")
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
    nothing or something else. Of an offset or a clock such as CET beside a city the city counts, if
    it ever is so far from UTC, or has that clock.
    """
    if len(parts) < 2 or not all(parts):
        return ()
    offsets = [each[0] for each in parts if each[0].startswith("Etc/")]
    clocks = [each[0] for each in parts if "/" not in each[0]]
    cities = [each for each in parts if each[0] not in (*offsets, *clocks)]
    common = cities[0] if cities else (*clocks, *offsets)[:1]
    return tuple(
        zone
        for zone in common
        if all(zone in other for other in cities)
        and all(_hours(clock) == _hours(zone) for clock in clocks)
        and all(set(_hours(offset)) & set(_hours(zone)) for offset in offsets)
    )


def _hours(zone: str) -> tuple[timedelta | None, ...]:
    """How far a zone is from UTC in winter and in summer."""
    return tuple(instant.astimezone(ZoneInfo(zone)).utcoffset() for instant in _SEASONS)


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
    if zones := SOMETIMES.get((hours, minutes)):
        raise BadArgument(
            f'"{typed[:20]}" is the clock of {_or(zones)} for a part of the year. Please write '
            "that, or your city."
        )
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
    """Zones by the letters of their names, of their cities and of their countries. What two of these
    are called stands for both, unless it is a zone's full name or they show the same clock.
    """
    found: dict[str, tuple[str, ...]] = {}
    full = dict(_full_names())
    for name, zones in (*_countries(), *_cities(), *full.items()):
        before = found.setdefault(name, zones)
        if before != zones and name not in full and {*map(_hours, zones)} - {*map(_hours, before)}:
            found[name] = (*before, *(zone for zone in zones if zone not in before))
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
    if unsigned := _UNSIGNED.fullmatch(typed.casefold()):
        hours = int(unsigned["hours"])
        return (
            f"Ahead of UTC or behind it? Please write UTC+{hours}, UTC-{hours}, or Europe/Berlin."
        )
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
    """A zone as it can be typed again: its IANA name, or its offset from UTC. EST and MST know no
    summer time in the tz database, which is not what people mean by them.
    """
    fixed = zone.startswith("Etc/GMT") or zone in ("EST", "MST")
    return zone_words(zone).replace("−", "-") if fixed else zone


_CALLED = {
    "UTC": "UTC",
    "Etc/UTC": "UTC",
    "GMT": "UTC",
    "Etc/GMT": "UTC",
    "CET": "Central European Time",
    "MET": "Central European Time",
    "EET": "Eastern European Time",
    "WET": "Western European Time",
    "EST": "UTC−5",
    "MST": "UTC−7",
    "Australia/ACT": "Canberra time",
    "Australia/LHI": "Lord Howe time",
    "Australia/North": "Darwin time",
    "Australia/South": "Adelaide time",
    "Australia/West": "Perth time",
    "Brazil/Acre": "Rio Branco time",
    "Brazil/DeNoronha": "Noronha time",
    "Brazil/East": "Sao Paulo time",
    "Brazil/West": "Manaus time",
    "Chile/Continental": "Santiago time",
    "Mexico/BajaNorte": "Tijuana time",
    "Mexico/BajaSur": "Mazatlan time",
    "Mexico/General": "Mexico City time",
    "Pacific/Samoa": "Pago Pago time",
    "US/Samoa": "Pago Pago time",
    "W-SU": "Moscow time",
}
"""Zones that are not called by a city, and those whose last part would say another clock."""
