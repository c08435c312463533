"""A file is known by what is in it."""

from pathlib import Path

import pytest

from bot.sheets import read_sheet
from bot.sheets.formats import FORMATS, format_of
from bot.sheets.writing import WRITERS

from .reading import FIXTURES, known_as, prompts, text

PAGE = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
_FORMATS = {
    "aiken.txt": "aiken",
    "anki.txt": "csv",
    "bold.md": "markdown",
    "choices.csv": "csv",
    "encoded.json": "opentdb",
    "hashcards.md": "hashcards",
    "kotoba.csv": "kotoba",
    "obsidian.md": "obsidian",
    "opentdb.json": "opentdb",
    "pairs.tsv": "csv",
    "plain-notes.md": "markdown",
    "quiz.gift": "gift",
    "table.csv": "csv",
    "trivia.yaml": "red",
}


@pytest.mark.parametrize(("name", "form"), _FORMATS.items())
def test_each_format_is_recognised(name: str, form: str) -> None:
    assert known_as(name) == form


@pytest.mark.parametrize("name", ["aiken.txt", "anki.txt", "trivia.yaml", "quiz.gift", "pairs.tsv"])
def test_a_text_file_is_recognised_whatever_its_name(name: str) -> None:
    """People rename what they upload."""
    source = (FIXTURES / name).read_bytes()
    assert format_of(source, "questions.txt").name == _FORMATS[name]


@pytest.mark.parametrize(
    "words",
    [
        "Q. What is 1:1?\n- A ratio\n",
        "# Notes\n\nkey:: value\nother:: thing\n",
        "Use `std::vector`, or std::string::npos where needed.\nAlso a::b and c::d here.\n",
        "Shopping: eggs, milk\nCall Ada\n",
        "What now? We go on.\n\nThe end\n",
        "{\n  not json\n}\n",
        "",
    ],
)
def test_words_that_look_a_little_like_a_format_stay_markdown(words: str) -> None:
    assert format_of(words.encode(), "notes.md").name == "markdown"


@pytest.mark.parametrize("name", ["notes.md", "notes.txt"])
def test_plain_notes_yield_no_questions(name: str) -> None:
    source = (FIXTURES / "plain-notes.md").read_bytes()
    assert read_sheet(source, id="notes", name=name).questions == ()


def test_names_of_formats_are_unique() -> None:
    names = [known.name for known in FORMATS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "name", [*(read.name for read in FORMATS), *(written.name for written in WRITERS)]
)
def test_the_page_on_formats_names_each(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_our_own_json_is_recognised_by_its_first_key() -> None:
    assert format_of(b'{"quizsheet": 1, "sheet": {}}', "x.txt").name == "json"
    assert prompts(text('{"quizsheet": 1}', "x.json")) == []
