"""The calendar of a schedule: local days and wall-clock times as instants.

A local time that a daylight-saving change leaves out is moved forward by the gap; one that
occurs twice means the first. Both follow from reading a wall-clock time with `fold=0` (PEP 495).
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from bot.model.schedule import Schedule
from bot.quiz.rules.rules import Rules


def instant(day: date, at: time, zone: str) -> datetime:
    """The UTC instant of a wall-clock time on a local day."""
    return datetime.combine(day, at.replace(fold=0), ZoneInfo(zone)).astimezone(UTC)


def local(moment: datetime, zone: str) -> datetime:
    """An instant as the clocks of a zone show it."""
    return moment.astimezone(ZoneInfo(zone))


def next_opening(schedule: Schedule, after: datetime) -> datetime | None:
    """The first instant later than `after` at which a question is due; None without days."""
    if not schedule.days:
        return None
    day = local(after, schedule.zone).date() - timedelta(days=1)
    for _ in range(10):
        if day.weekday() in schedule.days:
            opening = instant(day, schedule.opens, schedule.zone)
            if opening > after:
                return opening
        day += timedelta(days=1)
    return None


def upcoming(schedule: Schedule, first: datetime) -> Iterator[datetime]:
    """`first` and every later opening."""
    opening: datetime | None = first
    while opening is not None:
        yield opening
        opening = next_opening(schedule, opening)


def openings(schedule: Schedule, first: datetime, until: datetime) -> Iterator[datetime]:
    """`first` and every later opening up to and including `until`."""
    return takewhile(lambda opening: opening <= until, upcoming(schedule, first))


def opening_day(schedule: Schedule, opening: datetime) -> date:
    """The local day to which an opening belongs, also where its wall-clock time was moved: past
    midnight, where the clocks leave out the hour before it.
    """
    there = local(opening, schedule.zone).date()
    if instant(there, schedule.opens, schedule.zone) == opening:
        return there
    before = there - timedelta(days=1)
    moved = instant(before, schedule.opens, schedule.zone) == opening
    return before if moved else there


def is_past(day: date, opening: datetime, now: datetime, zone: str) -> bool:
    """Whether the day of a question that was due at an instant is over in a zone."""
    return local(now, zone).date() > max(day, local(opening, zone).date())


def closing(schedule: Schedule, day: date) -> datetime:
    """When the question of a local day closes: at the reveal, on the next day if that comes
    before the opening.

    Where the opening was moved past the reveal, the question stays open for as long as on other
    days.
    """
    last = day + timedelta(days=1) if schedule.reveals <= schedule.opens else day
    reveal = instant(last, schedule.reveals, schedule.zone)
    opening = instant(day, schedule.opens, schedule.zone)
    if reveal <= opening:
        reveal = opening + (
            datetime.combine(last, schedule.reveals) - datetime.combine(day, schedule.opens)
        )
    return reveal


def closing_of_extra(schedule: Schedule | None, now: datetime, rules: Rules) -> datetime:
    """When a question that was asked by hand closes: at today's reveal if that is far enough
    away, else after `rules.extra_open`, rounded up to the next five minutes.
    """
    if schedule is not None:
        reveal = instant(local(now, schedule.zone).date(), schedule.reveals, schedule.zone)
        if reveal - now >= rules.shortest_open:
            return reveal
    end = now + rules.extra_open
    minutes = timedelta(minutes=-end.minute % 5)
    return (end + minutes).replace(second=0, microsecond=0)
