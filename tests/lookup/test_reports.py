"""Look-ups that people reported as finding nothing, here or in tools like this one."""

import pytest

from bot.lookup import Index, build_index
from bot.sheets import read_sheet
from tests.expected_failure import not_yet

OPERATORS = """\
Q. What does `||>` do in F#?
- It hands on two values

Q. What does the `??` operator do in C#?
- It takes the right side where the left is null

Q. What does `->` do in C?
- It reaches a member behind a pointer
"""
LANGUAGES = """\
- C - close to the machine
- C++ - with classes
- C# - for one large platform
- F# - with functions first
- R - for statistics
- Go - with small, fast builds
- .NET - where several languages run
"""
RECORDS = """\
- A - the first DNS record that anybody meets
- MX - where mail goes
- CNAME - another name for the same place
"""


def index_of(words: str) -> Index:
    sheet = read_sheet(words.encode(), id="small", name="small.md")
    return build_index(sheet.asked, sheet.glossary)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("||>", "What does ||> do in F#?"),
        ("??", "What does the ?? operator do in C#?"),
        ("->", "What does -> do in C?"),
    ],
)
@not_yet("a query of signs alone finds nothing")
def test_signs_find_what_is_named_by_them(query: str, title: str) -> None:
    assert [hit.title for hit in index_of(OPERATORS).search(query)][:1] == [title]


@not_yet("signs alone are not completed")
def test_signs_are_completed() -> None:
    assert "What does ||> do in F#?" in index_of(OPERATORS).complete("||")


@pytest.mark.parametrize("name", ["C", "C++", "C#", "F#", "R", "Go", ".NET"])
def test_a_language_of_one_letter_or_with_signs_finds_itself_first(name: str) -> None:
    assert index_of(LANGUAGES).search(name)[0].title == name


@pytest.mark.parametrize("query", ["A", "A record"])
def test_a_term_that_is_a_small_word_is_found(query: str) -> None:
    assert index_of(RECORDS).search(query)[0].title == "A"
