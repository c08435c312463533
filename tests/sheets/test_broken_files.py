"""Whatever a file holds, it is read, or its author is told why not."""

import codecs

import pytest

from bot.model.sheet import Severity
from bot.sheets import read_sheet

from .reading import errors, read, texts

SHEET = "# Bäume\n\nQ. Welcher Baum trägt Eicheln?\n- die Eiche – „Quercus“\n\nQ. Und dieser?\n"


@pytest.mark.parametrize(
    "source",
    [
        SHEET.encode(),
        codecs.BOM_UTF8 + SHEET.encode(),
        SHEET.encode("utf-16"),
        codecs.BOM_UTF16_BE + SHEET.encode("utf-16-be"),
        SHEET.encode("utf-32"),
        SHEET.replace("\n", "\r\n").encode(),
        SHEET.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16-be", "utf-32", "crlf", "cr"],
)
def test_every_encoding_and_line_end_gives_the_same_sheet(source: bytes) -> None:
    sheet = read_sheet(source, id="trees", name="trees.md")
    assert sheet.questions[0].prompt == "Welcher Baum trägt Eicheln?"
    assert texts(sheet.questions[0]) == ["die Eiche – „Quercus“"]
    assert [problem.line for problem in sheet.problems] == [6]
    assert [question.id for question in sheet.questions] == [
        question.id for question in read(SHEET).questions
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(encoding: str) -> None:
    source = "Q. Which tree?\n- oak\n\n".encode(encoding)
    assert read_sheet(source, id="a", name="a.md").questions[0].prompt == "Which tree?"


def test_windows_1252_is_read_and_noted() -> None:
    sheet = read_sheet(
        "Q. Baum?\n- Eiche\n- Esche für Bögen\n".encode("cp1252"), id="a", name="a.md"
    )
    assert texts(sheet.questions[0]) == ["Eiche", "Esche für Bögen"]
    assert [(problem.line, problem.severity) for problem in sheet.problems] == [(3, Severity.NOTE)]


def test_nul_characters_are_left_out_and_noted() -> None:
    sheet = read_sheet(b"Q. Which tree, the one with acorns?\n- o\0ak\n", id="a", name="a.md")
    assert texts(sheet.questions[0]) == ["oak"]
    assert [problem.line for problem in sheet.problems] == [2]


@pytest.mark.parametrize(
    "source",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"%PDF-1.7\nQ. a\n- b",
        b"PK\x03\x04abc",
        bytes(range(256)) * 40,
        bytes(999),
    ],
    ids=["picture", "pdf", "zip", "junk", "nothing"],
)
def test_what_is_no_text_is_said_to_be_none(source: bytes) -> None:
    sheet = read_sheet(source, id="a", name="a.md")
    assert sheet.questions == ()
    assert [problem.line for problem in errors(sheet)] == [1]
    assert "not like text" in sheet.problems[0].message


@pytest.mark.parametrize("source", [b"", b"\n\n", codecs.BOM_UTF8])
def test_an_empty_file_is_said_to_be_empty(source: bytes) -> None:
    assert read_sheet(source, id="a", name="a.md").problems[0].message == "This file is empty."


def test_a_file_without_questions_says_so() -> None:
    (problem,) = read("Just notes.\n").problems
    assert problem.severity is Severity.NOTE


def test_a_file_over_the_limit_is_not_read() -> None:
    sheet = read_sheet(b"Q. Which?\n- oak\n" * 10, id="a", name="a.md", limit=100)
    assert sheet.questions == ()
    assert "a sheet may have" in errors(sheet)[0].message


def test_twenty_megabytes_are_refused_without_a_fuss() -> None:
    assert len(errors(read_sheet(b"Q. a\n" * 4_000_000, id="a", name="a.md"))) == 1


def test_a_line_without_end_is_cut_and_the_rest_is_read() -> None:
    sheet = read("Q. Which?\n- " + "oak " * 100_000 + "\nQ. And which?\n- ash\n")
    assert [problem.line for problem in errors(sheet)] == [2]
    assert texts(sheet.questions[1]) == ["ash"]


def test_an_open_fence_swallows_no_question() -> None:
    sheet = read("Q. Which?\n```\ncode\n\nQ. And which?\n- ash\n")
    assert [question.prompt for question in sheet.asked] == ["And which?"]
    assert [(problem.line, "never closed" in problem.message) for problem in sheet.problems] == [
        (1, False),
        (2, True),
    ]


def test_an_open_comment_swallows_no_question() -> None:
    sheet = read("<!-- to do\n\nQ. Which?\n- ash\n")
    assert len(sheet.asked) == 1
    assert [problem.line for problem in errors(sheet)] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Q. Which?\n" + "".join(" " * depth + "- oak\n" for depth in range(0, 10_000, 5)),
        "Q. Which?\n- " + "- " * 10_000 + "oak\n",
        ">" * 10_000 + " Q. Which?\n> - oak\n",
        "Q. Which?\n- " + "[" * 10_000 + "oak" + "]" * 10_000 + "\n",
        "Q. Which?\n- " + "*" * 9_000 + "oak\n",
        "---\na: " + "[" * 10_000 + "\n---\nQ. Which?\n- oak\n",
        "---\n" + "".join(" " * depth + "a:\n" for depth in range(300)) + "---\nQ. Which?\n- oak\n",
    ],
    ids=["indent", "bullets", "quotes", "brackets", "stars", "flow", "mappings"],
)
def test_nesting_without_end_stops_nothing(text: str) -> None:
    sheet = read(text)
    assert all(question.items for question in sheet.asked)
