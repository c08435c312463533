"""Answers that people reported as graded wrongly, here or by tools like this one."""

import pytest

from bot.grading import build_lexicon, grade, prepare
from bot.model.grade import Verdict
from bot.model.question import Item, Mode, Question
from tests.expected_failure import not_yet

EATEN = not_yet("what stands in angle brackets is eaten, so that no answer is left")
SIGNS = not_yet(
    "signs of comparison are not read, so that an answer with the opposite one is right"
)
PARTS = not_yet("brackets and strokes of a formula are read as other names of its parts")
AND = not_yet("a number in words stops at “and”")
FRACTIONS = not_yet("a fraction and its decimal are two numbers")
WHOLE = not_yet("a letter or a short word that makes the difference is passed over")
SAINT = not_yet("St. is not read as Saint")
LETTERS = not_yet("letters without a decomposition, as ł and ß, are not folded")

RIGHT = [
    pytest.param("<ul>", "<ul>", marks=EATEN),
    ("--force", "—force"),
    ("--force", "–force"),
    ("a vet (doc accepted)", "vet"),
    ("Lois (of Hi and Lois)", "Lois"),
    pytest.param("three hundred and sixty six", "366", marks=AND),
    pytest.param("366", "three hundred and sixty six", marks=AND),
    ("three hundred sixty six", "366"),
    pytest.param("two thousand and five", "2005", marks=AND),
    pytest.param("a hundred and one", "101", marks=AND),
    pytest.param("1/2", "0.5", marks=FRACTIONS),
    pytest.param("0.5", "1/2", marks=FRACTIONS),
    pytest.param("three quarters", "75%", marks=FRACTIONS),
    pytest.param("half", "0.5", marks=FRACTIONS),
    ("1/2", "½"),
    ("a third", "1/3"),
    ("-1", "−1"),
    pytest.param("St. Petersburg", "Saint Petersburg", marks=SAINT),
    pytest.param("Saint Patrick", "St Patrick", marks=SAINT),
    ("election of 1968", "1968"),
    ("Dr. Wily", "dr wily"),
    ("Rek'sai", "rek sai"),
    ("AT&T", "AT and T"),
    pytest.param("Łódź", "lodz", marks=LETTERS),
    pytest.param("Straße", "strasse", marks=LETTERS),
    ("Zürich", "zurich"),
    ("Malmö", "malmo"),
    ("København", "kobenhavn"),
]
WRONG = [
    pytest.param("p < 0.05", "p > 0.05", marks=SIGNS),
    pytest.param("x >= 10 GB", "x <= 10 GB", marks=SIGNS),
    pytest.param("> 5", "less than 5", marks=SIGNS),
    pytest.param("< 5 ms", "more than 5 ms", marks=SIGNS),
    ("at least 5", "at most 5"),
    pytest.param("TP / (TP + FP)", "TP / (TP + FN)", marks=PARTS),
    pytest.param("TP / (TP + FP)", "TP", marks=PARTS),
    pytest.param("distance / time", "time / distance", marks=PARTS),
    pytest.param("f(x)", "x", marks=PARTS),
    pytest.param("P(A|B)", "P(B|A)", marks=PARTS),
    ("-1", "1"),
    pytest.param("A record", "record", marks=WHOLE),
    pytest.param("A record", "NS record", marks=WHOLE),
    pytest.param("Vitamin C", "vitamin", marks=WHOLE),
    pytest.param("Vitamin C", "Vitamin A", marks=WHOLE),
    pytest.param("t-test", "test", marks=WHOLE),
    pytest.param("t-test", "f-test", marks=WHOLE),
    pytest.param("git reset --hard", "git reset", marks=WHOLE),
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


@EATEN
def test_a_list_of_tags_is_right() -> None:
    assert verdict("<ul>, <ol>", "<ul>", "<ol>", mode=Mode.ALL) is Verdict.CORRECT


@PARTS
def test_two_formulas_of_one_sheet_are_told_apart() -> None:
    precision = Question("p", "What is precision?", Mode.ANY, (Item("TP / (TP + FP)"),))
    recall = Question("r", "What is recall?", Mode.ANY, (Item("TP / (TP + FN)"),))
    lexicon = build_lexicon((precision, recall))
    for question, other in ((precision, recall), (recall, precision)):
        given = grade(prepare(question, lexicon), other.items[0].text)
        assert given.verdict is Verdict.WRONG


def test_both_countries_of_a_list_are_right() -> None:
    assert verdict("France and Spain", "France", "Spain", mode=Mode.ALL) is Verdict.CORRECT
