"""Decisions about appeals: a wrong grade is put right for everybody whom it touched, and stays so."""

from datetime import timedelta

import pytest

from bot.model.round import Round
from tests.quiz.appealing import (
    SCRIBE,
    accepts,
    answered,
    appeals,
    day,
    decides,
    listed,
    points,
    shown,
    told,
    waiting,
    wronged,
)
from tests.quiz.room import CHANNEL, TEAM, Room, said, words

__all__ = ["day"]


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


async def test_what_was_decided_about_the_same_words_before_is_said(day: Room) -> None:
    await wronged(day)
    await decides(day, "Decline", "too vague")
    await wronged(day, "Alan")
    seen = words(await waiting(day))
    assert "The same words before: Ada declined it. “too vague” (Mon 23 Nov)" in seen


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
