"""Dates and times of day in every usual writing."""

import re
from dataclasses import dataclass

from bot.grading.tables.calendar import MONTHS
from bot.grading.tables.numerals import ORDINALS, TENS, UNITS

_ELSEWHERE = """januar janvier enero gennaio|februar février fevrier febrero febbraio|märz maerz mars marzo|avril abril aprile
mai mayo maggio|juni juin junio giugno|juli juillet julio luglio|août aout agosto|septembre septiembre settembre
oktober octobre octubre ottobre|novembre noviembre|dezember décembre decembre diciembre dicembre"""
_NUMBERS = {name: int(month.split()[1]) for name, month in MONTHS.items()} | {
    name: number
    for number, names in enumerate(_ELSEWHERE.replace("\n", "|").split("|"), start=1)
    for name in names.split()
}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
MONTH = re.compile(rf"\b(?:{_MONTH})\b", re.IGNORECASE)
"""The name of a month."""
_DAYS = "|".join(
    sorted(
        (*ORDINALS, *(f"{ten}[- ]{one}" for ten in ("twenty", "thirty") for one in ORDINALS)),
        key=len,
        reverse=True,
    )
)
_DAY = rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\.?|(?P<spelled>{_DAYS}))"
_YEAR = r"(?P<year>\d{3,4}|'?\d\d(?=$|[\s,.;)]))(?![\d:])(?P<era>\s?(?:BCE?|CE|AD)\b)?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d./-])(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d./-]\d|\d)",
        r"(?<![\d./-])(?P<day>\d{1,2})(?P<sign>[-/.])\s?(?P<month>\d{1,2})(?P=sign)\s?(?P<year>\d{4}|\d\d)(?![\d./-]\d|\d)",
        rf"\b{_DAY}[\s-]*(?:of\s+)?(?P<name>{_MONTH})\b\.?(?:\s*,?[\s-]*(?:in\s+)?{_YEAR})?",
        rf"\b(?P<name>{_MONTH})\b\.?[\s-]*(?:the\s+)?{_DAY}(?!\d|[.,]\d|:\d)(?:\s*,?\s+{_YEAR})?",
        rf"\b(?P<name>{_MONTH})\b\.?,?\s*(?:of\s+)?{_YEAR}",
        rf"\b(?P<year>\d{{4}})\s+(?P<name>{_MONTH})\b(?:\s+(?P<day>\d{{1,2}})\b)?",
        r"(?<![\d.])(?P<year>\d{1,4})\s?(?P<era>BCE?|B\.C\.(?:E\.)?|CE|AD|A\.D\.)(?!\w)",
        r"(?<!\w)(?P<era>AD|A\.D\.)\s?(?P<year>\d{1,4})(?!\d)",
    )
)
_TIMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])\s?(?P<half>[ap]\.?m\b\.?)?",
        r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4])[.h](?P<minute>[0-5]\d)\s?(?P<half>[ap]\.?m\b\.?|o'?\s?clock|uhr)",
        r"(?<![\d:.])(?P<hour>1[0-2]|0?\d)\s?(?P<half>[ap]\.?m\b\.?)",
        r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4])\s?(?:o'?\s?clock|uhr)\b",
        r"\b(?P<named>noon|midday|midnight)\b",
    )
)
_HINT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month or a year; 0 where a part is not given."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in seconds; `sure` where it says which half of the day, or runs to 24."""

    seconds: int
    sure: bool


def dates_in(text: str) -> tuple[list[tuple[tuple[Date, ...], int]], list[tuple[Clock, int]], str]:
    """Every date with all its readings, every time of day, each with its place, and the text with
    blanks where they stood.
    """
    dates: list[tuple[tuple[Date, ...], int]] = []
    clocks: list[tuple[Clock, int]] = []
    if not _HINT.search(text) and not re.search(
        rf"\b(?:{_DAYS})\b|noon|midday|midnight", text, re.IGNORECASE
    ):
        return dates, clocks, text
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            readings = _readings(found)
            if readings:
                dates.append((readings, found.start()))
                text = text[: found.start()] + " " * len(found.group()) + text[found.end() :]
    for pattern in _TIMES:
        for found in pattern.finditer(text):
            clocks.append((_clock(found), found.start()))
            text = text[: found.start()] + " " * len(found.group()) + text[found.end() :]
    return dates, clocks, text


def _readings(found: re.Match[str]) -> tuple[Date, ...]:
    parts = found.groupdict()
    years = _years(parts.get("year") or "", (parts.get("era") or "").strip())
    day = _day(parts)
    name = parts.get("name")
    month = _NUMBERS[name.lower()] if name else int(parts.get("month") or 0)
    pairs = [(month, day)]
    if (
        not name
        and parts.get("month")
        and parts.get("sign") in ("/", "-")
        and len(parts["year"]) < 5
    ):
        year_first = found.start("year") < found.start("day")
        if not year_first:
            pairs.append((day, month))
    return tuple(
        dict.fromkeys(
            Date(year, month, day)
            for year in years
            for month, day in pairs
            if month <= 12 and day <= 31 and (year or month)
        )
    )


def _years(text: str, era: str) -> tuple[int, ...]:
    if not text:
        return (0,)
    digits = text.lstrip("'")
    if era.upper().startswith("B"):
        return (-int(digits),)
    if len(digits) == 2 and not era:
        return (2000 + int(digits), 1900 + int(digits))
    return (int(digits),)


def _day(parts: dict[str, str | None]) -> int:
    day = parts.get("day")
    if day:
        return int(day)
    spelled = (parts.get("spelled") or "").lower().replace("-", " ")
    if not spelled:
        return 0
    total = 0
    for word in spelled.split():
        total += ORDINALS.get(word) or TENS.get(word) or UNITS.get(word, 0)
    return total


def _clock(found: re.Match[str]) -> Clock:
    parts = found.groupdict()
    if parts.get("named"):
        return Clock(0 if parts["named"].lower() == "midnight" else 43_200, True)
    hour = int(parts["hour"])
    half = (parts.get("half") or "").lower()
    if half[:1] in ("a", "p") and half[:1]:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    seconds = (
        (hour % 24) * 3600 + int(parts.get("minute") or 0) * 60 + int(parts.get("second") or 0)
    )
    return Clock(seconds, half[:1] in ("a", "p") or hour > 12 or hour == 0)


def same_date(meant: tuple[Date, ...], said: tuple[Date, ...]) -> bool | None:
    """Whether two dates agree in all that the sheet's says; None where less is said than meant."""
    outcomes = [_agree(one, other) for one in meant for other in said]
    if True in outcomes:
        return True
    return None if None in outcomes else False


def _agree(meant: Date, said: Date) -> bool | None:
    less = False
    for one, other in ((meant.year, said.year), (meant.month, said.month), (meant.day, said.day)):
        if one and other and one != other:
            return False
        if one and not other:
            less = True
    return None if less else True


def same_time(meant: Clock, said: Clock) -> bool | None:
    """Whether two times of day are the same; None where it may be the other half of the day."""
    if meant.seconds == said.seconds:
        return True
    if not (meant.sure and said.sure) and meant.seconds % 43_200 == said.seconds % 43_200:
        return None
    return False
