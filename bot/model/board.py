"""A board: a ranking over a window of the ledger."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Window(StrEnum):
    """The stretch of local days that a board sums over."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Standing:
    """One member's sum over the closed rounds of a window; `days` are those on which they answered."""

    member_id: str
    name: str
    points: int
    days: int
    hidden: bool = False
    open_points: int = 0
    """Points of rounds that are still open."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A standing with its rank: equal points share a rank and the next one skips."""

    rank: int
    standing: Standing
    moved: int = 0
    """Ranks gained (positive) or lost since the day before; 0 where there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Board:
    """A ranking in a channel from `first` to `last` local day, both included."""

    window: Window
    places: tuple[Ranked, ...]
    first: date | None
    last: date
