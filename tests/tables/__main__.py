"""`python -m tests.tables` writes the tables of names and of time zones from the CLDR (Unicode
licence).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

from bot.grading.reading.reading import read
from tests.tables import everyday, symbols, zones

OUT = Path(__file__).parents[2] / "bot" / "grading" / "tables" / "names.py"
TONGUES = [
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "sv",
    "da",
    "nb",
    "fi",
    "cs",
    "hu",
    "ro",
    "tr",
    "ru",
    "uk",
    "el",
    "ja",
    "zh",
    "ko",
    "ar",
]
SHORT = 2
A_LINE = 6
"""Things that stand in one line."""


def main() -> None:
    """Write the tables."""
    OUT.write_text(source(), encoding="utf-8")
    zones.OUT.write_text(zones.source(), encoding="utf-8")


def source() -> str:
    """The module as it is to stand in the repository."""
    lines: list[str] = []
    for kind, rows in KINDS.items():
        found = [row for row in rows() if row]
        lines.append(f"# {kind}")
        lines += [";".join(found[at : at + A_LINE]) for at in range(0, len(found), A_LINE)]
    body = "\n".join(lines).replace("\\", "")
    return HEAD + f'TABLE = r"""\n{body}\n"""\n'


HEAD = '''"""Names of countries, languages, currencies, months, days, cities in other languages, with their
codes; elements, compounds, Greek letters and the like with their symbols.

Written by `python -m tests.tables` from the Unicode CLDR (© Unicode, Inc., Unicode License v3) as
Babel carries it, and from lists of its own; not by hand. Things are parted by `;`: codes, `=`, its names in
English, `|`, those in other languages; each as the key by which a reading is found.
"""

'''


def key(name: str) -> str:
    """The key of a name; empty where it has no letter."""
    found = read(name).key.replace(" ", "")
    return (
        found if any(letter.isalnum() for letter in found) and not set("=|;#") & set(found) else ""
    )


def line(codes: Iterable[str], english: Iterable[str], others: Iterable[str]) -> str:
    """One thing."""
    short = list(dict.fromkeys(filter(None, map(key, codes))))
    own = [each for each in dict.fromkeys(filter(None, map(key, english))) if each not in short]
    rest = [
        each
        for each in dict.fromkeys(filter(None, map(key, others)))
        if each not in own and each not in short
    ]
    return f"{' '.join(short)}={' '.join(own)}|{' '.join(rest)}" if own or rest else ""


def territories() -> Iterator[str]:
    """Countries and continents by ISO 3166 codes."""
    english = Locale("en").territories
    three = {
        codes[0]: long
        for long, codes in get_global("territory_aliases").items()
        if len(long) == 3 and long.isalpha() and len(codes) == 1
    }
    continents = {"002", "150", "142", "019", "009", "003", "005"}
    for code, name in sorted(english.items()):
        if not (len(code) == 2 or code in continents) or code in (
            "ZZ",
            "XA",
            "XB",
            "QO",
            "EZ",
            "UN",
        ):
            continue
        codes = [code, three.get(code, "")] if len(code) == 2 else []
        plain = [name, name.replace(" & ", " and "), name.partition(" (")[0]]
        yield line(
            codes,
            plain + EXTRA.get(code, []),
            (Locale(each).territories.get(code, "") for each in TONGUES),
        )


EXTRA = {
    "US": ["USA", "United States of America", "America", "the States"],
    "GB": ["UK", "United Kingdom", "Great Britain", "Britain"],
    "NL": ["Holland", "the Netherlands"],
    "CZ": ["Czech Republic", "Czechia"],
    "TR": ["Turkey", "Türkiye"],
    "MM": ["Burma", "Myanmar"],
    "CI": ["Ivory Coast", "Côte d'Ivoire"],
    "CH": ["Helvetia"],
    "KR": ["South Korea", "Republic of Korea"],
    "KP": ["North Korea"],
    "AE": ["UAE"],
    "VA": ["Vatican", "Holy See"],
    "RU": ["Russian Federation"],
}


def languages() -> Iterator[str]:
    """Languages with a code of two letters."""
    english = Locale("en").languages
    three = {
        code: long
        for long, code in get_global("language_aliases").items()
        if len(long) == 3 and len(code) == 2
    }
    for code, name in sorted(english.items()):
        if len(code) == 2:
            yield line(
                [code, three.get(code, "")],
                [name],
                (Locale(each).languages.get(code, "") for each in TONGUES),
            )


def currencies() -> Iterator[str]:
    """Currencies that are legal tender somewhere."""
    current = {
        entry[0]
        for entries in get_global("territory_currencies").values()
        for entry in entries
        if entry[2] is None and entry[3]
    }
    english = Locale("en").currencies
    names = {code: english.get(code, "") for code in sorted(current)}
    lasts = [name.split(" ")[-1] for name in names.values()]
    for code, name in names.items():
        last = name.split(" ")[-1]
        own = [name, last] if lasts.count(last) == 1 else [name]
        yield line([code], own, (Locale(each).currencies.get(code, "") for each in TONGUES))


def months() -> Iterator[str]:
    """The months, long and short."""
    for number in range(1, 13):
        yield _calendar("months", number)


def days() -> Iterator[str]:
    """The days of the week, long and short."""
    for number in range(7):
        yield _calendar("days", number)


def _calendar(field: str, number: int) -> str:
    def names(tongue: str) -> list[str]:
        found = getattr(Locale(tongue), field)
        return [
            found[use][width][number]
            for use in ("stand-alone", "format")
            for width in ("wide", "abbreviated")
        ]

    english = names("en") + (
        [f"{names('en')[0][:4]}"] if field == "days" and number in (1, 3) else []
    )
    spelled = (
        {3: ["thurs", "thur"], 1: ["tues"], 2: ["weds"]}.get(number, []) if field == "days" else []
    )
    return line(
        [],
        english + spelled,
        [each for tongue in TONGUES for each in names(tongue) if not each[:1].isdigit()],
    )


def cities() -> Iterator[str]:
    """The cities that name the world's time zones."""
    zones: dict[str, list[str]] = {}
    english = Locale("en").time_zones
    for tongue in TONGUES:
        for zone, entry in Locale(tongue).time_zones.items():
            city = entry.get("city")
            if city and "/" in zone:
                zones.setdefault(zone, []).append(str(city).partition(" (")[0])
    for zone, names in sorted(zones.items()):
        own = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if zone.startswith(("Etc/", "Antarctica/")):
            continue
        yield line([], [own], names)


def rows(text: str, *, symbol_first: bool = False, kind: str = "") -> Iterator[str]:
    """Things of the plain lists: `symbol name name`, or names alone."""
    for each in text.strip().replace("\n", "|").split("|"):
        words = each.split()
        if not words:
            continue
        if symbol_first:
            yield line(words[:1], [f"{kind}{words[1]}" if kind else words[1]], words[2:])
        else:
            yield line([], words[:1], words[1:])


def words() -> Iterator[str]:
    """Common things: a short name in capitals is a code."""
    for each in everyday.WORDS.strip().replace("\n", "|").split("|"):
        english, *others = each.replace("-_", "_").split()
        own = [name.replace("_", " ") for name in english.split("/")]
        yield line([], own, [name.replace("_", " ") for name in others])


def compounds() -> Iterator[str]:
    """Formulas of compounds with their names."""
    for each in symbols.COMPOUNDS.strip().splitlines():
        codes, _, names = each.partition("=")
        yield line(codes.split(), [name.strip() for name in names.split(";")], [])


def greek() -> Iterator[str]:
    """Greek letters with their names."""
    for each in symbols.GREEK.strip().split("|"):
        *signs, name = each.split()
        yield line(signs, [name], [])


def prefixes() -> Iterator[str]:
    """Prefixes of the SI with their symbols."""
    for each in symbols.PREFIXES.strip().split("|"):
        name, *signs = each.split()
        yield line(signs, [name], [])


KINDS = {
    "country": territories,
    "language": languages,
    "currency": currencies,
    "month": months,
    "day": days,
    "city": cities,
    "element": lambda: rows(symbols.ELEMENTS, symbol_first=True),
    "compound": compounds,
    "letter": greek,
    "prefix": prefixes,
    "planet": lambda: rows(symbols.PLANETS),
    "state": lambda: rows(symbols.STATES),
    "water": lambda: rows(symbols.WATERS),
    "organ": lambda: rows(symbols.BODY),
    "colour": lambda: rows(symbols.COLOURS),
    "word": words,
}

if __name__ == "__main__":
    main()
