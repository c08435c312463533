"""Files that people reported as read wrongly, here or by tools like this one."""

import pytest

from bot.model.question import Question
from bot.model.sheet import Sheet
from tests.expected_failure import not_yet
from tests.sheets.formats.reading import messages, text
from tests.sheets.reading import texts


def md(words: str) -> Sheet:
    return text(words, "notes.md")


def pairs(sheet: Sheet) -> list[tuple[str, ...]]:
    """What is asked, each with its answers."""
    return [(question.prompt, *texts(question)) for question in sheet.asked]


def only(sheet: Sheet) -> Question:
    (question,) = sheet.asked
    return question


@not_yet("a fence that closes on its own line swallows the cards below it")
def test_a_fence_that_opens_and_closes_on_one_line_is_inline() -> None:
    sheet = md(
        "#flashcards\nabove-It::works\n``` $code$ ```\nbelow-it::works as well\nLast one::yes\n"
    )
    assert pairs(sheet) == [
        ("above-It", "works"),
        ("below-it", "works as well"),
        ("Last one", "yes"),
    ]


def test_a_comment_and_a_marker_inside_a_code_block_are_code() -> None:
    block = "# this is a comment\nQ. not a question\necho hi"
    question = only(md(f"Q. What does this print?\n```bash\n{block}\n```\n- hi\n"))
    assert texts(question) == ["hi"]
    assert [code.text for code in question.code] == [block]


@not_yet("the first line of a card is taken as words, though a code block begins there")
def test_a_card_may_be_code_on_both_sides() -> None:
    front = "```python\nx = True\n\nprint(x)\n```"
    question = only(md(f"#flashcards\n\n{front}\n?\n```python\nTrue\n```\n"))
    assert texts(question) == ["True"]
    assert [code.text for code in question.code][:1] == ["x = True\n\nprint(x)"]


def test_two_colons_inside_code_make_no_card() -> None:
    for first in ("", "#flashcards\n"):
        sheet = md(f"{first}Use `typedef std::vector<int> int_vec_t;` here.\n")
        assert sheet.asked == ()


@not_yet("two equals signs inside code make a gap")
def test_two_equals_signs_inside_code_make_no_gap() -> None:
    assert pairs(md("#flashcards\nWrite `if a == b && c == d {}` in C.\n")) == []


@not_yet("a callout is asked as one text with its marks, and equal words outside gaps are blanked")
def test_gaps_in_a_callout_are_asked_line_by_line() -> None:
    sheet = md("> [!NOTE]- #flashcards\n> 1 + 1 = ==2==.\n>\n> 2 + 2 = ==4==.\n")
    assert pairs(sheet) == [
        ("Fill the gap: 1 + 1 = […].", "2"),
        ("Fill the gap: 2 + 2 = […].", "4"),
    ]


@not_yet("an escaped bracket inside code ends the gap")
def test_a_gap_may_hold_an_escaped_bracket() -> None:
    assert pairs(md("C: Key: [`\\[`]\n")) == [("Fill the gap: Key: […]", "[")]


@pytest.mark.parametrize("name", ["cards.csv", "cards.txt"])
@not_yet("a separator that is named in a word is taken for its first letter")
def test_a_header_that_a_spreadsheet_has_padded_names_its_separator(name: str) -> None:
    sheet = text("#separator:Comma,,\n#html:false,,\nWhat is mitosis?,Cell division,bio\n", name)
    assert pairs(sheet) == [("What is mitosis?", "Cell division")]


@not_yet("a table in Markdown is not read, and nothing says so")
def test_a_table_is_read_or_the_author_is_told_that_it_is_not() -> None:
    sheet = md("| Question | Answer |\n|---|---|\n| Who? | Ada |\n| Where? | London |\n")
    assert pairs(sheet) == [("Who?", "Ada"), ("Where?", "London")] or any(
        "table" in said for said in messages(sheet)
    )


def test_words_that_yaml_would_change_stay_as_written() -> None:
    words = ["Off", "On", "Yes", "NO", "12:30", "1.10", "0123", "null", "~", "2001-12-14"]
    rows = "".join(f"- {word}\n" for word in words)
    (item,) = only(text(f"Which one?:\n{rows}", "list.yaml")).items
    assert [item.text, *item.accept] == words


@pytest.mark.parametrize(
    "prompt",
    [
        "Treat people with ___ risk and treat ___ of those with it?",
        "What have people with ____________ risk?",
    ],
)
@not_yet("a blank of underscores is taken for bold and loses some of them")
def test_blanks_stay_as_long_as_they_were_written(prompt: str) -> None:
    assert only(md(f"Q. {prompt}\n- yes\n")).prompt == prompt
