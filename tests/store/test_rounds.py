"""Rounds, from the plan to the reveal."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model.delivery import DeliveryKind
from bot.model.round import MessageRef, RoundState
from bot.model.schedule import Schedule
from bot.quiz.ports.rounds import Asked, StillUntold
from bot.store import SqlStore
from tests.scheduled import scheduled
from tests.store.cast import (
    CHANNEL,
    DAY,
    FIVE,
    MINUTE,
    NINE,
    QUESTION,
    TEAM,
    TODAY,
    WEB,
    answer,
    ending_of,
    notice,
    post_of,
    posted,
    round_,
    schedule,
    what_is_due,
)


async def test_a_planned_round_reads_back_as_it_was_written(store: SqlStore) -> None:
    planned = round_(zone="Europe/Berlin", channel_name="ml-study")
    assert await store.plan(planned, (post_of(planned),))
    assert await store.round(TEAM, "r1") == planned
    assert await store.round(TEAM, "r2") is None


async def test_a_channel_has_one_round_a_day_and_slot(store: SqlStore) -> None:
    """The second plan changes nothing but the schedule's next instant."""
    await scheduled(store, schedule())
    assert await store.plan(round_(), (post_of(round_()),), schedule(), NINE + DAY)
    again, moved_on = round_("r2"), schedule(next_at=NINE + DAY)
    assert not await store.plan(again, (post_of(again),), moved_on, NINE + 2 * DAY)
    assert await store.round(TEAM, "r2") is None
    assert await store.schedules(TEAM, CHANNEL) == (schedule(next_at=NINE + 2 * DAY),)
    leased = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 10)
    assert [delivery.key for delivery in leased] == ["post-r1"]


async def test_another_slot_or_day_or_channel_is_another_round(store: SqlStore) -> None:
    for number, planned in enumerate(
        (
            round_("r1"),
            round_("r2", slot="extra"),
            round_("r3", local_date=TODAY + DAY),
            round_("r4", channel_id="C2"),
        )
    ):
        assert await store.plan(planned, ()), number


async def changed_since(store: SqlStore) -> AsyncIterator[tuple[Schedule, str]]:
    """The schedule as it stands after each of the ways in which it can change."""
    where, read = (TEAM, CHANNEL, "daily"), await scheduled(store, schedule())
    later = replace(read, opens=read.opens.replace(hour=11), next_at=NINE + timedelta(hours=2))
    await store.reschedule(later, read.version)
    yield read, "a quizmaster moved the hour"
    read = await scheduled(store, schedule())
    await store.choose_sheet(*where, "aws", "ada")
    yield read, "a quizmaster chose another sheet"
    read = await scheduled(store, schedule())
    await store.pause(*where, "Holidays.", "ada")
    yield read, "a quizmaster paused it"
    read = await scheduled(store, schedule())
    await store.plan(round_("other"), (), read, NINE + DAY)
    yield read, "another planner moved it on"
    yield schedule(channel_id="C2"), "it is gone"


async def test_nothing_is_planned_from_a_schedule_that_was_changed_since_it_was_read(
    store: SqlStore,
) -> None:
    async for read, why in changed_since(store):
        before = await store.schedules(TEAM, CHANNEL)
        planned = round_(slot="late")
        assert not await store.plan(planned, (post_of(planned),), read, NINE + 3 * DAY), why
        assert await store.round(TEAM, planned.id) is None, why
        assert await store.lease(WEB, "w1", FIVE, FIVE + MINUTE, 10) == (), why
        assert await store.schedules(TEAM, CHANNEL) == before, why


async def test_a_planner_that_found_nothing_to_ask_rests_no_schedule_that_was_changed(
    store: SqlStore,
) -> None:
    async for read, why in changed_since(store):
        before = await store.schedules(TEAM, CHANNEL)
        assert not await store.rest(read, "Nothing to ask."), why
        assert await store.schedules(TEAM, CHANNEL) == before, why
    read = await scheduled(store, schedule())
    assert await store.rest(read, "Nothing to ask.")
    rests = replace(read, next_at=None, rests="Nothing to ask.", version=read.version + 1)
    assert await store.schedules(TEAM, CHANNEL) == (rests,)


async def test_nothing_is_planned_for_a_team_that_has_just_left(store: SqlStore) -> None:
    """What was missed is told when it comes back, as for any other while."""
    read = await scheduled(store, schedule())
    await store.left(TEAM, "Removed.")
    assert not await store.plan(round_(), (post_of(round_()),), read, NINE + DAY)
    assert await store.schedules(TEAM, CHANNEL) == (read,)
    await store.arrived(TEAM, "Acme")
    assert await store.plan(round_(), (post_of(round_()),), read, NINE + DAY)


async def test_a_round_goes_from_planned_to_revealed(store: SqlStore) -> None:
    planned = round_()
    await store.plan(planned, (post_of(planned),))

    (post,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 10)
    posting = await store.round(TEAM, "r1")
    assert posting == replace(planned, state=RoundState.POSTING)

    ref = MessageRef(TEAM, CHANNEL, "m1", "t1")
    await store.delivered(post, ref, NINE + MINUTE)
    opened = await store.round(TEAM, "r1")
    assert opened == replace(planned, state=RoundState.OPEN, opened_at=NINE + MINUTE, post=ref)
    assert await store.round_at(ref) == opened
    assert await store.round_at(replace(ref, message_id="m2")) is None

    assert await store.close(opened, ending_of(planned), FIVE)
    assert not await store.close(opened, ending_of(planned), FIVE)
    assert await store.round(TEAM, "r1") == replace(opened, state=RoundState.CLOSED)

    (close,) = await store.lease(WEB, "w1", FIVE, FIVE + MINUTE, 10)
    await store.delivered(close, None, FIVE)
    (reveal,) = await store.lease(WEB, "w1", FIVE, FIVE + MINUTE, 10)
    assert reveal.kind is DeliveryKind.REVEAL
    await store.delivered(reveal, MessageRef(TEAM, CHANNEL, "m2", "t1"), FIVE)
    assert await store.round(TEAM, "r1") == replace(opened, state=RoundState.REVEALED)


async def test_a_skipped_round_owes_only_words_to_the_quizmaster(store: SqlStore) -> None:
    skipped = round_(state=RoundState.SKIPPED)
    assert await store.plan(skipped, (notice("skip-r1"),))
    (told,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 10)
    assert (told.key, told.text) == ("skip-r1", "Hello")
    assert await store.round(TEAM, "r1") == skipped
    assert await store.played_days(TEAM, CHANNEL) == ()
    assert await store.asked(TEAM, CHANNEL) == ()
    assert await store.live_questions(TEAM, NINE) == ()
    assert await store.rounds(TEAM, CHANNEL, 5) == (skipped,)


async def test_the_latest_rounds_come_first(store: SqlStore) -> None:
    for day in range(3):
        date_ = TODAY + day * DAY
        await store.plan(round_(f"r{day}", local_date=date_, planned_at=NINE + day * DAY), ())
    await store.plan(
        round_("extra", slot="extra", local_date=TODAY + DAY, planned_at=NINE + DAY + MINUTE),
        (),
        None,
    )
    assert [found.id for found in await store.rounds(TEAM, CHANNEL, 3)] == ["r2", "extra", "r1"]
    assert await store.rounds(TEAM, "C2", 3) == ()


async def test_what_a_channel_was_asked_is_counted_with_its_last_day(store: SqlStore) -> None:
    other = replace(QUESTION, id="knn")
    for day, question in enumerate((QUESTION, other, QUESTION)):
        await store.plan(
            round_(f"r{day}", local_date=TODAY + day * DAY, question=question), (), None
        )
    assert set(await store.asked(TEAM, CHANNEL)) == {
        Asked("pca", 2, TODAY + 2 * DAY),
        Asked("knn", 1, TODAY + DAY),
    }


async def test_a_question_is_live_until_it_closes(store: SqlStore) -> None:
    planned = round_()
    await store.plan(planned, (post_of(planned),))
    assert await store.live_questions(TEAM, FIVE + DAY) == (planned,), "planned: still to come"
    (post,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 10)
    await store.delivered(post, MessageRef(TEAM, CHANNEL, "m1"), NINE)
    assert [live.id for live in await store.live_questions(TEAM, FIVE - MINUTE)] == ["r1"]
    assert await store.live_questions(TEAM, FIVE) == ()


async def test_a_question_is_untold_until_its_reveal_is_out(store: SqlStore) -> None:
    """Whatever the clock says, and also where it was closed and the reveal is owed."""

    async def untold() -> list[str]:
        return [each.id for each in await store.untold(TEAM)]

    planned = round_()
    close, reveal = ending_of(planned)
    await store.plan(planned, (post_of(planned),), None)
    assert await untold() == ["r1"]
    (post,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 10)
    assert await untold() == ["r1"]
    await store.delivered(post, MessageRef(TEAM, CHANNEL, "m1"), NINE)
    assert await untold() == ["r1"]
    await store.close(planned, (close, reveal), FIVE)
    assert await untold() == ["r1"]
    assert await store.live_questions(TEAM, NINE) == ()
    for owed in (close, reveal):
        await store.delivered(owed, MessageRef(TEAM, CHANNEL, "m2"), FIVE)
    assert await untold() == []
    assert await store.untold("web:other") == ()


async def test_a_round_that_would_give_away_an_untold_answer_is_not_planned(
    store: SqlStore,
) -> None:
    rivals = frozenset({"pca", "pca-back"})
    first = round_()
    await scheduled(store, schedule())
    assert await store.plan(first, (post_of(first),), rivals=rivals)
    back = round_("r2", channel_id="C2", question=replace(QUESTION, id="pca-back"))
    read = await scheduled(store, schedule(channel_id="C2"))
    with pytest.raises(StillUntold):
        await store.plan(back, (post_of(back),), read, NINE + DAY, rivals)
    assert await store.rounds(TEAM, "C2", 9) == ()
    (kept,) = await store.schedules(TEAM, "C2")
    assert kept.next_at == NINE, "nothing changed"
    (post,) = await store.lease(WEB, "w1", NINE, FIVE, 9)
    assert post.key == "post-r1"
    other = round_("r3", channel_id="C2", question=replace(QUESTION, id="knn"))
    assert await store.plan(other, (), read, NINE + DAY, frozenset({"knn"}))
    elsewhere = replace(back, team_id="web:other")
    assert await store.plan(elsewhere, (), rivals=rivals), "another team's question is its own"
    assert not await store.plan(first, (), rivals=rivals), "the same again is done already"
    await store.give_up(post, "gone", NINE)
    again = round_("r4", slot="again")
    assert await store.plan(again, (), rivals=rivals)


async def test_days_count_as_played_once_their_question_was_posted(store: SqlStore) -> None:
    planned = round_()
    await store.plan(planned, (post_of(planned),))
    assert await store.played_days(TEAM, CHANNEL) == ()
    (post,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 10)
    assert await store.played_days(TEAM, CHANNEL) == ()
    await store.record(answer())
    assert await store.played_days(TEAM, CHANNEL) == (TODAY,), "answered, so it was posted"
    await store.delivered(post, MessageRef(TEAM, CHANNEL, "m1"), NINE)
    assert await store.played_days(TEAM, CHANNEL) == (TODAY,)


async def test_open_rounds_are_due_to_close_at_their_time(store: SqlStore) -> None:
    early = await posted(store, round_("r1", closes_at=FIVE - MINUTE))
    late = await posted(store, round_("r2", slot="extra"))
    await store.plan(round_("r3", slot="third", closes_at=NINE), ())
    assert (await what_is_due(store, FIVE - 2 * MINUTE, 10)).closings == ()
    assert (await what_is_due(store, FIVE, 10)).closings == (early, late)
    assert (await what_is_due(store, FIVE, 1)).closings == (early,)
    await store.close(early, (), FIVE)
    assert (await what_is_due(store, FIVE, 10)).closings == (late,)


async def test_counts_that_nobody_here_can_show_hold_up_no_others(store: SqlStore) -> None:
    """The platform of another process is away, and its rounds have waited longest."""
    for number in range(3):
        away = round_("r1", f"web2:{number}")
        assert await store.plan(away, (post_of(away),))
        (leased,) = await store.lease(frozenset({"web2"}), "w2", NINE, NINE + MINUTE, 1)
        await store.delivered(leased, MessageRef(away.team_id, CHANNEL, "m"), NINE)
        await store.record(answer(team_id=away.team_id))
    lost = round_("r0", slot="lost")
    assert await store.plan(lost, (post_of(lost),))
    (leased,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 1)
    await store.delivered(leased, None, NINE)
    await store.record(answer(round_id="r0", key="lost"))
    mine = await posted(store)
    await store.record(answer())
    (stale,) = (await what_is_due(store, NINE + MINUTE, 3)).counts
    assert (stale.team_id, stale.id) == (TEAM, mine.id)
    due = await store.due(frozenset(), FIVE, FIVE, 3)
    assert due.counts == ()
    assert not due.deliveries
    assert len(due.closings) == 3, "whoever is connected to nothing still closes"


async def test_a_count_is_refreshed_at_most_every_so_often(store: SqlStore) -> None:
    await posted(store)
    assert (await what_is_due(store, NINE + MINUTE, 10)).counts == (), "nobody has answered"
    await store.record(answer("ada"))
    assert (await what_is_due(store, NINE, 10)).counts == (), "the post is fresh"
    (stale,) = (await what_is_due(store, NINE + MINUTE, 10)).counts
    assert stale.answered == 1
    assert await store.refresh_count(stale, NINE + MINUTE)
    assert not await store.refresh_count(stale, NINE + MINUTE), "somebody else did"
    await store.record(answer("grace"))
    assert not await store.refresh_count(stale, NINE + MINUTE), "this one is for the next refresh"
    assert (await what_is_due(store, NINE + MINUTE, 10)).counts == ()
    (stale,) = (await what_is_due(store, NINE + 2 * MINUTE, 10)).counts
    assert stale.answered == 2
    await store.close(stale, (), FIVE)
    assert (await what_is_due(store, FIVE, 10)).counts == ()
    assert not await store.refresh_count(stale, FIVE)
