"""Units: names and symbols, prefixes, powers, products and quotients."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.grading.tables.measures import BINARY, CASUAL, CURRENCIES, LINES, PREFIXED, PREFIXES
from bot.grading.tables.spellings import american, singular

_PART = re.compile(r"([A-Za-z]@*)(-?\d+)?|(@+)")

Dimension = tuple[tuple[str, int], ...]
"""Base dimensions with their exponents, sorted; words in small letters stand for themselves."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its dimension and its factor to the base unit of the dimension."""

    name: str
    dimension: Dimension
    factor: float
    calendar: bool = False
    """Whether its length varies, as that of a month."""

    def times(self, other: "Unit", power: int = 1) -> "Unit":
        """A unit times another one to a power. Days per year do not cancel."""
        exponents = dict(self.dimension)
        for base, exponent in other.dimension:
            if base == "T" and power < 0 and exponents.get("T") == exponent:
                base = "per T"  # time per time stays what it is
            exponents[base] = exponents.get(base, 0) + exponent * power
        return Unit(
            f"{self.name}{'/' if power < 0 else '*'}{other.name}{abs(power)}",
            tuple(sorted((base, each) for base, each in exponents.items() if each)),
            self.factor * other.factor**power,
            self.calendar or other.calendar,
        )

    def to_power(self, power: int) -> "Unit":
        """A unit to a power."""
        return Unit(
            f"{self.name}{power}",
            tuple((base, each * power) for base, each in self.dimension),
            self.factor**power,
            self.calendar,
        )


def _dimension(text: str) -> tuple[Dimension, bool]:
    calendar = text.endswith("*")
    text = text.rstrip("*").replace(" ", "")
    if text[:1] == "€" or text.islower():
        return ((text, 1),), calendar
    found: dict[str, int] = {}
    for base, power, apart in _PART.findall(text):
        found[base or apart] = found.get(base or apart, 0) + int(power or 1)
    return tuple(sorted(found.items())), calendar


def _table() -> tuple[dict[str, Unit], dict[str, Unit]]:
    names: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for line in LINES:
        shape, size, called, signs = (each.strip() for each in line.split("|"))
        dimension, calendar = _dimension(shape)
        first = called.split()[0]
        unit = Unit(first, dimension, float(size), calendar)
        for name in called.split():
            names.setdefault(name.replace("_", " "), unit)
        for sign in signs.split():
            symbols.setdefault(sign, unit)
    for name in PREFIXED:
        unit = names[name]
        signs_of = [sign for sign, each in symbols.items() if each is unit]
        scaled = PREFIXES | BINARY if ("B", 1) in unit.dimension else PREFIXES
        for prefix, (short, scale) in scaled.items():
            larger = Unit(prefix + name, unit.dimension, unit.factor * scale)
            names.setdefault(prefix + name, larger)
            for sign in signs_of:
                symbols.setdefault(short + sign, larger)
                if short == "µ":
                    symbols.setdefault("u" + sign, larger)
                    symbols.setdefault("μ" + sign, larger)
    for casual, factor in CASUAL.items():
        names[casual] = Unit(f"{casual[0]}byte", names["byte"].dimension, factor)
    names["kilo"] = names["kilogram"]
    for code in CURRENCIES:
        names[code.lower()] = Unit(code, ((f"€{code}", 1),), 1.0)
    return names, symbols


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, Unit]]:
    names, symbols = _table()
    folded: dict[str, Unit] = {}
    for sign, unit in symbols.items():
        folded.setdefault(sign.lower(), unit)
    return names, symbols, folded


_POUNDS = (
    Unit("pound", (("M", 1),), 0.45359237),
    Unit("GBP", (("€GBP", 1),), 1.0),
)


@lru_cache(maxsize=8_192)
def units_named(text: str) -> tuple[Unit, ...]:
    """What a word or a sign may mean as a unit; more than one where it is ambiguous."""
    names, symbols, folded = _tables()
    lower = text.lower().rstrip(".")
    if text in symbols and text not in CASUAL:
        other = None if lower in CASUAL else names.get(lower)
        first = symbols[text]
        return (first,) if other is None or other == first else (first, other)
    found = names.get(lower) or names.get(american(singular(american(lower))))
    if found is not None:
        return _POUNDS if found.name == "pound" else (found,)
    if lower in folded and len(lower) < 4:
        return (folded[lower],)
    return ()


_LONGEST_NAME = 14
_SHORT = 3
_SYMBOL = re.compile(r"[kMGTPmµnpcdh](?:B|m|g|Hz|W|V|A|Pa|J)")
_ANY_CASE = frozenset(
    [
        "kg",
        "km",
        "ml",
        "cl",
        "dl",
        "cm",
        "mm",
        "ghz",
        "mhz",
        "khz",
        "hz",
        "kb",
        "mb",
        "gb",
        "tb",
        "pb",
        "kwh",
        "mw",
        "kw",
        "kv",
        "ma",
        "mah",
        "db",
    ]
)


def follows_closely(letters: str) -> bool:
    """Whether letters that are attached to a number are a unit rather than a part of a name."""
    if len(letters) == 1 and letters.isupper():
        return letters in "KCFVWAJNLBMGT"
    lower = letters.lower()
    symbols = _tables()[1]
    return (
        letters in symbols or lower in _ANY_CASE or (letters.islower() and bool(units_named(lower)))
    )


def called_otherwise(text: str, prompt: str) -> tuple[str, ...]:
    """The other names and symbols of what is a unit by itself: kB and kilobyte.

    A single letter or a small word is a unit only where the question asks for one.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST_NAME or " " in text:
        return ()
    short = len(text) < _SHORT or not text[0].isalpha()
    if short and "unit" not in prompt.lower() and not _SYMBOL.fullmatch(text):
        return ()
    found = units_named(text)
    if len(found) != 1:
        return ()
    names, symbols, _ = _tables()
    return tuple(
        each
        for each, unit in (*names.items(), *symbols.items())
        if unit.name == found[0].name and each.lower() != text.lower() and each.isalpha()
    )
