"""Times of day and lengths of time as people say and jot them: half past ten, seven in the evening,
8:20 min, 8m20s, 10-15k.
"""

import re

from bot.grading.tables.numerals import UNITS

_HOURS = {name: value for name, value in UNITS.items() if 0 < value <= 12}
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "half": 30}
_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})"
_PAST = re.compile(
    rf"\b(?P<minutes>{'|'.join(sorted(_MINUTES, key=len, reverse=True))}|\d{{1,2}}\s+minutes)\s+(?P<way>past|after|to|before)\s+{_HOUR}(?![\d:])\b(?!\s*(?:minutes|hours|days))",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"\b{_HOUR}(?P<minute>:[0-5]\d)?(?:\s*o'?\s?clock)?\s+(?:in\s+the|at)\s+(?P<part>morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
_MINUTES_AND = re.compile(
    r"(?<![\d:.])(\d{1,3}):([0-5]\d)\s?(?P<unit>min(?:ute)?s?|h(?:ou)?rs?|h)\b(?!\s*uhr)",
    re.IGNORECASE,
)
_JOTTED = re.compile(r"(?<![\w.])(\d{1,3})\s?m(?:in)?\s?([0-5]?\d)\s?s(?:ec)?(?![\w.])")
_THOUSANDS = re.compile(r"(?<![\w.])(\d{1,3}(?:\.\d)?)(k?)\s?([-–])\s?(\d{1,3}(?:\.\d)?)k(?!\w)")
_HINT = re.compile(
    r":\d\d\s?[mh]|\dm|\dk\b|\b(?:past|after|to|before|morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
_NOON = 12
_LATE = 6
"""Hours before which "at night" means after midnight."""


def spelled_in_digits(text: str) -> str:
    """The text with such times in digits."""
    if _HINT.search(text) is None:
        return text
    text = _MINUTES_AND.sub(_apart, text)
    text = _JOTTED.sub(r"\1 min \2 s", text)
    text = _THOUSANDS.sub(_scaled, text)
    text = _PAST.sub(_to_the_minute, text)
    return _PART.sub(_half_of_day, text)


def _apart(found: re.Match[str]) -> str:
    small = "s" if found["unit"].lower().startswith("m") else "min"
    large = "min" if small == "s" else "h"
    return f"{found.group(1)} {large} {found.group(2)} {small}"


def _scaled(found: re.Match[str]) -> str:
    low, _, sign, high = found.groups()
    return f"{float(low) * 1000:g}{sign}{float(high) * 1000:g}"


def _hour(said: str) -> int:
    return int(said) if said.isdigit() else _HOURS[said.lower()]


def _to_the_minute(found: re.Match[str]) -> str:
    said = found["minutes"].lower()
    minutes = int(said.split()[0]) if said[0].isdigit() else _MINUTES[said]
    hour = _hour(found["hour"])
    if found["way"].lower() in ("to", "before"):
        hour, minutes = (hour - 1) or _NOON, 60 - minutes
    if hour > 24 or not 0 <= minutes < 60:
        return found.group()
    return f"{hour}:{minutes:02}"


def _half_of_day(found: re.Match[str]) -> str:
    hour, part = _hour(found["hour"]), found["part"].lower()
    if hour > _NOON:
        return found.group()
    early = part == "morning" or (part == "night" and (hour < _LATE or hour == _NOON))
    return f"{hour}{found['minute'] or ''} {'am' if early else 'pm'}"
