"""The unit that stands at a place of a text: its powers, products, quotients and currencies."""

from collections.abc import Sequence
from dataclasses import replace

from bot.grading.quantities.numerals import number_at
from bot.grading.quantities.tokens import Token
from bot.grading.quantities.unit import Unit, units_named

QUALIFIERS = frozenset(("working", "business", "calendar", "full", "whole", "consecutive"))
FREQUENT = {
    "hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month",
    "quarterly": "quarter",     "yearly": "year", "annually": "year", "annual": "year", "fortnightly": "fortnight",
    "biweekly": "fortnight",
}  # fmt: skip
"""Words for how often, with the unit of time."""
_NONE = Unit("", (), 1.0)
_POWERS = {"square": 2, "squared": 2, "sq": 2, "cubic": 3, "cubed": 3, "cu": 3}


def unit_at(tokens: Sequence[Token], at: int) -> tuple[tuple[Unit, ...], int, str]:
    """The unit that stands at a place: its readings, the place after it, and what else it is by."""
    start = at
    if (
        at < len(tokens)
        and tokens[at].text.lower() in QUALIFIERS
        and simple_unit(tokens, at + 1)[0]
    ):
        at += 1  # five working days
    if at < len(tokens) and tokens[at].text.lower() == "of" and simple_unit(tokens, at + 1)[0]:
        at += 1  # a couple of weeks
    if [each.text.lower() for each in tokens[at : at + 2]] in (["of", "a"], ["of", "an"]) and (
        simple_unit(tokens, at + 2)[0]
    ):
        at += 2  # an eighth of an inch
    if (
        at < len(tokens)
        and tokens[at].text.lower() in ("times", "x")
        and _denominator(tokens, at + 1)
    ):
        at += 1
    first, end = simple_unit(tokens, at)
    if not first and at == start and not _denominator(tokens, at):
        noun = at
        while (
            noun < min(len(tokens), at + 2)
            and tokens[noun].kind == "word"
            and not _denominator(tokens, noun)
        ):
            noun += 1
        if noun == at or not _denominator(tokens, noun) or noun >= len(tokens):
            return (), at, ""
        first, end = (_NONE,), noun
    if not first:
        first, end = (_NONE,), at
    apart: list[str] = []
    while (step := _denominator(tokens, end)) and len(apart) < 3:
        after = end + step
        scale = number_at(tokens, after)
        value = 1.0
        if scale is not None and tokens[after].kind == "number":
            value, after = scale.value, scale.end
        below, stop = simple_unit(tokens, after)
        if below and value > 0:
            first = tuple(
                replace(each.times(other, -1), factor=each.times(other, -1).factor / value)
                for each in first
                for other in below
            )
            end = stop
        elif (
            after < len(tokens)
            and tokens[after].kind == "word"
            and tokens[end].text.lower() in ("per", "/", "each", "pro")
        ):
            apart.append(tokens[after].text.lower().rstrip("s"))
            end = after + 1
        else:
            break
    if end < len(tokens) and end > start and tokens[end].text.lower() in FREQUENT:
        below = units_named(FREQUENT[tokens[end].text.lower()])
        first, end = tuple(each.times(below[0], -1) for each in first), end + 1
    first = tuple(each for each in first if each.dimension)
    if not first and not apart:
        return (), start, ""
    return first, end, " ".join(sorted(apart))


def _denominator(tokens: Sequence[Token], at: int) -> int:
    """How many tokens say "per" at a place: `/`, per, or an article before a unit of time."""
    if at + 1 >= len(tokens):
        return 0
    text = tokens[at].text.lower()
    if text in ("/", "per", "pro"):
        return 1
    if text in ("a", "an", "each", "every", "in"):
        step = 2 if text == "in" and tokens[at + 1].text.lower() in ("a", "an", "one") else 1
        if text == "in" and step == 1:
            return 0
        after = at + step
        if after < len(tokens):
            units = units_named(tokens[after].text) if len(tokens[after].text) > 2 else ()
            if units and units[0].dimension == (("T", 1),):
                return step
    return 0


def simple_unit(tokens: Sequence[Token], at: int) -> tuple[tuple[Unit, ...], int]:
    """A unit without quotient: a name, a symbol, with its power; products by `*`."""
    if (
        at < len(tokens)
        and tokens[at].text == "-"
        and at + 1 < len(tokens)
        and tokens[at + 1].kind == "word"
    ):
        found, end = simple_unit(tokens, at + 1)
        return (found, end) if found else ((), at)
    found, end = _single(tokens, at)
    while found and end + 1 < len(tokens) and tokens[end].text == "*":
        more, after = _single(tokens, end + 1)
        if not more:
            break
        found, end = tuple(one.times(other) for one in found for other in more), after
    return found, end


def _single(tokens: Sequence[Token], at: int) -> tuple[tuple[Unit, ...], int]:
    if at >= len(tokens):
        return (), at
    here = tokens[at]
    lower = here.text.lower()
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if lower in ("square", "sq", "cubic", "cu") and following is not None:
        found, end = _single(tokens, at + 1)
        return tuple(each.to_power(_POWERS[lower]) for each in found), end
    if here.text == "°" or lower in ("degree", "degrees", "deg"):
        if following is not None and following.kind == "word":
            scale = {"c": "celsius", "f": "fahrenheit", "k": "kelvin"}.get(
                following.text.lower(), following.text.lower()
            )
            if scale in ("celsius", "centigrade", "fahrenheit", "kelvin"):
                return units_named(scale), at + 2
        return units_named("degree"), at + 1
    if lower == "per" and following is not None and following.text.lower() in ("cent", "mille"):
        return units_named("percent" if following.text.lower() == "cent" else "permille"), at + 2
    if (
        lower in ("us", "australian", "canadian")
        and following is not None
        and "dollar" in following.text.lower()
    ):
        code = {"us": "usd", "australian": "aud", "canadian": "cad"}[lower]
        return units_named(code), at + 2
    if following is not None and following.kind == "word":
        both = units_named(f"{lower} {following.text.lower()}") or units_named(
            f"{lower} {following.text.lower().rstrip('s')}"
        )
        if both:
            return both, at + 2
    attached = at > 0 and tokens[at - 1].end == here.start
    found = _temperature(here, attached) or units_named(here.text)
    if not found and here.kind == "word" and here.text[-1:].isdigit():
        base = units_named(here.text[:-1])
        return tuple(each.to_power(int(here.text[-1])) for each in base), at + 1
    if not found or (
        lower in ("in", "a", "as", "at", "am", "an", "pm", "us") and not _ends(tokens, at)
    ):
        return (), at
    end = at + 1
    if end + 1 < len(tokens) and tokens[end].text == "^":
        sign = -1 if tokens[end + 1].text == "-" else 1
        number = tokens[end + 1] if sign > 0 else tokens[end + 2] if end + 2 < len(tokens) else None
        if number is not None and number.kind == "number" and 0 < number.value < 10:
            power = sign * int(number.value)
            found, end = tuple(each.to_power(power) for each in found), end + (2 if sign > 0 else 3)
    elif end < len(tokens) and tokens[end].text.lower() in ("squared", "cubed"):
        power = _POWERS[tokens[end].text.lower()]
        found, end = tuple(each.to_power(power) for each in found), end + 1
    return found, end


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 >= len(tokens) or tokens[at + 1].kind == "sign"


def _temperature(here: Token, attached: bool) -> tuple[Unit, ...]:
    """C and F after a number are degrees rather than coulombs and farads."""
    if here.text == "C":
        return units_named("celsius")
    if here.text == "F":
        return units_named("fahrenheit")
    if here.text in ("c", "f") and attached:
        return units_named("celsius" if here.text == "c" else "fahrenheit")
    return ()


def currency_before(tokens: Sequence[Token], at: int) -> tuple[tuple[Unit, ...], int]:
    if not at:
        return (), at
    before = tokens[at - 1]
    units = units_named(before.text) if before.kind == "sign" or before.text.isupper() else ()
    if units and units[0].dimension and units[0].dimension[0][0].startswith("€"):
        start = at - 1
        if before.text == "$" and start and tokens[start - 1].text.upper() in ("US", "A", "C"):
            code = {"US": "usd", "A": "aud", "C": "cad"}[tokens[start - 1].text.upper()]
            return units_named(code), start - 1
        return units, start
    return (), at
