"""CSV, TSV and Anki's text exports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.question import Mode
from bot.sheets.formula import neutralised, restored

from .reading import Seen, fixture, messages, prompts, seen, text


def test_ankis_headers_say_what_the_columns_are() -> None:
    sheet = fixture("anki.txt")
    first, parts, *_ = sheet.questions
    assert first.prompt == "What does yeast eat?"
    assert first.items[0].text == "Sugar"
    assert first.why == "It gives off gas in return."
    assert first.topic == ("Baking", "Bread")
    assert first.tags == ("baking", "biology")
    assert [item.text for item in parts.items] == ["bran", "germ", "endosperm"]
    assert parts.mode is Mode.ALL


def test_each_gap_is_a_question_that_hides_its_answer_alone() -> None:
    one, other = fixture("anki.txt").questions[2:4]
    assert one.prompt == "Fill the gap: The […] method beats butter with sugar & air."
    assert one.items[0].text == "creaming"
    assert other.prompt == "Fill the gap: The creaming method beats […] with sugar & air."
    assert (other.items[0].text, other.hint) == ("butter", "a fat")
    assert one.why == "See the chapter on cakes."


def test_a_sign_is_an_answer_but_a_placeholder_is_none() -> None:
    assert fixture("anki.txt").questions[4].items[0].text == "<"
    assert fixture("table.csv").questions[2].items == ()
    assert messages(fixture("table.csv")) == [
        "4: This question has no answer, so it is never asked."
    ]


def test_named_columns_may_stand_in_any_order() -> None:
    river, lake, _ = fixture("table.csv").questions
    assert (river.prompt, river.items[0].text) == (
        "Which river is the longest, by most counts?",
        "The Nile",
    )
    assert (river.why, river.difficulty, river.topic) == ("Some say the Amazon.", 1, ("Africa",))
    assert lake.line == 3


def test_choices_in_columns_keep_their_order() -> None:
    assert seen(fixture("choices.csv")) == [
        Seen("Which planet is red?", ("Mars",), "any", ("Venus", "Mars", "Neptune")),
        Seen("Which planet has rings?", ("Saturn",), "any", ("Saturn", "Mercury", "Mars")),
    ]


def test_the_right_choice_may_stand_apart_from_the_wrong_ones() -> None:
    sheet = text("question,answer,wrong1,wrong2\nWhich is a bird?,wren,bat,bee\n", "birds.csv")
    (question,) = sheet.questions
    assert question.options == ("bat", "bee", "wren")
    assert question.items[0].reject == ("bat", "bee")


def test_two_columns_without_names_are_front_and_back() -> None:
    assert seen(fixture("pairs.tsv")) == [
        Seen("ein Hund", ("a dog",), "any"),
        Seen("-los", ("without",), "any"),
    ]


def test_spaces_before_quotes_part_nothing() -> None:
    assert seen(text('What?, "this, that"\n', "a.csv"))[0].answers == ("this, that",)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    rows = ["question{0}answer", "Which tree?{0}oak", "Which bee?{0}queen"]
    sheet = text("\n".join(row.format(separator) for row in rows), "a.csv")
    assert [each.answers for each in seen(sheet)] == [("oak",), ("queen",)]


def test_a_table_of_other_things_asks_nothing() -> None:
    sheet = text("id,name,price\n1,apple,3\n2,pear,4\n", "prices.csv")
    assert sheet.questions == ()
    assert "no column is called question" in messages(sheet)[0]


def test_a_field_may_run_over_several_lines() -> None:
    sheet = text('question,answer\n"Which\ntree?",oak\nWhich bee?,queen\n', "a.csv")
    assert prompts(sheet) == ["Which tree?", "Which bee?"]
    assert [question.line for question in sheet.questions] == [2, 4]


def test_a_quotation_mark_that_never_closes_is_shown() -> None:
    rows = "\n".join(f"What is {n}?,{n}" for n in range(1000))
    sheet = text(f'Which?,"oak\n{rows}', "a.csv")
    assert "never closed" in messages(sheet)[0]


def test_what_is_no_element_is_text() -> None:
    sheet = text("What is List<String>?,a <b>list</b>\n", "a.csv")
    assert seen(sheet)[0] == Seen("What is List<String>?", ("a list",), "any")


@given(st.text())
def test_neutralising_is_undone_exactly(cell: str) -> None:
    assert restored(neutralised(cell)) == cell


@pytest.mark.parametrize("start", [*list("=+-@\t\r"), "'=", "''+"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    assert neutralised(f"{start}1+1").startswith("'")
