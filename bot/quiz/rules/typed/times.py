"""Times of day as people type them."""

import re
import unicodedata
from datetime import time

from bot.quiz.errors import BadArgument

_WORDS = {
    "noon": time(12),
    "12 noon": time(12),
    "midday": time(12),
    "midnight": time(0),
    "12 midnight": time(0),
}
_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})?(?::00)?|\s*o'?\s?clock)?\s*(?P<half>[ap]\.?\s?m\.?|uhr|h|hrs|hours)?"
)
_TOGETHER = re.compile(
    r"(?P<hour>\d{1,2})(?P<minute>\d{2})\s*(?P<half>[ap]\.?\s?m\.?|h|hrs|hours)?"
)
_SPOKEN = re.compile(
    r"(?:(?P<part>half|quarter) (?P<side>past|to|after|before)) (?P<hour>\w+)\s*"
    r"(?P<half>[ap]\.?\s?m\.?)?"
)
_NAMED = re.compile(r"(?P<hour>[a-z]+)(?:\s*o'?\s?clock)?\s*(?P<half>[ap]\.?\s?m\.?)?")
_PARTS = {"half": 30, "quarter": 15}


def read_time(text: str) -> time:
    """`9`, `9:00`, `09.30`, `0930`, `21h30`, `9am`, `5 p.m.`, `noon`, `half past nine`; raises
    `BadArgument` for whatever is no time of day as a whole.
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())
    folded = folded.removeprefix("at ").rstrip(".") if not folded.endswith("m.") else folded
    if folded in _WORDS:
        return _WORDS[folded]
    if folded in ("24", "24:00", "24.00", "24h", "2400"):
        raise BadArgument("Please write 00:00 for midnight.")
    found = _TOGETHER.fullmatch(folded) or _CLOCK.fullmatch(folded)
    if found:
        read = _of_day(int(found["hour"]), int(found["minute"] or 0), found["half"] or "")
    else:
        read = _spoken(folded)
    if read is None:
        raise BadArgument("Please write a time such as 09:00 or 5 pm.")
    return read


def _spoken(folded: str) -> time | None:
    named = _NAMED.fullmatch(folded)
    if named and named["hour"] in _NUMBERS:
        return _of_day(_NUMBERS.index(named["hour"]) + 1, 0, named["half"] or "")
    found = _SPOKEN.fullmatch(folded)
    if found is None:
        return None
    word = found["hour"]
    hour = int(word) if word.isdecimal() else _NUMBERS.index(word) + 1 if word in _NUMBERS else -1
    if found["side"] in ("past", "after"):
        return _of_day(hour, _PARTS[found["part"]], found["half"] or "")
    if found["part"] == "half":
        return None
    # A quarter to one is a quarter before it, on the same half of the day.
    whole = _of_day(hour, 0, found["half"] or "")
    return None if whole is None else time((whole.hour - 1) % 24, 45)


def _of_day(hour: int, minute: int, half: str) -> time | None:
    half = half.replace(".", "").replace(" ", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if 0 <= hour < 24 and minute < 60 else None
