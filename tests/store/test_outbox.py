"""Deliveries: leased by one worker at a time, in the order of their round, recorded once."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.model.action import Action
from bot.model.delivery import Delivery, DeliveryKind
from bot.model.message import Button, Weight
from bot.model.round import MessageRef, RoundState
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
    ending_of,
    notice,
    post_of,
    posted,
    round_,
    schedule,
    what_is_due,
)

LATER = NINE + 10 * MINUTE


async def keys(
    store: SqlStore,
    at: datetime = NINE,
    *,
    worker: str = "w1",
    until: datetime | None = None,
    limit: int = 10,
) -> list[str]:
    """The keys of what one worker then gets to send."""
    leased = await store.lease(WEB, worker, at, until or at + MINUTE, limit)
    return [delivery.key for delivery in leased]


async def test_what_is_owed_is_leased_when_it_is_due(store: SqlStore) -> None:
    owed = notice("n1", at=NINE + MINUTE)
    assert await store.owe(owed)
    assert await keys(store, NINE) == []
    leased = await store.lease(WEB, "w1", NINE + MINUTE, LATER, 10)
    assert leased == (replace(owed, attempts=1),)


async def test_a_key_is_owed_once(store: SqlStore) -> None:
    assert await store.owe(notice("n1"))
    assert not await store.owe(replace(notice("n1"), text="Hello again"))
    (leased,) = await store.lease(WEB, "w1", NINE, LATER, 10)
    await store.delivered(leased, None, NINE)
    assert not await store.owe(notice("n1")), "also after it was delivered"
    assert await keys(store, LATER + DAY) == []


async def test_a_lease_keeps_others_away_until_it_expires(store: SqlStore) -> None:
    await store.owe(notice("n1"))
    assert await keys(store, NINE, until=LATER) == ["n1"]
    assert await keys(store, LATER - MINUTE, worker="w2") == []
    (again,) = await store.lease(WEB, "w2", LATER, LATER + MINUTE, 10)
    assert again.attempts == 2


async def test_the_longest_due_come_first_up_to_the_limit(store: SqlStore) -> None:
    for minute in (3, 1, 2):
        await store.owe(notice(f"n{minute}", at=NINE + minute * MINUTE))
    assert await keys(store, LATER, limit=2) == ["n1", "n2"]
    assert await keys(store, LATER, limit=2) == ["n3"]


async def test_only_the_platforms_asked_for_are_served(store: SqlStore) -> None:
    for team_id in ("slack:T1", "discord:4711", TEAM):
        await store.owe(notice("n1", team_id))
    leased = await store.lease(frozenset({"slack", "web"}), "w1", NINE, LATER, 10)
    assert {delivery.team_id for delivery in leased} == {"slack:T1", TEAM}
    assert await store.lease(frozenset(), "w1", NINE, LATER, 10) == ()
    assert await store.next_instant(frozenset({"irc"})) is None
    assert await store.next_instant(frozenset({"discord"})) == NINE


async def test_a_delivery_waits_for_the_earlier_ones_of_its_round(store: SqlStore) -> None:
    closing = await posted(store)
    other = replace(notice("n1"), team_id=OTHER)
    await store.owe(other)
    await store.close(closing, ending_of(closing), FIVE)
    assert sorted(await keys(store, FIVE)) == ["close-r1", "n1"]
    assert await keys(store, FIVE) == [], "the reveal waits for the close"
    close = replace(ending_of(closing)[0], attempts=1)
    await store.postpone(close, FIVE + 2 * MINUTE, "busy")
    assert await keys(store, FIVE + MINUTE, until=LATER + DAY) == ["n1"]
    (close,) = await store.lease(WEB, "w1", FIVE + 2 * MINUTE, FIVE + 3 * MINUTE, 10)
    await store.delivered(close, None, FIVE + 2 * MINUTE)
    assert await keys(store, FIVE + 2 * MINUTE) == ["reveal-r1"]


async def test_a_reminder_that_is_not_due_holds_nothing_up(store: SqlStore) -> None:
    """It stands after the reveal: when the round is closed early, it waits in its turn."""
    planned = round_()
    remind = post_of(planned, key="remind-r1", kind=DeliveryKind.REMIND, due_at=FIVE, seq=4)
    await store.plan(planned, (post_of(planned), remind))
    (post,) = await store.lease(WEB, "w1", NINE, LATER, 10)
    await store.delivered(post, MessageRef(TEAM, CHANNEL, "m1"), NINE)
    assert await store.next_instant(WEB) == FIVE
    opened = await store.round(TEAM, "r1")
    assert opened is not None
    await store.close(opened, ending_of(planned, LATER), LATER)
    for key in ("close-r1", "reveal-r1"):
        (next_,) = await store.lease(WEB, "w1", FIVE, FIVE + MINUTE, 10)
        assert next_.key == key
        await store.delivered(next_, None, FIVE)
    assert await keys(store, FIVE) == ["remind-r1"]


async def test_an_earlier_debt_does_not_free_a_later_one_that_is_leased(store: SqlStore) -> None:
    """When its turn comes again, it is free only once its lease is over."""
    planned = round_(state=RoundState.CLOSED)
    close, reveal = ending_of(planned)
    await store.plan(planned, (reveal,))
    assert await keys(store, FIVE, until=FIVE + 10 * MINUTE) == ["reveal-r1"]
    assert await store.owe(close)
    (taken,) = await store.lease(WEB, "w2", FIVE, FIVE + MINUTE, 10)
    await store.delivered(taken, None, FIVE)
    assert await keys(store, FIVE + 9 * MINUTE) == []
    assert await keys(store, FIVE + 10 * MINUTE) == ["reveal-r1"]


async def test_teams_that_are_paused_are_left_alone(store: SqlStore) -> None:
    await store.arrived(TEAM, "Acme")
    await store.owe(notice("before"))
    await scheduled(store, schedule())
    assert await store.left(TEAM, "The bot was removed.")
    await store.owe(notice("after"))
    await scheduled(store, schedule(slot="second"))
    assert await keys(store) == []
    assert (await what_is_due(store, NINE, 10)).schedules == ()
    assert await store.next_instant() is None, "nothing is due, so nobody is woken in vain"
    await store.arrived(TEAM, "Acme")
    assert sorted(await keys(store)) == ["after", "before"]
    assert len((await what_is_due(store, NINE, 10)).schedules) == 2


async def test_recording_a_delivery_twice_changes_nothing(store: SqlStore) -> None:
    planned = round_()
    await store.plan(planned, (post_of(planned),))
    (post,) = await store.lease(WEB, "w1", NINE, LATER, 10)
    await store.delivered(post, MessageRef(TEAM, CHANNEL, "m1"), NINE)
    first = await store.round(TEAM, "r1")
    await store.delivered(post, MessageRef(TEAM, CHANNEL, "m2"), LATER)
    assert await store.round(TEAM, "r1") == first


async def test_a_slow_worker_may_record_after_its_lease(store: SqlStore) -> None:
    """The message did come out: what counts is that, and nobody posts it again."""
    planned = round_()
    await store.plan(planned, (post_of(planned),))
    (slow,) = await store.lease(WEB, "w1", NINE, LATER, 10)
    (quick,) = await store.lease(WEB, "w2", LATER, LATER + MINUTE, 10)
    await store.delivered(slow, MessageRef(TEAM, CHANNEL, "m1"), LATER)
    await store.delivered(quick, MessageRef(TEAM, CHANNEL, "m2"), LATER)
    opened = await store.round(TEAM, "r1")
    assert opened is not None
    assert opened.post == MessageRef(TEAM, CHANNEL, "m1")
    assert await keys(store, LATER + DAY) == []


async def test_a_slow_worker_does_not_give_back_the_lease_of_another(store: SqlStore) -> None:
    await store.owe(notice("n1"))
    (slow,) = await store.lease(WEB, "w1", NINE, LATER, 10)
    await store.lease(WEB, "w2", LATER, LATER + 5 * MINUTE, 10)
    await store.postpone(slow, LATER, "busy")
    await store.give_up(slow, "gone", LATER)
    assert await keys(store, LATER + MINUTE, worker="w3") == []
    assert await keys(store, LATER + 5 * MINUTE, worker="w3") == ["n1"]


async def test_what_is_postponed_comes_again(store: SqlStore) -> None:
    await store.owe(notice("n1"))
    (leased,) = await store.lease(WEB, "w1", NINE, LATER, 10)
    await store.postpone(leased, NINE + 2 * MINUTE, "busy")
    assert await keys(store, NINE + MINUTE) == []
    assert await store.next_instant() == NINE + 2 * MINUTE
    (again,) = await store.lease(WEB, "w1", NINE + 2 * MINUTE, LATER, 10)
    assert (again.attempts, again.due_at) == (2, NINE + 2 * MINUTE)


async def test_a_post_that_is_given_up_skips_its_round(store: SqlStore) -> None:
    planned = round_()
    await store.plan(planned, (post_of(planned),))
    (post,) = await store.lease(WEB, "w1", NINE, LATER, 10)
    await store.give_up(post, "not a member", NINE)
    assert await store.round(TEAM, "r1") == replace(planned, state=RoundState.SKIPPED)
    assert await keys(store, LATER + DAY) == []
    await store.delivered(post, MessageRef(TEAM, CHANNEL, "m1"), NINE)
    assert await store.round(TEAM, "r1") == replace(planned, state=RoundState.SKIPPED)


async def test_a_reveal_that_is_given_up_opens_look_ups_all_the_same(store: SqlStore) -> None:
    closing = await posted(store)
    await store.close(closing, ending_of(closing), FIVE)
    for _ in range(2):
        (next_,) = await store.lease(WEB, "w1", FIVE, FIVE + MINUTE, 10)
        await store.give_up(next_, "the channel is gone", FIVE)
    assert await store.round(TEAM, "r1") == replace(closing, state=RoundState.REVEALED)


@pytest.mark.parametrize("kind", list(DeliveryKind))
async def test_every_kind_reads_back_as_it_was_owed(store: SqlStore, kind: DeliveryKind) -> None:
    owed = Delivery(
        TEAM,
        "k" * 25,
        kind,
        "C9",
        NINE,
        member_id="grace",
        text="Grüße 👋",
        buttons=(Button("Take it", Action("take", ("p1",)), Weight.PRIMARY),),
        seq=3,
    )
    await store.owe(owed)
    assert await store.lease(WEB, "w1", NINE, LATER, 1) == (replace(owed, attempts=1),)


async def test_the_next_instant_is_the_earliest_of_all(store: SqlStore) -> None:
    assert await store.next_instant() is None
    await scheduled(store, schedule(next_at=FIVE + DAY))
    assert await store.next_instant() == FIVE + DAY
    opened = await posted(store)
    assert await store.next_instant() == FIVE, "the closing"
    await store.owe(notice("n1", at=LATER))
    assert await store.next_instant() == LATER
    await store.lease(WEB, "w1", LATER, LATER + MINUTE, 10)
    assert await store.next_instant() == LATER + MINUTE, "the lease may run out"
    await store.close(opened, ending_of(opened), LATER)
    assert await store.next_instant() == LATER + MINUTE, "before the close, owed at five"


async def test_what_was_made_long_ago_is_forgotten_and_what_is_owed_is_not(store: SqlStore) -> None:
    done, waiting = notice("n-1"), notice("n-2")
    for each in (done, waiting):
        assert await store.owe(each)
    await store.delivered(done, None, NINE)
    await store.forget_deliveries(NINE + MINUTE)
    assert await store.owe(done), "its key is free again"
    assert not await store.owe(waiting)


async def test_what_was_put_off_can_be_tried_at_once(store: SqlStore) -> None:
    await store.owe(notice("n1"))
    (leased,) = await store.lease(WEB, "w1", NINE, LATER, 10)
    assert not await store.hasten(TEAM, "n1", NINE), "a worker has it in hand"
    await store.postpone(leased, LATER, "refused")
    assert await store.hasten(TEAM, "n1", NINE + MINUTE)
    assert await keys(store, NINE + MINUTE) == ["n1"]
    assert not await store.hasten(OTHER, "n1", NINE)
