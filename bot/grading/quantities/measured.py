"""An item that is a quantity, and what a response makes of it."""

import re
from dataclasses import dataclass, replace

from bot.grading.quantities.agree import agrees, asked
from bot.grading.quantities.dates import Clock, same_date, same_time
from bot.grading.quantities.jotted import (
    day_of_year,
    hours_between,
    multiplied,
    part_of_day,
    reckoned,
    two_numbers,
)
from bot.grading.quantities.scan import Amount, Quantity, scan
from bot.grading.tables import listed

_NUMERIC = re.compile(
    r"\d|[½¼¾⅓⅔]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|"
    r"thousand|million|billion|dozen|half|quarters?|thirds?|once|twice|thrice|daily|weekly|monthly|yearly|hourly|"
    r"quarterly|annually|fortnightly|every|noon|midnight|midday|(?:hundred|thousand|million|billion)ths?|none|nil|nought|couple|quarter|\w+ies|\w+th\s+century|(?:first|second|third)\s+century|an?\s+(?:second|minute|hour|day|week|month|year|fortnight|decade|century|"
    r"mile|kilomet\w+|met(?:er|re)|lit(?:er|re)|inch|foot|yard|pound|kilo\w*|gram|ton|dollar|euro|cent|cup|"
    r"teaspoon|tablespoon|pint|gallon|volt|watt|percent|third|quarter|fifth|tenth|pair))\b",
    re.IGNORECASE,
)
_SMALL = listed(
    """a an the of in on at for by to from with is it it's its was are be about around approx
    approximately roughly ca circa some per each every within between and after before until
    since only exactly just up year date years total all value i think that's that so then
    there will would take takes took they"""
)
_UNSETTLED = listed(
    """not no or n't never neither nor isn't wasn't aren't but than instead rather either maybe
    wrong"""
)
_ANOTHER_KIND = frozenset(
    ("working", "business", "calendar", "square", "cubic", "nautical", "light")
)
_WORKING = frozenset(("working", "business", "calendar"))
_PLAIN_SIGNS = frozenset(".,;:!?'\"()-~*`")
_PAIR = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})")
_PAIRED = re.compile(r"(\d{1,3})(?:\s?[-–:/ ]\s?|\s+over\s+)(\d{1,3})(?![\d.,])")
_ROMAN = re.compile(r"[IVXLC]{2,8}")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CENTS = re.compile(r"(\d)\s?(?:c|ct|cts|¢)(?!\w)", re.IGNORECASE)
_QUALIFIED = re.compile(r"\b(?:working|business|calendar)\b")
_FEW = 2
_SOME = 5
_LONG = 40


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A wording that is one quantity."""

    quantity: Quantity
    words: frozenset[str]
    """What stands beside it: the noun that is counted, a word or two more."""
    bound: str = ""
    """Of a date or a time of day: whether before or after it is meant."""
    until: Quantity | None = None
    """Of a span of two times of day or dates: its end."""
    pair: tuple[str, str] | None = None
    """The numbers of a fraction, which may as well be a share or a score: 50/50, 24/7."""


def measured(text: str) -> Measured | None:
    """The quantity that a wording is, or None where it is something else."""
    if len(text) > 80 or _NUMERIC.search(text) is None:
        return None
    found = scan(text)
    if not set(found.signs) <= _PLAIN_SIGNS or not 0 < len(found.quantities) < 3:
        return None
    quantity, until = found.quantities[0], found.quantities[-1]
    if len(found.quantities) > 1 and (
        isinstance(quantity, Amount) or type(quantity) is not type(until)
    ):
        return None
    before = [each for each in found.before if each not in _SMALL]
    after = [each for each in found.after if each not in _SMALL]
    if isinstance(quantity, Amount):
        if quantity.units or quantity.apart:
            if len(before) + len(after) > _FEW:
                return None
        elif not _is_number(quantity, before, after):
            return None
    elif len(before) + len(after) > 1:
        return None
    pair = _PAIR.fullmatch(text.strip())
    return Measured(
        quantity,
        frozenset((*before, *after)) | _qualified(text),
        found.bounds[0],
        until if len(found.quantities) > 1 else None,
        None if pair is None else (pair.group(1), pair.group(2)),
    )


def _is_number(quantity: Amount, before: list[str], after: list[str]) -> bool:
    """Whether a wording without a unit is a number of things rather than a name with a number."""
    if before and not (quantity.bound and len(before) == 1 and len(before[0]) <= _FEW):
        return False
    if len(after) > 1:
        return False
    if after and (not quantity.noun or after[0] != quantity.noun):
        return False
    # "half-life", "two-factor", "four seasons" are names: what is counted stands after digits.
    return not after or quantity.bare


def ruled(meant: Measured, text: str, prompt: str, *, alone: bool = False) -> bool | None:
    """Whether a response gives the quantity, `alone` or among other words; None where it is not plain
    to see.
    """
    if _ROMAN.fullmatch(text):
        text = str(_roman(text))
    if _NUMERIC.search(text) is None:
        return _jotted(meant, text, prompt) if isinstance(meant.quantity, tuple) else None
    pair = _PAIRED.match(text.strip()) if meant.pair is not None else None
    if pair is not None and pair.groups() == meant.pair:
        return True
    jotted = _jotted(meant, text, prompt)
    if jotted is not None:
        return jotted
    if isinstance(meant.quantity, Amount) and meant.quantity.units:
        text = multiplied(text)
        if _of_coins(meant.quantity):
            text = _CENTS.sub(r"\1 cents", text)
    found = scan(text)
    if not found.quantities or len(found.before) + len(found.after) > _LONG:
        return None
    words = {*found.before, *found.after}
    if words & _UNSETTLED:
        return None
    words |= _qualified(text)
    more, less = words - meant.words, meant.words - words
    if (more & _ANOTHER_KIND) | (less & _ANOTHER_KIND - _WORKING):
        return None if more & _WORKING and not meant.words & _ANOTHER_KIND else False
    side = meant.bound[:1] or asked(prompt).side
    if (
        side
        and not isinstance(meant.quantity, Amount)
        and meant.until is None
        and any(each and each[0] != side for each in found.bounds)
    ):
        return False
    if meant.bound and any(each and each[0] != meant.bound[0] for each in found.bounds):
        return False
    if meant.until is not None:
        if len(found.quantities) != 2:
            # One end of a span is not the span.
            one = len(found.quantities) == 1 and type(found.quantities[0]) is type(meant.until)
            return False if one else None
        ends = zip((meant.quantity, meant.until), found.quantities, strict=True)
        outcomes = [agrees(own, each, prompt) for own, each in ends]
        return None if None in outcomes else all(outcomes)
    said = _span(found.quantities) if _is_span(meant.quantity) else found.quantities
    outcomes = [agrees(meant.quantity, each, prompt) for each in said]
    if all(outcomes):
        if alone and (len(found.quantities) > 1 or words - meant.words - _SMALL):
            return None
        return _beside(meant, words, {*found.after}, prompt)
    if any(outcomes) or None in outcomes:
        return None
    return False


def _jotted(meant: Measured, text: str, prompt: str) -> bool | None:
    """What a response in a notation of its own amounts to, or None where it is in none."""
    quantity = meant.quantity
    if isinstance(quantity, Amount):
        value = reckoned(text) if not quantity.ranged else None
        if value is None:
            return None
        if abs(value - quantity.low) <= 1e-9 * max(1.0, abs(quantity.low)):
            return True
        return False if two_numbers(text) else None
    if isinstance(quantity, Clock) and isinstance(meant.until, Clock):
        ends = hours_between(text)
        if ends is None:
            return None
        outcomes = [
            same_time(one, other) for one, other in zip((quantity, meant.until), ends, strict=True)
        ]
        return False if False in outcomes else any(outcomes) or None
    if isinstance(quantity, tuple) and meant.until is None and not quantity[0].year:
        if all(each.day and each.month for each in quantity) and part_of_day(text, prompt):
            return False
        said = day_of_year(text)
        return same_date(quantity, said) if said else None
    return None


def _of_coins(amount: Amount) -> bool:
    """Whether an amount is of cents, of which `c` and `ct` are short."""
    return any(("cent", 1) in each.dimension for each in amount.units)


def _is_span(quantity: Quantity) -> bool:
    return isinstance(quantity, Amount) and quantity.ranged and not quantity.bound


def _span(said: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Begun in 1881 and finished in 1885: two numbers that rise are the ends of a span."""
    if len(said) == 2 and all(isinstance(each, Amount) and not each.ranged for each in said):
        first, last = said
        if isinstance(first, Amount) and isinstance(last, Amount) and first.low < last.low:
            return (replace(last, low=first.low, units=last.units or first.units),)
    return said


def _qualified(text: str) -> set[str]:
    return set(_QUALIFIED.findall(text.lower()))


def _roman(text: str) -> int:
    values = [_LETTERS[each] for each in text]
    return sum(
        -value if value < max(values[at + 1 :], default=0) else value
        for at, value in enumerate(values)
    )


def _asked(prompt: str) -> set[str]:
    return {each.lower() for each in re.findall(r"\w+", prompt)}


def _beside(meant: Measured, words: set[str], after: set[str], prompt: str) -> bool | None:
    """The number is right; whether what stands beside it lets it be."""
    new = words - meant.words - _SMALL
    quantity = meant.quantity
    if (
        meant.words
        and (new & after or (new and not isinstance(quantity, Amount)))
        and not words & meant.words
        and new - _asked(prompt)
    ):
        return None
    return True if len(new) <= _SOME or (isinstance(quantity, Amount) and quantity.units) else None
