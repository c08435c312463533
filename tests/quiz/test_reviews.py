"""Questions get better: what members report is decided on in chat, points follow, and all of it
stands in a log.
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.model.appeal import RulingKind
from bot.model.message import Ask, Message, Say
from bot.model.question import Item, Mode, Question
from tests.quiz.room import CHANNEL, TEAM, Room, practice, said, words

SPEECH = Question(
    "speech", "Which service turns speech into text?", Mode.ANY, (Item("Amazon Transcribe"),)
)
VOICE = Question("voice", "Which service speaks?", Mode.ANY, (Item("Amazon Polly"),))
RIGHT = "Amazon Transcribe"


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    """A room with one question, which has just been posted."""
    async with practice(tmp_path, questions=(SPEECH,)) as room:
        await room.later(hours=1)
        yield room


async def reported(room: Room, name: str = "Grace", note: str = "It has two answers.") -> str:
    """Somebody reports today's question from its post."""
    asked = await room.points(name, room.question, "Report this question")
    assert isinstance(asked, Ask)
    values = {"kind": "unclear", "words": note}
    return said(await room.sends(name, asked.form.action, values, f"{name} {note}"))


async def decided(room: Room, label: str, word: str = "") -> Message:
    """Ada decides about what waits first."""
    page = await room.types("Ada", "/quizmaster appeals")
    assert isinstance(page, Say)
    form = await room.presses("Ada", page.message, label)
    assert isinstance(form, Ask), said(form)
    done = await room.sends("Ada", form.form.action, {"word": word})
    assert isinstance(done, Say), said(done)
    return done.message


async def points(room: Room, name: str) -> int:
    """What a member has in the channel."""
    sums = await room.store.standings(
        TEAM, CHANNEL, None, (await room.round()).local_date, name.lower()
    )
    return sum(each.points + each.open_points for each in sums if each.member_id == name.lower())


def told(room: Room, name: str) -> list[str]:
    """What somebody was told in private."""
    return [message for who, message in room.chat.told if who == name.lower()]


async def test_a_report_reaches_every_quizmaster_with_what_can_be_done(day: Room) -> None:
    await day.answers("Ada", RIGHT)
    assert "The quizmasters look at it, and you will hear." in await reported(day)
    await day.work()
    (message,) = told(day, "Ada")
    assert "1 report" in message
    assert (
        "Grace reports, Mon 23 Nov: It is unclear what is asked: “It has two answers.”" in message
    )
    assert "[Set aside] [Void this round] [It is right]" in message


async def test_reports_about_one_question_are_one_decision(day: Room) -> None:
    await reported(day)
    await reported(day, "Alan", "I do not get it.")
    page = said(await day.types("Ada", "/quizmaster appeals"))
    assert "1 report" in page
    assert "Alan reports" in page
    await decided(day, "It is right", "Read it twice.")
    await day.work()
    for name in ("Grace", "Alan"):
        assert "it stays as it is. Thank you. Ada: Read it twice." in told(day, name)[-1]
    assert "Nothing waits" in said(await day.types("Ada", "/quizmaster appeals"))


async def test_a_grade_and_a_look_up_offer_to_report(day: Room) -> None:
    await day.answers("Grace", "Polly")
    assert "[Report question]" in await day.answers("Grace", "Lex")
    await day.later(hours=8)
    card = await day.types("Grace", "/lookup turns speech into text")
    assert isinstance(card, Say)
    form = await day.presses("Grace", card.message, "Report")
    assert isinstance(form, Ask)
    assert "Thank you" in said(await day.sends("Grace", form.form.action, {"kind": "outdated"}))
    assert "It is outdated" in said(await day.types("Ada", "/quizmaster appeals"))


async def test_set_aside_it_is_not_asked_until_it_is_mended(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=(SPEECH, VOICE)) as room:
        await room.later(hours=1)
        first = (await room.round()).question
        other = VOICE if first.id == SPEECH.id else SPEECH
        await reported(room)
        await decided(room, "Set aside")
        for _ in range(3):
            await room.later(hours=24)
            assert (await room.round()).question.id == other.id
        shown = said(await room.types("Ada", "/quizmaster aside"))
        assert f"1. {first.prompt}" in shown
        assert "not asked" in shown
        mended = replace(first, prompt=f"{first.prompt} (one name)")
        await room.brings(mended, other)
        assert "mended since" in said(await room.types("Ada", "/quizmaster aside"))
        asked = set()
        for _ in range(3):
            await room.later(hours=24)
            asked.add((await room.round()).question.id)
        assert first.id in asked


async def test_it_can_be_asked_again_by_a_press(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=(SPEECH, VOICE)) as room:
        await room.later(hours=1)
        await reported(room)
        await decided(room, "Set aside")
        shown = await room.types("Ada", "/quizmaster aside")
        assert isinstance(shown, Say)
        after = said(await room.presses("Ada", shown.message, "Ask it again"))
        assert after == "No question is set aside in this team."


async def test_a_voided_round_brings_nobody_points_and_breaks_no_streak(day: Room) -> None:
    await day.answers("Grace", RIGHT)
    await day.answers("Alan", "Polly")
    await day.later(hours=8)
    await reported(day)
    page = await day.types("Ada", "/quizmaster appeals")
    assert isinstance(page, Say)
    form = await day.presses("Ada", page.message, "Void this round")
    assert isinstance(form, Ask)
    asked = " ".join(words(Message((each,), "")) for each in form.form.blocks)
    assert "1 member loses 10 points in all, and each is told. No streak suffers." in asked
    done = await decided(day, "Void this round", "Two answers were right.")
    assert "-10 points" in words(done)
    assert await points(day, "Grace") == 0
    await day.work()
    assert "out of the count: it brings nobody points" in told(day, "Grace")[-1]
    assert "Two answers were right." in told(day, "Grace")[-1]
    assert not told(day, "Alan"), "nothing changed for Alan"
    assert "Streak: 1 day" in said(await day.types("Grace", "/quiz me"))
    undone = said(await day.presses("Ada", done, "Undo"))
    assert "+10 points" in undone
    assert await points(day, "Grace") == 10


async def test_an_open_round_that_is_voided_closes_and_says_so(day: Room) -> None:
    await day.answers("Grace", RIGHT)
    await reported(day)
    await decided(day, "Void this round")
    await day.work()
    assert "took this question out of the count" in day.thread(day.question)[-1]
    assert await points(day, "Grace") == 0


async def test_a_suggestion_stands_in_the_same_list(day: Room) -> None:
    form = await day.types("Grace", "/quiz suggest")
    assert isinstance(form, Ask)
    neat = {"question": "What does RCF stand for?", "answer": "Random Cut Forest"}
    await day.sends("Grace", form.form.action, neat)
    await reported(day)
    page = await day.types("Ada", "/quizmaster appeals")
    assert "1 report · 1 suggestion" in said(page)
    assert "[Accept (2)] [Decline (2)]" in said(page)
    assert isinstance(page, Say)
    assert "Done: 1 question" in said(await day.presses("Ada", page.message, "Accept (2)"))


async def test_points_are_corrected_with_a_reason_which_the_member_reads(day: Room) -> None:
    await day.answers("Grace", RIGHT)
    await day.later(hours=8)
    done = said(await day.types("Ada", "/quizmaster correct grace -4 shared a screenshot"))
    assert "Done for Grace: -4 points in this channel." in done
    assert await points(day, "Grace") == 6
    await day.work()
    assert (
        "Ada corrected your points in #ml-study: 4 points less. Ada: shared a screenshot"
        in (told(day, "Grace")[-1])
    )
    for wrong in ("0 why", "5000 why", "grace"):
        line = f"/quizmaster correct grace {wrong}"
        assert "Done" not in said(await day.types("Ada", line))
    assert await points(day, "Grace") == 6


async def test_the_log_says_who_did_what_when_and_why(day: Room) -> None:
    await day.answers("Grace", RIGHT)
    await reported(day)
    await decided(day, "It is right", "Read it twice.")
    await day.types("Ada", "/quizmaster correct grace 2 for the typo that she found")
    await day.types("Ada", "/quizmaster pause")
    log = said(await day.types("Ada", "/quizmaster log"))
    assert "Ada paused the quiz: #ml-study, at 09:00 Berlin time" in log
    assert "Ada corrected the points of a member by +2: Grace (for the typo" in log
    assert "Ada kept the question as it is: Which service turns speech into text? (Read it" in log


async def test_whoever_is_severed_from_the_log_leaves_what_was_done(day: Room) -> None:
    await day.types("Ada", "/quizmaster pause")
    await day.store.sever(TEAM, "ada")
    assert "Somebody paused the quiz" in said(await day.types("Ada", "/quizmaster log"))


async def test_the_log_keeps_a_year_and_members_words_for_ninety_days(day: Room) -> None:
    judging, ada = day.services.judging, day.actor("Ada")
    await day.answers("Ada", RIGHT)
    await day.answers("Grace", "the scribing machine")
    (answer,) = await day.store.answers(TEAM, (await day.round()).id, "grace")
    await day.services.appealing.appeal(day.actor("Grace"), answer, "")
    ((case,), _) = await day.store.open_cases(TEAM, 1)
    await judging.decide(ada, case, RulingKind.DECLINED, "")
    assert "the scribing machine" in said(await day.types("Ada", "/quizmaster log"))
    await day.types("Ada", "/quizmaster pause")
    await day.later(days=91)
    log = said(await day.types("Ada", "/quizmaster log"))
    assert "declined it" in log
    assert "the scribing machine" not in log
    await day.later(days=280)
    assert "declined it" not in said(await day.types("Ada", "/quizmaster log"))


async def test_insights_say_how_the_quiz_goes_and_name_nobody(day: Room) -> None:
    for name, text in (("Grace", RIGHT), ("Alan", "Polly"), ("Edsger", "a parrot")):
        await day.answers(name, text)
    await day.later(hours=8)
    first = (await day.round()).id
    for name in ("alan", "edsger"):
        (answer,) = await day.store.answers(TEAM, first, name)
        await day.services.appealing.appeal(day.actor(name.title()), answer, "")
        ((case,), _) = await day.store.open_cases(TEAM, 1)
        await day.services.judging.decide(day.actor("Ada"), case, RulingKind.ONCE, "")
    await day.later(hours=16)
    await day.answers("Alan", "a third thing")
    seen = said(await day.types("Ada", "/quizmaster insights"))
    assert "Questions: 1\nPeople who answered: 3\nAnswers to a question: 3.0" in seen
    assert "Other — 100% right" in seen
    assert "2 appeals, 2 granted" in seen
    assert "Worth editing: “Which service turns speech into text?”" in seen
    assert "2 appeals granted, of whose grades the grader was" in seen
    for name in ("Grace", "Alan", "Edsger"):
        assert name not in seen
    assert "is for quizmasters" in said(await day.types("Grace", "/quizmaster insights"))


async def test_what_a_report_says_about_an_open_question_is_read_after_answering(
    day: Room,
) -> None:
    await reported(day, note="It is Transcribe, or is it?")
    assert "Transcribe" not in said(await day.types("Ada", "/quizmaster appeals"))
    await day.answers("Ada", RIGHT)
    assert "Transcribe" in said(await day.types("Ada", "/quizmaster appeals"))


async def test_nobody_corrects_their_own_points_where_another_quizmaster_exists(day: Room) -> None:
    await day.services.members.member(day.actor("Grace"))
    await day.store.set_member(TEAM, "grace", quizmaster=True)
    await day.answers("Grace", "Polly")
    refused = said(await day.types("Grace", "/quizmaster correct grace 9 because"))
    assert "another quizmaster decides it" in refused
    assert await points(day, "Grace") == 0


async def test_a_correction_that_is_delivered_twice_is_one(day: Room) -> None:
    await day.answers("Grace", RIGHT)
    for _ in range(2):
        line = "/quizmaster correct grace -4 shared it"
        assert "Done" in said(await day.types("Ada", line, key="event"))
    assert await points(day, "Grace") == 6


async def test_a_round_that_is_being_voided_when_the_process_dies_is_voided(
    day: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await day.answers("Grace", RIGHT)
    await reported(day)

    async def dies(*args: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(type(day.services.judging), "carry_out", dies)
        page = await day.types("Ada", "/quizmaster appeals")
        assert isinstance(page, Say)
        form = await day.presses("Ada", page.message, "Void this round")
        assert isinstance(form, Ask)
        await day.sends("Ada", form.form.action, {"word": ""})
    assert await points(day, "Grace") == 10
    await day.later(minutes=2)
    assert await points(day, "Grace") == 0
    assert "took this question out of the count" in day.thread(day.question)[-1]
