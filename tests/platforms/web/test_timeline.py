"""The playground's clock: what comes next, the way there, and never back."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.clock import MovableClock
from bot.model.delivery import Delivery, DeliveryKind
from bot.model.question import Item, Mode, Question
from bot.model.round import MessageRef, Round
from bot.model.schedule import EVERY_DAY, Schedule
from bot.platforms.web import protocol as wire
from bot.platforms.web import timeline
from bot.platforms.web.protocol import Skipped
from bot.platforms.web.server import WebPlatform
from bot.platforms.web.timeline import Standstill, Timeline
from bot.quiz.rules.rules import Limits, Rules, SameRules
from bot.store import SqlStore
from tests.platforms.web.clocks import MORNING, StillClock
from tests.platforms.web.desk import playground_desk
from tests.platforms.web.page import open_page
from tests.platforms.web.stage import open_platform
from tests.scheduled import scheduled
from tests.store.cast import what_is_due

CLOSING = MORNING + timedelta(hours=8)
TOMORROW = MORNING + timedelta(days=1)


def schedule(next_at: datetime | None = TOMORROW) -> Schedule:
    return Schedule(
        team_id="web:demo",
        channel_id="ml-study",
        sheet_id="sheet",
        opens=time(10),
        reveals=time(18),
        zone="Europe/Berlin",
        days=EVERY_DAY,
        next_at=next_at,
    )


async def open_round(store: SqlStore) -> None:
    """A question that was posted this morning and closes in eight hours."""
    round_ = Round(
        team_id="web:demo",
        id="r1",
        channel_id="ml-study",
        local_date=date(2026, 11, 24),
        slot="daily",
        sheet_id="sheet",
        question=Question("q1", "What is PCA?", Mode.ANY, (Item("a projection"),)),
        planned_at=MORNING,
        closes_at=CLOSING,
        zone="Europe/Berlin",
    )
    post = Delivery("web:demo", "k1", DeliveryKind.POST, "ml-study", MORNING, round_id="r1")
    remind_at = CLOSING - timedelta(hours=1)
    remind = Delivery(
        "web:demo", "k2", DeliveryKind.REMIND, "ml-study", remind_at, round_id="r1", seq=1
    )
    assert await store.plan(round_, (post, remind))
    (leased,) = await store.lease(frozenset({"web"}), "w", MORNING, CLOSING, 10)
    await store.delivered(leased, MessageRef("web:demo", "ml-study", "1"), MORNING)


async def test_a_day_is_skipped_through_event_by_event(
    store: SqlStore, clock: MovableClock
) -> None:
    await scheduled(store, schedule())
    await open_round(store)
    ahead = Timeline(clock, store, SameRules(Rules()), Limits())

    look = await ahead.look()
    assert (look.next, look.zone) == (CLOSING - timedelta(hours=1), "Europe/Berlin")
    assert look.event == "a reminder goes to those who asked for one"
    skipped = await ahead.skip()
    assert (
        skipped.text
        == "Skipped 7 hours to 17:00 Berlin time: a reminder goes to those who asked for one."
    )

    (reminder,) = await store.lease(frozenset({"web"}), "w", clock.now(), CLOSING, 10)
    await store.delivered(reminder, None, clock.now())
    skipped = await ahead.skip()
    assert (
        skipped.text
        == "Skipped 1 hour to 18:00 Berlin time: the question closes and its answer is shown."
    )
    assert clock.now() == CLOSING

    (due,) = (await what_is_due(store, clock.now(), 10)).closings
    assert await store.close(due, (), clock.now())
    skipped = await ahead.skip()
    assert (
        skipped.text == "Skipped 16 hours to tomorrow 10:00 Berlin time: the next question comes."
    )
    assert clock.now() == TOMORROW


async def test_two_who_skip_on_at_once_skip_one_event(store: SqlStore, clock: MovableClock) -> None:
    await scheduled(store, schedule())
    ahead = Timeline(clock, store, SameRules(Rules()), Limits())
    done = await asyncio.gather(*(ahead.skip() for _ in range(3)), return_exceptions=True)
    assert sum(isinstance(each, Skipped) for each in done) == 1
    assert {str(each) for each in done if isinstance(each, Standstill)} == {timeline.OVERTAKEN}
    assert clock.now() == TOMORROW


async def test_what_is_due_now_is_not_skipped(
    store: SqlStore,
    clock: MovableClock,
    platform: WebPlatform,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(timeline, "PATIENT", 0.0)
    await scheduled(store, schedule(MORNING))
    async with open_page(platform.url) as ada:
        reply = await ada.ask(wire.Skip)
        assert isinstance(reply, wire.Trouble)
        assert reply.text.startswith("Something is still being done.")
    assert clock.now() == MORNING


async def test_who_skips_on_while_something_is_being_done_waits_for_it(
    store: SqlStore, clock: MovableClock, platform: WebPlatform
) -> None:
    await scheduled(store, schedule(MORNING))
    async with open_page(platform.url) as ada:
        skipping = asyncio.create_task(ada.ask(wire.Skip))
        await scheduled(store, schedule(TOMORROW))
        assert isinstance(await skipping, wire.Done)
    assert clock.now() == TOMORROW


async def test_a_skip_is_seen_in_every_tab_and_moves_their_clocks(
    store: SqlStore, clock: MovableClock, platform: WebPlatform
) -> None:
    await scheduled(store, schedule())
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace") as grace:
        assert isinstance(await ada.ask(wire.Skip), wire.Done)
        skipped = await grace.wait(lambda: grace.latest(wire.Skipped))
        assert (
            skipped.text == "Skipped 1 day to tomorrow 10:00 Berlin time: the next question comes."
        )
        time_ = await grace.wait(lambda: grace.latest(wire.Time))
        assert time_.now == TOMORROW == clock.now()


async def test_after_a_restart_the_time_goes_on_from_where_it_was(store: SqlStore) -> None:
    await scheduled(store, schedule())
    before = MovableClock(StillClock())
    await Timeline(before, store, SameRules(Rules()), Limits()).skip()
    later = StillClock(MORNING + timedelta(minutes=5))
    after = MovableClock(later)
    async with open_platform(playground_desk(), store, after):
        assert after.now() == before.now() + timedelta(minutes=5)


async def test_a_clock_that_cannot_be_moved_says_so(store: SqlStore) -> None:
    await scheduled(store, schedule())
    async with (
        open_platform(playground_desk(), store, StillClock()) as platform,
        open_page(platform.url) as ada,
    ):
        assert not ada.welcome.time.movable
        reply = await ada.ask(wire.Skip)
        assert isinstance(reply, wire.Trouble)
        assert "cannot be moved" in reply.text


async def test_the_page_learns_of_what_comes_next_after_each_message(
    store: SqlStore, platform: WebPlatform
) -> None:
    async with open_page(platform.url) as ada:
        assert ada.welcome.time.next is None
        await scheduled(store, schedule())
        await ada.ask(lambda id_: wire.Line(id_, "/quiz today"))
        told = await ada.wait(lambda: ada.latest(wire.Time))
        assert told.next == TOMORROW
        assert told.now.tzinfo in (UTC, MORNING.tzinfo)


async def test_a_delivery_that_a_worker_holds_is_looked_at_again_until_it_is_made(
    store: SqlStore, platform: WebPlatform
) -> None:
    """Its lease ends half a minute on; no page may go on showing that as the next event."""
    notice = Delivery("web:demo", "k9", DeliveryKind.NOTICE, "ml-study", MORNING, member_id="ada")
    assert await store.owe(notice)
    until = MORNING + timedelta(seconds=30)
    (leased,) = await store.lease(frozenset({"web"}), "w", MORNING, until, 10)
    async with open_page(platform.url) as ada:
        assert ada.welcome.time.next == until
        await ada.ask(lambda id_: wire.Line(id_, "/quiz today"))
        await ada.wait(lambda: ada.latest(wire.Time))
        await store.delivered(leased, None, MORNING)
        await ada.wait(lambda: ((told := ada.latest(wire.Time)) and told.next is None) or None)
