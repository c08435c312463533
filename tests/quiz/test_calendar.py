"""Openings and closings, through daylight-saving changes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.schedule import EVERY_DAY, Schedule
from bot.quiz.rules import calendar
from bot.quiz.rules.rules import Rules

BERLIN = "Europe/Berlin"


def schedule(
    opens: str, reveals: str = "17:00", zone: str = BERLIN, days: frozenset[int] = EVERY_DAY
) -> Schedule:
    return Schedule(
        team_id="web:demo",
        channel_id="ml",
        sheet_id="ml",
        opens=time.fromisoformat(opens),
        reveals=time.fromisoformat(reveals),
        zone=zone,
        days=days,
    )


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_next_opening_is_the_next_wall_clock_time_on_a_chosen_day() -> None:
    weekdays = schedule("09:00", days=frozenset(range(5)))
    friday_noon = utc("2026-11-20T12:00")
    assert calendar.next_opening(weekdays, friday_noon) == utc("2026-11-23T08:00")


def test_an_opening_is_strictly_later_than_the_instant_asked_from() -> None:
    opening = utc("2026-11-23T08:00")
    assert calendar.next_opening(schedule("09:00"), opening) == utc("2026-11-24T08:00")


def test_a_local_time_that_does_not_exist_is_moved_forward_by_the_gap() -> None:
    """On 2026-03-29 Berlin's clocks go from 02:00 to 03:00."""
    opening = calendar.next_opening(schedule("02:30"), utc("2026-03-28T12:00"))
    assert opening == utc("2026-03-29T01:30")
    assert calendar.local(opening, BERLIN).time() == time(3, 30)


def test_a_local_time_that_occurs_twice_opens_once_at_the_first() -> None:
    """On 2026-10-25 Berlin's clocks go from 03:00 back to 02:00."""
    first = calendar.next_opening(schedule("02:30"), utc("2026-10-24T12:00"))
    assert first == utc("2026-10-25T00:30")
    assert calendar.next_opening(schedule("02:30"), first) == utc("2026-10-26T01:30")


def test_no_days_mean_no_opening() -> None:
    assert (
        calendar.next_opening(schedule("09:00", days=frozenset()), utc("2026-11-20T12:00")) is None
    )


def test_a_reveal_before_the_opening_is_on_the_next_day() -> None:
    evening = schedule("18:00", reveals="09:00")
    opening = utc("2026-11-23T17:00")
    day = calendar.opening_day(evening, opening)
    assert calendar.closing(evening, day) == utc("2026-11-24T08:00")


def test_an_extra_question_closes_with_the_day_unless_that_is_too_near() -> None:
    rules = Rules()
    daily = schedule("09:00")
    assert calendar.closing_of_extra(daily, utc("2026-11-23T10:00"), rules) == utc(
        "2026-11-23T16:00"
    )
    late = calendar.closing_of_extra(daily, utc("2026-11-23T15:58"), rules)
    assert late == utc("2026-11-23T20:00")


zones = st.sampled_from(
    [
        "UTC",
        BERLIN,
        "America/New_York",
        "America/Nuuk",
        "America/Scoresbysund",
        "America/Havana",
        "Atlantic/Azores",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "Africa/Casablanca",
        "Asia/Beirut",
        "Asia/Kathmandu",
        "Pacific/Apia",
    ]
)
instants = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone


@given(zones, instants, st.times(), st.frozensets(st.integers(0, 6), min_size=1))
def test_openings_come_in_order_once_a_local_day_and_never_early(
    zone: str, after: datetime, opens: time, days: frozenset[int]
) -> None:
    daily = schedule(opens.replace(second=0, microsecond=0).isoformat(), zone=zone, days=days)
    seen = []
    for _ in range(20):
        opening = calendar.next_opening(daily, after)
        assert opening is not None
        assert opening > after
        assert calendar.opening_day(daily, opening).weekday() in days
        seen.append(calendar.opening_day(daily, opening))
        after = opening
    assert len(set(seen)) == len(seen)


@given(zones, instants, st.times())
def test_a_round_always_closes_after_it_opens_and_within_two_days(
    zone: str, after: datetime, reveals: time
) -> None:
    daily = schedule("09:00", reveals.replace(second=0, microsecond=0).isoformat(), zone)
    opening = calendar.next_opening(daily, after)
    assert opening is not None
    closes = calendar.closing(daily, calendar.opening_day(daily, opening))
    assert timedelta() < closes - opening < timedelta(days=2)


def changes(zone: str, first: int, last: int) -> list[datetime]:
    """The hours in which the clocks of a zone change between two years."""
    there, found = ZoneInfo(zone), []
    hour = datetime(first, 1, 1, tzinfo=UTC)
    while hour.year < last:
        after = hour + timedelta(hours=6)
        if hour.astimezone(there).utcoffset() != after.astimezone(there).utcoffset():
            found.append(hour)
        hour = after
    return found


GAPS = [
    *((zone, change) for zone in ("America/Nuuk", "America/Scoresbysund", "Africa/Cairo",
      "Asia/Beirut", "America/Havana", "Atlantic/Azores", "Australia/Lord_Howe", "America/Santiago")
      for change in changes(zone, 2024, 2027)),
    ("Pacific/Apia", utc("2011-12-30T10:00")),
    ("Pacific/Kwajalein", utc("1993-08-21T12:00")),
    ("America/Sao_Paulo", utc("2018-11-04T03:00")),
    ("Asia/Manila", utc("1844-12-31T16:00")),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "change"), GAPS, ids=lambda each: str(each)[:20])
@pytest.mark.parametrize("opens", ["00:00", "00:30", "01:30", "09:00", "22:30", "23:00", "23:30"])
def test_each_local_day_that_there_is_opens_once_around_a_change_of_clocks(
    zone: str, change: datetime, opens: str
) -> None:
    daily = schedule(opens, zone=zone, days=frozenset(range(7)))
    after, seen = change - timedelta(days=4), []
    while after < change + timedelta(days=4):
        opening = calendar.next_opening(daily, after)
        assert opening is not None
        assert opening > after
        day = calendar.opening_day(daily, opening)
        assert calendar.closing(daily, day) > opening
        assert not calendar.is_past(day, opening, opening + timedelta(minutes=1), zone)
        seen.append(day)
        after = opening
    first, last = seen[0], seen[-1]
    there = {
        (change + timedelta(hours=hour)).astimezone(ZoneInfo(zone)).date()
        for hour in range(-24 * 9, 24 * 9)
    }
    expected = [
        first + timedelta(days=step)
        for step in range((last - first).days + 1)
        if first + timedelta(days=step) in there
    ]
    assert seen == expected
