"""Sheets, as they are read back and listed."""

import asyncio
from dataclasses import replace

import pytest

from bot.model.question import Code, Image, Item, Kind, Mode, Place, Question
from bot.model.sheet import Domain, Exam, Problem, Sheet
from bot.quiz.ports.sheets import LIBRARY, SheetEntry
from bot.store import SqlStore
from tests.store.cast import OTHER, QUESTION, SHEET, TEAM, accepted

FULL = Question(
    "full",
    "Name any **2**: `<b>`?",
    Mode.ANY,
    (Item("a", ("b",), ("c",), ("d",), ("e",), 7), Item("ü")),
    need=2,
    kind=Kind.DEFINITION,
    topic=("One", "Two"),
    line=5,
    why="Because.",
    hint="a…",
    sources=("https://example.org",),
    images=(Image("https://example.org/a.png", "a", 6, Place.ANSWER),),
    code=(Code("print()", "python", 8),),
    tags=("t",),
    options=("a", "b", "c"),
)


async def test_a_sheet_reads_back_without_its_problems(store: SqlStore) -> None:
    written = replace(
        SHEET,
        questions=(*SHEET.questions, FULL),
        problems=(Problem(3, "No answer."),),
        images=FULL.images,
        code=FULL.code,
        exams=(Exam("MLS-C01", (Domain("Modelling", 36.0),), "2026-03-31"),),
        language="de",
    )
    await store.save_sheet(TEAM, written)
    assert await store.sheet(TEAM, "ml") == replace(written, problems=())
    assert await store.sheet(TEAM, "other") is None
    assert await store.sheet(OTHER, "ml") is None


async def test_the_version_follows_the_content_alone(store: SqlStore) -> None:
    first = await store.save_sheet(TEAM, SHEET)
    assert await store.save_sheet(TEAM, SHEET) == first
    assert await store.save_sheet(OTHER, replace(SHEET, problems=(Problem(1, "x"),))) == first
    reworded = replace(SHEET, questions=(replace(QUESTION, prompt="What is kept by PCA?"),))
    assert await store.save_sheet(TEAM, reworded) != first
    assert await store.sheet(TEAM, "ml") == reworded, "the old questions are gone"
    assert await store.save_sheet(TEAM, SHEET) == first


async def test_sheets_are_listed_by_title_each_team_its_own(store: SqlStore) -> None:
    version = await store.save_sheet(TEAM, SHEET)
    await store.save_sheet(TEAM, Sheet("a", "algorithms"))
    await store.save_sheet(LIBRARY, Sheet("shipped", "Shipped"))
    algorithms, learning = await store.sheets(TEAM)
    assert algorithms.title == "algorithms"
    assert learning == SheetEntry(TEAM, "ml", "Machine learning", 1, version)
    assert [entry.id for entry in await store.sheets(LIBRARY)] == ["shipped"]
    assert await store.sheets(OTHER) == ()


async def test_two_questions_of_one_id_are_refused_and_change_nothing(store: SqlStore) -> None:
    await store.save_sheet(TEAM, SHEET)
    with pytest.raises(ValueError, match="have the id pca"):
        await store.save_sheet(TEAM, replace(SHEET, questions=(QUESTION, QUESTION)))
    assert await store.sheet(TEAM, "ml") == SHEET


async def test_a_sheet_of_thousands_of_questions_is_kept_in_order(store: SqlStore) -> None:
    many = tuple(replace(QUESTION, id=f"q{n}", prompt=f"Question {n}?") for n in range(3000))
    await store.save_sheet(TEAM, replace(SHEET, questions=many))
    kept = await store.sheet(TEAM, "ml")
    assert kept is not None
    assert kept.questions == many


def question(name: str) -> Question:
    return Question(name, f"What is {name}?", Mode.ANY, (Item(name),))


async def test_of_additions_at_once_none_is_lost(store: SqlStore) -> None:
    additions = [Sheet("ml+", "Ours", (question(f"q{number}"),)) for number in range(8)]
    await asyncio.gather(
        *(accepted(store, TEAM, each, f"p{number}") for number, each in enumerate(additions))
    )
    await accepted(store, TEAM, additions[0], "again")
    kept = await store.sheet(TEAM, "ml+")
    assert kept is not None
    assert sorted(each.id for each in kept.questions) == [f"q{number}" for number in range(8)]
    (entry,) = await store.sheets(TEAM)
    assert entry.asked == 8
    assert entry.version == await store.save_sheet(TEAM, kept), "it is that of the whole"
