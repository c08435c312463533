"""I was right: a wrong grade is put right in a minute, for everybody whom it touched, and stays so."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.model.message import Ask, ChoiceInput, Document, Message, Reply, Say
from bot.model.obstacle import Obstacle
from bot.model.question import Item, Mode, Question
from bot.model.round import Round
from tests.quiz.room import CHANNEL, TEAM, Room, practice, said, words

SPEECH = Question(
    id="speech",
    prompt="Which service turns speech into text?",
    mode=Mode.ANY,
    items=(Item("Amazon Transcribe"),),
    line=12,
    hint="It writes down.",
)
LISTED = Question(
    id="stores",
    prompt="Name three stores.",
    mode=Mode.ALL,
    items=(Item("bucket"), Item("table"), Item("queue")),
)
SCRIBE = "the scribing machine"


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    """A room in which the question about speech has just been posted."""
    async with practice(tmp_path, questions=(SPEECH,)) as room:
        await room.later(hours=1)
        yield room


def shown(reply: Reply) -> Message:
    """The message of a reply."""
    assert isinstance(reply, Say), reply
    return reply.message


async def answered(room: Room, name: str, text: str) -> Message:
    """Somebody answers and reads the grade."""
    reply = await room.presses(name, room.question.message, "Answer")
    assert isinstance(reply, Ask), said(reply)
    return shown(await room.sends(name, reply.form.action, {"answer": text}))


async def appeals(room: Room, name: str, grade: Message, why: str = "") -> str:
    """Somebody says that they were right."""
    reply = await room.presses(name, grade, "I was right")
    assert isinstance(reply, Ask), said(reply)
    return said(await room.sends(name, reply.form.action, {"why": why}))


async def wronged(room: Room, name: str = "Grace", text: str = SCRIBE) -> str:
    """Somebody answers, is graded wrong, and appeals."""
    return await appeals(room, name, await answered(room, name, text))


async def listed(room: Room, name: str = "Ada") -> Message:
    """What waits for a quizmaster."""
    return shown(await room.types(name, "/quizmaster appeals"))


async def waiting(room: Room, name: str = "Ada") -> Message:
    """What waits first for a quizmaster, with the sheet's answer also where they still play."""
    page = await listed(room, name)
    if "[Show" in words(page):
        return shown(await room.presses(name, page, "Show"))
    return page


async def accepts(room: Room, name: str = "Ada") -> str:
    """A quizmaster accepts what waits first for everybody, without changing the words."""
    preview = shown(await room.presses(name, await waiting(room, name), "Accept for everybody"))
    return said(await room.presses(name, preview, "Accept for everybody"))


async def decides(room: Room, label: str, word: str = "", name: str = "Ada") -> str:
    """A quizmaster decides about one answer."""
    reply = await room.presses(name, await waiting(room, name), label)
    assert isinstance(reply, Ask), said(reply)
    return said(await room.sends(name, reply.form.action, {"word": word}))


def told(room: Room, name: str) -> list[str]:
    """What somebody was told in private, in its order."""
    return [message for who, message in room.chat.told if who == name.lower()]


async def points(room: Room, name: str) -> int:
    """The points of a member, by the ledger."""
    today = (await room.round()).local_date
    sums = await room.store.standings(TEAM, CHANNEL, None, today, name.lower(), live=False)
    found = [each for each in sums if each.member_id == name.lower()]
    return sum(each.points + each.open_points for each in found)


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


async def test_accepted_for_everybody_the_words_count_for_all_who_said_them(day: Room) -> None:
    await wronged(day)
    await answered(day, "Alan", "The  scribing machine.")
    await answered(day, "Edsger", "Amazon Polly")
    await day.later(hours=8)
    shown_first = shown(await day.presses("Ada", await waiting(day), "Accept for everybody"))
    assert "It concerns 2 members, +20 points:" in words(shown_first)
    assert await points(day, "Grace") == 0
    done = said(await day.presses("Ada", shown_first, "Accept for everybody"))
    assert "2 members, +20 points; each is told." in done
    assert "Grace had appealed." in done
    assert [await points(day, name) for name in ("Grace", "Alan", "Edsger")] == [10, 10, 0]
    await day.work()
    assert "You were right. “the scribing machine” counts now: 10 points" in told(day, "Grace")[-1]
    assert "and you had said it too" in told(day, "Alan")[-1]
    assert not told(day, "Edsger")


async def test_what_was_accepted_counts_for_whoever_says_it_next(day: Room) -> None:
    await wronged(day)
    await accepts(day)
    assert "✓ Correct: 10 points" in words(await answered(day, "Alan", SCRIBE))
    await day.later(hours=24)
    assert "✓ Correct" in words(await answered(day, "Grace", "the scribing machine"))


async def test_a_later_try_counts_as_if_the_first_had_been_right(day: Room) -> None:
    first = await answered(day, "Grace", SCRIBE)
    await answered(day, "Grace", "Amazon Transcribe")
    assert await points(day, "Grace") == 7
    await appeals(day, "Grace", first)
    await accepts(day)
    assert await points(day, "Grace") == 10


async def test_a_hint_that_was_taken_after_the_try_costs_nothing(day: Room) -> None:
    first = await answered(day, "Grace", SCRIBE)
    day.clock.move(minutes=1)
    await day.presses("Grace", day.question.message, "Hint")
    await answered(day, "Grace", "Amazon Transcribe")
    assert await points(day, "Grace") == 5
    await appeals(day, "Grace", first)
    await accepts(day)
    assert await points(day, "Grace") == 10


async def test_accepted_once_it_counts_for_this_answer_alone(day: Room) -> None:
    await wronged(day)
    await answered(day, "Alan", SCRIBE)
    assert "1 member, +10 points" in await decides(day, "Accept once", "fair enough")
    assert [await points(day, "Grace"), await points(day, "Alan")] == [10, 0]
    await day.work()
    assert told(day, "Grace")[-1].count("fair enough") == 1
    assert "✗" in words(await answered(day, "Edsger", SCRIBE))


async def test_partly_counts_half(day: Room) -> None:
    await wronged(day)
    await decides(day, "Partly")
    assert await points(day, "Grace") == 5
    await day.work()
    assert "counts half now: 5 points" in told(day, "Grace")[-1]


async def test_declined_it_stays_and_the_member_hears_why(day: Room) -> None:
    await wronged(day)
    await decides(day, "Decline", "a machine is no service")
    assert await points(day, "Grace") == 0
    await day.work()
    assert "is not counted this time. (Ada)" in told(day, "Grace")[-1]
    assert "a machine is no service" in told(day, "Grace")[-1]


async def test_the_first_decision_counts_and_the_second_quizmaster_sees_it(day: Room) -> None:
    await day.store.set_member(TEAM, "ada", told=True)
    await wronged(day)
    before = await waiting(day)
    await decides(day, "Decline")
    late = await day.presses("Ada", before, "Accept for everybody")
    assert "Ada declined it at 09:00 Berlin time, and it stays so." in said(late)
    assert "[Undo]" in said(late)


async def test_undone_everything_is_as_before_and_the_appeal_waits_again(day: Room) -> None:
    await wronged(day)
    await answered(day, "Alan", SCRIBE)
    grades = await day.store.answers(TEAM, (await day.round()).id)
    preview = shown(await day.presses("Ada", await waiting(day), "Accept for everybody"))
    done = shown(await day.presses("Ada", preview, "Accept for everybody"))
    assert await points(day, "Alan") == 10
    undone = said(await day.presses("Ada", done, "Undo"))
    assert "2 members, -20 points" in undone
    assert await day.store.answers(TEAM, (await day.round()).id) == grades
    assert [await points(day, "Grace"), await points(day, "Alan")] == [0, 0]
    assert "1 appeal" in words(await listed(day))
    await day.work()
    assert "Ada took a decision about “the scribing machine” back." in told(day, "Grace")[-1]
    assert "looked at again" in told(day, "Grace")[-1]
    assert "looked at again" not in told(day, "Alan")[-1]
    assert "✗" in words(await answered(day, "Edsger", SCRIBE))


async def test_what_was_said_while_it_counted_is_undone_too(day: Room) -> None:
    await wronged(day)
    preview = shown(await day.presses("Ada", await waiting(day), "Accept for everybody"))
    done = shown(await day.presses("Ada", preview, "Accept for everybody"))
    await answered(day, "Alan", SCRIBE)
    assert await points(day, "Alan") == 10
    await day.presses("Ada", done, "Undo")
    assert await points(day, "Alan") == 0


async def test_after_a_week_it_stays(day: Room) -> None:
    await wronged(day)
    preview = shown(await day.presses("Ada", await waiting(day), "Accept for everybody"))
    done = shown(await day.presses("Ada", preview, "Accept for everybody"))
    day.clock.move(days=7, minutes=1)
    assert "more than a week ago, so it stays" in said(await day.presses("Ada", done, "Undo"))


async def test_withdrawn_it_counts_no_more_and_what_it_counted_for_stays(day: Room) -> None:
    await wronged(day)
    await accepts(day)
    day.clock.move(minutes=1)
    await answered(day, "Ada", "Amazon Transcribe")
    listed = shown(await day.types("Ada", "/quizmaster phrases"))
    assert "1. “the scribing machine” for Amazon Transcribe" in words(listed)
    assert "Which service turns speech into text? · Ada, Mon 23 Nov" in words(listed)
    await day.presses("Ada", listed, "Withdraw 1")
    assert await points(day, "Grace") == 10
    assert "✗" in words(await answered(day, "Alan", SCRIBE))
    assert "no wordings" in said(await day.types("Ada", "/quizmaster phrases"))


async def test_nobody_judges_their_own_answer_where_another_quizmaster_exists(day: Room) -> None:
    await day.services.members.member(day.actor("Grace"))
    await day.store.set_member(TEAM, "grace", quizmaster=True)
    await wronged(day, "Ada")
    page = await waiting(day)
    assert "It is your own answer: another quizmaster decides it." in words(page)
    assert "[Decline" not in words(page)
    assert "1 member" in await decides(day, "Accept once", name="Grace")


async def test_whoever_is_no_quizmaster_any_more_decides_nothing_from_an_old_message(
    day: Room,
) -> None:
    await day.services.members.member(day.actor("Alan"))
    await day.store.set_member(TEAM, "alan", quizmaster=True)
    await wronged(day)
    page = await waiting(day, "Alan")
    await day.store.set_member(TEAM, "alan", quizmaster=False)
    for label in ("Accept for everybody", "Accept once", "Partly", "Decline"):
        assert "is for quizmasters" in said(await day.presses("Alan", page, label))


async def test_a_quizmaster_who_still_plays_does_not_read_the_answer_in_an_appeal(
    day: Room,
) -> None:
    await wronged(day)
    page = await listed(day)
    assert "Amazon Transcribe" not in words(page)
    assert "This question can still be answered." in words(page)
    all_the_same = shown(await day.presses("Ada", page, "Show"))
    assert "The sheet: Amazon Transcribe" in words(all_the_same)
    await answered(day, "Ada", "Amazon Transcribe")
    assert "The sheet: Amazon Transcribe" in words(await listed(day))


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


async def test_words_that_mean_another_thing_are_warned_of(tmp_path: Path) -> None:
    speaks = Question("voice", "Which service speaks?", Mode.ANY, (Item("Amazon Polly"),))
    async with practice(tmp_path, questions=(SPEECH, speaks)) as room:
        await room.later(hours=1)
        other = "Amazon Polly" if "text" in words(room.question.message) else "Amazon Transcribe"
        await wronged(room, "Grace", other)
        await room.later(hours=8)
        preview = said(await room.presses("Ada", await waiting(room), "Accept for everybody"))
        assert "Please look: they are the answer to another question" in preview


async def test_of_a_list_the_unknown_part_is_offered_for_the_missing_item(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=(LISTED,)) as room:
        await room.later(hours=1)
        grade = await answered(room, "Grace", "bucket, table, waiting line")
        await answered(room, "Alan", "queue, bucket, table")
        await answered(room, "Ada", "bucket, table, queue")
        await appeals(room, "Grace", grade)
        preview = shown(await room.presses("Ada", await waiting(room), "Accept for everybody"))
        assert "“waiting line” would count as queue from now on" in words(preview)
        assert "The answer itself would be: ✓ Correct." in words(preview)
        await room.presses("Ada", preview, "Accept for everybody")
        assert await points(room, "Grace") == 10


async def test_the_words_can_be_changed_before_they_count(day: Room) -> None:
    await wronged(day, "Grace", "I would say it is the scribing machine of that shop")
    preview = shown(await day.presses("Ada", await waiting(day), "Accept for everybody"))
    reply = await day.presses("Ada", preview, "Change words")
    assert isinstance(reply, Ask)
    changed = shown(
        await day.sends(
            "Ada", reply.form.action, {"words": "scribing machine", "word": "well said"}
        )
    )
    assert "“scribing machine” would count from now on" in words(changed)
    assert "“well said”" in words(changed)
    stale = shown(await day.presses("Ada", preview, "Accept for everybody"))
    assert "“scribing machine” would count" in words(stale), "what was not shown is not accepted"
    await day.presses("Ada", stale, "Accept for everybody")
    await answered(day, "Ada", "Amazon Transcribe")
    assert "“scribing machine”" in said(await day.types("Ada", "/quizmaster phrases"))


async def test_past_days_change_on_their_days(day: Room) -> None:
    grade = await answered(day, "Grace", SCRIBE)
    await day.later(hours=24)
    await answered(day, "Grace", "Amazon Transcribe")
    await appeals(day, "Grace", grade)
    await day.later(hours=9)
    await accepts(day)
    monday, tuesday = [each.local_date for each in await _two_rounds(day)]
    of_monday = await day.store.standings(TEAM, CHANNEL, monday, monday)
    of_tuesday = await day.store.standings(TEAM, CHANNEL, tuesday, tuesday)
    assert [each.points for each in of_monday] == [10]
    assert [each.points for each in of_tuesday] == [10]


async def test_a_crash_between_the_decision_and_what_follows_is_made_good(
    day: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await wronged(day)
    preview = shown(await day.presses("Ada", await waiting(day), "Accept for everybody"))

    async def dies(*args: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(type(day.services.judging.regrading), "regrade", dies)
        await day.presses("Ada", preview, "Accept for everybody")
    assert await points(day, "Grace") == 0
    await day.later(minutes=2)
    assert await points(day, "Grace") == 10
    assert "You were right." in told(day, "Grace")[-1]


async def _two_rounds(room: Room) -> list[Round]:
    found = await room.store.rounds(TEAM, CHANNEL, 5)
    return sorted(found, key=lambda each: each.local_date)[:2]


async def test_a_line_under_the_reveal_says_that_the_order_is_another_one(day: Room) -> None:
    await wronged(day)
    await answered(day, "Alan", "Amazon Transcribe")
    await day.later(hours=8)
    post = day.question
    assert day.thread(post)[-1].count("Today: 1. Alan 10") == 1
    await accepts(day)
    await day.work()
    line = day.thread(post)[-1]
    assert "A quizmaster looked at answers again: 2 of 2 were right." in line
    assert "That day: 1. Alan 10 · 1. Grace 10" in line
    assert "scribing" not in line, "others read nobody's words"


async def test_while_it_is_open_nothing_is_said_in_the_channel(day: Room) -> None:
    await wronged(day)
    await accepts(day)
    await day.work()
    assert not day.thread(day.question)


async def test_what_was_accepted_stands_in_the_sheet_that_is_exported(day: Room) -> None:
    await wronged(day)
    await accepts(day)
    await day.later(hours=8)
    listed = shown(await day.types("Ada", "/quizmaster phrases"))
    exported = shown(await day.presses("Ada", listed, "Export the sheet with them"))
    (document,) = [each for each in exported.blocks if isinstance(each, Document)]
    assert "accept: the scribing machine" in document.file.content.decode()


async def test_whoever_is_quizmaster_no_more_is_not_told_what_members_said(day: Room) -> None:
    await day.services.members.member(day.actor("Alan"))
    await day.store.set_member(TEAM, "alan", quizmaster=True, told=True)
    await wronged(day)
    await day.store.set_member(TEAM, "alan", quizmaster=False)
    await day.work()
    assert told(day, "Ada")
    assert not told(day, "Alan")


async def test_what_was_decided_about_the_same_words_before_is_said(day: Room) -> None:
    await wronged(day)
    await decides(day, "Decline", "too vague")
    await wronged(day, "Alan")
    seen = words(await waiting(day))
    assert "The same words before: Ada declined it. “too vague” (Mon 23 Nov)" in seen


async def test_accepted_words_and_the_log_do_not_tell_an_open_answer(day: Room) -> None:
    """To a quizmaster who can still answer the question; once they have, it stands there."""
    await wronged(day)
    await accepts(day)
    for line in ("/quizmaster phrases", "/quizmaster log"):
        assert "scribing" not in said(await day.types("Ada", line))
        assert "Transcribe" not in said(await day.types("Ada", line))
    await answered(day, "Ada", "Amazon Transcribe")
    for line in ("/quizmaster phrases", "/quizmaster log"):
        assert "scribing" in said(await day.types("Ada", line))


async def test_the_other_direction_of_a_definition_is_not_told_either(tmp_path: Path) -> None:
    """An appeal about the term, while its meaning is asked."""
    term = Question("t", "What is a scribe called?", Mode.ANY, (Item("Transcribe"),), line=7)
    meaning = replace(term, id="m", prompt="What is Transcribe?", items=(Item("A scribe"),))
    async with practice(tmp_path, questions=(term,)) as room:
        await room.later(hours=1)
        await wronged(room, text="a parrot")
        await room.later(hours=8)
        assert "The sheet: Transcribe" in words(await listed(room))
        await room.brings(replace(term, line=8), meaning)
        await room.later(hours=16)
        assert (await room.round()).question.id == "m"
        assert "The sheet: Transcribe" in words(await listed(room))
        await room.brings(term, meaning)
        assert "The sheet" not in words(await listed(room))


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


async def test_two_quizmasters_who_look_at_once_each_see_what_follows_from_their_words(
    day: Room,
) -> None:
    for number in range(6):
        await answered(day, f"Member{number}", SCRIBE if number % 2 else "ear to paper")
    await wronged(day, "Grace", SCRIBE)
    await wronged(day, "Alan", "ear to paper")
    cases, _ = await day.store.open_cases(TEAM, 9)
    judging, ada = day.services.judging, day.actor("Ada")
    seen = await asyncio.gather(
        *(judging.forecast(ada, case, judging.guessed(case)) for case in cases * 3)
    )
    for case, forecast in zip(cases * 3, seen, strict=True):
        assert forecast.wordings == ((case.answer.text, 4),)
        assert forecast.points == 40


async def test_an_appeal_in_other_words_that_is_right_now_waits_no_more(day: Room) -> None:
    """What is accepted may settle what others said in other words."""
    await wronged(day, "Grace", SCRIBE)
    await wronged(day, "Alan", "I think it is the scribing machine")
    await accepts(day)
    assert "Nothing waits" in words(await listed(day))
    await day.work()
    assert told(day, "Alan")[-1].startswith("You were right.")
    assert [await points(day, name) for name in ("Grace", "Alan")] == [10, 10]
    ruling = (await day.store.appeals_of(TEAM, "alan", day.clock.now() - timedelta(1)))[0][1]
    assert ruling is not None
    await day.services.judging.undo(day.actor("Ada"), ruling.id)
    assert "2 appeals" in words(await listed(day))


@pytest.mark.parametrize(
    "fragment", ["machine", "shop", "washing machine", "Amazon Polly", "it is"]
)
async def test_a_fragment_of_what_was_accepted_counts_for_nothing(day: Room, fragment: str) -> None:
    await wronged(day, text="I would say it is the scribing machine of that shop")
    await accepts(day)
    assert "✗" in words(await answered(day, "Alan", fragment))
    nearly = "the scribing machines of that shop, I say"
    assert "✓" in words(await answered(day, "Edsger", nearly))


async def test_nobody_brings_their_own_words_in_through_the_case_of_somebody_else(
    day: Room,
) -> None:
    await day.services.members.member(day.actor("Grace"))
    await day.store.set_member(TEAM, "grace", quizmaster=True)
    await answered(day, "Ada", "ear to paper")
    await wronged(day, "Alan")
    preview = shown(await day.presses("Ada", await waiting(day), "Accept for everybody"))
    form = await day.presses("Ada", preview, "Change words")
    assert isinstance(form, Ask)
    mine = shown(await day.sends("Ada", form.form.action, {"words": "ear to paper"}))
    refused = said(await day.presses("Ada", mine, "Accept for everybody"))
    assert "another quizmaster decides it" in refused
    assert await points(day, "Ada") == 0


async def test_words_that_change_nothing_cannot_be_accepted_for_everybody(day: Room) -> None:
    await wronged(day)
    preview = shown(await day.presses("Ada", await waiting(day), "Accept for everybody"))
    form = await day.presses("Ada", preview, "Change words")
    assert isinstance(form, Ask)
    other = shown(await day.sends("Ada", form.form.action, {"words": "something else"}))
    assert "It changes nothing for the answer itself" in words(other)
    assert "[Accept for everybody" not in words(other)
