"""What is delivered twice, or at the same time, counts once."""

import asyncio

import pytest

from bot.model.action import Action
from bot.model.answer import Answer
from bot.model.event import Call, Press
from bot.model.message import Ask, Say
from bot.model.round import RoundState
from tests.quiz.room import SINGLE, TEAM, TERM, Room, said, words

MEANING = TERM.items[0].text
RIGHT = "object2vec, blazingtext, k-nn, k-means"


async def test_an_answer_delivered_again_after_the_closing_was_counted(morning: Room) -> None:
    form = await morning.presses("Grace", morning.question.message, "Answer")
    assert isinstance(form, Ask)
    first = said(await morning.sends("Grace", form.form.action, {"answer": RIGHT}, "event-1"))
    await morning.later(hours=8, seconds=1)
    again = said(await morning.sends("Grace", form.form.action, {"answer": RIGHT}, "event-1"))
    assert again == first
    assert "Correct: 10 points" in again


async def test_a_reveal_delivered_twice_closes_one_question(morning: Room) -> None:
    await morning.brings(SINGLE, TERM)
    await morning.later(minutes=5)
    await morning.types("Ada", "/quizmaster ask")
    await morning.work()
    for _ in range(2):
        assert "is closed" in said(await morning.types("Ada", "/quizmaster reveal", "event-1"))
        await morning.work()
    newest, daily = await morning.store.rounds(TEAM, "ml-study", 2)
    assert newest.state is RoundState.REVEALED
    assert daily.state is RoundState.OPEN


async def test_a_quizmaster_named_twice_is_one_until_it_is_taken_back(room: Room) -> None:
    await room.types("Grace", "/quiz me")
    for _ in range(2):
        named = await room.types("Ada", "/quizmaster appoint grace", "event-1")
        assert "Grace is a quizmaster now." in said(named)
    assert isinstance(named, Say)
    for _ in range(2):
        back = await room.presses("Ada", named.message, "Take it back", "event-2")
        assert "Grace is no quizmaster any more." in said(back)
    assert "is for quizmasters" in said(await room.types("Grace", "/quizmaster ask"))


async def test_only_quizmasters_take_it_back(room: Room) -> None:
    await room.types("Grace", "/quiz me")
    assert "is for quizmasters" in said(await room.acts("Grace", Action("dismiss", ("ada",))))


async def test_a_suggestion_delivered_twice_is_one(room: Room) -> None:
    reply = await room.types("Grace", "/quiz suggest")
    assert isinstance(reply, Ask)
    neat = {"question": "What does RCF stand for?", "answer": "Random Cut Forest", "source": ""}
    for _ in range(2):
        await room.sends("Grace", reply.form.action, neat, "event-1")
        await room.work()
    assert len(room.chat.told) == 1


async def test_a_report_delivered_twice_is_one_note(morning: Room) -> None:
    await morning.answers("Ada", RIGHT)
    asked = await morning.points("Grace", morning.question, "Report this question")
    assert isinstance(asked, Ask)
    for _ in range(2):
        await morning.sends("Grace", asked.form.action, {"words": "A typo."}, "event-1")
        await morning.work()
    assert len(morning.chat.told) == 1
    assert "A typo." in morning.chat.told[0][1]


async def test_a_report_needs_no_words(morning: Room) -> None:
    action = Action("report", ((await morning.round()).id,))
    thanked = said(await morning.sends("Grace", action, {"words": "  ", "kind": "outdated"}))
    assert "It is outdated" in thanked


async def test_two_tries_at_once_are_two_tries_in_a_row(morning: Room) -> None:
    line = "/quiz answer "
    tries = (morning.types("Grace", line + text) for text in ("XGBoost", RIGHT))
    replies = [said(reply) for reply in await asyncio.gather(*tries)]
    said_so = await morning.store.answers(TEAM, (await morning.round()).id)
    assert [answer.number for answer in said_so] in ([1], [1, 2])
    assert sum(answer.points for answer in said_so) in (7, 10)
    assert any("Correct" in reply for reply in replies)


async def test_the_same_form_sent_many_times_at_once_is_one_answer(morning: Room) -> None:
    form = await morning.presses("Grace", morning.question.message, "Answer")
    assert isinstance(form, Ask)
    sends = (morning.sends("Grace", form.form.action, {"answer": "k-nn"}, "e1") for _ in range(12))
    replies = {said(reply) for reply in await asyncio.gather(*sends)}
    assert len(replies) == 1
    assert len(await morning.store.answers(TEAM, (await morning.round()).id)) == 1


async def test_words_typed_again_after_a_question_was_solved_spend_no_try_on_an_older_one(
    morning: Room,
) -> None:
    await morning.brings(SINGLE, TERM)
    await morning.later(minutes=5)
    await morning.types("Ada", "/quizmaster ask")
    await morning.work()
    for _ in range(2):
        reply = said(await morning.types("Grace", f"/quiz answer {MEANING}"))
        assert "Correct: 10 points" in reply
    daily = (await morning.store.rounds(TEAM, "ml-study", 2))[1]
    assert await morning.store.answers(TEAM, daily.id) == ()


async def test_with_two_open_questions_today_shows_the_one_that_waits(morning: Room) -> None:
    await morning.brings(SINGLE, TERM)
    await morning.later(minutes=5)
    await morning.types("Ada", "/quizmaster ask")
    await morning.work()
    await morning.types("Grace", f"/quiz answer {MEANING}")
    shown = await morning.types("Grace", "/quiz today")
    assert isinstance(shown, Say)
    assert "[Answer]" in words(shown.message)
    assert isinstance(await morning.types("Grace", "/quiz answer"), Ask)


async def test_an_older_open_question_is_found_behind_many_closed_ones(morning: Room) -> None:
    await morning.brings(SINGLE, TERM)
    for _ in range(6):
        await morning.later(minutes=1)
        await morning.types("Ada", "/quizmaster ask")
        await morning.work()
        await morning.types("Ada", "/quizmaster reveal")
        await morning.work()
    assert "Today's question" in said(await morning.types("Grace", "/quiz today"))


async def test_a_store_that_fails_while_a_grade_is_shown_again_still_gets_a_kind_reply(
    morning: Room,
) -> None:
    action = Action("answer", ((await morning.round()).id,))
    await morning.answers("Grace", RIGHT)

    async def broken(*_: object) -> None:
        raise OSError("disk gone")

    morning.store.standings = broken  # type: ignore[method-assign,assignment]  # the disk is gone now
    reply = await morning.dispatcher.respond(Press(morning.actor("Grace"), action))
    assert "Something went wrong on our side" in said(reply)


async def test_an_error_gives_back_all_that_was_typed_and_logs_none_of_it(
    morning: Room, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(answer: Answer, *_: object) -> None:
        raise ValueError(answer.text)

    morning.store.record = broken  # type: ignore[method-assign,assignment]  # something unforeseen
    call = Call(morning.actor("Grace"), ("quiz", "answer"), {"text": "my secret words"})
    assert "Your text: “my secret words”" in said(await morning.dispatcher.respond(call))
    assert "secret" not in caplog.text
    assert "ValueError" in caplog.text
