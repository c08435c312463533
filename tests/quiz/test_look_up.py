"""Look-ups, and what they withhold."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.model.event import Completion
from bot.model.message import Say, Visibility
from bot.model.question import Item, Kind, Mode, Question
from bot.model.sheet import Sheet
from tests.quiz.room import SINGLE, Room, practice, said, sheet

HOROVOD = Question(
    id="horovod",
    prompt="What is Horovod?",
    mode=Mode.TEXT,
    items=(Item("A framework that spreads the training of deep networks over several machines"),),
    kind=Kind.DEFINITION,
    topic=("ML on AWS", "Training"),
    line=418,
)


@pytest.fixture
async def study(tmp_path: Path) -> AsyncIterator[Room]:
    """A room whose sheet has two entries; the question of the day is the first."""
    async with practice(tmp_path) as room:
        await room.later(hours=1)
        await room.store.save_sheet("library:shipped", _sheet())
        yield room


def _sheet() -> Sheet:
    return sheet(SINGLE, HOROVOD)


async def test_a_typo_still_finds_the_entry(study: Room) -> None:
    reply = said(await study.types("Grace", "/lookup horovd"))
    assert "What is Horovod? · Training" in reply
    assert "over several machines" in reply


async def test_todays_question_is_withheld_until_it_is_answered(study: Room) -> None:
    query = "/lookup which algorithms train on a single instance"
    closed = said(await study.types("Grace", query))
    assert "That is today's question: answer first, then it opens." in closed
    assert "BlazingText" not in closed
    await study.answers("Grace", "k-means")
    assert "BlazingText" not in said(await study.types("Grace", query)), "one try is left"
    await study.answers("Grace", "k-nn")
    assert "BlazingText" in said(await study.types("Grace", query))


async def test_it_opens_for_everyone_after_the_reveal(study: Room) -> None:
    await study.later(hours=9)
    reply = said(await study.types("Grace", "/lookup single instance only"))
    assert "BlazingText" in reply


async def test_an_entry_from_the_same_lines_is_withheld_too(tmp_path: Path) -> None:
    term = replace(HOROVOD, id="h2", prompt="Which framework spreads training?", mode=Mode.ANY)
    async with practice(tmp_path, questions=(HOROVOD,)) as room:
        await room.later(hours=1)
        await room.store.save_sheet("library:shipped", sheet(HOROVOD, term))
        assert "today's question" in said(await room.types("Grace", "/lookup spreads training"))


async def test_nothing_found_names_what_comes_nearest(study: Room) -> None:
    reply = said(await study.types("Grace", "/lookup vacation policy"))
    assert reply.startswith('Nothing on "vacation policy".')


async def test_a_card_can_be_shared_but_not_todays_question(study: Room) -> None:
    card = await study.types("Grace", "/lookup horovod")
    assert isinstance(card, Say)
    shared = await study.presses("Grace", card.message, "Share")
    assert isinstance(shared, Say)
    assert shared.visibility is Visibility.CHANNEL
    for text in ("k-means", "k-nn"):
        await study.answers("Grace", text)
    mine = await study.types("Grace", "/lookup single instance only")
    assert isinstance(mine, Say)
    refused = said(await study.presses("Grace", mine.message, "Share"))
    assert "It can be shared after it closes" in refused


async def test_titles_complete_while_typing(study: Room) -> None:
    choices = await study.dispatcher.complete(
        Completion(study.actor("Grace"), ("lookup",), "query", "what is")
    )
    assert [choice.label for choice in choices] == ["What is Horovod?"]


async def test_a_lookup_without_words_says_what_it_needs(study: Room) -> None:
    assert said(await study.types("Grace", "/lookup")) == "/lookup needs a term or a few words."
