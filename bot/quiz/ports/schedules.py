"""The part of the store that remembers when questions come; see `bot.quiz.ports.store`."""

from dataclasses import dataclass
from typing import Protocol

from bot.model.round import Round
from bot.model.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change made of a schedule."""

    before: Schedule
    """As it stood until then."""
    schedule: Schedule
    """As it stands now; the same as before where there was nothing to change."""
    withdrawn: int = 0
    """How many rounds were taken back."""
    coming: tuple[Round, ...] = ()
    """Rounds of the channel that are still to be posted all the same: a worker has them in hand,
    or somebody asked for them by hand.
    """

    @property
    def done(self) -> bool:
        """Whether there was anything to change."""
        return self.schedule.version != self.before.version


class Schedules(Protocol):
    """When questions come.

    Each change of a schedule makes its version grow by one and takes back the rounds of its slot
    that are planned and that no worker has in hand: they are gone with all that they owe, as if
    they had never been planned. Nothing that was planned from what stood before is posted after
    that, except what `Changed.coming` names.
    """

    async def begin_schedule(self, schedule: Schedule) -> bool:
        """Write the first schedule of a channel and slot; False, changing nothing, if there is
        one.
        """
        ...

    async def reschedule(self, wanted: Schedule, seen: int | None) -> Changed | None:
        """Let a schedule ask as `wanted` says: its hours, days, zone, sheet, next instant and
        channel name, and who made and changed it; it does not rest any more.

        `seen` is the version that this was decided on, None if it shall hold whatever is there.
        If another one stands there, or none, nothing changes and the answer is None.
        """
        ...

    async def choose_sheet(
        self, team_id: str, channel_id: str, slot: str, sheet_id: str, by: str
    ) -> Changed | None:
        """Let a schedule ask from a sheet, and change nothing else of it; None if there is no
        schedule. If a round was taken back for it, its hour is due again.
        """
        ...

    async def pause(
        self, team_id: str, channel_id: str, slot: str, why: str, by: str
    ) -> Changed | None:
        """Let a schedule rest, and change nothing else of it; None if there is no schedule. One
        that rests already stays as it is, and so does its version.
        """
        ...

    async def rest(self, read: Schedule, why: str) -> bool:
        """Pause a schedule that stands as it was read; False, changing nothing, if it was changed
        or moved on since.
        """
        ...

    async def schedules(self, team_id: str, channel_id: str) -> tuple[Schedule, ...]:
        """The schedules of a channel, by opening time."""
        ...
