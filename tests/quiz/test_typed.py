"""Times, days and zones as quizmasters type them: read as they were meant, or refused."""

from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.schedule import EVERY_DAY, WEEKDAYS
from bot.quiz.errors import BadArgument
from bot.quiz.messages.formatting import clock, days
from bot.quiz.rules.typed.abbreviations import SEVERAL, SOMETIMES
from bot.quiz.rules.typed.days import read_days
from bot.quiz.rules.typed.times import read_time
from bot.quiz.rules.typed.zones import read_zone, zone_typed, zone_words
from tests.tables import zones as table

WINTER, SUMMER = datetime(2026, 1, 15, 12, tzinfo=UTC), datetime(2026, 7, 15, 12, tzinfo=UTC)
DASHES = "-‐‑‒–—―−﹣－~"


def clocks(zone: str) -> tuple[timedelta | None, ...]:
    """How far a zone is from UTC in winter and in summer."""
    return tuple(each.astimezone(ZoneInfo(zone)).utcoffset() for each in (WINTER, SUMMER))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)),
        ("09:00", time(9)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("21h", time(21)),
        ("21h30", time(21, 30)),
        ("5pm", time(17)),
        ("5 P.M.", time(17)),
        ("9:30 a.m.", time(9, 30)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("noon", time(12)),
        ("Midnight", time(0)),
        ("nine", time(9)),
        ("9 o’clock", time(9)),
        ("half past nine", time(9, 30)),
        ("quarter to ten", time(9, 45)),
        ("quarter to 1 pm", time(12, 45)),
        ("at 17:00", time(17)),
        ("17 Uhr", time(17)),
        ("９：００", time(9)),
        ("9:00.", time(9)),
        ("17:30h", time(17, 30)),
    ],
)
def test_times_as_people_type_them(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "25:00",
        "9:75",
        "13 pm",
        "0 am",
        "13 pm x",
        "24:00",
        "9-17",
        "-9",
        "half to nine",
        "soon",
    ],
)
def test_a_time_that_is_none_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadArgument, match=r"0\d:00"):
        read_time(typed)


@given(st.times().map(lambda each: time(each.hour, each.minute)))
def test_every_time_that_is_printed_is_read_again(printed: time) -> None:
    assert read_time(clock(printed)) == printed
    assert read_time(f"{printed:%H%M}") == printed
    assert read_time(f"{printed:%I:%M %p}") == printed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("weekdays", WEEKDAYS),
        ("every weekday", WEEKDAYS),
        ("working days", WEEKDAYS),
        ("Monday to Friday", WEEKDAYS),
        ("Monday through Thursday and Saturday", frozenset({0, 1, 2, 3, 5})),
        ("M-F", WEEKDAYS),
        ("every day", EVERY_DAY),
        ("all week", EVERY_DAY),
        ("every day but Sunday", frozenset(range(6))),
        ("daily except weekends", WEEKDAYS),
        ("weekdays without Wednesday", frozenset({0, 1, 3, 4})),
        ("not Mon or Tue", frozenset({2, 3, 4, 5, 6})),
        ("Mon, Wed and Fri", frozenset({0, 2, 4})),
        ("Mon/Wed/Fri", frozenset({0, 2, 4})),
        ("Tue & Thu", frozenset({1, 3})),
        ("Mondays", frozenset({0})),
        ("tues, thurs", frozenset({1, 3})),
        ("Mo Tu", frozenset({0, 1})),
        ("mon..fri", WEEKDAYS),
        ("Mon…Fri", WEEKDAYS),
        ("mon-fri (no wed)", frozenset({0, 1, 3, 4})),
        ("7 days a week", EVERY_DAY),
        ("all", EVERY_DAY),
        ("all but Sunday", frozenset(range(6))),
        ("every single day", EVERY_DAY),
        ("every day of the week", EVERY_DAY),
        ("all weekdays", WEEKDAYS),
        ("all Mondays", frozenset({0})),
        ("Monday every week", frozenset({0})),
        ("weekend days", frozenset({5, 6})),
        ("every weekend day", frozenset({5, 6})),
        ("days mon-fri", WEEKDAYS),
        ("from Monday to Friday", WEEKDAYS),
        ("mon--fri", WEEKDAYS),
        ("sat-mon", frozenset({5, 6, 0})),
        ("mon - fri, sun", frozenset({0, 1, 2, 3, 4, 6})),
    ],
)
def test_days_as_people_type_them(typed: str, meant: frozenset[int]) -> None:
    assert read_days(typed) == meant


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("space", ["", " ", "\u00a0"])
def test_any_dash_joins_the_same_days(dash: str, space: str) -> None:
    assert read_days(f"mon{space}{dash}{space}fri") == WEEKDAYS
    assert read_days(f"Sat{space}{dash}{space}Sunday") == {5, 6}


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("monkey", "monkey"),
        ("mon fryday", "fryday"),
        ("every other day", "other"),
        ("mon at 9", "at"),
        ("mon-wed-fri", "-"),
        ("Montag", "montag"),
        ("m", "m"),
        ("never", "never"),
        ("mon but not but tue", "not"),
    ],
)
def test_a_word_that_is_not_understood_is_named(typed: str, word: str) -> None:
    with pytest.raises(BadArgument, match=f'"{word}"'):
        read_days(typed)


@pytest.mark.parametrize("typed", ["", ",,", "every", "mon-", "daily but", "weekends but weekends"])
def test_days_that_are_none_are_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadArgument, match="mon-fri"):
        read_days(typed)


@pytest.mark.parametrize(
    "typed",
    ["daily, Mon-Fri", "daily on weekdays", "every day Mon to Fri", "Monday, all day",
     "always Monday", "every day and weekends"],
)  # fmt: skip
def test_every_day_beside_days_by_name_is_asked_back(typed: str) -> None:
    with pytest.raises(BadArgument, match="Is it every day, or only those that you name"):
        read_days(typed)


@pytest.mark.parametrize("typed", ["week", "every week", "each of the days", "every other week"])
def test_a_week_is_no_seven_days(typed: str) -> None:
    with pytest.raises(BadArgument, match="mon-fri"):
        read_days(typed)


@given(
    st.sampled_from(["all", "every", "each", "the", "on", "only", "from"]),
    st.sets(st.integers(0, 6), min_size=1, max_size=6).map(frozenset),
    st.sampled_from(["", " every week", " of the week", " days"]),
)
def test_words_around_days_never_add_a_day(before: str, meant: frozenset[int], after: str) -> None:
    assert read_days(f"{before} {days(meant)}{after}") == meant


@given(st.sets(st.integers(0, 6), min_size=1).map(frozenset))
def test_all_days_that_are_printed_are_read_again(printed: frozenset[int]) -> None:
    assert read_days(days(printed)) == printed


WORDS = ["mon", "Tue", "fri", "weekdays", "every", "day", "and", "but", "to", "-", ",", "x", "fun"]


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.sampled_from(["x", "fun", "mondey"]))
def test_no_days_are_made_of_a_text_with_a_word_that_says_nothing(
    parts: list[str], strange: str
) -> None:
    with pytest.raises(BadArgument):
        read_days(" ".join([*parts, strange]))


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_days, read_time, read_zone):
        with suppress(BadArgument):
            assert read(text) is not None


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        (" berlin ", "Europe/Berlin"),
        ("Berlin time", "Europe/Berlin"),
        ("Munich", "Europe/Berlin"),
        ("Germany", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Łódź", "Europe/Warsaw"),
        ("Kiev", "Europe/Kyiv"),
        ("Bombay", "Asia/Kolkata"),
        ("UK", "Europe/London"),
        ("Japan", "Asia/Tokyo"),
        ("EST", "America/New_York"),
        ("Eastern Time", "America/New_York"),
        ("Pacific Standard Time", "America/Los_Angeles"),
        ("UTC", "UTC"),
        ("gmt", "UTC"),
        ("London, UK", "Europe/London"),
        ("Delhi, India", "Asia/Kolkata"),
        ("IST (India)", "Asia/Kolkata"),
        ("CET/CEST", "CET"),
        ("CEST (Berlin)", "Europe/Berlin"),
        ("Berlin, CET", "Europe/Berlin"),
        ("München", "Europe/Berlin"),
        ("Köln", "Europe/Berlin"),
        ("Doha", "Asia/Qatar"),
        ("Cuba", "America/Havana"),
        ("UTC±0", "UTC"),
        ("EST/EDT", "America/New_York"),
        ("(UTC+01:00) Berlin", "Europe/Berlin"),
        ("Wien", "Europe/Vienna"),
        ("Deutschland", "Europe/Berlin"),
        ("Москва", "Europe/Moscow"),
        ("東京", "Asia/Tokyo"),
        ("California", "America/Los_Angeles"),
        ("UTC plus 2", "Etc/GMT-2"),
        ("GMT minus 5", "Etc/GMT+5"),
        ("UTC+5.5", "Asia/Kolkata"),
    ],
)
def test_zones_as_people_type_them(typed: str, zone: str) -> None:
    assert read_zone(typed) == zone


@pytest.mark.parametrize(
    "typed",
    ["", "Middle Earth", "../../etc/passwd", "Factory", "2", "Paris, Middle Earth", "Berlin/Tokyo",
     "(UTC+05:00) Berlin", "GMT/BST", "my time"],
)  # fmt: skip
def test_a_zone_that_is_none_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadArgument, match="Europe/Berlin"):
        read_zone(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "CST",
        "ist",
        "BST",
        "MST",
        "AST",
        "San Juan",
        "USA",
        "Brazil",
        "Texas",
        "West",
        "Granada",
        "Salvador",
        "Kongo",
        "Portland",
        "East Coast",
    ],
)
def test_what_stands_for_several_clocks_is_asked_with_what_to_write(typed: str) -> None:
    with pytest.raises(BadArgument, match=r"can be \w+/\w+.* or \w+/") as asked:
        read_zone(typed)
    named = [word.strip(",.") for word in asked.value.words.split() if "/" in word]
    assert all(read_zone(each) == each for each in named)


@pytest.mark.parametrize("typed", ["London, CET", "Tokyo (EET)", "Lisbon / CEST"])
def test_a_city_beside_a_clock_that_it_does_not_have_is_refused(typed: str) -> None:
    with pytest.raises(BadArgument, match="I do not know the time zone"):
        read_zone(typed)


def test_what_is_asked_back_names_zones_that_are_told_apart_by_their_clocks() -> None:
    for name, zones in SEVERAL.items():
        assert len({clocks(zone) for zone in zones}) > 1, name


def test_a_slip_gets_the_nearest_name() -> None:
    with pytest.raises(BadArgument, match="Did you mean Europe/Berlin"):
        read_zone("Berln")


@given(
    st.sampled_from(["UTC", "GMT", "utc ", "gmt", ""]),
    st.integers(-12, 14).filter(bool),
    st.sampled_from(["{}", "{:02}", "{}:00", "{:02}:00", "{:02}00", " {}"]),
    st.sampled_from(["-", "−", "–"]),
)
def test_an_offset_is_as_far_from_utc_as_it_says(
    before: str, hours: int, how: str, minus: str
) -> None:
    sign = "+" if hours > 0 else minus
    zone = ZoneInfo(read_zone(f"{before}{sign}{how.format(abs(hours))}"))
    for instant in (WINTER, SUMMER):
        assert instant.astimezone(zone).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("typed", "minutes"), [("+5:30", 330), ("UTC+05:45", 345), ("-9:30", -570)]
)
def test_an_offset_of_half_hours_is_kept_all_year_too(typed: str, minutes: int) -> None:
    zone = ZoneInfo(read_zone(typed))
    for instant in (WINTER, SUMMER):
        assert instant.astimezone(zone).utcoffset() == timedelta(minutes=minutes)


def test_an_offset_that_no_place_keeps_is_refused() -> None:
    for typed in ("+3:45", "UTC+15", "-13"):
        with pytest.raises(BadArgument, match="Please write your city"):
            read_zone(typed)


def test_every_zone_is_read_by_its_own_name_or_shows_the_same_clock() -> None:
    for zone in sorted(available_timezones()):
        try:
            read = read_zone(zone)
        except BadArgument:
            assert "/" not in zone, "only what is an abbreviation, too, may be asked about"
            continue
        if "/" in zone:
            assert read == zone
        elif zone != "EST" and zone != "HST":
            assert SUMMER.astimezone(ZoneInfo(read)).utcoffset() == (
                SUMMER.astimezone(ZoneInfo(zone)).utcoffset()
            )


def test_a_zone_in_words_is_read_as_a_zone_of_the_same_clock_or_asked_back() -> None:
    for zone in sorted(available_timezones() - {"Factory", "localtime"}):
        with suppress(BadArgument):
            assert clocks(read_zone(zone_words(zone))) == clocks(zone), zone


def test_a_zone_as_the_form_fills_it_in_is_read_as_a_zone_of_the_same_clock() -> None:
    for zone in sorted(available_timezones() - {"Factory", "localtime"}):
        with suppress(BadArgument):
            assert clocks(read_zone(zone_typed(zone))) == clocks(zone), zone


@pytest.mark.parametrize("typed", ["UTC2", "gmt 2", "2", "02:00", "utc2h"])
def test_an_offset_without_a_sign_is_asked_for_it(typed: str) -> None:
    with pytest.raises(BadArgument, match=r"UTC\+2, UTC-2, or Europe/Berlin"):
        read_zone(typed)


@pytest.mark.parametrize("offset", SOMETIMES)
def test_an_offset_of_one_season_names_the_zones_that_have_it(offset: tuple[int, int]) -> None:
    hours, minutes = offset
    with pytest.raises(BadArgument) as asked:
        read_zone(f"UTC{hours:+d}:{minutes}")
    far = timedelta(hours=abs(hours), minutes=minutes) * (1 if hours > 0 else -1)
    for zone in SOMETIMES[offset]:
        assert zone in asked.value.words
        assert far in clocks(zone)


def test_the_table_of_names_is_what_its_sources_make() -> None:
    """`python -m tests.tables` writes it."""
    assert table.OUT.read_text(encoding="utf-8") == table.source()
