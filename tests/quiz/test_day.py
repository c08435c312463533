"""The day of one question, as members and the quizmaster live it."""

from pathlib import Path

from bot.model.message import Ask, Say
from bot.model.question import Item, Mode, Question
from bot.model.round import RoundState
from tests.quiz.room import Room, practice, said, words


async def test_nothing_is_posted_before_its_time(room: Room) -> None:
    await room.later(minutes=59)
    assert room.chat.posted == []


async def test_the_question_comes_at_its_time_with_what_is_expected(morning: Room) -> None:
    text = words(morning.question.message)
    assert "Question of the day · Built-in algorithms · Mon 23 Nov" in text
    assert "Name all 4." in text
    assert "[Answer] [Hint −2]" in text
    assert "0 answered · closes 17:00" in text


async def test_it_is_posted_once_however_often_the_worker_looks(morning: Room) -> None:
    for _ in range(3):
        await morning.later(minutes=1)
    assert len(morning.chat.posted) == 1


async def test_answer_opens_a_form_with_the_question_in_full(morning: Room) -> None:
    reply = await morning.presses("Grace", morning.question.message, "Answer")
    assert isinstance(reply, Ask)
    assert len(reply.form.title) <= 24
    assert "single instance" in words_of_form(reply)
    assert "2 tries left" in words_of_form(reply)


async def test_a_right_answer_is_confirmed_with_points_reason_and_place(morning: Room) -> None:
    reply = await morning.answers("Grace", "object2vec, blazingtext, knn and k-means")
    assert "Correct: 10 points" in reply
    assert "Why: These implementations" in reply
    assert "sheet ML on AWS, line 74" in reply
    assert "Streak 1 day · 1st this week" in reply


async def test_part_of_the_answer_keeps_the_rest_secret_and_offers_another_try(
    morning: Room,
) -> None:
    reply = await morning.answers("Grace", "k-means, Object2Vec")
    assert "Partly: 2 of 4: 5 points" in reply
    assert "One more try." in reply
    assert "[Try again]" in reply
    assert "BlazingText" not in reply


async def test_a_second_try_adds_what_it_improves(morning: Room) -> None:
    await morning.answers("Grace", "k-means, Object2Vec")
    reply = await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")
    assert "Correct: 7 points" in reply
    await morning.later(hours=8)
    board = said(await morning.types("Grace", "/quiz top"))
    assert "1. Grace — 7 points, 1 day" in board


async def test_a_second_try_never_takes_points_away(morning: Room) -> None:
    await morning.answers("Grace", "object2vec, blazingtext, k-nn")
    await morning.answers("Grace", "nothing of this")
    await morning.later(hours=8)
    assert "1. Grace — 8 points" in said(await morning.types("Grace", "/quiz top"))


async def test_after_the_last_try_the_answer_is_shown_and_no_more_is_taken(morning: Room) -> None:
    await morning.answers("Grace", "XGBoost")
    reply = await morning.answers("Grace", "LightGBM")
    assert "Not this time." in reply
    assert "Object2Vec · BlazingText · k-NN · k-means" in reply
    again = await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")
    assert "Correct" not in again
    assert "Not this time." in again


async def test_the_same_words_twice_cost_one_try(morning: Room) -> None:
    await morning.answers("Grace", "XGBoost")
    reply = await morning.answers("Grace", " xgboost ")
    assert "it did not cost a try" in reply
    assert "One more try." in reply


async def test_the_same_event_twice_is_one_answer(morning: Room) -> None:
    first = await morning.answers("Grace", "XGBoost", key="event-1")
    second = await morning.answers("Grace", "XGBoost", key="event-1")
    assert first == second
    answers = await morning.store.answers("test:team", (await morning.round()).id)
    assert len(answers) == 1


async def test_an_empty_answer_is_asked_for_again_in_the_form(morning: Room) -> None:
    reply = await morning.answers("Grace", "   ")
    assert reply.startswith("answer: ")
    assert (await morning.round()).answered == 0


async def test_a_hint_costs_two_points_once(morning: Room) -> None:
    hint = await morning.presses("Grace", morning.question.message, "Hint")
    assert "Two begin with a k." in said(hint)
    assert "costs 2 points" in said(hint)
    again = await morning.presses("Grace", morning.question.message, "Hint")
    assert "costs" not in said(again)
    reply = await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")
    assert "Correct: 8 points" in reply


async def test_the_channel_sees_a_count_and_no_words(morning: Room) -> None:
    await morning.answers("Grace", "my secret guess")
    await morning.later(seconds=31)
    text = words(morning.question.message)
    assert "1 answered" in text
    assert "secret" not in text
    assert "Grace" not in text


async def test_the_count_is_refreshed_at_most_every_thirty_seconds(morning: Room) -> None:
    await morning.later(seconds=31)
    await morning.answers("Grace", "one")
    await morning.work()
    await morning.answers("Edsger", "two")
    await morning.later(seconds=10)
    assert "1 answered" in words(morning.question.message)
    await morning.later(seconds=25)
    assert "2 answered" in words(morning.question.message)


async def test_at_the_reveal_the_post_is_closed_and_the_answer_follows_under_it(
    morning: Room,
) -> None:
    await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")
    for name in ("Edsger", "Alan", "Barbara"):
        await morning.answers(name, "DeepAR")
    await morning.later(hours=8)
    assert "closed · 4 answered" in words(morning.question.message)
    (reveal,) = morning.thread(morning.question)
    assert "Answer: Object2Vec · BlazingText · k-NN · k-means" in reveal
    assert '4 answered, 1 right. Often said: "DeepAR" (3).' in reveal
    assert "Today: 1. Grace 10" in reveal
    assert "Edsger" not in reveal
    assert (await morning.round()).state is RoundState.REVEALED


async def test_a_wrong_answer_is_told_to_the_channel_only_where_three_gave_it(
    morning: Room,
) -> None:
    for name in ("Edsger", "Alan"):
        await morning.answers(name, "DeepAR")
    await morning.later(hours=8)
    assert "DeepAR" not in morning.thread(morning.question)[0]


async def test_who_hides_is_on_no_board_and_in_no_reveal(morning: Room) -> None:
    mine = await morning.types("Grace", "/quiz me")
    assert isinstance(mine, Say)
    hidden = await morning.presses("Grace", mine.message, "Hide me")
    assert "[Show me on boards]" in said(hidden)
    await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")
    await morning.later(hours=8)
    assert "Grace" not in morning.thread(morning.question)[0]
    assert "Grace" not in said(await morning.types("Ada", "/quiz top"))


async def test_an_answer_after_the_closing_is_not_counted_and_gets_the_full_answer(
    morning: Room,
) -> None:
    form = await morning.presses("Grace", morning.question.message, "Answer")
    assert isinstance(form, Ask)
    await morning.later(hours=8, minutes=1)
    late = said(await morning.sends("Grace", form.form.action, {"answer": "k-means"}))
    assert "This question closed at 17:00 Berlin time, a minute ago." in late.replace(
        "1 minute", "a minute"
    )
    assert "Your text: “k-means”" in late
    assert "Object2Vec" in late


async def test_the_next_question_comes_the_next_day(morning: Room) -> None:
    await morning.later(hours=23, minutes=59)
    assert len([each for each in morning.chat.posted if not each.under]) == 1
    await morning.later(minutes=1)
    assert len([each for each in morning.chat.posted if not each.under]) == 2


async def test_a_streak_grows_with_the_channels_days(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    await morning.later(days=1)
    reply = await morning.answers("Grace", "object2vec, blazingtext, k-nn, k-means")
    assert "Streak 2 days" in reply


async def test_members_who_asked_for_it_are_reminded_in_private_if_they_have_not_answered(
    morning: Room,
) -> None:
    for name in ("Grace", "Edsger"):
        mine = await morning.types(name, "/quiz me")
        assert isinstance(mine, Say)
        await morning.presses(name, mine.message, "Remind me")
    await morning.answers("Edsger", "k-means")
    await morning.later(hours=7)
    assert [who for who, _ in morning.chat.told] == ["grace"]
    assert "still open for you. It closes at 17:00 Berlin time." in morning.chat.told[0][1]


def words_of_form(reply: Ask) -> str:
    """What a form says."""
    from bot.model.message import Message

    return words(Message(reply.form.blocks, ""))


CHOICE = Question(
    id="metric",
    prompt="Which metric suits a rare positive class?",
    mode=Mode.ANY,
    items=(Item("F1", reject=("Accuracy", "R squared")),),
    options=("Accuracy", "F1", "R squared"),
)


async def test_a_choice_is_pressed_and_gives_one_try(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=(CHOICE,)) as room:
        await room.later(hours=1)
        post = room.question.message
        assert "One of: Accuracy · F1 · R squared" in words(post)
        assert "[Accuracy] [F1] [R squared]" in words(post)
        wrong = said(await room.presses("Grace", post, "Accuracy"))
        assert "Not this time." in wrong
        assert "The full answer: F1" in wrong
        assert "Not this time." in said(await room.presses("Grace", post, "F1"))
        assert "Correct: 10 points" in said(await room.presses("Edsger", post, "F1"))
