"""Questions that get an id of their own, or another one, go on as the questions they are."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.model.attachment import Attachment
from bot.model.event import Call
from bot.model.message import Ask, Message, Say
from bot.quiz.ports.sheets import LIBRARY
from bot.quiz.services.replacing import replace_sheet
from bot.shelf import SheetFiles
from tests.quiz.room import CHANNEL, MONDAY_MORNING, TEAM, Room, practice, said

SCIENCE = """# Nature

## Trees

Q. Which tree bears acorns?
- oak
{tree}

## Birds

Q. Which bird hovers in the air?
- hummingbird
{bird}

## Stones

Q. Which stone floats on water?
- pumice
{stone}
"""
SUNDAY = MONDAY_MORNING - timedelta(hours=22)
"""A day before the first question has been out for an hour."""
ANSWERS = {"tree": "oak", "bird": "hummingbird", "stone": "pumice"}


def science(**names: str) -> bytes:
    """The sheet, with ids for some of its questions."""
    keys = {each: f"id: {names[each]}" if each in names else "" for each in ANSWERS}
    return SCIENCE.format(**keys).encode()


async def preview(room: Room, file: bytes, name: str = "science.md") -> Message:
    """Ada hands a file over."""
    handed = {"file": Attachment.of(name, file)}
    reply = await room.dispatcher.respond(
        Call(room.actor("Ada"), ("quizmaster", "upload"), {}, files=handed)
    )
    assert isinstance(reply, Say)
    return reply.message


async def brings(room: Room, file: bytes, name: str = "science.md") -> None:
    """Ada hands a file over and takes it."""
    reply = await room.presses("Ada", await preview(room, file, name), "Take it")
    assert "is ready" in said(reply)


async def days(room: Room, number: int) -> list[str]:
    """What is asked on these days, by the word that answers it; Grace answers each."""
    asked = []
    for _ in range(number):
        await room.later(hours=24)
        question = (await room.round()).question
        asked.append(question.items[0].text)
        await room.answers("Grace", question.items[0].text)
    return asked


@pytest.fixture
async def science_room(tmp_path: Path) -> AsyncIterator[Room]:
    """A room that asks from Ada's own sheet, whose questions have no ids yet."""
    async with practice(tmp_path, now=SUNDAY) as room:
        await brings(room, science())
        await room.types("Ada", "/quizmaster sheet science")
        yield room


async def test_a_question_that_is_given_an_id_is_not_asked_again_before_the_others(
    science_room: Room,
) -> None:
    """Each has its turn once, though every question was named after the first, and renamed after
    the second day.
    """
    first = await days(science_room, 1)
    await brings(science_room, science(tree="acorns", bird="hovers", stone="floats"))
    second = await days(science_room, 1)
    await brings(science_room, science(tree="hovers", bird="floats", stone="acorns"))
    third = await days(science_room, 1)
    assert sorted(first + second + third) == sorted(ANSWERS.values())
    counts = await science_room.store.asked(TEAM, CHANNEL)
    assert {each.question_id: each.times for each in counts} == dict.fromkeys(
        ("acorns", "floats", "hovers"), 1
    )


async def test_points_and_topics_stay(science_room: Room) -> None:
    await days(science_room, 3)
    before = said(await science_room.types("Grace", "/quiz me"))
    assert "By topic" in before
    await brings(science_room, science(tree="acorns", bird="hovers", stone="floats"))
    assert said(await science_room.types("Grace", "/quiz me")) == before


async def test_a_reworded_question_may_get_its_id_at_once(science_room: Room) -> None:
    (first, *_) = await days(science_room, 1)
    name = next(each for each, word in ANSWERS.items() if word == first)
    old = next(line for line in SCIENCE.splitlines() if line.startswith("Q.") and name in line)
    new = science(**{name: "named"}).decode().replace(old, f"Q. You all know this {name}, right?")
    assert "2 unchanged" in said(Say(await preview(science_room, new.encode())))
    await brings(science_room, new.encode())
    assert first not in await days(science_room, 2)


async def test_another_form_of_the_file_may_give_the_ids(science_room: Room) -> None:
    (first, *_) = await days(science_room, 1)
    prompts = {"tree": "bears acorns", "bird": "hovers in the air", "stone": "floats on water"}
    rows = [f"{name}-id,Which {name} {prompts[name]}?,{word}" for name, word in ANSWERS.items()]
    await brings(science_room, "\n".join(["id,question,answer", *rows]).encode(), "science.csv")
    assert first not in await days(science_room, 2)


async def test_the_open_question_is_withheld_under_its_new_id_too(science_room: Room) -> None:
    """Ids add lines, so that another question stands where it stood."""
    await science_room.later(hours=24)
    question = (await science_room.round()).question
    word = question.items[0].text
    await brings(science_room, b"\n\n\n" + science(tree="acorns", bird="hovers", stone="floats"))
    reply = said(await science_room.types("Linus", f"/lookup {question.prompt}"))
    assert "answer first, then it opens" in reply
    withheld = said(await science_room.types("Linus", f"/lookup {word}"))
    assert "opens once you have answered it" in withheld
    for other in ANSWERS.values():
        if other != word:
            assert other in said(await science_room.types("Linus", f"/lookup {other}"))
    assert "Correct: 10 points" in await science_room.answers("Linus", word)
    opened = said(await science_room.types("Linus", f"/lookup {word}"))
    assert question.prompt in opened


async def test_a_proposal_is_compared_with_the_sheet_as_it_is_when_it_is_taken(
    science_room: Room,
) -> None:
    """Of two that waited, the second finds the ids that the first one gave, after a look."""
    first = await days(science_room, 1)
    waiting = [
        await preview(science_room, science(tree="acorns", bird="hovers", stone="floats")),
        await preview(science_room, science(tree="t", bird="b", stone="s")),
    ]
    await science_room.presses("Ada", waiting[0], "Take it")
    anew = await science_room.presses("Ada", waiting[1], "Take it")
    assert isinstance(anew, Say)
    assert "ready" in said(await science_room.presses("Ada", anew.message, "Take it"))
    assert {each.question_id for each in await science_room.store.asked(TEAM, CHANNEL)} <= {*"tbs"}
    assert sorted(first + await days(science_room, 2)) == sorted(ANSWERS.values())


async def test_a_sheet_of_the_team_in_place_of_the_installations_keeps_what_was_asked(
    tmp_path: Path,
) -> None:
    async with practice(tmp_path, questions=(), now=SUNDAY) as room:
        files = SheetFiles()
        shipped = replace(files.read(Attachment.of("ml.md", science())), title="ML")
        await replace_sheet(room.store, files, LIBRARY, shipped)
        first = await days(room, 1)
        named = science(tree="acorns", bird="hovers", stone="floats")
        assert "3 unchanged" in said(Say(await preview(room, named, "ml.md")))
        await brings(room, named, "ml.md")
        assert sorted(first + await days(room, 2)) == sorted(ANSWERS.values())


async def test_a_suggestion_that_is_named_in_the_sheet_is_no_second_question(
    science_room: Room,
) -> None:
    form = await science_room.types("Grace", "/quiz suggest")
    assert isinstance(form, Ask)
    neat = {"question": "Which metal is liquid?", "answer": "mercury"}
    await science_room.later(hours=24)
    await science_room.sends("Grace", form.form.action, neat)
    await science_room.work()
    await science_room.acts("Ada", science_room.chat.buttons[-1][0].action)
    taken = b"\n## Metals\n\nQ. Which metal is liquid?\n- mercury\nid: liquid\n"
    reply = said(Say(await preview(science_room, science() + taken)))
    assert "4 unchanged" in reply
    assert "gone" not in reply
    await brings(science_room, science() + taken)
    book = await science_room.services.library.book(TEAM, "science")
    assert book is not None
    assert [each.prompt for each in book.sheet.asked].count("Which metal is liquid?") == 1
    assert book.sheet.asked[-1].id == "liquid"


async def test_a_sheet_that_changes_while_it_is_compared_is_compared_again(
    science_room: Room,
) -> None:
    """Somebody else brings theirs between the comparison and the saving."""
    (first, *_) = await days(science_room, 1)

    read = SheetFiles().read
    theirs = read(Attachment.of("science.md", science(tree="t", bird="b", stone="s")))
    ours = read(Attachment.of("science.md", science(tree="x", bird="y", stone="z")))
    store = science_room.store
    wholly = store.replace_sheet

    async def overtaken(*what: object) -> bool:
        store.replace_sheet = wholly  # type: ignore[method-assign]
        await replace_sheet(store, SheetFiles(), TEAM, theirs)
        return await wholly(*what)  # type: ignore[arg-type]

    store.replace_sheet = overtaken  # type: ignore[method-assign,assignment]
    await replace_sheet(store, SheetFiles(), TEAM, ours)
    assert {each.question_id for each in await store.asked(TEAM, CHANNEL)} <= {*"xyz"}
    assert first not in await days(science_room, 2)
