"""Key points: what an author says that an answer in prose has to say."""

import pytest

from bot.grading.lines import LineUnreadable, question_of
from bot.model.question import KeyPoint, Mode
from bot.sheets import read_sheet
from bot.sheets.writing.writers import writer_named
from tests.sheets.reading import read, written

_INDEX = """\
Q. What does an index cost and bring?
A. It makes reads faster but slows down writes.
point: faster reads / quicker look-ups
point: slower writes / inserts cost more / each update is dearer
"""


def points(source: str) -> list[tuple[str, ...]]:
    (question,) = written(read(source))
    return [point.wordings for item in question.items for point in item.points]


def test_each_line_is_a_key_point_with_its_wordings() -> None:
    assert points(_INDEX) == [
        ("faster reads", "quicker look-ups"),
        ("slower writes", "inserts cost more", "each update is dearer"),
    ]


def test_a_slash_within_a_word_parts_nothing() -> None:
    assert points("Q. Why?\nA. It needs I/O.\npoint: I/O / disk access\n") == [
        ("I/O", "disk access")
    ]


def test_bars_part_wordings_too_as_in_accept_lines() -> None:
    assert points("Q. Why?\nA. It is quick.\npoint: quick | fast\n") == [("quick", "fast")]


def test_the_plural_is_understood_where_it_has_wordings() -> None:
    assert points("Q. Why?\nA. It is quick.\npoints: quick / fast\n") == [("quick", "fast")]
    assert points("Q. Why?\nA. It is quick.\nPoints: 10\n") == []


def test_blank_wordings_are_left_out_and_a_blank_point_is_none() -> None:
    assert points("Q. Why?\nA. It is so.\npoint: so / / …\npoint: / \npoint:\n") == [("so",)]


def test_a_bullet_with_key_points_is_prose() -> None:
    source = "Q. Why a queue?\n- It evens out the load.\n  point: even load / no peaks\n"
    (question,) = written(read(source))
    assert question.mode is Mode.TEXT
    assert question.items[0].points == (KeyPoint(("even load", "no peaks")),)


def test_bold_words_of_prose_are_its_key_points() -> None:
    assert points("Q. What does it do?\nA. It **speeds up reads** and __slows writes__.\n") == [
        ("speeds up reads",),
        ("slows writes",),
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "**It is bold as a whole.**",
        "It has `**none**` but code.",
        r"It has \*\*escaped\*\* marks.",
        "It has 2**3**4 in it.",
    ],
)
def test_what_is_no_mark_within_the_answer_names_no_point(answer: str) -> None:
    assert points(f"Q. What is it?\nA. {answer}\n") == []


def test_lines_go_before_bold_words() -> None:
    assert points("Q. What?\nA. It **reads** fast.\npoint: fast\n") == [("fast",)]


def test_bold_words_of_a_list_are_only_bold() -> None:
    assert points("Q. Which trees?\n- **Oak**\n- **Ash** of the north\n") == []


def test_a_point_of_no_bullet_in_particular_is_told_about() -> None:
    sheet = read("Q. Which?\n- oak\n- ash\npoint: a tree\n")
    assert [found.message for found in sheet.problems] == [
        "It is not clear which item this point: belongs to."
    ]


def test_a_definition_takes_them_for_what_it_says_of_the_term() -> None:
    source = "# Trees\n- Oak - a tree that bears acorns\n  point: bears acorns / has acorns\n"
    asked = read(source).questions
    assert [bool(item.points) for question in asked for item in question.items] == [
        question.mode is Mode.TEXT for question in asked for _ in question.items
    ]
    assert any(item.points for question in asked for item in question.items)


@pytest.mark.parametrize("form", ["markdown", "json", "csv", "tsv", "anki"])
def test_they_survive_every_format_that_keeps_wordings(form: str) -> None:
    sheet = read(_INDEX + "accept: quick reads, slow writes\n")
    writer = writer_named(form)
    assert writer is not None
    again = read_sheet(writer.write(sheet), id="sheet", name=f"sheet{writer.suffix}")
    (known,), (found,) = written(sheet), written(again)
    assert (found.mode, found.items[0].points) == (known.mode, known.items[0].points)
    assert found.items[0].accept == known.items[0].accept


def test_a_table_may_have_a_column_for_them() -> None:
    table = b"question,answer,points\nWhy?,It is quick and safe.,quick / fast | safe / no loss\n"
    (question,) = read_sheet(table, id="sheet", name="sheet.csv").questions
    assert question.mode is Mode.TEXT
    assert question.items[0].points == (KeyPoint(("quick", "fast")), KeyPoint(("safe", "no loss")))


def test_the_key_points_of_a_line_belong_to_its_only_item() -> None:
    question = question_of({"question": "Why?", "items": ["It is so."], "points": [["so", "thus"]]})
    assert question.mode is Mode.TEXT
    assert question.items[0].points == (KeyPoint(("so", "thus")),)
    with pytest.raises(LineUnreadable):
        question_of({"question": "Why?", "items": ["a", "b"], "points": ["a"]})


def test_a_line_of_data_may_name_them() -> None:
    line = {"question": "Why?", "items": [{"text": "It is so.", "points": ["so", ["it", "that"]]}]}
    (item,) = question_of(line).items
    assert item.points == (KeyPoint(("so",)), KeyPoint(("it", "that")))


def test_bold_words_that_stress_or_announce_are_no_key_points() -> None:
    answer = "**Note:** it does **not** speed up **writes**."
    assert points(f"Q. What does it do?\nA. {answer}\n") == [("writes",)]


def test_a_key_point_named_twice_is_one() -> None:
    line = {"question": "Why?", "items": [{"text": "It is so.", "points": ["so", "so"]}]}
    assert len(question_of(line).items[0].points) == 1
