"""Accepted words: what counts from now on, for which item, how far it reaches, and where it is read."""

import asyncio
from dataclasses import replace
from pathlib import Path

from bot.model.message import Ask, Document
from bot.model.question import Item, Mode, Question
from tests.quiz.appealing import (
    LISTED,
    SCRIBE,
    SPEECH,
    accepts,
    answered,
    appeals,
    day,
    listed,
    points,
    shown,
    waiting,
    wronged,
)
from tests.quiz.room import TEAM, Room, practice, said, words

__all__ = ["day"]


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


async def test_what_was_accepted_stands_in_the_sheet_that_is_exported(day: Room) -> None:
    await wronged(day)
    await accepts(day)
    await day.later(hours=8)
    listed = shown(await day.types("Ada", "/quizmaster phrases"))
    exported = shown(await day.presses("Ada", listed, "Export the sheet with them"))
    (document,) = [each for each in exported.blocks if isinstance(each, Document)]
    assert "accept: the scribing machine" in document.file.content.decode()


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
