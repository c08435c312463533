"""Boards: windows of local days, and who stands where in them."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.model.board import Ranked, Standing, Window


def first_day(window: Window, today: date) -> date | None:
    """The local day on which a window began; weeks begin on Monday; None means no beginning."""
    match window:
        case Window.TODAY:
            return today
        case Window.WEEK:
            return today - timedelta(days=today.weekday())
        case Window.MONTH:
            return today.replace(day=1)
        case Window.ALL:
            return None


def last_day(window: Window, today: date) -> date | None:
    """The local day on which a window ends; None means never."""
    match window:
        case Window.TODAY:
            return today
        case Window.WEEK:
            return today + timedelta(days=6 - today.weekday())
        case Window.MONTH:
            return (today.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        case Window.ALL:
            return None


def ranked(standings: Sequence[Standing], before: Sequence[Standing] = ()) -> tuple[Ranked, ...]:
    """Rank by points: equal points share a rank and the next one skips (1, 2, 2, 4).

    Members who hide are left out before ranks are given. `before` are the standings of the day
    before in the same window; with them, each place says how many ranks were gained or lost.
    Within a rank, names stand in alphabetical order.
    """
    earlier = {place.standing.member_id: place.rank for place in ranked(before)} if before else {}
    shown = sorted(
        (standing for standing in standings if not standing.hidden),
        key=lambda standing: (-standing.points, standing.name.casefold(), standing.member_id),
    )
    places: list[Ranked] = []
    for position, standing in enumerate(shown, start=1):
        tied = bool(places) and places[-1].standing.points == standing.points
        rank = places[-1].rank if tied else position
        moved = earlier.get(standing.member_id, rank) - rank
        places.append(Ranked(rank, standing, moved))
    return tuple(places)


def place_of(member_id: str, places: Sequence[Ranked]) -> Ranked | None:
    """Where a member stands, or None."""
    return next((place for place in places if place.standing.member_id == member_id), None)
