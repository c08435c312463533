"""The part of the store that remembers when questions come; see `bot.quiz.ports.store`."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from bot.model.delivery import Delivery
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


class Moved(Enum):
    """What came of taking a quiz to another channel."""

    DONE = "done"
    CHANGED = "changed"
    """It was changed meanwhile, or is there no more."""
    TAKEN = "taken"
    """The other channel has a quiz, or the history of one."""


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
        channel name, and who made and changed it; it is neither paused nor at rest any more, and what
        waited because its channel was closed to the bot is sent.

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
        """Let a schedule pause, and change nothing else of it; None if there is no schedule. One
        that is paused already stays as it is, and so does its version; one that rests does both, and
        is looked at as before.
        """
        ...

    async def rest(self, read: Schedule, why: str, owed: tuple[Delivery, ...] = ()) -> bool:
        """Let a schedule rest that stands as it was read, and owe the words that say so; False,
        changing nothing, if it was changed or moved on since.
        """
        ...

    async def keep_out(
        self, read: Schedule, why: str, look_at: datetime | None, owed: tuple[Delivery, ...]
    ) -> bool:
        """Let a schedule rest whose channel is closed to the bot, to be looked at again at an instant,
        and owe the words that say so. What is owed to that channel waits with it: it is sent when
        the schedule asks again (see `reschedule`), and given up with `stay_out`. False, changing
        nothing, if it was changed or moved on since it was read.
        """
        ...

    async def let_wait(self, read: Schedule) -> bool:
        """Let wait what is owed by now to the channel of a schedule that rests; False, changing
        nothing, if it was changed or moved on since it was read.
        """
        ...

    async def set_free(self, read: Schedule, why: str, owed: tuple[Delivery, ...]) -> bool:
        """Note of a schedule that rests that nothing stands in its way any more, and owe the words
        about it; it goes on resting, and what waits for it goes on waiting. False, changing nothing,
        if it was changed or moved on since it was read.
        """
        ...

    async def stay_out(
        self,
        read: Schedule,
        why: str,
        look_at: datetime | None,
        now: datetime,
        owed: tuple[Delivery, ...] = (),
    ) -> bool:
        """Let a schedule that rests go on resting for this reason, looked at again at an instant
        or, with None, not any more. What waited for the channel is given up as `give_up` does;
        `owed` are the words about it. False, changing nothing, if it was changed or moved on since
        it was read.
        """
        ...

    async def rename_channel(self, team_id: str, channel_id: str, name: str) -> None:
        """Write the name that a channel has now, in its schedules and its rounds that are to come,
        open, or still to be revealed; their versions stay.
        """
        ...

    async def move(self, read: Schedule, channel_id: str, channel_name: str, by: str) -> Moved:
        """Take the quiz of a channel to another one of the team, with its schedules, rounds,
        answers, points and reminders; what its rounds owe is sent there, and a post that stands in
        the old channel stays there.

        Changes nothing if the schedule was changed since it was read, or if the other channel has
        a schedule or ever had a round of its own: two histories do not fit into one.
        """
        ...

    async def team_schedules(self, team_id: str) -> tuple[Schedule, ...]:
        """All schedules of a team, by channel and opening time."""
        ...

    async def schedules(self, team_id: str, channel_id: str) -> tuple[Schedule, ...]:
        """The schedules of a channel, by opening time."""
        ...
