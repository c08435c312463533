"""A schedule as a test wants it to stand, whatever stood there before."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.model.schedule import Schedule
from bot.quiz.ports.schedules import Schedules

_SOME_TIME = datetime(2100, 1, 1, tzinfo=UTC)


async def scheduled(store: Schedules, wanted: Schedule) -> Schedule:
    """Write a schedule, in the place of the one of its channel and slot; as it then stands."""
    if await store.begin_schedule(wanted):
        return wanted
    changed = await store.reschedule(replace(wanted, next_at=wanted.next_at or _SOME_TIME), None)
    if wanted.next_at is None:
        changed = await store.pause(
            wanted.team_id, wanted.channel_id, wanted.slot, wanted.paused, wanted.changed_by
        )
    assert changed is not None
    return changed.schedule
