"""What stands between the `---` lines at the top."""

import pytest

from bot.model.sheet import Domain, Exam

from .reading import errors, read

QUESTION = "Q. Which tree?\n- oak\ntags: leaves\n"


def test_everything_it_may_say() -> None:
    sheet = read(
        "---\ntitle: Trees of the north\nlanguage: en-GB\ntags: [trees, north]\n"
        "glossary:\n  Quercus: oak | oak tree\n  Fraxinus: [ash]\n"
        "exams:\n  BOT-1: {domain: Leaves, weight: 26, retired: 2026-03-31}\n"
        "  BOT-2: {Leaves: 60%, Roots: 40}\n---\n" + QUESTION
    )
    assert (sheet.title, sheet.language, sheet.tags) == (
        "Trees of the north",
        "en-GB",
        ("trees", "north"),
    )
    assert sheet.questions[0].tags == ("trees", "north", "leaves")
    assert sheet.glossary.aliases == (("Quercus", ("oak", "oak tree")), ("Fraxinus", ("ash",)))
    assert sheet.exams == (
        Exam("BOT-1", (Domain("Leaves", 26),), "2026-03-31"),
        Exam("BOT-2", (Domain("Leaves", 60), Domain("Roots", 40))),
    )
    assert sheet.problems == ()


def test_lines_keep_their_numbers_below_it() -> None:
    assert read(f"---\ntitle: Trees\n---\n{QUESTION}").questions[0].line == 4


def test_words_stay_words() -> None:
    assert read(f"---\ntitle: No\ntags: on, 2024-01-01\n---\n{QUESTION}").title == "No"


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: [a\n---\n",
        "---\n- a\n- b\n---\n",
        "---\ntitle: a: b\n---\n",
        "---\na: *b\n---\n",
    ],
)
def test_what_cannot_be_read_is_a_problem_and_the_questions_are_still_asked(front: str) -> None:
    sheet = read(front + QUESTION)
    assert len(sheet.asked) == 1
    assert len(errors(sheet)) == 1


@pytest.mark.parametrize(
    "front",
    ["---\ntitle:\ntags:\nglossary: none\nexams: [a]\n---\n", "---\n---\n", "---\n\n", "***\n"],
)
def test_what_says_nothing_is_no_problem(front: str) -> None:
    sheet = read(front + QUESTION)
    assert (len(sheet.asked), sheet.problems) == (1, ())


def test_an_open_one_is_a_problem() -> None:
    sheet = read(f"---\ntitle: Trees\n\n{QUESTION}")
    assert [problem.line for problem in errors(sheet)] == [1]
    assert len(sheet.asked) == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [(f"# Trees\n{QUESTION}", "Trees"), (f"{QUESTION}\n# Trees\n", "Test"), (QUESTION, "Test")],
)
def test_without_a_title_the_first_line_or_the_file_gives_it(text: str, title: str) -> None:
    assert read(text).title == title
