"""Channels that change: each is met once, the quiz rests there, and only a person lets it go on."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.model.delivery import Delivery, DeliveryKind
from bot.model.event import Call, Press
from bot.model.message import Message, Say
from bot.model.obstacle import Obstacle
from bot.model.round import RoundState
from bot.model.schedule import Schedule
from bot.model.team import Team
from bot.quiz.ports.chat import Gone, Refused, Unfit
from tests.quiz.room import (
    CHANNEL,
    SINGLE,
    TEAM,
    Room,
    button,
    plan_only,
    practice,
    said,
    words,
)
from tests.quiz.test_set_up import GOOD

ARCHIVED = Obstacle("I can't post in #ml-study: it is archived.", "Bring it back.")


async def standing(room: Room, channel: str = CHANNEL) -> Schedule:
    """The schedule of a channel."""
    (found,) = await room.store.schedules(TEAM, channel)
    return found


async def resumes(room: Room, name: str = "Ada") -> str:
    """Somebody presses the newest Resume that was sent in private."""
    offered = [each for row in room.chat.buttons for each in row if each.label == "Resume"]
    return said(await room.acts(name, offered[-1].action))


async def test_what_stands_in_the_way_is_told_once_with_what_to_do_and_the_quiz_rests(
    room: Room,
) -> None:
    await room.store.arrived(TEAM, "Deep Learners")
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    assert room.chat.told == [
        (
            "ada",
            "In Deep Learners: I can't post in #ml-study: it is archived. Bring it back. The quiz "
            "rests there until a quizmaster lets it go on; points and streaks stay. I tell you "
            "when I see that the way is free.\n[Resume]",
        )
    ]
    for _ in range(10):
        await room.later(days=1)
    assert len(room.chat.told) == 1
    assert (await standing(room)).rests == str(ARCHIVED)


async def test_a_channel_that_is_back_is_offered_once_and_nothing_resumes_by_itself(
    room: Room,
) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    await room.later(days=2)
    del room.chat.obstacles[CHANNEL]
    await room.later(days=1)
    for _ in range(5):
        await room.later(days=1)
    assert room.chat.posted == []
    assert [what.split(";")[0] for _, what in room.chat.told[1:]] == [
        "Nothing stands in my way in #ml-study any more. The quiz still rests there"
    ]
    assert (await resumes(room)).startswith("The quiz will run in #ml-study every day at 09:00")
    await room.later(days=1)
    assert len(room.chat.posted) == 1
    assert (await standing(room)).runs


async def test_a_hint_of_the_platform_is_enough_to_rest_before_anything_is_refused(
    room: Room,
) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.dispatcher.channel_changed(TEAM, CHANNEL)
    await room.dispatcher.channel_changed(TEAM, CHANNEL)
    await room.work()
    assert len(room.chat.told) == 1
    del room.chat.obstacles[CHANNEL]
    await room.dispatcher.channel_changed(TEAM)
    await room.dispatcher.channel_changed(TEAM, CHANNEL)
    await room.work()
    assert len(room.chat.told) == 2
    await room.later(days=2)
    await room.dispatcher.channel_changed(TEAM, CHANNEL)
    await room.work()
    assert len(room.chat.told) == 2, "it was offered"
    assert (await standing(room)).next_at is None, "nothing is looked for any more"


async def test_a_hint_about_a_channel_without_a_quiz_is_of_no_interest(room: Room) -> None:
    before = await standing(room)
    await room.dispatcher.channel_changed(TEAM, "elsewhere", "elsewhere")
    await room.dispatcher.channel_changed("test:other")
    await room.work()
    assert await standing(room) == before
    assert room.chat.told == []


async def test_a_platform_that_does_not_say_what_is_so_changes_nothing(room: Room) -> None:
    room.chat.silent = True
    await room.dispatcher.channel_changed(TEAM, CHANNEL)
    assert (await standing(room)).runs
    room.chat.silent = False
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    room.chat.silent = True
    await room.later(days=2)
    assert len(room.chat.told) == 1, "silence is no open door"
    room.chat.silent = False
    del room.chat.obstacles[CHANNEL]
    await room.later(hours=1)
    assert len(room.chat.told) == 2


async def test_a_renamed_channel_goes_on_under_its_new_name(morning: Room) -> None:
    await morning.dispatcher.channel_changed(TEAM, CHANNEL, "deep-learning")
    assert (await standing(morning)).channel_name == "deep-learning"
    assert (await standing(morning)).runs
    assert (await morning.round()).channel_name == "deep-learning"
    assert morning.chat.told == []


async def test_resumed_in_time_today_s_question_still_comes(room: Room) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    del room.chat.obstacles[CHANNEL]
    assert "1 question is on its way already" in await resumes(room)
    await room.work()
    assert len(room.chat.posted) == 1
    assert (await room.round()).state is RoundState.OPEN


async def test_a_way_that_is_free_within_minutes_loses_no_question(room: Room) -> None:
    """Somebody archives the channel by mistake, and takes it back at once."""
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    del room.chat.obstacles[CHANNEL]
    await room.dispatcher.channel_changed(TEAM, CHANNEL)
    await room.later(minutes=30)
    assert len(room.chat.told) == 2
    assert "1 question is on its way already" in await resumes(room)
    await room.work()
    assert len(room.chat.posted) == 1
    assert "Correct" in await room.answers("Grace", "object2vec, blazingtext, k-nn, k-means")


async def test_a_channel_that_closes_again_after_it_was_offered_is_told_of_again(
    room: Room,
) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    del room.chat.obstacles[CHANNEL]
    await room.later(days=1)
    room.chat.failures = [Refused("I can't post in #ml-study: somebody restricts it.", "Ask.")]
    await room.types("Ada", "/quizmaster ask")
    await room.work()
    assert len(room.chat.told) == 3
    assert "somebody restricts it" in room.chat.told[-1][1]


async def test_resumed_too_early_it_says_what_still_stands_in_the_way(room: Room) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    again = await resumes(room)
    assert again == (
        "I can't post in #ml-study: it is archived. Bring it back. Nothing was changed.\n[Resume]"
    )
    assert not (await standing(room)).runs


async def test_only_a_quizmaster_lets_it_go_on(room: Room) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    del room.chat.obstacles[CHANNEL]
    assert "is for quizmasters" in await resumes(room, "Grace")
    assert "is for quizmasters" in said(await room.types("Grace", "/quizmaster resume"))
    assert "The quiz will run" in said(await room.types("Ada", "/quizmaster resume"))


async def test_a_reveal_that_waits_is_posted_when_the_quiz_goes_on(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    morning.chat.obstacles[CHANNEL] = ARCHIVED
    await morning.later(hours=8, minutes=1)
    assert len(morning.chat.told) == 1
    del morning.chat.obstacles[CHANNEL]
    await resumes(morning)
    await morning.work()
    assert "Answer: Object2Vec" in morning.thread(morning.question)[-1]
    assert (await morning.round()).state is RoundState.REVEALED


async def test_a_question_that_closes_while_the_quiz_rests_waits_with_it_and_tells_nobody_again(
    morning: Room,
) -> None:
    await morning.answers("Grace", "k-means")
    morning.chat.obstacles[CHANNEL] = ARCHIVED
    await morning.dispatcher.channel_changed(TEAM, CHANNEL)
    await morning.later(hours=8, minutes=1)
    await morning.later(minutes=10)
    assert len(morning.chat.told) == 1
    del morning.chat.obstacles[CHANNEL]
    await resumes(morning)
    await morning.work()
    assert "Answer: Object2Vec" in morning.thread(morning.question)[-1]


async def test_where_a_platform_says_no_only_when_it_is_tried_a_resumed_quiz_rests_again(
    room: Room,
) -> None:
    """It tells nothing in advance: Resume is pressed, and the next refusal is told of once more."""
    refused = Refused("I can't post in #ml-study: somebody restricts it.", "Ask an admin.")
    room.chat.failures = [refused]
    await room.later(hours=1)
    room.chat.failures = [refused]
    await resumes(room)
    await room.work()
    assert [what.partition(":")[0] for _, what in room.chat.told] == [
        "I can't post in #ml-study"
    ] * 2
    assert (await standing(room)).rests


async def test_a_reveal_of_a_paused_quiz_that_cannot_be_posted_has_an_end_too(
    morning: Room,
) -> None:
    await morning.answers("Grace", "k-means")
    await morning.types("Ada", "/quizmaster pause")
    morning.chat.obstacles[CHANNEL] = ARCHIVED
    await morning.later(hours=8, minutes=1)
    await morning.later(days=2)
    assert (await morning.round()).state is RoundState.REVEALED
    assert (await standing(morning)).next_at is None
    assert len(morning.chat.told) == 1


async def test_a_reveal_that_cannot_be_posted_for_a_day_opens_the_answer_elsewhere(
    morning: Room,
) -> None:
    """Whoever answered reads it in their own answers, and the question may be asked elsewhere."""
    await morning.answers("Grace", "k-means")
    morning.chat.obstacles[CHANNEL] = ARCHIVED
    await morning.later(hours=8, minutes=1)
    await morning.later(days=1)
    assert (await morning.round()).state is RoundState.REVEALED
    assert await morning.store.untold(TEAM) == ()
    assert "Object2Vec" in said(await morning.types("Grace", "/quiz me"))


async def test_a_question_that_never_came_out_is_skipped_and_breaks_no_streak(room: Room) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    await room.later(days=1)
    assert (await room.round()).state is RoundState.SKIPPED
    assert len(await room.store.rounds(TEAM, CHANNEL, 10)) == 1


async def test_a_channel_that_is_gone_is_named_and_the_quiz_can_be_moved(room: Room) -> None:
    room.chat.failures = [Gone("unknown channel")]
    await room.later(hours=1)
    ((_, what),) = room.chat.told
    assert "I can't post in #ml-study: it is no longer there." in what
    assert "/quizmaster move, typed in another channel" in what


async def test_a_message_that_no_channel_takes_leaves_the_quiz_running(room: Room) -> None:
    room.chat.failures = [Unfit("Slack does not take this message.")]
    await room.later(hours=1)
    assert (await standing(room)).runs
    ((_, what),) = room.chat.told
    assert "Slack does not take this message." in what
    await room.later(days=1)
    assert len(room.chat.posted) == 1


async def test_paused_by_a_person_it_stays_paused_whatever_the_channel_does(morning: Room) -> None:
    await morning.types("Ada", "/quizmaster pause")
    morning.chat.obstacles[CHANNEL] = ARCHIVED
    await morning.later(hours=8, minutes=1)
    both = await standing(morning)
    assert (bool(both.paused), bool(both.rests)) == (True, True)
    del morning.chat.obstacles[CHANNEL]
    await morning.dispatcher.channel_changed(TEAM, CHANNEL)
    await morning.later(days=3)
    assert len(morning.chat.told) == 1, "nobody waits for the channel of a paused quiz"
    assert "The quiz will run" in said(await morning.types("Ada", "/quizmaster resume"))


async def test_a_resting_quiz_can_be_paused_and_then_nobody_is_told_that_it_could_go_on(
    room: Room,
) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    assert "The quiz is paused here." in said(await room.types("Ada", "/quizmaster pause"))
    del room.chat.obstacles[CHANNEL]
    await room.later(days=3)
    assert len(room.chat.told) == 1


async def test_setting_up_says_what_stands_in_the_way_before_the_form(tmp_path: Path) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        room.chat.obstacles[CHANNEL] = Obstacle(
            "I can't post in #ml-study: the permission Embed Links is missing.", "Give it to me."
        )
        reply = await room.types("Ada", "/quizmaster schedule")
        assert isinstance(reply, Say)
        assert "Embed Links is missing" in words(reply.message)
        del room.chat.obstacles[CHANNEL]
        opened = await room.presses("Ada", reply.message, "Try again")
        assert said(opened) == "The daily quiz"


async def test_a_way_that_closes_while_the_form_is_open_saves_nothing(tmp_path: Path) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        opened = await room.types("Ada", "/quizmaster schedule")
        room.chat.obstacles[CHANNEL] = ARCHIVED
        assert not isinstance(opened, Say)
        reply = said(await room.sends("Ada", opened.form.action, GOOD))  # type: ignore[union-attr]
        assert "it is archived" in reply
        assert await room.store.schedules(TEAM, CHANNEL) == ()


async def test_no_question_is_promised_where_none_can_be_posted(room: Room) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    reply = said(await room.types("Ada", "/quizmaster ask"))
    assert reply.startswith("I can't post in #ml-study: it is archived.")
    assert await room.store.rounds(TEAM, CHANNEL, 1) == ()


async def test_a_preview_is_seen_by_the_one_who_asked_and_plans_nothing(room: Room) -> None:
    confirmed = await room.types("Ada", "/quizmaster sheet ML on AWS")
    assert isinstance(confirmed, Say)
    shown = await room.presses("Ada", confirmed.message, "Preview")
    assert isinstance(shown, Say)
    assert shown.visibility.value == "only you"
    assert "Only you see this. It is an example" in said(shown)
    assert SINGLE.prompt in said(shown)
    assert "Buttons under it: Answer, Hint −2" in said(shown)
    assert await room.store.rounds(TEAM, CHANNEL, 1) == ()


async def test_a_preview_gives_away_no_open_question(morning: Room) -> None:
    shown = await morning.acts("Ada", button(await confirmed(morning), "Preview"))
    assert "Every question of the sheet ML on AWS is open" in said(shown)


async def confirmed(room: Room) -> Message:
    """What Ada reads of the schedule."""
    reply = await room.types("Ada", "/quizmaster sheet ML on AWS")
    assert isinstance(reply, Say)
    return reply.message


def there(room: Room, name: str, line: str) -> Call:
    """What somebody types in another channel of the team."""
    read = room.dispatcher.read(line)
    assert read is not None
    actor = room.actor(name, channel_id="deep-learning", channel_name="deep-learning")
    return Call(actor, read.path, read.arguments)


async def brought(room: Room, name: str = "Ada") -> str:
    """Somebody brings the quiz to the other channel."""
    offered = await room.dispatcher.respond(there(room, name, "/quizmaster move"))
    if not isinstance(offered, Say) or "From" not in words(offered.message):
        return said(offered)
    assert "[From #ml-study]" in words(offered.message)
    press = Press(there(room, name, "/quiz help").actor, button(offered.message, "From"))
    return said(await room.dispatcher.respond(press))


async def test_a_quiz_moves_to_another_channel_with_points_streaks_and_reminders(
    morning: Room,
) -> None:
    await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")
    await morning.store.set_reminder(TEAM, CHANNEL, "alan", wanted=True)
    await morning.later(hours=9)
    assert "The quiz of #ml-study is here now, with its points and streaks." in (
        await brought(morning)
    )
    board = said(await morning.dispatcher.respond(there(morning, "Grace", "/quiz top all")))
    assert "1. Grace — 10 points" in board
    assert await morning.store.wants_reminder(TEAM, "deep-learning", "alan")
    assert await morning.store.schedules(TEAM, CHANNEL) == ()
    await morning.later(hours=15)
    assert morning.question.ref.channel_id == "deep-learning"
    assert "Streak 2 days" in await morning.answers(
        "Grace", "object2vec, blazingtext, k-nn, k-means"
    )


async def test_a_question_that_is_open_while_the_quiz_moves_is_answered_where_it_stands(
    morning: Room,
) -> None:
    await brought(morning)
    assert "Correct" in await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")
    await morning.later(hours=9)
    post = morning.question
    assert post.ref.channel_id == CHANNEL
    assert "closed" in words(post.message)
    assert "Answer: Object2Vec" in morning.thread(post)[-1]


async def test_the_reveal_of_a_question_whose_channel_is_closed_comes_where_the_quiz_is(
    morning: Room,
) -> None:
    await morning.answers("Grace", "k-means")
    morning.chat.obstacles[CHANNEL] = ARCHIVED
    await morning.later(hours=8, minutes=1)
    assert "The quiz will run in #deep-learning" in await brought(morning)
    await morning.work()
    reveal = morning.chat.posted[-1]
    assert reveal.ref.channel_id == "deep-learning"
    assert "Answer: Object2Vec" in words(reveal.message)
    assert (await standing(morning, "deep-learning")).runs


async def test_a_paused_quiz_moves_and_stays_paused(room: Room) -> None:
    await room.types("Ada", "/quizmaster pause")
    reply = await brought(room)
    assert "It is paused; Resume lets it go on." in reply
    assert (await standing(room, "deep-learning")).paused


async def test_a_post_that_was_in_hand_while_the_quiz_moved_away_comes_where_it_is(
    room: Room,
) -> None:
    """A worker has leased it; then the old channel turns out to be deleted."""
    room.clock.move(hours=1)
    await plan_only(room.worker)
    store, lease = room.store, room.store.lease

    async def leased(*where: Any) -> Any:
        taken = await lease(*where)
        store.lease = lease  # type: ignore[method-assign]  # once
        await store.move(await standing(room), "deep-learning", "deep-learning", "ada")
        room.chat.failures = [Gone("deleted")]
        return taken

    store.lease = leased  # type: ignore[method-assign,assignment]  # the quiz moves just then
    await room.work()
    assert room.question.ref.channel_id == "deep-learning"
    assert room.chat.told == []
    assert (await standing(room, "deep-learning")).runs


async def test_a_round_that_is_no_longer_kept_lays_no_channel_to_rest(room: Room) -> None:
    stray = Delivery(
        TEAM, "post-stray", DeliveryKind.POST, CHANNEL, room.clock.now(), "nosuchround"
    )
    await room.store.owe(stray)
    await room.work()
    assert (await standing(room)).runs


async def test_a_sheet_that_is_chosen_while_the_quiz_rests_brings_no_look_forward(
    room: Room,
) -> None:
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.dispatcher.channel_changed(TEAM, CHANNEL)
    before = await standing(room)
    await room.services.library.entries(TEAM)
    await room.store.choose_sheet(TEAM, CHANNEL, "daily", "other", "ada")
    assert (await standing(room)).next_at == before.next_at
    assert (await standing(room)).rests


async def test_two_histories_are_not_mixed(morning: Room) -> None:
    call = there(morning, "Ada", "/quizmaster sheet ML on AWS")
    await morning.dispatcher.respond(call)
    assert "two histories do not fit into one" in await brought(morning)
    assert (await standing(morning)).runs


async def test_a_quiz_is_not_moved_where_it_cannot_be_posted(room: Room) -> None:
    room.chat.obstacles["deep-learning"] = Obstacle("I can't post in #deep-learning.", "Invite me.")
    reply = await brought(room)
    assert reply == "I can't post in #deep-learning. Invite me. Nothing was changed.\n[Try again]"
    assert (await standing(room)).runs


async def test_only_quizmasters_move_a_quiz(room: Room) -> None:
    assert "is for quizmasters" in await brought(room, "Grace")


async def test_where_there_is_no_quiz_to_bring_it_says_so(tmp_path: Path) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        assert "No other channel of this team has a quiz" in await brought(room)
        assert "nothing to resume" in said(await room.types("Ada", "/quizmaster resume"))


async def test_a_team_that_took_the_bot_in_again_finds_its_quiz_at_rest_with_its_history(
    morning: Room,
) -> None:
    await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")
    await morning.dispatcher.left(TEAM, "The bot was removed.")
    await morning.later(days=30)
    await morning.dispatcher.arrived(Team(TEAM, "Deep Learners"), added=True)
    await morning.later(days=1)
    assert len(morning.chat.posted) == 1, "nothing resumes by itself"
    assert [who for who, _ in morning.chat.told] == ["ada"]
    assert "The quiz in #ml-study is here as it was" in morning.chat.told[0][1]
    assert "1. Grace — 10 points" in said(await morning.types("Grace", "/quiz top all"))
    assert "The quiz will run" in await resumes(morning)
    await morning.later(days=1)
    assert len(morning.chat.posted) == 2


async def test_a_team_that_was_never_away_is_not_laid_to_rest_by_a_second_install(
    room: Room,
) -> None:
    await room.dispatcher.arrived(Team(TEAM, "Deep Learners"), added=True)
    await room.later(hours=1)
    assert len(room.chat.posted) == 1
    assert room.chat.told == []


async def test_what_was_refused_for_a_token_goes_on_when_the_token_is_good_again(
    room: Room,
) -> None:
    await room.dispatcher.left(TEAM, "The token was refused.")
    await room.later(hours=1)
    await room.dispatcher.arrived(Team(TEAM))
    await room.work()
    assert len(room.chat.posted) == 1


async def test_a_channel_that_is_closed_stays_so_when_the_team_is_let_in_again(
    morning: Room,
) -> None:
    """The token comes back, the channel does not: its reveal goes on waiting."""
    await morning.answers("Grace", "k-means")
    morning.chat.obstacles[CHANNEL] = ARCHIVED
    await morning.later(hours=8, minutes=1)
    await morning.dispatcher.left(TEAM, "The token was refused.")
    await morning.dispatcher.arrived(Team(TEAM))
    await morning.later(minutes=10)
    assert len(morning.chat.told) == 1
    del morning.chat.obstacles[CHANNEL]
    await resumes(morning)
    await morning.work()
    assert (await morning.round()).state is RoundState.REVEALED


async def test_who_takes_no_private_words_reads_them_at_their_next_contact(room: Room) -> None:
    room.chat.shut.add("ada")
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    assert room.chat.told == []
    reply = said(await room.types("Ada", "/quiz me"))
    assert "I could not write to you in private, so I tell you here:" in reply
    assert "I can't post in #ml-study: it is archived." in reply
    assert "[Resume]" in reply
    assert "I could not write" not in said(await room.types("Ada", "/quiz me")), "told once"


async def test_whoever_only_sends_forms_reads_them_below_their_grade(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    morning.chat.shut.add("grace")
    await morning.services.notices.tell(TEAM, CHANNEL, "grace", "Your question is asked.", key="k")
    await morning.work()
    assert "Your question is asked." in await morning.answers("Grace", "k-means")


async def test_words_that_wait_are_shown_to_nobody_else(room: Room) -> None:
    room.chat.shut.add("ada")
    room.chat.obstacles[CHANNEL] = ARCHIVED
    await room.later(hours=1)
    assert "archived" not in said(await room.types("Grace", "/quiz me"))


async def test_a_reminder_that_could_not_be_brought_is_not_told_later(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    await morning.store.set_reminder(TEAM, CHANNEL, "grace", wanted=True)
    morning.chat.shut.add("grace")
    await morning.later(hours=7)
    assert "could not write to you" not in await morning.answers("Grace", "k-means")


async def test_a_thread_that_a_member_began_under_a_post_is_no_place_of_its_own(
    morning: Room,
) -> None:
    """Grace asks for the board there; a thread has the id of the message that it stands under."""
    await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")

    async def types(line: str, **where: str) -> str:
        read = morning.dispatcher.read(line)
        assert read is not None
        actor = morning.actor("Ada", channel_name="what about this?", **where)
        return said(await morning.dispatcher.respond(Call(actor, read.path, read.arguments)))

    under = {"channel_id": morning.question.ref.message_id, "parent_id": CHANNEL}
    board = await types("/quiz top today", **under)
    assert "Today · #ml-study" in board
    assert "1. Grace — 10 points" in board
    assert "The quiz is paused here." in await types("/quizmaster pause", **under)
    assert (await standing(morning)).paused
    assert "nothing to resume" in await types(
        "/quizmaster resume", channel_id="t9", parent_id=CHANNEL
    ), "a thread that stands under nothing of ours is a place of its own"


async def test_a_quiz_that_was_set_up_in_a_thread_stays_there(morning: Room) -> None:
    thread = morning.question.ref.message_id
    own = replace(await standing(morning), channel_id=thread, channel_name="study")
    await morning.store.begin_schedule(own)
    read = morning.dispatcher.read("/quizmaster pause")
    assert read is not None
    actor = morning.actor("Ada", channel_id=thread, parent_id=CHANNEL)
    await morning.dispatcher.respond(Call(actor, read.path, read.arguments))
    assert (await standing(morning, thread)).paused
    assert (await standing(morning)).runs
