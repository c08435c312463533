"""Days of the week as people type them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile

from bot.model.schedule import EVERY_DAY, WEEKDAYS
from bot.quiz.errors import BadArgument

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKEND = EVERY_DAY - WEEKDAYS
_SPANS = {
    "weekday": WEEKDAYS,
    "workday": WEEKDAYS,
    "workweek": WEEKDAYS,
    "weekend": _WEEKEND,
    "daily": EVERY_DAY,
    "everyday": EVERY_DAY,
    "always": EVERY_DAY,
}
_PHRASES = {
    "working day": "weekday",
    "business day": "weekday",
    "week day": "weekday",
    "work day": "weekday",
    "week end": "weekend",
    "7 day a week": "daily",
    "all week": "daily",
    "the whole week": "daily",
    "every day": "daily",
    "every single day": "daily",
    "each day": "daily",
    "all day": "daily",
    "all the day": "daily",
    "apart from": "but",
    "other than": "but",
    "m-f": "monday-friday",
}
"""Words that are one together."""
_TO = {"-", "to", "until", "till", "through", "thru"}
_BUT = {"but", "except", "excluding", "without", "not", "no", "minus"}
_BETWEEN = {
    "and", "or", "plus", "on", "every", "each", "all", "the", "only", "also", "for", "of", "from",
    "day", "week",
}  # fmt: skip
"""Words that add nothing between days: in `all weekdays` and `Monday every week` the other counts."""
_DASHES = re.compile(r"[-\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d~→]+|\.{2,}")
_TOKEN = re.compile(r"-|[^\s,;/&+|.()-]+")
_EXAMPLE = "Please write days such as mon-fri, or mon, wed and fri."


def read_days(text: str) -> frozenset[int]:
    """`weekdays`, `Monday to Friday`, `mon–fri`, `Mon/Wed/Fri`, `every day but Sunday`; Monday is 0.

    Every word is understood, or `BadArgument` names the first that is not.
    """
    chosen: set[int] = set()
    left_out: set[int] = set()
    without = False
    tokens = _tokens(text)
    parts = list(_parts(tokens))
    if not parts and tokens == ["all"]:
        return EVERY_DAY
    _refuse_every_day_beside_others(parts)
    for part in parts:
        if part in _BUT:
            if without:
                raise _unread(part)
            without = True
        else:
            (left_out if without else chosen).update(_span(part))
    if without and not left_out:
        raise BadArgument(f"Without which days? {_EXAMPLE}")
    if without and not chosen:
        chosen = set(EVERY_DAY)
    if not chosen - left_out:
        raise BadArgument(_EXAMPLE if not without else f"That leaves no day. {_EXAMPLE}")
    return frozenset(chosen - left_out)


def _refuse_every_day_beside_others(parts: list[str]) -> None:
    """`daily, mon-fri` can mean either; whatever is left out stands behind."""
    named = {_SPANS.get(part) for part in takewhile(lambda part: part not in _BUT, parts)}
    if EVERY_DAY in named and len(named) > 1:
        raise BadArgument(f"Is it every day, or only those that you name? {_EXAMPLE}")


def _tokens(text: str) -> list[str]:
    """Words and dashes, every dash the same and plurals without their s."""
    folded = _DASHES.sub("-", unicodedata.normalize("NFKC", text).casefold())
    words = [_singular(word) for word in _TOKEN.findall(folded)]
    joined = f" {' '.join(words)} ".replace(" m - f ", " m-f ")
    for phrase, meant in _PHRASES.items():
        joined = joined.replace(f" {phrase} ", f" {meant.replace('-', ' - ')} ")
    return joined.split()


def _singular(word: str) -> str:
    if word.removesuffix("s") in _SPANS or word.endswith("days"):
        return word.removesuffix("s")
    return word


def _parts(tokens: list[str]) -> Iterator[str]:
    """Single days, spans such as `mon-fri`, and words that leave out what follows."""
    number = 0
    while number < len(tokens):
        token = tokens[number]
        if token in _TO:
            raise _unread(token)
        if number + 1 < len(tokens) and tokens[number + 1] in _TO and token not in _BETWEEN:
            if number + 2 == len(tokens):
                raise BadArgument(f"Until which day? {_EXAMPLE}")
            if number + 3 < len(tokens) and tokens[number + 3] in _TO:
                raise _unread(tokens[number + 3])
            yield f"{token}-{tokens[number + 2]}"
            number += 3
            continue
        if token not in _BETWEEN:
            yield token
        number += 1


def _span(part: str) -> frozenset[int]:
    first, dash, last = part.partition("-")
    if not dash:
        return _SPANS[part] if part in _SPANS else frozenset({_day(part)})
    begin, end = _day(first), _day(last)
    return frozenset((begin + step) % 7 for step in range((end - begin) % 7 + 1))


def _day(word: str) -> int:
    """The day that a word of two letters or more begins or is."""
    for bare in (word, word.removesuffix("s")):
        if len(bare) >= 2:
            for number, name in enumerate(_NAMES):
                if name.startswith(bare):
                    return number
    raise _unread(word)


def _unread(word: str) -> BadArgument:
    return BadArgument(f'I do not understand "{word[:30]}". {_EXAMPLE}')
