"""A text → the quantities that it names and the words that are left."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

from bot.grading.quantities.dates import Clock, Date, dates_in
from bot.grading.quantities.numerals import Number, and_a_part, number_at
from bot.grading.quantities.periods import Period, periods_in
from bot.grading.quantities.spoken import spelled_in_digits
from bot.grading.quantities.tokens import Token, notation_of, tokens_of
from bot.grading.quantities.unit import Unit, units_named
from bot.grading.quantities.unit_phrases import FREQUENT, currency_before, simple_unit, unit_at

_BEFORE = re.compile(
    r"""(?:^|(?<=[\s(,;:=]))(?:
      (?P<least>at\s+(?:the\s+very\s+)?least|(?:no|not|never)\s+(?:\w+\s+)?(?:less|fewer|smaller|lower|shorter|younger|lighter|earlier|sooner|slower|narrower|colder|cooler)\s+than|not\s+(?:under|below|before)|minimum(?:\s+of)?|a\s+minimum\s+of|(?<!\d\s)(?<!\d)min\.?|from|>=|=>|(?:greater|more|larger)\s+than\s+or\s+(?:equal|equals)\s+to)
     |(?P<most>at\s+(?:the\s+)?(?:very\s+)?most|(?:no|not|never)\s+(?:\w+\s+)?(?:more|greater|larger|higher|bigger|longer|older|heavier|later|faster|taller|wider|deeper|hotter|warmer)\s+than|not\s+(?:over|above|beyond|exceed(?:ing)?)|up\s+to|maximum(?:\s+of)?|a\s+maximum\s+of|max\.?|until|<=|=<|within|(?:less|smaller|lower)\s+than\s+or\s+(?:equal|equals)\s+to)
     |(?P<more>(?:more|greater|larger|higher|bigger|longer|older)\s+than|over|above|exceeding|exceeds|beyond|after|>)
     |(?P<less>(?:less|fewer|smaller|lower|shorter|younger)\s+than|under|below|before|<)
     |(?P<about>about|around|approx\.?|approximately|roughly|nearly|almost|some|circa|ca\.?|c\.|~|\+/-|±)
     |(?P<equal>exactly|equals?|equal\s+to|precisely|==?)
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_TIGHT = re.compile(
    r"(?P<least>>=|=>)|(?P<most><=|=<)|(?P<more>>)|(?P<less><)|(?P<equal>=)|(?P<about>~)"
)
_AFTER = re.compile(
    r"""\s*(?:(?P<least>or\s+(?:more|above|higher|greater|longer|over|older|better)|and\s+(?:more|above|up|over|higher)|\+(?!\s?\w)|minimum|min\b|at\s+least|upwards?)
      |(?P<most>or\s+(?:less|fewer|below|lower|under|shorter|smaller)|and\s+(?:less|fewer|below|under)|maximum|max\b|at\s+most|tops))(?![a-z])""",
    re.VERBOSE | re.IGNORECASE,
)
_SIDES = {"least": ">=", "most": "<=", "more": ">", "less": "<", "equal": "="}
_TO = frozenset(("-", "to", "until", "till", "through", "..", "...", "or"))
_EVERY = frozenset(("every", "each"))
_MOST = 12
_SEVERAL = 4


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range of numbers, with its unit, bound and rate."""

    low: float
    high: float
    units: tuple[Unit, ...] = ()
    """What the unit may be; empty for a bare number."""
    bound: str = ""
    """`<`, `<=`, `>`, `>=`, `=`, or nothing."""
    places: int = 0
    about: bool = False
    every: bool = False
    """Whether it is told as an interval: every 90 days."""
    apart: str = ""
    """What it is counted by, where that is no unit: per user."""
    readings: tuple[float, ...] = ()
    noun: str = ""
    bare: bool = False
    counted: tuple[Unit, ...] = ()
    """The unit without what it is by: days, of days per year."""

    @property
    def ranged(self) -> bool:
        """Whether it spans several values."""
        return self.low != self.high


Quantity = Amount | tuple[Date, ...] | Clock | Period


@dataclass(frozen=True, slots=True)
class Scan:
    """The quantities of a text, in their order, and its other words in lower case."""

    quantities: tuple[Quantity, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    signs: str
    """Signs that belong to no quantity."""
    bounds: tuple[str, ...]
    """For each date and time of day the bound before it; nothing for amounts, which have their own."""


@lru_cache(maxsize=4_096)
def scan(text: str) -> Scan:
    """Everything that a text says in numbers."""
    text = spelled_in_digits(notation_of(text))
    periods, left = periods_in(text)
    dates, clocks, left = dates_in(left)
    found: list[tuple[Quantity, int]] = [*periods, *dates, *clocks]
    tokens = tokens_of(left)
    used = [False] * len(tokens)
    at = 0
    while at < len(tokens) and len(found) < _MOST:
        amount = _amount(left, tokens, at)
        if amount is None:
            at += 1
            continue
        quantity, start, end = _with_rest(left, tokens, amount)
        found.append((quantity, tokens[start].start))
        used[start:end] = [True] * (end - start)
        at = max(end, at + 1)
    if len(found) > 1:
        told = [each for each in found if not _is_adverb(text, each[1])]
        found = told or found
    found.sort(key=lambda each: each[1])
    first = found[0][1] if found else 0
    words = [
        (token.text.lower(), token.start)
        for token, taken in zip(tokens, used, strict=True)
        if not taken and token.kind == "word"
    ]
    bounds = tuple(
        "" if isinstance(each, Amount) else _bound_of_date(text, start) for each, start in found
    )
    return Scan(
        tuple(each for each, _ in found),
        tuple(word for word, start in words if start < first),
        tuple(word for word, start in words if start >= first),
        "".join(
            token.text
            for token, taken in zip(tokens, used, strict=True)
            if not taken and token.kind == "sign"
        ),
        bounds,
    )


def _with_rest(
    text: str, tokens: Sequence[Token], amount: tuple[Amount, int, int]
) -> tuple[Amount, int, int]:
    """An amount with the smaller units that follow it: 1 hour and 30 minutes, 5 feet 10 inches."""
    quantity, start, end = amount
    while len(quantity.units) == 1 and not quantity.ranged and not quantity.apart:
        after = end
        if after < len(tokens) and tokens[after].text.lower() in ("and", ",", "&"):
            after += 1
        rest = _amount(text, tokens, after) if after < len(tokens) else None
        if rest is None or rest[1] != after:
            break
        own, small = quantity.units[0], rest[0]
        unit = next((each for each in small.units if each.dimension == own.dimension), None)
        if unit is None or small.ranged or small.bound or unit.factor >= own.factor:
            break
        value = quantity.low + small.low * unit.factor / own.factor
        quantity, end = replace(quantity, low=value, high=value, places=_SEVERAL), rest[2]
    return quantity, start, end


def _is_adverb(text: str, start: int) -> bool:
    """Whether a quantity is a word such as yearly, which only describes where a number stands too."""
    word = re.match(r"[a-z]+", text[start:].lower())
    return word is not None and word.group() in FREQUENT


def _amount(text: str, tokens: Sequence[Token], at: int) -> tuple[Amount, int, int] | None:
    """The amount that begins at a token, the first token it takes and the one after it."""
    here = tokens[at]
    lower = here.text.lower() if here.kind == "word" else ""
    if lower in FREQUENT:
        unit = units_named(FREQUENT[lower])[0].to_power(-1)
        return Amount(1.0, 1.0, (unit,), every=True), at, at + 1
    if lower in _EVERY:
        return _interval(tokens, at)
    article = lower in ("a", "an", "one", "per") and _article(tokens, at)
    number = number_at(tokens, at)
    if number is None and not article:
        return None
    if number is None:
        number = Number(1.0, at + 1, bare=False)
    start, end = at, number.end
    units, end, apart = unit_at(tokens, end)
    part = and_a_part(tokens, end) if units and not apart else None
    if part is not None:
        number, end = number._replace(value=number.value + part.value), part.end
    counted = simple_unit(tokens, number.end)[0]
    low = high = number.value
    places, readings = number.places, number.readings
    ranged = _range(tokens, at, end, number)
    if ranged is not None:
        other, end, units2, apart2 = ranged
        high, places, readings = other.value, max(places, other.places), ()
        if (
            number.value < 1000 <= other.value
            and other.value / max(number.value, 1) >= 1000
            and other.readings
        ):
            readings = ()
        units, apart = units2 or units, apart2 or apart
    if not any(base.startswith("€") for each in units for base, _ in each.dimension):
        money, start = currency_before(tokens, at)
        counted = money or counted
        units = tuple(one.times(each) for one in money for each in units) or money or units
    bound, about, start = _bound(text, tokens, start)
    if not bound:
        after = _AFTER.match(text, tokens[end - 1].end)
        if after is not None and after.lastgroup:
            bound = _SIDES[after.lastgroup]
            while end < len(tokens) and tokens[end].start < after.end():
                end += 1
    noun = ""
    if not units and end < len(tokens) and tokens[end].kind == "word":
        noun = tokens[end].text.lower()
    if bound in ("<", "<=", ">", ">=") and low == high:
        low, high = (-inf, high) if bound[0] == "<" else (low, inf)
    amount = Amount(
        low, high, units, bound, places, about,
        apart=apart, readings=readings, noun=noun, bare=number.bare,
        counted=counted,
    )  # fmt: skip
    return amount, start, end


def _article(tokens: Sequence[Token], at: int) -> bool:
    """Whether an article stands for one: a month, an inch."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "word":
        return False
    if len(tokens[at + 1].text) < 3 and and_a_part(tokens, at + 2) is None:
        return False
    units = units_named(tokens[at + 1].text)
    return bool(units) and tokens[at].text.lower() != "per" and "degree" not in units[0].name


def _interval(tokens: Sequence[Token], at: int) -> tuple[Amount, int, int] | None:
    """Every 90 days, each week, every other month."""
    after = at + 1
    value = 1.0
    if after < len(tokens) and tokens[after].text.lower() in ("other", "second"):
        value, after = 2.0, after + 1
    number = number_at(tokens, after)
    if number is not None:
        value, after = number.value, number.end
    units, end, _ = unit_at(tokens, after)
    if not units or units[0].dimension != (("T", 1),) or value <= 0:
        return None
    unit = units[0].to_power(-1)
    return Amount(1 / value, 1 / value, (unit,), every=True), at, end


def _range(
    tokens: Sequence[Token], at: int, end: int, number: Number
) -> tuple[Number, int, tuple[Unit, ...], str] | None:
    """The upper end of a range that begins with a number."""
    if end >= len(tokens):
        return None
    sign = tokens[end].text.lower()
    between = at and tokens[at - 1].text.lower() == "between"
    if sign == "or" or not (sign in _TO or (sign in ("and", "&") and between)):
        return None
    other = number_at(tokens, end + 1)
    if other is None:
        return None
    units, after, apart = unit_at(tokens, other.end)
    high = other.value
    if number.bare and other.bare and 1000 <= number.value < 2200 and 10 <= high < 100:
        whole = number.value // 100 * 100 + high
        other = other._replace(value=whole)
        high = whole
    if high <= number.value:
        return None
    return other, after, units, apart


def _bound_of_date(text: str, start: int) -> str:
    ahead = text[:start].rstrip().lower()
    if ahead.endswith(("before", "by", "until", "till", "prior to", "up to", "no later than")):
        return "<"
    return ">" if ahead.endswith(("after", "since", "from", "past", "later than")) else ""


def _bound(text: str, tokens: Sequence[Token], at: int) -> tuple[str, bool, int]:
    """The bound that stands before a token, whether it is told as about, and the first token."""
    ahead = text[: tokens[at].start]
    found = _BEFORE.search(ahead[-48:])
    if found is None:
        stripped = ahead.rstrip()
        found = (
            _TIGHT.search(stripped, max(0, len(stripped) - 2))
            if stripped[-1:] in "<>=~" and stripped
            else None
        )
        if found is None or not found.lastgroup:
            return "", False, at
        begin = found.start()
    else:
        begin = len(ahead) - len(ahead[-48:]) + found.start()
    kind = found.lastgroup or ""
    start = at
    while start and tokens[start - 1].start >= begin:
        start -= 1
    return _SIDES.get(kind, ""), kind == "about", start
