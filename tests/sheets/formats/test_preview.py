"""A sheet at a glance, and its limits."""

import pytest

from bot.model.sheet import Severity, Sheet
from bot.sheets.limits import Limits, within_limits
from bot.sheets.preview import preview

from .reading import fixture, text

OLD = "# Trees\nQ. Which tree keeps its needles?\n- Pine\nQ. Which tree drops them?\n- Larch\n"
NEW = "# Trees\nQ. Which one of the trees keeps its needles?\n- Pine\nQ. How old is an oak?\n- 500 years\n"


def test_a_preview_counts_what_may_be_asked() -> None:
    seen = preview(None, fixture("boxes.md"))
    assert (seen.asked, seen.unanswered, seen.topics) == (2, 1, 1)
    assert [problem.line for problem in seen.problems] == [21]
    assert len(seen.change.added) == 3


def test_samples_are_spread_over_the_sheet() -> None:
    words = "".join(f"Q. What is {n}?\n- {n}\n" for n in range(9))
    seen = preview(None, text(words, "a.md"))
    assert [question.prompt for question in seen.samples] == [
        "What is 0?",
        "What is 4?",
        "What is 8?",
    ]


def test_a_replacement_keeps_ids_and_says_what_changed() -> None:
    old = text(OLD, "a.md")
    seen = preview(old, text(NEW, "a.md"))
    assert seen.change.sheet.questions[0].id == old.questions[0].id
    assert seen.change.reworded == (old.questions[0].id,)
    assert seen.change.removed == (old.questions[1].id,)
    assert seen.change.added == (seen.change.sheet.questions[1].id,)


def test_errors_come_before_notes_and_few_are_shown() -> None:
    words = "\0\n" + "".join(f"Q. Who is {n}?\n-\n" for n in range(9))
    seen = preview(None, text(words, "a.md"))
    assert {problem.severity for problem in seen.problems} == {Severity.ERROR}
    assert (len(seen.problems), seen.more_problems) == (5, 5)


@pytest.mark.parametrize(
    ("size", "limits", "objection"),
    [
        (1_000_000, Limits(), ""),
        (1_000_001, Limits(), "1.0 MB"),
        (10, Limits(size=5), "MB"),
        (10, Limits(questions=1), "has 2 questions; it may have 1"),
    ],
)
def test_limits_are_what_the_operator_says(size: int, limits: Limits, objection: str) -> None:
    problem = within_limits(text(OLD, "a.md"), size, limits)
    assert (problem is None) if not objection else (problem and objection in problem.message)


def test_five_thousand_questions_are_the_usual_limit() -> None:
    (question,) = text("Q. What?\n- this\n", "a.md").questions
    assert within_limits(Sheet("a", "A", (question,) * 5_000), 1) is None
    assert within_limits(Sheet("a", "A", (question,) * 5_001), 1) is not None
