"""Whether what was said is the quantity that was meant."""

import re
from functools import lru_cache
from math import isfinite

from bot.grading.quantities.dates import Clock, Date, same_date, same_time
from bot.grading.quantities.numerals import ENDLESS
from bot.grading.quantities.periods import Period
from bot.grading.quantities.scan import Amount, Quantity
from bot.grading.quantities.unit import Unit, units_named

CONVERTED = 0.005
"""Share by which a value in another unit may differ."""
CALENDAR = 0.02
"""The same where months or years are converted."""
_KELVINS = 0.6
_HOW_MANY = re.compile(
    r"\bhow\s+(?:many|much)\s+([^\W\d_]+)|\bin\s+([^\W\d_]+)(?=\s*[?)]|\s*$)|\(in\s+([^\W\d_]+)\)",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:about|around|approx\w*|roughly|nearly|rounded|order\s+of\s+magnitude)\b", re.IGNORECASE
)
_SIDE = re.compile(
    r"""\b(?:(?P<least>from\s+(?:which|what|when)|how\s+\w+\s+must|minimum|min|minimal|at\s+least|least|lowest|earliest|from\s+when|since\s+when|begins?|starts?|opens?)
    |(?P<most>how\s+\w+\s+may|maximum|max|maximal|at\s+most|up\s+to|latest|highest|by\s+when|until\s+when|till\s+when|by\s+what\s+time|deadline|ends?|closes?|limit))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_SIDES = {"least": ">", "most": "<"}
_PERIODS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annual": "year", "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year",
}  # fmt: skip
_OFTEN = re.compile(
    r"\b(?:hourly|daily|weekly|monthly|yearly|annual|(?:per|a|an|each|every)\s+(?:hour|day|week|month|year))\b",
    re.IGNORECASE,
)
_YEAR = range(1000, 2101)


class Asked:
    """What a question says of the quantity that it asks for."""

    __slots__ = ("rates", "rough", "share", "side", "units")

    def __init__(self, prompt: str) -> None:
        self.units: tuple[Unit, ...] = ()
        for found in _HOW_MANY.finditer(prompt):
            named = units_named(next(filter(None, found.groups())))
            if named and not any(base == "count" for base, _ in named[0].dimension):
                self.units = named
        self.rough = _ROUGH.search(prompt) is not None
        side = _SIDE.search(prompt)
        both = {each.lastgroup for each in _SIDE.finditer(prompt)}
        self.side = "" if side is None or len(both) > 1 else _SIDES[side.lastgroup or ""]
        """`>` where a least value is asked for, `<` where a greatest one is."""
        often = _OFTEN.search(prompt)
        self.rates = units_named(_PERIODS[often.group().split()[-1].lower()]) if often else ()
        """The time that an amount is by: days, of a daily dose."""
        self.share = re.search(r"percent|per\s+cent|%", prompt, re.IGNORECASE) is not None


@lru_cache(maxsize=1_024)
def asked(prompt: str) -> Asked:
    """What a prompt says of the quantity that it asks for."""
    return Asked(prompt)


def agrees(meant: Quantity, said: Quantity, prompt: str) -> bool | None:
    """True or False where it is plain, None where another look has to tell."""
    if isinstance(meant, Period) or isinstance(said, Period):
        return meant == said if isinstance(meant, Period) and isinstance(said, Period) else None
    if isinstance(meant, Clock) or isinstance(said, Clock):
        if isinstance(meant, Clock) and isinstance(said, Clock):
            return same_time(meant, said)
        return None
    if isinstance(meant, Amount):
        if isinstance(said, Amount):
            return _amounts(meant, said, asked(prompt))
        return _year_and_date(meant, said)
    if isinstance(said, Amount):
        return _date_and_year(meant, said)
    return same_date(meant, said)


def _year_and_date(meant: Amount, said: tuple[Date, ...]) -> bool | None:
    if meant.units or meant.ranged or not said:
        return None
    years = {each.year for each in said if each.year}
    if not years or meant.low not in _YEAR:
        return None
    return meant.low in years


def _date_and_year(meant: tuple[Date, ...], said: Amount) -> bool | None:
    if said.units or said.ranged:
        return None
    if all(each.day and not each.year for each in meant):
        return None if said.noun else False  # the 6th is not 6 April
    if all(each.year and not each.month for each in meant):
        return said.low in {abs(each.year) for each in meant}
    if said.low in _YEAR and all(each.year for each in meant):
        return None if said.low in {each.year for each in meant} else False
    return None


def _amounts(meant: Amount, said: Amount, about: Asked) -> bool | None:
    if not _bounds_agree(meant, said) or (
        about.side and said.bound[:1] in "<>" and said.bound and said.bound[0] != about.side
    ):
        return False
    if about.rates and said.apart and not meant.apart:
        return False
    if meant.apart and said.apart and meant.apart != said.apart:
        return False
    mine, theirs = _ends(meant), _ends(said)
    if len(mine) != len(theirs):
        return False
    meant_units = meant.units or about.units
    if meant.every and not said.every and _is_time(said.units):
        mine = tuple(1 / each for each in mine)
        meant_units = tuple(each.to_power(-1) for each in meant_units)
    elif said.every and not meant.every and _is_time(meant_units):
        theirs = tuple(1 / each for each in theirs)
        said = Amount(theirs[0], theirs[0], tuple(each.to_power(-1) for each in said.units))
    rough = about.rough or meant.about
    if about.rates and meant_units and said.units and said.counted != said.units:
        meant_units += tuple(each.times(about.rates[0], -1) for each in meant_units)
    if said.units and _by_the_way(meant) and said.units == said.counted:
        meant_units = meant.counted
    outcomes = [
        all(_same(one, other, unit, theirs_unit, meant, said, rough=rough, share=about.share)
            for one, other in zip(mine, theirs, strict=True))
        for unit in meant_units or (None,)
        for theirs_unit in said.units or (None,)
    ]  # fmt: skip
    if not any(outcomes) and said.readings and not meant.ranged:
        outcomes.append(any(_near(mine[0], each, 1e-9) for each in said.readings))
    if not any(outcomes) and meant.readings and not said.ranged:
        outcomes.append(any(_near(theirs[0], each, 1e-9) for each in meant.readings))
    return any(outcomes)


def _by_the_way(meant: Amount) -> bool:
    """Whether a rate is of time, money or things, so that "per year" may be left out."""
    return (
        bool(meant.counted)
        and meant.units != meant.counted
        and all(
            each.dimension in ((("T", 1),), (("count", 1),)) or each.dimension[0][0].startswith("€")
            for each in meant.counted
        )
    )


def _is_time(units: tuple[Unit, ...]) -> bool:
    return bool(units) and units[0].dimension == (("T", 1),)


def _bounds_agree(meant: Amount, said: Amount) -> bool:
    if not said.bound or said.bound == meant.bound:
        return True
    if meant.bound in ("", "="):
        return said.bound in ("=", "<=", ">=")
    return False


def _ends(amount: Amount) -> tuple[float, ...]:
    ends = tuple(each for each in (amount.low, amount.high) if isfinite(each))
    return ends[:1] if len(ends) == 2 and ends[0] == ends[1] else ends


def _same(
    meant_value: float,
    said_value: float,
    unit: Unit | None,
    other: Unit | None,
    meant: Amount,
    said: Amount,
    *,
    rough: bool,
    share: bool,
) -> bool:
    if unit is None or other is None:
        return _one_bare(
            meant_value, said_value, unit, other, meant, said, rough=rough, share=share
        )
    if unit.dimension == other.dimension and unit.factor == other.factor:
        return (
            _near(meant_value, said_value, 1e-9)
            or (
                said_value == _rounded(meant_value, said_value, meant, said)
                and _near(meant_value, said_value, CONVERTED)
                and _is_physical(unit)
            )
            or (rough and _near(meant_value, said_value, CONVERTED))
        )
    kelvins = _kelvins(meant_value, unit), _kelvins(said_value, other)
    if kelvins[0] is not None and kelvins[1] is not None:
        return abs(kelvins[0] - kelvins[1]) < _KELVINS
    bases = {base for base, _ in (*unit.dimension, *other.dimension)}
    if "degree" in bases and bases <= {"degree", "temperature", "angle", "K"}:
        return meant_value == said_value or _other_scale(meant_value, said_value, unit, other)
    if "cent" in bases and len(bases) == 2 and any(each.startswith("€") for each in bases):
        scaled = [
            value / 100 if ("cent", 1) in each.dimension else value
            for value, each in ((meant_value, unit), (said_value, other))
        ]
        return _near(scaled[0], scaled[1], 1e-9)
    if unit.dimension != other.dimension:
        return False
    tolerance = CALENDAR if unit.calendar or other.calendar else CONVERTED
    one, two = meant_value * unit.factor, said_value * other.factor
    if _near(one, two, tolerance):
        return True
    converted = one / other.factor
    if _near(one, two, CALENDAR) and said_value == round(converted, said.places):
        return len(f"{said_value:g}".replace(".", "").strip("0")) > 1
    if ("B", 1) in unit.dimension and one and two:
        ratio = max(one, two) / min(one, two)
        return any(abs(ratio / 1.024**power - 1) < CONVERTED for power in range(1, 5))
    return False


def _other_scale(meant_value: float, said_value: float, unit: Unit, other: Unit) -> bool:
    """Whether degrees that do not say so are those of the other scale: 98.6 degrees for 37 °C."""
    named, value, bare = (
        (unit, meant_value, said_value)
        if unit.name != "degree"
        else (other, said_value, meant_value)
    )
    if named.name == "celsius":
        return abs(value - (bare - 32) / 1.8) < _KELVINS
    return named.name == "fahrenheit" and abs((value - 32) / 1.8 - bare) < _KELVINS


def _one_bare(
    meant_value: float,
    said_value: float,
    unit: Unit | None,
    other: Unit | None,
    meant: Amount,
    said: Amount,
    *,
    rough: bool,
    share: bool,
) -> bool:
    same = _near(meant_value, said_value, 1e-9)
    if unit is None and other is None:
        if meant.places == ENDLESS and said.places > 1:
            return same or said_value == round(meant_value, said.places)
        return same or (rough and _near(meant_value, said_value, CONVERTED))
    scaled = unit or other
    if scaled is None:
        return same
    base = scaled.dimension[0][0]
    if base == "share":
        value, bare = (meant_value, said_value) if other is None else (said_value, meant_value)
        if meant.places == ENDLESS and other is scaled and abs(value / 100 - bare) <= CONVERTED:
            return True
        return _near(value * scaled.factor, bare, 1e-9) or (same and (other is None or share))
    if base == "count":
        value, bare = (meant_value, said_value) if other is None else (said_value, meant_value)
        return _near(value * scaled.factor, bare, 1e-9) or (same and other is None)
    if same:
        return True
    return (
        unit is not None
        and _is_physical(unit)
        and said_value == _rounded(meant_value, said_value, meant, said)
        and _near(meant_value, said_value, CONVERTED)
    )


def _rounded(meant_value: float, said_value: float, meant: Amount, said: Amount) -> float:
    """What `said` would be if it were the sheet's value with fewer digits, or with more of them."""
    if meant.places == ENDLESS and said.places > 1:
        return round(meant_value, said.places)
    if said.places > meant.places:
        return said_value if round(said_value, meant.places) == meant_value else float("nan")
    if len(f"{abs(said_value):g}".replace(".", "").strip("0")) < 2:
        return float("nan")
    return round(meant_value, said.places)


def _is_physical(unit: Unit) -> bool:
    """Whether values of a unit are measured rather than counted or set."""
    return (
        not {"share", "count", "B", "degree"} & {base for base, _ in unit.dimension}
        and not any(base.startswith("€") for base, _ in unit.dimension)
        and unit.dimension != (("T", 1),)
    )


def _kelvins(value: float, unit: Unit) -> float | None:
    if unit.name == "celsius":
        return value + 273.15
    if unit.name == "fahrenheit":
        return (value - 32) / 1.8 + 273.15
    return value * unit.factor if unit.dimension == (("K", 1),) else None


def _near(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(abs(one), abs(other)) + 1e-15
