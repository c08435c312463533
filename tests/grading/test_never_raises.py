"""Whatever a sheet says and whatever is answered, grading goes on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.grading import PreparedQuestion, Ungradable, grade, prepare
from bot.grading.lexicon import EMPTY_LEXICON
from bot.grading.pipeline import finding
from bot.grading.prepare import prepared_of
from bot.grading.readiness import ungradable
from bot.grading.reading.normalise import fold, plain
from bot.model.grade import Verdict
from bot.model.question import Item, Mode, Question
from bot.model.sheet import Sheet

PIECES = (
    "1e400", "-1e400", "1.2.3k", "1..2", "1,2,3,4.5", "9" * 400, "1e-400", "0x1F", "½", "²", "٣", "Ⅻ",
    "−1", "1/0", "0/0", "10^999", "10^-999", "1e999 km", "1e300 light years", "31.2.2003", "99/99/9999",
    "a hundred", "and", "three quarters of", "ten to", "2..3", "p < 0.05", ">=", "<", "<ul>", "</", "f(x", "))((",
    "a+b*", "((((a", "x^y^z", "|", "&&", "--", "-x", "--flag=", "%", "#", "C#", "/", "//", "/etc/", "~", "\\", "$",
    "km/h", "per", "per per", "1 per second per", "per second", "°C", "µs", "\ud800", "\u200b", "İ", "ß", "ﬁ", "Ł", "🔥", "$x_1$",
    "{", "}", "[1, 2)", "`", "```", "Q1", "St.", "vitamin C", "to", "from", "up to", "more than", "at least",
)  # fmt: skip
texts = (
    st.text(max_size=60)
    | st.lists(st.sampled_from(PIECES) | st.text(max_size=4), min_size=1, max_size=8).map(" ".join)
    | st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
    | st.floats().map(repr)
    | st.integers().map("{:,}".format)
    | st.text("0123456789.,e+-/ kmg%()^*<>=|&#", max_size=24)
)
items = st.builds(Item, texts, *[st.lists(texts, max_size=1).map(tuple)] * 3)
questions = st.builds(
    lambda prompt, mode, found, need: Question("", prompt, mode, tuple(found), need),
    texts,
    st.sampled_from(Mode),
    st.lists(items, min_size=1, max_size=3),
    st.integers(1, 3),
)
relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=400)


@relaxed
@given(questions, texts)
def test_no_number_or_sign_stops_grading(question: Question, response: str) -> None:
    """Reading is tried without the last safety net, which would hide what is amiss."""
    if isinstance(prepare(question), Ungradable):
        assert any(not plain(fold(item.text)).strip() for item in question.items)
        return
    prepared = prepared_of(question, EMPTY_LEXICON)
    assert 0.0 <= finding(prepared, response).score <= 1.0
    assert grade(prepared, response).reasons


@pytest.mark.parametrize("piece", PIECES)
def test_each_odd_piece_is_an_answer_like_any_other(piece: str) -> None:
    """What stands in the sheet is right, however odd, when it is typed as it stands there; twice
    over or in a list it stops nothing.
    """
    for text in (piece, f"the {piece} one"):
        question = Question("", "Which?", Mode.ANY, (Item(text),))
        prepared = prepare(question)
        if isinstance(prepared, PreparedQuestion):
            prepared = prepared_of(question, EMPTY_LEXICON)
            assert finding(prepared, text).score == 1.0
            finding(prepared, f"{piece} {piece}")
            finding(
                prepared_of(Question("", "?", Mode.ALL, (Item("a"), Item(text))), EMPTY_LEXICON),
                text,
            )


def test_a_blank_answer_is_a_named_problem_at_its_line() -> None:
    """The author is told where; the questions around it stay what they are."""
    blank = Question("b", "Which sign?", Mode.ANY, (Item("\u200b"),), line=7)
    fine = Question("f", "How large?", Mode.ANY, (Item("1e400"),), line=3)
    assert isinstance(prepare(blank), Ungradable)
    assert isinstance(prepare(fine), PreparedQuestion)
    (problem,) = ungradable(Sheet("s", "S", (fine, blank)))
    assert problem.line == 7
    assert "blank" in problem.message


def test_an_answer_to_an_ungradable_question_is_no_crash() -> None:
    """A round that was posted before the sheet changed still closes with a grade."""
    found = grade(prepare(Question("b", "Which sign?", Mode.ANY, (Item(" "),))), "a")
    assert found.verdict is Verdict.WRONG
    assert found.confidence == 0.0


def test_a_stream_goes_on_after_a_line_that_cannot_be_graded() -> None:
    """`grade --jsonl` says what is wrong with the line, by its id, and grades the next."""
    lines = [
        {"id": 1, "question": "How many?", "items": [{"text": "1.2.3k"}], "response": "1e400"},
        {"id": 2, "question": "Which?", "items": [{"text": "\u200b"}], "response": "a"},
        {"id": 3, "question": "Which?", "items": [{"text": "a cat"}], "response": "cat"},
    ]
    run = subprocess.run(
        [sys.executable, "-m", "bot", "grade", "--jsonl"],
        input="\n".join(map(json.dumps, lines)),
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    told = [json.loads(line) for line in run.stdout.splitlines()]
    assert [each["id"] for each in told] == [1, 2, 3]
    assert "error" in told[1]
    assert told[2]["verdict"] == "correct"
