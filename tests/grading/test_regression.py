"""An author's own cases are held against the grader."""

import pytest

from bot.grading.golden_cases import AnswerCase, answer_case, check_answers
from bot.grading.lines import LineUnreadable
from bot.model.grade import Verdict
from bot.model.question import Item, Mode, Question

QUESTION = Question("reduce", "What reduces dimensions?", Mode.ANY, (Item("PCA"),))


def test_a_case_that_agrees_is_not_mentioned() -> None:
    """Only disagreements come back."""
    cases = [AnswerCase("reduce", "principal component analysis", Verdict.CORRECT)]
    assert check_answers([QUESTION], cases) == []


def test_a_case_that_disagrees_says_what_was_made_of_it() -> None:
    """The report tells the verdict given and the one that was due."""
    (found,) = check_answers([QUESTION], [AnswerCase("reduce", "t-SNE", Verdict.CORRECT, line=3)])
    assert found.case.line == 3
    assert "is wrong 0, not correct" in str(found)


def test_a_question_is_found_by_its_wording_too() -> None:
    """An id is not needed."""
    assert not check_answers([QUESTION], [AnswerCase(QUESTION.prompt, "pca", Verdict.CORRECT)])


def test_a_question_that_is_gone_is_reported() -> None:
    """A case for a question that the sheet no longer has is a disagreement."""
    (found,) = check_answers([QUESTION], [AnswerCase("gone", "pca", Verdict.CORRECT)])
    assert "no question" in str(found)


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"question": "reduce"},
        {"question": "reduce", "response": "x"},
        {"question": "reduce", "response": "x", "verdict": "fine"},
        {"question": "reduce", "response": "x", "verdict": "correct", "score": "1"},
    ],
)
def test_a_line_that_is_no_case_says_why(line: dict[str, object]) -> None:
    """The message names the part that is wrong."""
    with pytest.raises(LineUnreadable, match=r"question|response|verdict|score"):
        answer_case(line)
