"""How sure the grader says it is."""

import pytest

from bot.grading import grade, prepare
from bot.grading.confidence_table import PROSE, RIGHT
from bot.model.grade import Grade, Verdict
from bot.model.question import Item, Mode, Question


def graded(response: str, *items: str, mode: Mode = Mode.ANY) -> Grade:
    return grade(prepare(Question("", "Which?", mode, tuple(map(Item, items)))), response)


def test_each_entry_is_a_chance_and_each_verdict_has_its_usual_one() -> None:
    assert all(0.0 <= share <= 1.0 for share in RIGHT.values())
    for count in ("one", "several"):
        for verdict in (Verdict.CORRECT, Verdict.PARTIAL, Verdict.WRONG):
            assert f"{count}/{verdict.value}/" in RIGHT
    assert set(PROSE) == {"wrong", "partial", "correct"}


@pytest.mark.parametrize(
    ("sure", "unsure"),
    [
        (graded("k-means", "k-means"), graded("the k based clusters", "k-means clustering")),
        (graded("", "k-means"), graded("a method of clustering", "k-means clustering method")),
    ],
)
def test_what_is_plain_to_see_is_surer_than_what_is_weighed(sure: Grade, unsure: Grade) -> None:
    assert sure.confidence > unsure.confidence


def test_an_exact_name_is_given_without_a_doubt() -> None:
    assert not graded("k-means", "k-means").unsure
    assert not graded("oak, ash", "oak", "ash", mode=Mode.ALL).unsure


def test_a_sentence_without_a_word_of_the_reference_is_refused_with_doubt() -> None:
    found = graded(
        "people keep their wallets shut once loans get dear",
        "Higher interest makes borrowing expensive, so that demand falls.",
        mode=Mode.TEXT,
    )
    assert found.verdict is Verdict.WRONG
    assert found.unsure
