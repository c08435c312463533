"""The schedule of a channel: when its questions come, from which sheet, and when they close."""

from dataclasses import dataclass
from datetime import datetime, time

WEEKDAYS = frozenset(range(5))
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Schedule:
    """One daily slot of a channel; `opens` and `reveals` are wall-clock times in `zone`.

    A reveal at or before the opening is on the next day.
    """

    team_id: str
    channel_id: str
    sheet_id: str
    opens: time
    reveals: time
    zone: str
    """IANA name."""
    days: frozenset[int] = WEEKDAYS
    """Weekdays on which a question comes, Monday is 0."""
    slot: str = "daily"
    next_at: datetime | None = None
    """The next instant (UTC) at which a question is due or, while the quiz rests, at which it is
    looked whether it could go on; None while neither is to come.
    """
    channel_name: str = ""
    made_by: str = ""
    """The quizmaster who set it up."""
    paused: str = ""
    """Why a person let it pause, in words for quizmasters; empty while nobody did."""
    rests: str = ""
    """Why the bot lets it rest (the channel is gone, the sheet is empty), in words for quizmasters;
    empty while it does not. Like a pause it ends only when a person says so.
    """
    version: int = 1
    """Grows with every change of the schedule; that its next instant moves on is none."""
    changed_by: str = ""
    """The quizmaster who changed it last; empty where nobody did, as when it rests by itself."""

    @property
    def runs(self) -> bool:
        """Whether questions come: it is neither paused nor at rest, and has days."""
        return self.next_at is not None and not self.paused and not self.rests

    @property
    def stands_still(self) -> str:
        """Why no questions come, in words for quizmasters; empty while they do."""
        return self.paused or self.rests

    @property
    def asking(self) -> tuple[object, ...]:
        """What a quizmaster chooses of it: two that ask alike have the same."""
        return self.sheet_id, self.opens, self.reveals, self.zone, self.days
