"""Answers that people reported as graded wrongly, here or by tools like this one."""

import pytest

from bot.grading import build_lexicon, grade, prepare
from bot.model.grade import Verdict
from bot.model.question import Item, Mode, Question

RIGHT = [
    ("<ul>", "<ul>"),
    ("--force", "—force"),
    ("--force", "–force"),
    ("a vet (doc accepted)", "vet"),
    ("Lois (of Hi and Lois)", "Lois"),
    ("three hundred and sixty six", "366"),
    ("366", "three hundred and sixty six"),
    ("three hundred sixty six", "366"),
    ("two thousand and five", "2005"),
    ("a hundred and one", "101"),
    ("1/2", "0.5"),
    ("0.5", "1/2"),
    ("three quarters", "75%"),
    ("half", "0.5"),
    ("1/2", "½"),
    ("a third", "1/3"),
    ("-1", "−1"),
    ("St. Petersburg", "Saint Petersburg"),
    ("Saint Patrick", "St Patrick"),
    ("election of 1968", "1968"),
    ("Dr. Wily", "dr wily"),
    ("Rek'sai", "rek sai"),
    ("AT&T", "AT and T"),
    ("Łódź", "lodz"),
    ("Straße", "strasse"),
    ("Zürich", "zurich"),
    ("Malmö", "malmo"),
    ("København", "kobenhavn"),
]
WRONG = [
    ("p < 0.05", "p > 0.05"),
    ("x >= 10 GB", "x <= 10 GB"),
    ("> 5", "less than 5"),
    ("< 5 ms", "more than 5 ms"),
    ("at least 5", "at most 5"),
    ("TP / (TP + FP)", "TP / (TP + FN)"),
    ("TP / (TP + FP)", "TP"),
    ("distance / time", "time / distance"),
    ("f(x)", "x"),
    ("P(A|B)", "P(B|A)"),
    ("-1", "1"),
    ("A record", "record"),
    ("A record", "NS record"),
    ("Vitamin C", "vitamin"),
    ("Vitamin C", "Vitamin A"),
    ("t-test", "test"),
    ("t-test", "f-test"),
    ("git reset --hard", "git reset"),
    ("air", "chair"),
]


def verdict(response: str, *items: str, mode: Mode = Mode.ANY) -> Verdict:
    question = Question("", "What is meant?", mode, tuple(Item(item) for item in items))
    return grade(prepare(question), response).verdict


@pytest.mark.parametrize(("item", "response"), RIGHT)
def test_it_is_right(item: str, response: str) -> None:
    assert verdict(response, item) is Verdict.CORRECT


@pytest.mark.parametrize(("item", "response"), WRONG)
def test_it_is_wrong_or_not_enough(item: str, response: str) -> None:
    assert verdict(response, item) in {Verdict.WRONG, Verdict.MORE}


def test_a_list_of_tags_is_right() -> None:
    assert verdict("<ul>, <ol>", "<ul>", "<ol>", mode=Mode.ALL) is Verdict.CORRECT


def test_two_formulas_of_one_sheet_are_told_apart() -> None:
    precision = Question("p", "What is precision?", Mode.ANY, (Item("TP / (TP + FP)"),))
    recall = Question("r", "What is recall?", Mode.ANY, (Item("TP / (TP + FN)"),))
    lexicon = build_lexicon((precision, recall))
    for question, other in ((precision, recall), (recall, precision)):
        given = grade(prepare(question, lexicon), other.items[0].text)
        assert given.verdict is Verdict.WRONG


def test_both_countries_of_a_list_are_right() -> None:
    assert verdict("France and Spain", "France", "Spain", mode=Mode.ALL) is Verdict.CORRECT
