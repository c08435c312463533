"""Whoever has answered and sends again hears what counted, never a verdict on other words; and every
grade gives back the words that it judges.
"""

from pathlib import Path

import pytest

from bot.model.action import Action
from bot.model.message import Ask, Message, Say
from bot.model.question import Item, Mode, Question
from bot.quiz.actions import SEND, InRound
from bot.quiz.messages.formatting import quoted
from tests.quiz.room import TEAM, Room, practice, said, words

RIGHT = "object2vec, blazingtext, k-nn, k-means"
CHOICE = Question("f1", "Which one?", Mode.ANY, (Item("F1"),), options=("F1", "Accuracy"))


async def form(room: Room) -> Action:
    """The form of the newest question, as a window has it open."""
    return SEND.action(InRound.of(await room.round()))


async def sends(room: Room, text: str, key: str = "") -> str:
    """Grace sends the form once more."""
    return said(await room.sends("Grace", await form(room), {"answer": text}, key))


def shown(message: Message) -> str:
    """The first lines of a message, down to the full answer."""
    return words(message).partition("The full answer")[0]


async def test_other_words_after_a_right_answer_get_no_verdict_of_their_own(
    morning: Room,
) -> None:
    await sends(morning, RIGHT)
    reply = await sends(morning, "DeepAR")
    assert "You have answered this question. What you sent now was not counted." in reply
    assert f"You answered this with: “{RIGHT}”" in reply
    assert "Sent now, not counted: “DeepAR”" in reply
    assert reply.index("✓ Correct: 10 points") < reply.index("DeepAR"), "the grade of the first"
    round_ = await morning.round()
    assert len(await morning.store.answers(TEAM, round_.id)) == 1


async def test_neither_do_right_words_after_the_last_try(morning: Room) -> None:
    await sends(morning, "k-means, Object2Vec")
    await sends(morning, "XGBoost")
    reply = await sends(morning, RIGHT)
    assert "You answered this with: “k-means, Object2Vec”" in reply, "the better of the two"
    assert "Partly: 2 of 4: 5 points" in reply
    assert f"Sent now, not counted: “{RIGHT}”" in reply
    assert "Correct" not in reply


async def test_pressing_answer_or_hint_when_finished_says_with_what_it_was_answered(
    morning: Room,
) -> None:
    post = morning.question.message
    await sends(morning, RIGHT)
    for label in ("Answer", "Hint"):
        reply = said(await morning.presses("Grace", post, label))
        assert f"You answered this with: “{RIGHT}”" in reply
        assert "not counted" not in reply, "nothing was sent"
    assert f"“{RIGHT}”" in said(await morning.types("Grace", "/quiz hint"))


async def test_a_typed_command_when_finished_gives_its_words_back(morning: Room) -> None:
    await morning.types("Grace", f"/quiz answer {RIGHT}")
    reply = said(await morning.types("Grace", "/quiz answer Linear Learner"))
    assert "Sent now, not counted: “Linear Learner”" in reply


async def test_a_second_option_is_named_and_not_counted(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=(CHOICE,)) as room:
        await room.later(hours=1)
        post = room.question.message
        assert "Not this time" in said(await room.presses("Grace", post, "Accuracy"))
        reply = said(await room.presses("Grace", post, "F1"))
        assert "You answered this with: “Accuracy”" in reply
        assert "✗ Not this time." in reply
        assert "Sent now, not counted: “F1”" in reply


async def test_of_two_windows_the_second_is_not_counted(morning: Room) -> None:
    first = await morning.presses("Grace", morning.question.message, "Answer")
    second = await morning.presses("Grace", morning.question.message, "Answer")
    assert isinstance(first, Ask)
    assert isinstance(second, Ask)
    await morning.sends("Grace", first.form.action, {"answer": RIGHT}, "event-1")
    reply = await morning.sends("Grace", second.form.action, {"answer": "k-means"}, "event-2")
    assert "Sent now, not counted: “k-means”" in said(reply)


@pytest.mark.parametrize("again", [RIGHT, "Object2Vec, BlazingText, kNN and K-Means"])
async def test_the_same_words_when_finished_get_their_grade_again(
    morning: Room, again: str
) -> None:
    await sends(morning, RIGHT)
    reply = await sends(morning, again)
    if again == RIGHT:
        assert "You had sent just this before; nothing changed." in reply
        assert "✓ Correct: 10 points" in reply
    else:
        assert "not counted" in reply, "other words, however right"


async def test_the_same_words_before_the_last_try_cost_none(morning: Room) -> None:
    await sends(morning, "k-means")
    assert "it did not cost a try" in await sends(morning, "K-Means")


async def test_a_closed_question_shows_what_one_had_answered(morning: Room) -> None:
    post = morning.question.message
    await sends(morning, "k-means, Object2Vec")
    await morning.later(hours=9)
    for reply in (said(await morning.presses("Grace", post, "Answer")), await sends(morning, "x")):
        assert "This question closed at 17:00" in reply
        assert "You had answered: “k-means, Object2Vec”" in reply
        assert "◐ Partly: 2 of 4: 5 points." in reply
        assert "The full answer: Object2Vec" in reply
    assert "What you sent now was not counted" in reply
    assert "Your text: “x”" in reply
    assert "You had answered" not in said(await morning.presses("Alan", post, "Answer"))


async def test_an_option_pressed_after_the_closing_is_named(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=(CHOICE,)) as room:
        await room.later(hours=1)
        post = room.question.message
        await room.later(hours=9)
        assert "Your text: “F1”" in said(await room.presses("Grace", post, "F1"))


async def test_words_for_which_no_question_is_open_are_given_back(room: Room) -> None:
    reply = said(await room.types("Grace", "/quiz answer k-means, of course"))
    assert "No question is open here right now." in reply
    assert "Your text: “k-means, of course”" in reply
    gone = SEND.action(InRound("gone", "team"))
    assert "Your text: “k-nn”" in said(await room.sends("Grace", gone, {"answer": "k-nn"}))


async def test_an_event_delivered_twice_gets_what_it_got_whatever_came_between(
    morning: Room,
) -> None:
    first = await sends(morning, "k-means, Object2Vec", "event-1")
    second = await sends(morning, RIGHT, "event-2")
    assert await sends(morning, "k-means, Object2Vec", "event-1") == first
    assert "One more try." in first
    assert "BlazingText" not in first
    assert await sends(morning, RIGHT, "event-2") == second


@pytest.mark.parametrize("text", [RIGHT, "k-means", "SageMaker", "<!channel> *bold* @everyone"])
async def test_a_grade_quotes_what_was_written(morning: Room, text: str) -> None:
    reply = await morning.sends("Grace", await form(morning), {"answer": text})
    assert isinstance(reply, Say)
    assert f"You wrote: “{text}”" in shown(reply.message)


def test_several_lines_stay_lines_and_code_stays_code() -> None:
    listed = words(Message(quoted("You wrote", "k-means\n\n  \nObject2Vec\n"), ""))
    assert listed == "You wrote:\nk-means\nObject2Vec"
    code = "for x in xs:\n    print(x, '*', sep='_')"
    assert words(Message(quoted("You wrote", code), "")) == f"You wrote:\n{code}"
    fenced = f"```python\n{code}\n```"
    assert words(Message(quoted("You wrote", fenced), "")) == f"You wrote:\n{code}"
    one = "awk '{ print $1  }'"
    assert words(Message(quoted("You wrote", one), "")) == f"You wrote: “{one}”"


@pytest.mark.parametrize("text", ["word " * 500, "x" * 3000, "a line\n" * 400, "  indent\n" * 400])
def test_what_is_long_is_cut_kindly(text: str) -> None:
    shown = words(Message(quoted("You wrote", text), ""))
    assert len(shown) < 700
    assert "…" in shown
