"""Channels that are closed to the bot, come back, or hand their quiz to another one."""

from dataclasses import replace

from bot.model.delivery import DeliveryKind
from bot.model.round import MessageRef, RoundState
from bot.model.schedule import Schedule
from bot.quiz.ports.schedules import Moved
from bot.quiz.ports.teams import Back
from bot.store import SqlStore
from tests.store.cast import (
    CHANNEL,
    DAY,
    FIVE,
    MINUTE,
    NINE,
    OTHER,
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

LATER = NINE + 10 * MINUTE


async def standing(store: SqlStore, channel: str = CHANNEL, team: str = TEAM) -> Schedule:
    """The schedule of a channel."""
    (found,) = await store.schedules(team, channel)
    return found


async def kept_out(store: SqlStore, *words: str) -> Schedule:
    """The channel's quiz rests from now on, looked at again in a day; as it then stands."""
    owed = tuple(notice(each) for each in words)
    assert await store.keep_out(await standing(store), "Archived.", NINE + DAY, owed)
    return await standing(store)


async def sent(store: SqlStore, at: object = LATER) -> list[str]:
    """The keys of what a worker gets to send."""
    leased = await store.lease(WEB, "w1", LATER + DAY, LATER + DAY + MINUTE, 20)
    return sorted(each.key for each in leased)


async def test_a_quiz_is_kept_out_once_with_one_word(store: SqlStore) -> None:
    await store.begin_schedule(schedule())
    read = await standing(store)
    after = await kept_out(store, "n1")
    assert after == replace(read, rests="Archived.", next_at=NINE + DAY, version=2)
    assert not await store.keep_out(read, "Archived.", NINE, (notice("n2"),))
    assert await store.let_wait(after), "what is owed by now"
    assert not await store.let_wait(read), "it was changed"
    assert await standing(store) == after
    assert await sent(store) == ["n1"]
    assert (await what_is_due(store, NINE + DAY)).schedules == (after,), "it is looked at then"


async def test_that_the_way_is_free_is_noted_once_and_what_waits_goes_on_waiting(
    store: SqlStore,
) -> None:
    await store.begin_schedule(schedule())
    await store.plan(round_(), (post_of(round_()),))
    rests = await kept_out(store)
    assert await store.set_free(rests, "Mended.", (notice("n1"),))
    free = await standing(store)
    assert free == replace(rests, rests="Mended.")
    assert not await store.set_free(free, "Mended.", (notice("n2"),))
    assert await sent(store) == ["n1"]


async def test_what_is_owed_to_a_closed_channel_waits_and_goes_out_when_it_asks_again(
    store: SqlStore,
) -> None:
    await store.begin_schedule(schedule())
    await store.plan(round_(), (post_of(round_()),))
    elsewhere = round_("r2", channel_id="C2")
    await store.plan(elsewhere, (post_of(elsewhere),))
    (mine, _) = sorted(
        await store.lease(WEB, "w1", NINE, LATER, 5), key=lambda each: each.channel_id
    )
    assert mine.channel_id == CHANNEL
    rests = await kept_out(store, "n1")
    await store.postpone(mine, NINE, "Archived.")
    assert await sent(store) == ["n1", "post-r2"]
    assert await store.reschedule(replace(rests, next_at=FIVE), rests.version) is not None
    assert await sent(store) == ["post-r1"]
    assert (await standing(store)).rests == ""


async def test_what_waited_too_long_is_given_up_as_if_it_had_been_tried(store: SqlStore) -> None:
    await store.begin_schedule(schedule())
    closed = await posted(store, round_("r2", slot="ask"))
    await store.close(closed, ending_of(closed), FIVE)
    await store.plan(round_(), (post_of(round_()),))
    rests = await kept_out(store)
    assert await store.stay_out(rests, "Deleted.", FIVE + DAY, FIVE, (notice("n1"),))
    states = {each.id: each.state for each in await store.rounds(TEAM, CHANNEL, 5)}
    assert states == {"r1": RoundState.SKIPPED, "r2": RoundState.REVEALED}
    assert await sent(store) == ["n1"]
    now = await standing(store)
    assert now == replace(rests, rests="Deleted.", next_at=FIVE + DAY)
    assert not await store.stay_out(rests, "Deleted.", None, FIVE), "somebody was faster"
    assert await store.stay_out(now, "Mended.", None, FIVE)
    assert (await what_is_due(store, NINE + 9 * DAY)).schedules == ()


async def test_what_a_worker_has_in_hand_is_left_to_it(store: SqlStore) -> None:
    await store.begin_schedule(schedule())
    await store.plan(round_(), (post_of(round_()),))
    (mine,) = await store.lease(WEB, "w1", NINE, LATER, 5)
    rests = await kept_out(store)
    assert await store.stay_out(rests, "Deleted.", None, NINE + MINUTE)
    await store.delivered(mine, MessageRef(TEAM, CHANNEL, "m1"), NINE + MINUTE)
    (open_,) = await store.rounds(TEAM, CHANNEL, 5)
    assert open_.state is RoundState.OPEN


async def test_a_paused_quiz_can_rest_and_a_resting_one_can_be_paused(store: SqlStore) -> None:
    await store.begin_schedule(schedule())
    await store.pause(TEAM, CHANNEL, "daily", "Holidays.", "ada")
    assert await store.keep_out(await standing(store), "Archived.", NINE, ())
    both = await standing(store)
    assert (both.paused, both.rests, both.next_at) == ("Holidays.", "Archived.", NINE)
    assert both.changed_by == "ada", "who paused it stays known"
    await store.begin_schedule(schedule(channel_id="C2"))
    await store.keep_out(await standing(store, "C2"), "Archived.", NINE, ())
    changed = await store.pause(TEAM, "C2", "daily", "Holidays.", "ada")
    assert changed is not None
    assert changed.done
    assert replace(changed.schedule, channel_id=CHANNEL) == replace(both, version=3)


async def test_a_name_is_written_where_it_will_be_read(store: SqlStore) -> None:
    await store.begin_schedule(schedule(channel_name="old"))
    await store.plan(round_(channel_name="old"), ())
    await store.rename_channel(TEAM, CHANNEL, "new")
    assert (await standing(store)).channel_name == "new"
    assert (await standing(store)).version == 1
    assert [each.channel_name for each in await store.rounds(TEAM, CHANNEL, 5)] == ["new"]


async def test_a_quiz_moves_with_all_that_it_has(store: SqlStore) -> None:
    for team in (TEAM, OTHER):
        await store.begin_schedule(schedule(team))
        await posted(store, round_(team_id=team))
        await store.record(answer(team_id=team))
        await store.set_reminder(team, CHANNEL, "ada", wanted=True)
    assert await store.move(await standing(store), "C2", "new", "ada") is Moved.DONE
    moved = await standing(store, "C2")
    assert moved == schedule(channel_id="C2", channel_name="new", version=2, changed_by="ada")
    (there,) = await store.rounds(TEAM, "C2", 5)
    assert there.channel_name == "new"
    assert there.post is not None
    assert there.post.channel_id == CHANNEL, "a post stays where it stands"
    assert [each.points for each in await store.standings(TEAM, "C2", None, TODAY, "ada")]
    assert await store.answered_days(TEAM, "C2", "ada") == (TODAY,)
    assert await store.wants_reminder(TEAM, "C2", "ada")
    assert await store.rounds(TEAM, CHANNEL, 5) == ()
    assert await store.schedules(OTHER, CHANNEL) == (schedule(OTHER),), "another team stays"
    assert len(await store.rounds(OTHER, CHANNEL, 5)) == 1


async def test_an_answer_that_was_on_its_way_while_the_quiz_moved_counts_where_it_is(
    store: SqlStore,
) -> None:
    await store.begin_schedule(schedule())
    await posted(store, round_())
    await store.move(await standing(store), "C2", "new", "ada")
    await store.record(answer())
    (said,) = await store.answers(TEAM, "r1")
    assert said.channel_id == "C2"
    assert await store.answered_days(TEAM, "C2", said.member_id) == (TODAY,)


async def test_a_quiz_moves_only_as_it_was_seen_and_never_into_another_history(
    store: SqlStore,
) -> None:
    await store.begin_schedule(schedule())
    read = await standing(store)
    await store.begin_schedule(schedule(channel_id="C2"))
    await posted(store, round_("r2", channel_id="C3"))
    for taken in ("C2", "C3"):
        assert await store.move(read, taken, "", "ada") is Moved.TAKEN
    await store.choose_sheet(TEAM, CHANNEL, "daily", "aws", "grace")
    assert await store.move(read, "C4", "", "ada") is Moved.CHANGED
    assert await store.schedules(TEAM, "C4") == ()


async def test_a_team_that_is_back_finds_everything_at_rest(store: SqlStore) -> None:
    await store.begin_schedule(schedule())
    await store.plan(round_(), (post_of(round_()),))
    await store.arrived(TEAM, "Acme", Back("Back.", NINE, (notice("n0"),)))
    assert (await standing(store)).runs, "it was not away"
    await store.left(TEAM, "Removed.")
    await store.arrived(TEAM, "Acme", Back("Back.", NINE, (notice("n1"),)))
    assert await standing(store) == schedule(rests="Back.", next_at=None, version=2)
    assert [each.state for each in await store.rounds(TEAM, CHANNEL, 5)] == [RoundState.SKIPPED]
    assert await sent(store) == ["n1"]


async def test_a_word_that_could_not_be_brought_is_handed_out_once(store: SqlStore) -> None:
    for number in range(3):
        await store.owe(notice(f"n{number}", at=NINE + number * MINUTE))
    for each in await store.lease(WEB, "w1", LATER, LATER + MINUTE, 5):
        assert each.kind is DeliveryKind.NOTICE
        await store.leave_unread(each, "Shut.", LATER)
    who = notice("n").member_id
    assert await store.unread(TEAM, "somebody", 5) == ()
    assert await store.unread(OTHER, who, 5) == ()
    assert [each.key for each in await store.unread(TEAM, who, 2)] == ["n0", "n1"]
    assert [each.key for each in await store.unread(TEAM, who, 2)] == ["n2"]
    assert await store.unread(TEAM, who, 2) == ()
    assert await sent(store) == []
