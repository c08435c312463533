"""Which questions will be hard to judge, and what is said to their author."""

import pytest

from bot.grading.gradability import hard_to_judge
from bot.sheets import read_sheet

_PROSE = "Q. Why oil a chain?\nA. So that the links move freely and the metal does not rust.\n"


def told(source: str) -> list[tuple[int, str]]:
    sheet = read_sheet(source.encode(), id="sheet", name="sheet.md")
    return [(note.line, note.message) for note in hard_to_judge(sheet)]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (_PROSE, "This answer in a sentence names no key points."),
        (_PROSE + "point: links move\n", "Key points with one wording alone: “links move”."),
        (
            "Q. Which index?\n- It depends on what is looked for most often\n",
            "The answer depends on something that the question does not name.",
        ),
        ("Q. Which tool?\n- hammer / mallet\n", "“hammer / mallet” can be read in two ways."),
        (
            "Q. Which metal?\n- molten\nQ. Which beer?\n- molted\n",
            "“molted” and “molten” differ in one letter.",
        ),
        (
            "Q. Why write tests first in a project?\n- Because nobody knows later what the code was meant to do\n",
            "This answer in a sentence names no key points.",
        ),
    ],
)
def test_each_kind_is_told_with_its_line(source: str, message: str) -> None:
    assert message in [words for _, words in told(source)]
    assert all(line > 0 for line, _ in told(source))


@pytest.mark.parametrize(
    "source",
    [
        _PROSE + "point: links move / runs freely\npoint: no rust / keeps from rusting\n",
        "Q. Which tool?\n- hammer\n",
        "Q. Which tool?\n- hammer / mallet\n  accept: hammer | mallet\n",
        "Q. Which letters?\n- KMSA\n- KMSB\n",
        "Q. Which client server protocol?\n- TCP/IP\n",
    ],
)
def test_what_can_be_judged_is_not_told_about(source: str) -> None:
    assert told(source) == []


def test_every_note_says_what_to_write() -> None:
    sheet = read_sheet(_PROSE.encode(), id="sheet", name="sheet.md")
    (note,) = hard_to_judge(sheet)
    assert note.hint == (
        "Write a line for each thing that counts, such as point: faster reads / quicker look-ups"
    )
