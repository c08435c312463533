"""Schedules: written, listed, due."""

from dataclasses import replace
from datetime import time

from bot.model.delivery import DeliveryKind
from bot.model.round import MessageRef
from bot.model.schedule import EVERY_DAY, Schedule
from bot.quiz.ports.schedules import Changed
from bot.store import SqlStore
from tests.scheduled import scheduled
from tests.store.cast import (
    CHANNEL,
    DAY,
    FIVE,
    MINUTE,
    NINE,
    OTHER,
    TEAM,
    WEB,
    post_of,
    round_,
    schedule,
    what_is_due,
)

WHERE = (TEAM, CHANNEL, "daily")


async def standing(store: SqlStore) -> Schedule:
    """The channel's only schedule."""
    (found,) = await store.schedules(TEAM, CHANNEL)
    return found


async def test_a_schedule_is_begun_once(store: SqlStore) -> None:
    assert await store.begin_schedule(schedule())
    assert not await store.begin_schedule(schedule(sheet_id="aws"))
    assert await store.schedules(TEAM, CHANNEL) == (schedule(),)
    assert await store.schedules(TEAM, "C2") == ()
    assert await store.schedules(OTHER, CHANNEL) == ()


async def test_a_schedule_asks_as_it_is_wanted_by_whoever_saw_how_it_stood(
    store: SqlStore,
) -> None:
    await store.begin_schedule(schedule())
    wanted = schedule(
        sheet_id="aws",
        opens=time(8, 30),
        reveals=time(0, 0),
        zone="Asia/Kathmandu",
        days=EVERY_DAY,
        next_at=NINE + DAY,
        channel_name="ml-study",
        made_by="grace",
        changed_by="grace",
    )
    changed = await store.reschedule(wanted, 1)
    assert changed == Changed(schedule(), replace(wanted, version=2))
    assert await standing(store) == replace(wanted, version=2)
    assert await store.reschedule(schedule(), 1) is None, "somebody else was first"
    assert await standing(store) == replace(wanted, version=2)
    assert await store.reschedule(schedule(), None) is not None, "whatever stands there"
    assert await store.reschedule(schedule(channel_id="C2"), None) is None
    assert await store.schedules(TEAM, "C2") == ()


async def test_a_sheet_and_a_pause_change_nothing_else(store: SqlStore) -> None:
    await store.begin_schedule(schedule())
    chosen = await store.choose_sheet(*WHERE, "aws", "ada")
    assert chosen is not None
    assert chosen.done
    assert chosen.schedule == schedule(sheet_id="aws", version=2, changed_by="ada")
    paused = await store.pause(*WHERE, "Holidays.", "grace")
    rests = schedule(
        sheet_id="aws", version=3, changed_by="grace", next_at=None, paused="Holidays."
    )
    assert paused == Changed(chosen.schedule, rests)
    again = await store.pause(*WHERE, "Me too.", "alan")
    assert again == Changed(rests, rests)
    assert not again.done
    same = await store.choose_sheet(*WHERE, "aws", "alan")
    assert same == Changed(rests, rests)
    assert await standing(store) == rests
    for other in ((OTHER, CHANNEL, "daily"), (TEAM, "C2", "daily"), (TEAM, CHANNEL, "noon")):
        assert await store.choose_sheet(*other, "aws", "ada") is None
        assert await store.pause(*other, "Holidays.", "ada") is None


async def test_a_change_takes_back_what_is_planned_and_in_nobodys_hands(store: SqlStore) -> None:
    """Its hour is due again where the change says nothing of hours."""
    read = schedule()
    await store.begin_schedule(read)
    planned = round_()
    remind = post_of(planned, key="remind-r1", kind=DeliveryKind.REMIND, due_at=FIVE, seq=4)
    assert await store.plan(planned, (post_of(planned), remind), read, NINE + DAY)
    chosen = await store.choose_sheet(*WHERE, "aws", "ada")
    assert chosen is not None
    assert (chosen.withdrawn, chosen.coming) == (1, ())
    assert chosen.schedule.next_at == NINE
    assert await store.round(TEAM, planned.id) is None
    assert await store.lease(WEB, "w1", FIVE, FIVE + MINUTE, 10) == ()
    again = round_("r2", sheet_id="aws")
    assert await store.plan(again, (post_of(again),), chosen.schedule, NINE + DAY)
    paused = await store.pause(*WHERE, "Holidays.", "ada")
    assert paused is not None
    assert (paused.withdrawn, paused.schedule.next_at) == (1, None)
    wanted = replace(paused.schedule, next_at=NINE + 2 * DAY)
    assert await store.reschedule(wanted, paused.schedule.version) is not None
    assert (await standing(store)).next_at == NINE + 2 * DAY


async def test_what_a_worker_has_in_hand_and_what_was_asked_by_hand_still_come(
    store: SqlStore,
) -> None:
    await store.begin_schedule(schedule())
    planned, asked = round_(), round_("r2", slot="ask-1", planned_at=NINE + MINUTE)
    assert await store.plan(planned, (post_of(planned),), schedule(), NINE + DAY)
    assert await store.plan(asked, (post_of(asked, due_at=FIVE),))
    elsewhere = round_("r3", channel_id="C2")
    assert await store.plan(elsewhere, (post_of(elsewhere, due_at=FIVE),))
    (post,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 10)
    paused = await store.pause(*WHERE, "Holidays.", "ada")
    assert paused is not None
    assert paused.withdrawn == 0
    assert [each.id for each in paused.coming] == ["r1", "r2"]
    await store.delivered(post, MessageRef(TEAM, CHANNEL, "m1"), NINE)
    again = await store.pause(*WHERE, "Holidays.", "ada")
    assert again is not None
    assert [each.id for each in again.coming] == ["r2"], "that one is out"


async def test_the_schedules_of_a_channel_come_by_opening_time(store: SqlStore) -> None:
    for slot, hour in (("evening", 18), ("noon", 12), ("daily", 9)):
        await scheduled(store, schedule(slot=slot, opens=time(hour)))
    assert [each.slot for each in await store.schedules(TEAM, CHANNEL)] == [
        "daily",
        "noon",
        "evening",
    ]


async def test_schedules_are_due_at_their_instant_the_longest_due_first(store: SqlStore) -> None:
    for minutes in (2, 0, 1):
        await scheduled(
            store, schedule(f"web:{minutes}", f"C{minutes}", next_at=NINE + minutes * MINUTE)
        )
    await scheduled(store, schedule(next_at=None))
    assert (await what_is_due(store, NINE - MINUTE, 10)).schedules == ()
    assert [each.team_id for each in (await what_is_due(store, NINE + MINUTE, 10)).schedules] == [
        "web:0",
        "web:1",
    ]
    assert [each.team_id for each in (await what_is_due(store, NINE + DAY, 2)).schedules] == [
        "web:0",
        "web:1",
    ]
