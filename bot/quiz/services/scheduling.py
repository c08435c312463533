"""Scheduling: a channel's schedule, and what one begins with."""

from dataclasses import replace
from datetime import date, time

from bot.model.event import Actor
from bot.model.round import RoundState
from bot.model.schedule import Schedule
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.ports import Clock, Store
from bot.quiz.ports.schedules import Changed
from bot.quiz.rules.calendar import next_opening, opening_day
from bot.quiz.services.library import Library

_LATEST = 50
"""Rounds of the channel among which those of coming days are found: what was asked by hand counts
with them.
"""


class Scheduling:
    """Finds, begins and changes schedules, each change on what its maker saw."""

    def __init__(self, store: Store, clock: Clock, library: Library) -> None:
        self._store = store
        self._clock = clock
        self._library = library

    async def present(self, team_id: str, channel_id: str) -> Schedule | None:
        """The channel's schedule, or None."""
        schedules = await self._store.schedules(team_id, channel_id)
        return schedules[0] if schedules else None

    async def beginning(self, actor: Actor) -> Schedule:
        """What a channel without a schedule begins with; raises `NoSheet` if there is none."""
        require_channel(actor)
        entries = await self._library.entries(actor.team_id)
        if not entries:
            raise NoSheet()
        return Schedule(
            team_id=actor.team_id,
            channel_id=actor.channel_id,
            sheet_id=entries[0].id,
            opens=time(9),
            reveals=time(17),
            zone=actor.zone or "UTC",
            channel_name=actor.channel_name,
            made_by=actor.member_id,
            changed_by=actor.member_id,
        )

    async def begin(self, wanted: Schedule) -> Schedule | None:
        """Start the first schedule of a channel; None, changing nothing, if there is one."""
        started = await self._started(wanted)
        return started if await self._store.begin_schedule(started) else None

    async def change(self, wanted: Schedule, seen: int | None) -> Changed | None:
        """Let a channel's quiz run as it is wanted; None, changing nothing, if it does not stand
        in the version that was seen.
        """
        changed = await self._store.reschedule(await self._started(wanted), seen)
        while changed is not None and await self._promises_a_second(changed.schedule):
            again, version = await self._started(changed.schedule), changed.schedule.version
            mended = await self._store.reschedule(again, version)
            if mended is None:
                return changed
            changed = mended
        return changed

    async def resume(self, present: Schedule, by: str) -> Changed | None:
        """Let a schedule go on as it stood before it was paused or rested; None, changing nothing,
        if it was changed since it was read.
        """
        return await self.change(replace(present, changed_by=by), present.version)

    async def _promises_a_second(self, schedule: Schedule) -> bool:
        """Whether the day that is promised has its question by now: a worker was faster."""
        if schedule.next_at is None:
            return False
        return opening_day(schedule, schedule.next_at) in await self._had(schedule)

    async def _started(self, schedule: Schedule) -> Schedule:
        """The schedule with its next instant; a day that had its question is not promised
        another.
        """
        had = await self._had(schedule)
        opening = next_opening(schedule, self._clock.now())
        while opening is not None and opening_day(schedule, opening) in had:
            opening = next_opening(schedule, opening)
        return replace(schedule, next_at=opening, paused="", rests="")

    async def _had(self, schedule: Schedule) -> frozenset[date]:
        """The latest days that had their question. One that is only planned is taken back with
        the change.
        """
        rounds = await self._store.rounds(schedule.team_id, schedule.channel_id, _LATEST)
        return frozenset(
            round_.local_date
            for round_ in rounds
            if round_.slot == schedule.slot and round_.state is not RoundState.PLANNED
        )


def require_channel(actor: Actor) -> None:
    """Raise `BadArgument` where somebody is in no channel, as in a private message."""
    if not actor.channel_id:
        raise BadArgument("Please do this in the channel where the questions should come.")
