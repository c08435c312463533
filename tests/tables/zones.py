"""The table of time zones by the names of countries and cities, from the CLDR as Babel carries it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale

from bot.quiz.rules.typed.letters import letters as key

OUT = Path(__file__).parents[2] / "bot" / "quiz" / "rules" / "typed" / "zone_names.py"
YEARS = range(2025, 2028)
"""Zones of a country that show the same time through these years are one."""
MORE_COUNTRIES = {
    "GB": ("uk", "united kingdom", "great britain", "britain", "england", "scotland", "wales"),
    "US": ("usa", "us", "america", "united states of america"),
    "CZ": ("czech republic",),
    "NL": ("holland",),
    "AE": ("uae", "emirates"),
    "TR": ("turkey",),
    "MM": ("burma",),
    "KR": ("korea",),
    "VN": ("viet nam",),
    "HK": ("hong kong",),
    "MO": ("macau", "macao"),
    "CI": ("ivory coast",),
    "CV": ("cape verde",),
    "SZ": ("swaziland",),
    "MK": ("macedonia",),
}
"""Other names of countries than the first of the CLDR."""
CITIES = {
    "Africa/Johannesburg": "cape town;durban;pretoria",
    "Africa/Lagos": "abuja",
    "Africa/Casablanca": "rabat;marrakesh;marrakech",
    "America/Bogota": "medellin",
    "America/Chicago": "austin;dallas;houston;san antonio;minneapolis;new orleans;nashville;"
    "milwaukee;kansas city;st louis;saint louis;memphis",
    "America/Denver": "salt lake city;albuquerque;colorado springs",
    "America/Los_Angeles": "san francisco;seattle;san diego;las vegas;san jose california;"
    "sacramento;oakland;palo alto;silicon valley",
    "America/Mexico_City": "mexico df;puebla;cdmx",
    "America/New_York": "boston;washington;washington dc;philadelphia;atlanta;miami;baltimore;"
    "pittsburgh;cleveland;charlotte;orlando;nyc;new york city;raleigh;brooklyn",
    "America/Phoenix": "tucson;arizona",
    "America/Sao_Paulo": "rio de janeiro;rio;brasilia;porto alegre;curitiba;belo horizonte",
    "America/Toronto": "ottawa;montreal;quebec;quebec city",
    "America/Edmonton": "calgary;banff",
    "Asia/Dubai": "abu dhabi",
    "Asia/Qatar": "doha",
    "Asia/Ho_Chi_Minh": "saigon;hanoi;ho chi minh city",
    "Asia/Jerusalem": "tel aviv;haifa",
    "Asia/Kolkata": "mumbai;bombay;delhi;new delhi;bangalore;bengaluru;chennai;hyderabad;pune;"
    "calcutta;ahmedabad",
    "Asia/Karachi": "lahore;islamabad",
    "Asia/Riyadh": "jeddah;mecca",
    "Asia/Shanghai": "beijing;peking;shenzhen;guangzhou;chengdu;hangzhou;wuhan",
    "Asia/Tokyo": "osaka;kyoto;yokohama;nagoya;sapporo;fukuoka",
    "Asia/Seoul": "busan",
    "Asia/Yangon": "rangoon",
    "Asia/Almaty": "astana",
    "Atlantic/Reykjavik": "reykjavik",
    "Australia/Sydney": "canberra;new south wales;nsw",
    "Australia/Brisbane": "queensland;gold coast",
    "Australia/Melbourne": "geelong",
    "Europe/Amsterdam": "rotterdam;the hague;utrecht;eindhoven;delft",
    "Europe/Berlin": "munich;muenchen;münchen;hamburg;cologne;koeln;köln;nürnberg;frankfurt;stuttgart;leipzig;dresden;"
    "dusseldorf;duesseldorf;bonn;karlsruhe;heidelberg;nuremberg;bremen;hanover;hannover",
    "Europe/Brussels": "antwerp;ghent;leuven",
    "Europe/Dublin": "cork;galway",
    "Europe/Istanbul": "ankara;izmir",
    "Europe/Kyiv": "kiev;lviv;kharkiv;odesa;odessa",
    "Europe/Lisbon": "porto;coimbra",
    "Europe/London": "manchester;edinburgh;glasgow;cardiff;bristol;oxford;liverpool;leeds",
    "Europe/Madrid": "barcelona;valencia;seville;sevilla;bilbao",
    "Europe/Moscow": "saint petersburg;st petersburg",
    "Europe/Oslo": "bergen;trondheim",
    "Europe/Paris": "lyon;marseille;toulouse;nice;grenoble;lille;bordeaux;strasbourg",
    "Europe/Prague": "brno",
    "Europe/Rome": "milan;milano;turin;naples;florence;bologna;venice",
    "Europe/Stockholm": "gothenburg;malmo;uppsala",
    "Europe/Copenhagen": "aarhus",
    "Europe/Vienna": "graz;salzburg;linz;innsbruck",
    "Europe/Warsaw": "krakow;cracow;gdansk;wroclaw;poznan;lodz",
    "Europe/Zurich": "geneva;basel;bern;lausanne",
    "Pacific/Auckland": "wellington;christchurch;hamilton new zealand",
    "Pacific/Honolulu": "hawaii",
}
"""Cities of which the tz database has none of their own."""
STATES = {
    "America/New_York": "massachusetts;connecticut;maine;vermont;new hampshire;rhode island;"
    "new jersey;pennsylvania;ohio;virginia;maryland;delaware;north carolina;south carolina",
    "America/Chicago": "illinois;wisconsin;minnesota;iowa;missouri;oklahoma;arkansas;louisiana;"
    "mississippi;alabama",
    "America/Denver": "colorado;utah;new mexico;montana;wyoming",
    "America/Los_Angeles": "california;nevada",
    "America/Toronto": "ontario",
    "America/Vancouver": "british columbia",
    "America/Edmonton": "alberta",
    "America/Winnipeg": "manitoba",
    "America/Halifax": "nova scotia",
    "Europe/Berlin": "bavaria;saxony;hesse",
    "Europe/Madrid": "catalonia",
    "Asia/Makassar": "bali",
}
"""States and provinces with one clock, or nearly."""
FIRST = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Toronto",
    "America/Vancouver",
    "America/Edmonton",
    "America/Winnipeg",
    "America/Halifax",
    "America/Sao_Paulo",
    "America/Mexico_City",
    "Australia/Sydney",
    "Australia/Brisbane",
    "Australia/Adelaide",
    "Australia/Perth",
    "Europe/Moscow",
    "Asia/Yekaterinburg",
    "Asia/Novosibirsk",
    "Asia/Vladivostok",
]
"""What most people of a country with several clocks mean, named first."""
TONGUES = (
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
    "tr",
    "ru",
    "uk",
    "ja",
    "zh",
    "ko",
)
"""Languages in which people may write their city or country."""
A_LINE = 2
"""Rows that stand in one line."""
_DISPUTED = ("Europe/Simferopol",)
"""Zones that make two of a country whose people know one."""


def source() -> str:
    """The module as it is to stand in the repository."""
    return (
        HEAD
        + f'COUNTRIES = """\n{_lines(_countries())}\n"""\n'
        + '"""Zones whose clocks differ, `=`, and the names of countries with just these."""\n\n'
        + f'CITIES = """\n{_lines(_cities())}\n"""\n'
        + '"""A zone, `=`, and the names of cities in it, besides the one that it is called by."""\n'
    )


def _lines(rows: Iterator[str]) -> str:
    found = sorted(set(rows))
    return "\n".join(";".join(found[at : at + A_LINE]) for at in range(0, len(found), A_LINE))


HEAD = '''"""Time zones by the names of countries and cities.

Written by `python -m tests.tables` from the Unicode CLDR (© Unicode, Inc., Unicode License v3) as
Babel carries it, the tz database, and a list of cities; not by hand.
"""

'''


def _countries() -> Iterator[str]:
    english = Locale("en")
    names: dict[str, set[str]] = {}
    for code, zones in _zones_of_countries().items():
        others = (Locale(tongue).territories.get(code, "") for tongue in TONGUES)
        called = (english.territories[code], *MORE_COUNTRIES.get(code, ()), *others)
        differing = ",".join(_differing(zones))
        names.setdefault(differing, set()).update(filter(None, map(key, called)))
    for differing, found in names.items():
        yield f"{differing}={' '.join(sorted(found))}"


def _zones_of_countries() -> dict[str, list[str]]:
    """The zones of each country but Antarctica, the most populous first as far as the tz database
    has them so.
    """
    found: dict[str, list[str]] = {}
    for code, zone in zip(_column("zone.tab", 0), _column("zone.tab", 2), strict=True):
        if code != "AQ" and zone not in _DISPUTED:
            found.setdefault(code, []).append(zone)
    return found


def _differing(zones: list[str]) -> list[str]:
    """Those zones whose clocks differ, the best known of each kind."""
    best = _column("zonenow.tab", 2)
    found: dict[tuple[timedelta, ...], str] = {}
    for zone in sorted(zones, key=lambda each: each not in best):
        found.setdefault(_offsets(zone), zone)
    known = [zone for zone in FIRST if zone in found.values()]
    return [*known, *(z for z in sorted(found.values(), key=zones.index) if z not in known)]


def _column(table: str, number: int) -> list[str]:
    """A column of a table of the tz database."""
    rows = files("tzdata").joinpath("zoneinfo", table).read_text(encoding="utf-8").splitlines()
    return [row.split("\t")[number] for row in rows if not row.startswith("#")]


def _offsets(zone: str) -> tuple[timedelta, ...]:
    begin = datetime(YEARS.start, 1, 1, tzinfo=UTC)
    days = (datetime(YEARS.stop, 1, 1, tzinfo=UTC) - begin).days
    clock = ZoneInfo(zone)
    instants = (begin + timedelta(days=day) for day in range(days))
    return tuple(instant.astimezone(clock).utcoffset() or timedelta() for instant in instants)


def _cities() -> Iterator[str]:
    english = Locale("en")
    names: dict[str, set[str]] = {}
    for zone in _column("zone.tab", 2):
        city = zone.rpartition("/")[2]
        for locale in (english, *map(Locale, TONGUES)):
            called = locale.time_zones.get(zone, {}).get("city", "")
            names.setdefault(zone, set()).update({key(str(called))} - {"", key(city)})
    for zone, listed in (*CITIES.items(), *STATES.items()):
        names.setdefault(zone, set()).update(map(key, listed.split(";")))
    for zone, cities in names.items():
        kept = sorted(cities - {key(zone.rpartition("/")[2])})
        if kept:
            yield f"{zone}={' '.join(kept)}"
