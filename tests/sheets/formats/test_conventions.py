"""Markdown as other people write it, read without being told."""

import pytest

from bot.model.question import Place

from .reading import FIXTURES, Seen, fixture, messages, seen, text

_CONVENTIONS = {
    "bold.md": [
        Seen("What colour is the bark of a birch?", ("White",), "any"),
        Seen("Which trees drop their needles?", ("Larch", "Bald cypress"), "all"),
    ],
    "boxes.md": [
        Seen(
            "Which bee lays the eggs of a colony?",
            ("the queen",),
            "any",
            ("the drone", "the queen", "the forager"),
        ),
        Seen(
            "Which of these do bees collect?",
            ("nectar", "pollen"),
            "all",
            ("nectar", "pollen", "bark"),
        ),
        Seen("How many wings has a bee?", (), "any", ("two", "six")),
    ],
    "cards-sides.md": [Seen("What causes the tides?", ("The pull of the Moon",), "text")],
    "cards-start.md": [
        Seen("What is the largest planet?", ("Jupiter",), "any"),
        Seen("Name the ice giants", ("Uranus", "Neptune"), "all"),
    ],
    "details.md": [
        Seen(
            "What is a delta?",
            ("Land that forms where a river slows down and drops what it carries.",),
            "text",
        ),
        Seen("True or False? Rivers flow uphill", ("False",), "any"),
        Seen("Explain meanders", (), "any"),
    ],
    "headings-in-lists.md": [
        Seen("What is a hive?", ("A box in which a colony lives.",), "text"),
        Seen(
            "How do bees tell others where food is?",
            ("By a dance. Its angle shows the direction, and its length the distance.",),
            "text",
        ),
        Seen(
            "Difference between a drone and a worker",
            ("A drone is male", "A worker is female"),
            "all",
        ),
    ],
    "hidden-answers.md": [
        Seen("What is the output?", ("2",), "any", ("11", "2", "an error")),
        Seen("What does this print?", ("aaa",), "any", ("aaa", "a3")),
    ],
    "lettered.md": [
        Seen(
            "Which star is nearest to the Earth?",
            ("The Sun",),
            "any",
            ("Sirius", "The Sun", "Polaris"),
        ),
        Seen("Which of them are planets?", ("Venus", "Saturn"), "all", ("Venus", "Vega", "Saturn")),
        Seen("What is a light year?", ("The distance that light travels in a year.",), "text"),
    ],
    "numbered-headings.md": [
        Seen(
            "What is mulch?",
            ("A layer of loose material that covers the soil and keeps it moist.",),
            "text",
        ),
        Seen("Why do gardeners prune?", ("more light", "healthier growth", "more fruit"), "all"),
        Seen("Explain grafting", (), "any"),
    ],
    "question-answer.md": [
        Seen("Which sea is saltiest?", ("The Dead Sea",), "any"),
        Seen("Which are oceans?", ("Pacific", "Atlantic"), "all"),
    ],
    "question-titles.md": [
        Seen(
            "What keeps a planet on its orbit?",
            ("Gravity",),
            "any",
            ("Friction", "Gravity", "Magnetism"),
        ),
        Seen("Which planet has the most moons?", ("Saturn",), "any", ("Mars", "Saturn")),
    ],
    "quotes.md": [
        Seen("What is a seed bank?", ("A store of seeds that keeps species from being lost.",), "text"),
        Seen("Which part of a plant takes up water?", ("The roots",), "text"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), _CONVENTIONS.items())
def test_each_convention_is_read(name: str, expected: list[Seen]) -> None:
    assert seen(fixture(name)) == expected


@pytest.mark.parametrize("name", list(_CONVENTIONS))
def test_lines_are_those_of_the_file(name: str) -> None:
    """The line of a question holds its words, or words of its heading."""
    lines = (FIXTURES / name).read_text(encoding="utf-8").split("\n")
    for question in fixture(name).questions:
        near = " ".join(lines[question.line - 1 : question.line + 3]).replace("> ", "")
        assert question.prompt.split()[0] in near
        for item in question.items:
            assert item.text.split()[0] in lines[item.line - 1]


@pytest.mark.parametrize("name", list(_CONVENTIONS))
def test_only_what_has_no_answer_is_a_problem(name: str) -> None:
    sheet = fixture(name)
    unanswered = [question.line for question in sheet.questions if not question.answered]
    assert [problem.line for problem in sheet.problems] == unanswered


def test_explanations_are_shown_after_the_answer() -> None:
    assert fixture("lettered.md").questions[0].why == "It is eight light minutes away."
    assert fixture("hidden-answers.md").questions[0].why == (
        "Both are whole numbers, so they are added."
    )
    assert fixture("question-titles.md").questions[1].why == "More than a hundred are known."


def test_a_choice_may_be_nothing_but_code() -> None:
    words = "#### Q1. Which line works?\n\n- [ ] :\n\n```js\nbad(\n```\n\n- [x] :\n\n```js\ngood()\nagain()\n```\n"
    assert seen(text(words, "a.md")) == [
        Seen("Which line works?", ("good() again()",), "any", ("bad(", "good() again()"))
    ]


def test_an_answer_may_be_hidden_in_a_comment() -> None:
    words = "### 1. Which is a tree?\n\n- [ ] A. rose\n- [ ] B. oak\n\n<!-- **Answer: B** -->\n\n### 2. Why?\n\nSo\n"
    assert seen(text(words, "a.md"))[0] == Seen(
        "Which is a tree?", ("oak",), "any", ("rose", "oak")
    )


def test_bold_questions_may_be_numbered_in_any_way() -> None:
    words = "**1. What?**\n\nThis\n\n**2) Which?**\nThat\n\n**Q3: Who?**\n\nAda\n"
    assert [each.answers for each in seen(text(words, "a.md"))] == [("This",), ("That",), ("Ada",)]


def test_what_an_explanation_links_to_is_a_source() -> None:
    words = "Q. Which?\na) this\nb) that\nAnswer: a\nExplanation: see [the page](https://example.org/p)\n"
    (question,) = text(words, "a.md").questions
    assert question.why == "see the page"
    assert question.sources == ("https://example.org/p",)


def test_code_stands_with_what_it_belongs_to() -> None:
    (asked,) = fixture("hidden-answers.md").questions[0].code
    assert (asked.text, asked.place) == ("print(1 + 1)", Place.PROMPT)
    (shown,) = fixture("headings-in-lists.md").questions[0].code
    assert shown.place is Place.ANSWER


def test_an_answer_in_code_alone_is_not_shown_with_the_question() -> None:
    sheet = text("### 1. What prints a?\n\n```\nprint('a')\n```\n\n### 2. Why?\n\nSo\n", "a.md")
    first = sheet.questions[0]
    assert not first.answered
    assert first.code[0].place is Place.ANSWER


def test_a_reference_below_choices_is_a_source() -> None:
    assert fixture("boxes.md").questions[0].sources == ("https://example.org/bees/queen",)


@pytest.mark.parametrize(
    "line",
    [
        "- [What is a hive?](#hive)",
        "1. [Bees - what they do](#bees)",
        "| 3 | [How do they dance?](#dance) |",
        "[Top](#top) | [Next](#next)",
        "**[⬆ Back to Top](#table-of-contents)**",
        "* [A: the first part](#a)<br>",
    ],
)
def test_a_table_of_contents_asks_nothing(line: str) -> None:
    assert text(f"# Bees\n\n{line}\n{line}\n\nWords.\n", "a.md").questions == ()
    (question,) = text(f"Q. Which bee?\n- queen\n{line}\n", "a.md").questions
    assert [item.text for item in question.items] == ["queen"]
    assert question.items[0].nested == ()


@pytest.mark.parametrize(
    "words",
    [
        "To be completed", "(To be completed)", "*To be added*", "Answer here", "Your answer here",
        "Write your answer here…", "TODO", "TBD", "Coming soon...", "[Answer]", "...", "N/A", "-",
    ],
)  # fmt: skip
def test_a_placeholder_is_no_answer(words: str) -> None:
    for sheet in (
        text(f"Q. Which bee?\n- {words}\n", "a.md"),
        text(f"### 1. Which bee?\n\n{words}\n\n### 2. Why?\n\n{words}\n", "a.md"),
        text(f"question,answer\nWhich bee?,{words}\n", "a.csv"),
    ):
        assert sheet.questions
        assert sheet.asked == ()
        assert messages(sheet)


@pytest.mark.parametrize(
    "notes",
    [
        "## 1. Introduction\n\nWords\n\n## 2. Setup\n\nMore words\n",
        "## 1. How to install\n\nRun it\n\n## 2. How to use\n\nRun it again\n",
        "**Important**\n\nMind the step.\n\n**Note:** and the door.\n",
        "> Someone wise said this.\n\nAnd so on.\n",
        "<details>\n<summary>Click to expand</summary>\n\nWords\n</details>\n<details>\n<summary>Details</summary>\nx\n</details>\n",
        "A. First point\nB. Second point\n\nSolution: think.\n",
        "- [ ] buy milk\n- [x] call Ada\n",
        "1. one\n2. two\n",
        "Is this a question? Yes, but nobody asks it.\n",
    ],
)
def test_notes_yield_no_questions(notes: str) -> None:
    assert text(f"# Notes\n\n{notes}", "notes.md").questions == ()


def test_boxes_are_choices_in_our_own_notation_too() -> None:
    sheet = text(
        "Q. Which is a tree?\n- [ ] rose\n- [x] oak\n  accept: an oak\n- [ ] moss\n", "a.md"
    )
    (question,) = sheet.questions
    assert question.options == ("rose", "oak", "moss")
    assert question.items[0].accept == ("an oak",)
    assert question.items[0].reject == ("rose", "moss")


def test_a_file_may_say_that_it_keeps_to_our_notation() -> None:
    words = "Q. Which?\n- this\nExplanation: no.\n"
    assert text(words, "a.md").questions[0].why == "no."
    plain = text(f"---\nnotation: quizsheet\n---\n{words}", "a.md").questions[0]
    assert plain.why == ""
