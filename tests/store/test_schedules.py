"""Schedules: written, listed, due."""

from datetime import time

from bot.model.schedule import EVERY_DAY
from bot.store import SqlStore
from tests.store.cast import CHANNEL, DAY, MINUTE, NINE, OTHER, TEAM, schedule, what_is_due


async def test_a_schedule_is_replaced_by_one_of_the_same_channel_and_slot(
    store: SqlStore,
) -> None:
    await store.save_schedule(schedule())
    changed = schedule(
        sheet_id="aws",
        opens=time(8, 30),
        reveals=time(0, 0),
        zone="Asia/Kathmandu",
        days=EVERY_DAY,
        next_at=None,
        channel_name="ml-study",
        made_by="grace",
        paused="Nothing to ask.",
    )
    await store.save_schedule(changed)
    assert await store.schedules(TEAM, CHANNEL) == (changed,)
    assert await store.schedules(TEAM, "C2") == ()
    assert await store.schedules(OTHER, CHANNEL) == ()


async def test_the_schedules_of_a_channel_come_by_opening_time(store: SqlStore) -> None:
    for slot, hour in (("evening", 18), ("noon", 12), ("daily", 9)):
        await store.save_schedule(schedule(slot=slot, opens=time(hour)))
    assert [each.slot for each in await store.schedules(TEAM, CHANNEL)] == [
        "daily",
        "noon",
        "evening",
    ]


async def test_schedules_are_due_at_their_instant_the_longest_due_first(store: SqlStore) -> None:
    for minutes in (2, 0, 1):
        await store.save_schedule(
            schedule(f"web:{minutes}", f"C{minutes}", next_at=NINE + minutes * MINUTE)
        )
    await store.save_schedule(schedule(next_at=None))
    assert (await what_is_due(store, NINE - MINUTE, 10)).schedules == ()
    assert [each.team_id for each in (await what_is_due(store, NINE + MINUTE, 10)).schedules] == [
        "web:0",
        "web:1",
    ]
    assert [each.team_id for each in (await what_is_due(store, NINE + DAY, 2)).schedules] == [
        "web:0",
        "web:1",
    ]
