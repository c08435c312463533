"""What happens when the bot was down, the platform says no, or a button is stale."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.model.action import Action
from bot.model.event import Press
from bot.model.question import Item, Mode, Question
from bot.model.rights import Rights
from bot.model.round import Round, RoundState
from bot.quiz.ports.chat import Busy, Gone, Refused, Revoked, Unreachable
from bot.quiz.ports.store import StoreError
from bot.quiz.services.library import Book, Ready
from tests.quiz.room import (
    CHANNEL,
    SINGLE,
    TEAM,
    TERM,
    Room,
    plan_only,
    practice,
    said,
    sheet,
    words,
)


async def test_down_for_an_hour_the_question_comes_late_once(room: Room) -> None:
    await room.later(hours=2)
    await room.later(minutes=1)
    assert len(room.chat.posted) == 1
    assert room.chat.told == []


async def test_down_past_the_grace_time_the_day_is_skipped_and_the_quizmaster_told(
    room: Room,
) -> None:
    await room.later(hours=6)
    assert room.chat.posted == []
    assert (await room.round()).state is RoundState.SKIPPED
    ((who, what),) = room.chat.told
    assert who == "ada"
    assert "I was not running when 1 question should have come in #ml-study" in what


async def test_a_skipped_day_breaks_no_streak(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    morning.clock.move(hours=29)
    await morning.work()
    assert (await morning.round()).state is RoundState.SKIPPED
    await morning.later(hours=19)
    assert "Streak 2 days" in await morning.answers(
        "Grace", "object2vec, blazingtext, k-nn, k-means"
    )


async def test_down_for_days_the_latest_question_comes_and_the_missed_are_told_of_once(
    room: Room,
) -> None:
    await room.later(days=3, hours=2)
    assert len(room.chat.posted) == 1
    ((_, what),) = room.chat.told
    assert "3 questions" in what


async def test_a_platform_that_asks_to_wait_is_given_time(room: Room) -> None:
    room.chat.failures = [Busy(30)]
    await room.later(hours=1)
    assert room.chat.posted == []
    await room.later(seconds=30)
    assert len(room.chat.posted) == 1


async def test_a_lost_connection_is_tried_again_with_the_same_key(room: Room) -> None:
    room.chat.failures = [Unreachable("reset"), Unreachable("reset")]
    await room.later(hours=1)
    await room.later(minutes=5)
    await room.later(minutes=5)
    assert len(room.chat.posted) == 1


async def asked_where_no_quiz_is_set_up(tmp: Room) -> None:
    """Ada has one question posted by hand, and the platform says no."""
    await tmp.services.members.member(tmp.actor("Ada"))
    await tmp.store.volunteer(TEAM, "ada")
    tmp.chat.failures = [Refused("I can't post.", "Type `/invite` there.")]
    await tmp.types("Ada", "/quizmaster ask")
    await tmp.work()


async def test_where_no_quiz_is_set_up_a_refusal_is_told_once_and_tried_again(
    tmp_path: Path,
) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        await asked_where_no_quiz_is_set_up(room)
        assert room.chat.told == [("ada", "I can't post. Type `/invite` there.\n[Try again]")]
        await room.later(minutes=6)
        assert len(room.chat.posted) == 1


async def test_where_no_quiz_is_set_up_the_quizmaster_presses_try_again(tmp_path: Path) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        await asked_where_no_quiz_is_set_up(room)
        (again,) = room.chat.buttons[-1]
        assert "is for quizmasters" in said(await room.acts("Grace", again.action))
        assert said(await room.acts("Ada", again.action)) == "I am trying again now."
        await room.work()
        assert len(room.chat.posted) == 1
        assert "does not wait any more" in said(await room.acts("Ada", again.action))


async def test_who_was_told_presses_resume_where_the_platform_knows_of_no_team(
    room: Room,
) -> None:
    """In private, a platform may not tell that Ada manages the team; she set the quiz up."""
    room.chat.failures = [Refused("I can't post.", "Type `/invite` there.")]
    await room.later(hours=1)
    (again,) = room.chat.buttons[-1]

    async def presses(name: str) -> str:
        actor = room.actor(
            name, team_id=f"test:{name.lower()}", channel_id="dm", rights=Rights(manages=True)
        )
        return said(await room.dispatcher.respond(Press(actor, again.action)))

    await room.types("Grace", "/quiz help")
    assert "is for quizmasters" in await presses("Grace")
    assert "The quiz will run in #ml-study" in await presses("Ada")
    await room.work()
    assert len(room.chat.posted) == 1


async def test_a_question_that_cannot_be_posted_in_time_is_left_out(room: Room) -> None:
    room.chat.failures = [Unreachable("down")] * 200
    await room.later(hours=1)
    for _ in range(60):
        await room.later(minutes=6)
    room.chat.failures = []
    await room.later(minutes=6)
    assert room.chat.posted == []
    assert (await room.round()).state is RoundState.SKIPPED


async def test_a_revoked_team_is_paused_and_goes_on_when_it_comes_back(room: Room) -> None:
    room.chat.failures = [Revoked("the token was revoked")]
    await room.later(hours=1)
    team = await room.store.team(TEAM)
    assert team is not None
    assert team.paused == "the token was revoked"
    await room.later(minutes=10)
    assert room.chat.posted == []
    await room.dispatcher.arrived(team)
    await room.later(minutes=1)
    assert len(room.chat.posted) == 1


async def test_a_deleted_post_does_not_lose_the_reveal(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    morning.chat.failures = [Gone("deleted"), Gone("deleted")]
    await morning.later(hours=8)
    assert "Answer: Object2Vec" in words(morning.chat.posted[-1].message)
    assert morning.chat.posted[-1].under == ""


async def test_a_store_that_fails_loses_no_words_and_gives_a_reference(morning: Room) -> None:
    async def broken(*_: object) -> None:
        raise StoreError("disk full")

    morning.store.record = broken  # type: ignore[method-assign,assignment]  # the disk is full now
    reply = await morning.answers("Grace", "my long answer")
    assert "Something went wrong on our side; nothing was lost." in reply
    assert "(reference " in reply
    assert "Your text: “my long answer”" in reply


async def test_a_button_of_a_forgotten_round_is_explained(room: Room) -> None:
    for action in (Action("answer", ("nosuchround",)), Action("answer"), Action("from-the-past")):
        reply = await room.dispatcher.respond(Press(room.actor("Grace"), action))
        assert "no longer here" in said(reply)


async def test_a_question_that_cannot_be_made_ready_is_planned_all_the_same(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    """It is made ready so that nobody waits; an answer does it again."""
    library = room.services.library
    prepared = library.prepared
    await room.brings(SINGLE, TERM)

    async def broken(round_: Round) -> Ready:
        raise StoreError("away")

    library.prepared = broken  # type: ignore[method-assign]  # the store goes away after the plan
    room.clock.move(hours=1)
    due = await room.store.due(frozenset(), room.clock.now(), room.clock.now(), 5)
    assert await room.worker.planning.plan_all(due.schedules) == 1
    assert "is on its way" in said(await room.types("Ada", "/quizmaster ask"))
    await room.work()
    assert len(room.chat.posted) == 2
    assert "is not planned" not in caplog.text
    library.prepared = prepared  # type: ignore[method-assign]
    assert "Correct" in await room.answers("Grace", "object2vec, blazingtext, k-nn, k-means")


async def test_a_question_is_made_ready_when_it_is_planned_or_asked_for(room: Room) -> None:
    library, ready = room.services.library, list[str]()
    prepared = library.prepared

    async def watched(round_: Round) -> Ready:
        ready.append(round_.id)
        return await prepared(round_)

    library.prepared = watched  # type: ignore[method-assign]  # the same, and it takes note
    await room.types("Ada", "/quizmaster ask")
    await room.later(hours=1)
    assert sorted(ready) == sorted(each.id for each in await room.store.rounds(TEAM, CHANNEL, 5))


async def test_a_crash_after_the_post_posts_nothing_twice(room: Room) -> None:
    """The message is out, its recording is lost, and the lease runs out."""
    room.clock.move(hours=1)
    await plan_only(room.worker)
    recorded = room.store.delivered

    async def died(*_: object) -> None:
        raise StoreError("killed here")

    room.store.delivered = died  # type: ignore[method-assign,assignment]  # the process dies here
    await room.worker.outbox.send_due({"test": room.chat})
    assert (await room.round()).post is None
    room.store.delivered = recorded  # type: ignore[method-assign]  # a new process
    await room.later(seconds=31)
    assert len(room.chat.posted) == 1
    assert (await room.round()).state is RoundState.OPEN


async def test_an_answer_counts_while_the_post_is_out_but_not_yet_recorded(room: Room) -> None:
    room.clock.move(hours=1)
    await plan_only(room.worker)
    await room.store.lease(
        frozenset({"test"}), "other", room.clock.now(), room.clock.now(), limit=5
    )
    reply = said(await room.types("Grace", "/quiz answer object2vec, blazingtext, k-nn, k-means"))
    assert "Correct" in reply


async def test_an_empty_sheet_rests_the_schedule_and_tells_the_quizmaster(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=()) as room:
        await room.later(hours=1)
        await room.work()
        ((who, what),) = room.chat.told
        assert who == "ada"
        assert "nothing to ask" in what


async def test_a_sheet_that_is_chosen_while_the_old_one_is_found_empty_is_asked_from(
    tmp_path: Path,
) -> None:
    async with practice(tmp_path, questions=()) as room:
        library = room.services.library
        book = library.book

        async def meanwhile(team_id: str, sheet_id: str) -> Book | None:
            library.book = book  # type: ignore[method-assign]  # once
            empty = await book(team_id, sheet_id)
            await room.store.save_sheet(TEAM, replace(sheet(), id="other", title="Other"))
            assert "The quiz will" in said(await room.types("Ada", "/quizmaster sheet Other"))
            return empty

        library.book = meanwhile  # type: ignore[method-assign]
        await room.later(hours=1)
        assert len(room.chat.posted) == 1
        assert room.chat.told == []


async def test_a_question_that_cannot_be_graded_is_never_asked(tmp_path: Path) -> None:
    """Its turn passes to the others, day after day, and the schedule does not rest."""
    blank = Question("blank", "Which sign?", Mode.ANY, (Item("\u200b"),))
    odd = Question("odd", "How much?", Mode.ANY, (Item("1.2.3k"),))
    async with practice(tmp_path, questions=(blank, odd)) as room:
        for _ in range(3):
            await room.later(days=1)
        rounds = await room.store.rounds(TEAM, CHANNEL, 10)
    assert len(rounds) > 1
    assert {each.question.id for each in rounds} == {"odd"}
