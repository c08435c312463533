"""What is worth a look."""

import pytest

from bot.sheets import notes_on

from .reading import read


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Q. Which tree?\n- oak\nQ. Which *tree*\n- ash\n", [3]),
        (
            "Q. Whose leaf?\n![](http://a/1.png)\n- oak\nQ. Whose leaf?\n![](http://a/2.png)\n- ash\n",
            [],
        ),
        ("Q. Which tree is an Oak tree?\n- oak\n", [1]),
        ("Q. Is it an oak or an ash?\n- oak\n", []),
        ("Q. Which tree makes cloaks?\n- oak\n", []),
        ("Q. What is k-means?\n- a way of clustering\n", []),
    ],
)
def test_repeated_prompts_and_answers_given_away(text: str, lines: list[int]) -> None:
    assert [note.line for note in notes_on(read(text))] == lines


def test_a_missing_source_is_noted_on_request() -> None:
    sheet = read("Q. Which tree?\n- oak\nQ. And which?\n- ash\nsource: a book\n")
    assert notes_on(sheet) == ()
    assert [note.line for note in notes_on(sheet, sources=True)] == [1]
