"""I was right: members say so in a minute, quizmasters hear of it gathered, and nobody is forgotten."""

from bot.model.message import Ask, ChoiceInput
from bot.model.obstacle import Obstacle
from tests.quiz.appealing import (
    SCRIBE,
    answered,
    appeals,
    day,
    decides,
    listed,
    shown,
    told,
    waiting,
    wronged,
)
from tests.quiz.room import CHANNEL, TEAM, Room, said, words

__all__ = ["day"]


async def test_a_wrong_grade_offers_i_was_right_and_a_right_one_does_not(day: Room) -> None:
    wrong = await answered(day, "Grace", SCRIBE)
    assert "[Try again] [I was right]" in words(wrong)
    right = await answered(day, "Alan", "Amazon Transcribe")
    assert "I was right" not in words(right)


async def test_an_appeal_is_a_press_and_a_confirmation(day: Room) -> None:
    grade = await answered(day, "Grace", SCRIBE)
    reply = await day.presses("Grace", grade, "I was right")
    assert isinstance(reply, Ask)
    assert reply.form.title == "I was right"
    received = said(await day.sends("Grace", reply.form.action, {"why": ""}))
    assert "Ada will look at it" in received
    assert "Your grade stays until then." in received


async def test_the_quizmaster_reads_the_question_the_sheet_the_words_and_why_without_the_name(
    day: Room,
) -> None:
    await wronged(day)
    await day.work()
    (message,) = told(day, "Ada")
    assert "1 appeal" in message
    assert "Which service turns speech into text?" in message
    seen = words(await waiting(day, "Ada"))
    for text in (message, seen):
        assert "grace" not in text.casefold()


async def test_it_is_possible_until_the_end_of_the_second_next_quiz_day(day: Room) -> None:
    grade = await answered(day, "Grace", SCRIBE)
    day.clock.move(days=2, hours=14, minutes=59)
    assert isinstance(await day.presses("Grace", grade, "I was right"), Ask)
    day.clock.move(minutes=1)
    assert "is over" in said(await day.presses("Grace", grade, "I was right"))
    assert "The time to say “I was right” is over." in said(await day.types("Grace", "/quiz me"))


async def test_my_answers_offer_it_and_say_what_became_of_it(day: Room) -> None:
    await answered(day, "Grace", SCRIBE)
    mine = shown(await day.types("Grace", "/quiz me"))
    await appeals(day, "Grace", mine)
    seen = said(await day.types("Grace", "/quiz me"))
    assert "it waits for a quizmaster" in seen
    assert "[I was right" not in seen
    await decides(day, "Accept once")
    seen = said(await day.types("Grace", "/quiz me"))
    assert "You said that you were right. Ada: accepted." in seen
    assert "✓ Correct, 10 points" in seen


async def test_the_same_press_twice_is_one_appeal(day: Room) -> None:
    grade = await answered(day, "Grace", SCRIBE)
    await appeals(day, "Grace", grade)
    assert "You have said so already." in await appeals(day, "Grace", grade)
    assert "1 appeal" in words(await listed(day))


async def test_after_three_declined_a_word_of_why_is_asked_for(day: Room) -> None:
    for number in range(3):
        await wronged(day, text=f"machine {number}")
        await decides(day, "Decline")
        await day.later(hours=24)
    grade = await answered(day, "Grace", "machine 4")
    assert "Please say in a few words why" in await appeals(day, "Grace", grade)
    assert "will look at it" in await appeals(day, "Grace", grade, "The manual calls it so.")
    await answered(day, "Ada", "Amazon Transcribe")
    assert "The manual calls it so." in words(await waiting(day))


async def test_quizmasters_hear_of_it_once_an_hour_at_most_and_at_the_reveal(day: Room) -> None:
    await wronged(day, "Grace", "one machine")
    await day.work()
    assert len(told(day, "Ada")) == 1
    await day.later(minutes=10)
    await wronged(day, "Alan", "another machine")
    await wronged(day, "Edsger", "a third machine")
    await day.later(minutes=49)
    assert len(told(day, "Ada")) == 1
    await day.later(minutes=1)
    assert len(told(day, "Ada")) == 2
    assert "3 appeals" in told(day, "Ada")[-1]
    await day.later(hours=6, minutes=30)
    await wronged(day, "Barbara", "a fourth machine")
    await day.work()
    assert len(told(day, "Ada")) == 3
    await day.later(minutes=10)
    await wronged(day, "Donald", "a fifth machine")
    await day.later(minutes=20)
    assert "5 appeals" in told(day, "Ada")[-1]


async def test_quizmasters_may_hear_of_it_in_a_channel_where_an_open_answer_stays_hidden(
    day: Room,
) -> None:
    warned = said(await day.types("Ada", "/quizmaster appeals here"))
    assert "Whoever reads that channel reads members' answers there" in warned
    await wronged(day)
    await day.work()
    post = words(day.question.message)
    assert "1 appeal" in post
    assert "Transcribe" not in post
    assert not told(day, "Ada")


async def test_nobody_decided_within_a_week_the_member_and_the_quizmasters_hear(day: Room) -> None:
    await wronged(day)
    await day.work()
    before = len(told(day, "Ada"))
    await day.later(days=7, hours=1)
    await day.work()
    assert any(
        "Nobody has looked yet at “the scribing machine”" in each for each in told(day, "Grace")
    )
    assert len(told(day, "Ada")) > before
    heard = len(told(day, "Grace"))
    await day.later(days=1)
    assert len(told(day, "Grace")) == heard


async def test_whoever_is_quizmaster_no_more_is_not_told_what_members_said(day: Room) -> None:
    await day.services.members.member(day.actor("Alan"))
    await day.store.set_member(TEAM, "alan", quizmaster=True, told=True)
    await wronged(day)
    await day.store.set_member(TEAM, "alan", quizmaster=False)
    await day.work()
    assert told(day, "Ada")
    assert not told(day, "Alan")


async def test_where_their_channel_is_closed_each_quizmaster_hears_in_private_again(
    day: Room,
) -> None:
    await day.types("Ada", "/quizmaster appeals here")
    day.chat.obstacles[CHANNEL] = Obstacle("I can't post in #ml-study.", "Invite me.")
    await wronged(day)
    await day.work()
    assert "Appeals come to each quizmaster in private again" in told(day, "Ada")[-1]
    assert (await day.store.desk(TEAM)).channel_id == ""
    assert not (await day.store.schedules(TEAM, CHANNEL))[0].rests, "the quiz itself goes on"


async def test_whoever_takes_no_private_words_reads_the_decision_with_the_next_reply(
    day: Room,
) -> None:
    await wronged(day)
    day.chat.shut.add("grace")
    await decides(day, "Decline", "too vague")
    await day.work()
    assert not told(day, "Grace")
    assert "is not counted this time. (Ada)" in said(await day.types("Grace", "/quiz top"))
    assert "is not counted" not in said(await day.types("Grace", "/quiz top"))


async def test_an_appeal_about_one_of_two_tries_says_which(day: Room) -> None:
    await answered(day, "Grace", SCRIBE)
    await answered(day, "Grace", "a parrot")
    reply = await day.presses("Grace", shown(await day.types("Grace", "/quiz me")), "I was right")
    assert isinstance(reply, Ask)
    (which, _) = reply.form.inputs
    assert isinstance(which, ChoiceInput)
    assert [each.label for each in which.choices] == [SCRIBE, "a parrot"]
    await day.sends("Grace", reply.form.action, {"which": "2", "why": ""})
    assert "“a parrot”" in words(await waiting(day))


async def test_a_channel_in_which_nothing_can_be_posted_is_not_taken_for_appeals(
    day: Room,
) -> None:
    day.chat.obstacles[CHANNEL] = Obstacle("I can't post in #ml-study.", "Invite me.")
    assert "I can't post in #ml-study." in said(await day.types("Ada", "/quizmaster appeals here"))
    assert (await day.store.desk(TEAM)).channel_id == ""
