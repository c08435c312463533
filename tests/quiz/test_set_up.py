"""The quizmaster's work, all of it in chat."""

import re
from pathlib import Path

import pytest

from bot.model.message import Amend, Ask, Say, TextInput
from bot.model.question import Item, Mode, Question
from tests.quiz.room import CHANNEL, TEAM, Room, practice, said, words

GOOD = {"opens": "9", "reveals": "5pm", "days": "mon-fri", "zone": "berlin", "sheet": "ml"}


async def form(room: Room) -> Ask:
    """Ada opens the set-up form."""
    reply = await room.types("Ada", "/quizmaster schedule")
    assert isinstance(reply, Ask)
    return reply


async def test_a_schedule_is_set_in_chat_and_said_back_in_full(tmp_path: Path) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        opened = await form(room)
        reply = said(await room.sends("Ada", opened.form.action, GOOD))
        assert (
            "The quiz will run in #ml-study on weekdays at 09:00 Berlin time, answers at 17:00, "
            "from ML on AWS (1 question).\nNext: Mon 23 Nov 09:00" in reply
        )
        assert "[Post one now] [Preview] [Change] [Pause]" in reply
        await room.later(hours=1)
        assert len(room.chat.posted) == 1


async def test_what_cannot_be_read_is_said_in_the_form_and_changes_nothing(room: Room) -> None:
    before = await room.store.schedules(TEAM, CHANNEL)
    bad = GOOD | {"opens": "nine-ish", "zone": "Middle Earth"}
    reply = await room.sends("Ada", (await form(room)).form.action, bad)
    assert isinstance(reply, Amend)
    assert [name for name, _ in reply.errors] == ["opens", "zone"]
    assert await room.store.schedules(TEAM, CHANNEL) == before


DOCUMENTED = Path(__file__).parents[2] / "docs" / "quizmasters.md"


async def test_whatever_the_docs_say_may_be_typed_fits_its_field_and_is_taken(room: Room) -> None:
    rows = [
        row.split("|")
        for row in DOCUMENTED.read_text(encoding="utf-8").splitlines()
        if row.startswith(("| Question at", "| Days", "| Time zone"))
    ]
    assert len(rows) == 3
    asked = await form(room)
    for name, (_, _, examples, _) in zip(("opens", "days", "zone"), rows, strict=True):
        (field,) = [each for each in asked.form.inputs if each.name == name]
        assert isinstance(field, TextInput)
        for typed in re.findall("`(.+?)`", examples):
            assert len(typed) <= field.max_length
            reply = await room.sends("Ada", (await form(room)).form.action, GOOD | {name: typed})
            assert isinstance(reply, Say), typed


async def test_members_cannot_set_up_ask_or_reveal(room: Room) -> None:
    for line in (
        "/quizmaster schedule",
        "/quizmaster ask",
        "/quizmaster reveal",
        "/quizmaster sheet ML on AWS",
    ):
        assert "is for quizmasters" in said(await room.types("Grace", line)), line
    action = (await form(room)).form.action
    assert "is for quizmasters" in said(await room.sends("Grace", action, GOOD))


async def test_a_quizmaster_can_make_another_one(room: Room) -> None:
    await room.types("Grace", "/quiz me")
    reply = await room.types("Ada", "/quizmaster appoint grace")
    assert "Grace is a quizmaster now." in said(reply)
    assert "on its way" in said(await room.types("Grace", "/quizmaster ask"))


async def test_ask_posts_one_question_now_and_once(room: Room) -> None:
    first = await room.types("Ada", "/quizmaster ask", key="event-1")
    await room.types("Ada", "/quizmaster ask", key="event-1")
    await room.work()
    assert "open until 17:00" in said(first)
    assert len(room.chat.posted) == 1


async def test_reveal_closes_the_question_now(morning: Room) -> None:
    await morning.types("Ada", "/quizmaster reveal")
    await morning.work()
    assert "closed" in words(morning.question.message)
    assert len(morning.thread(morning.question)) == 1


async def test_pausing_stops_the_questions_and_starting_again_goes_on(room: Room) -> None:
    confirmed = await room.sends("Ada", (await form(room)).form.action, GOOD)
    assert isinstance(confirmed, Say)
    paused = await room.presses("Ada", confirmed.message, "Pause")
    await room.later(days=2)
    assert room.chat.posted == []
    assert isinstance(paused, Say)
    again = said(await room.presses("Ada", paused.message, "Resume"))
    assert again.startswith("The quiz will run in #ml-study on weekdays at 09:00")
    await room.later(hours=1)
    assert len(room.chat.posted) == 1


async def test_without_an_open_question_the_next_one_is_named(room: Room) -> None:
    reply = said(await room.types("Grace", "/quiz today"))
    assert reply == "No question is open here right now. The next one comes at 09:00 Berlin time."


async def test_asked_from_a_sheet_without_a_question_it_says_so(tmp_path: Path) -> None:
    blank = Question("blank", "Which sign?", Mode.ANY, (Item("\u200b"),))
    async with practice(tmp_path, questions=(blank,)) as room:
        reply = said(await room.types("Ada", "/quizmaster ask"))
        assert reply.startswith("There is nothing to ask from the sheet ML on AWS.")


async def test_a_wrong_choice_names_the_right_ones(room: Room) -> None:
    reply = said(await room.types("Grace", "/quiz top century"))
    assert reply == '/quiz top: window can be today, week, month, all, not "century".'


async def test_without_any_sheet_the_quizmaster_is_told_so(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=(), scheduled=False) as room:
        reply = said(await room.types("Ada", "/quizmaster schedule"))
        assert "There is no sheet" in reply


@pytest.mark.parametrize("name", ["a:b", "#a:b", "c" * 120])
async def test_a_channel_that_cannot_be_one_is_refused_kindly(room: Room, name: str) -> None:
    reply = said(await room.types("Ada", f"/quizmaster schedule {name}"))
    assert reply.startswith(f'/quizmaster schedule: there is no channel "{name[:40]}')


async def test_another_channel_can_be_set_up_from_here(room: Room) -> None:
    room.chat.channels.add((TEAM, "other"))
    reply = await room.types("Ada", "/quizmaster schedule #other")
    assert isinstance(reply, Ask)
    confirmed = await room.sends("Ada", reply.form.action, GOOD)
    assert "The quiz will run in that channel on weekdays" in said(confirmed)
    (schedule,) = await room.store.schedules(TEAM, "other")
    assert schedule.sheet_id == "ml"
    assert isinstance(confirmed, Say)
    await room.presses("Ada", confirmed.message, "Pause")
    (rests,) = await room.store.schedules(TEAM, "other")
    (here,) = await room.store.schedules(TEAM, CHANNEL)
    assert rests.next_at is None
    assert here.next_at is not None
