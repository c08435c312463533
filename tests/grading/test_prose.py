"""Answers in sentences: what is right in other writing, and what is not however near it looks."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.grading import grade, prepare
from bot.grading.prose.features import AGAINST, FEATURES, FOR
from bot.grading.prose.passage import passage_of
from bot.grading.prose.verdict_weights import PLAIN, POINTED
from bot.model.grade import Grade, Verdict
from bot.model.question import Item, KeyPoint, Mode, Question
from tests.fit.prose_rows import OURS

QUEUE = "Why put a queue between two services?"
EVEN = "It absorbs peaks of load, and no message is lost when the receiver is down."
POINTS = (
    KeyPoint(("absorbs peaks", "evens out the load", "buffers bursts")),
    KeyPoint(("no message is lost", "messages wait", "keeps them until the receiver is back")),
)


def graded(response: str, *points: KeyPoint, text: str = EVEN, prompt: str = QUEUE) -> Grade:
    item = Item(text, points=points)
    return grade(prepare(Question("", prompt, Mode.TEXT, (item,))), response)


@pytest.mark.parametrize(
    "response",
    [
        EVEN,
        EVEN.upper(),
        EVEN.lower().rstrip("."),
        "it absorbs load peaks and no message is lost when the receiver is down",
        "- absorbs peaks of load\n- no message is lost when the receiver is down",
        "It absorbs peaks of load, so that no message gets lost while the receiver is down",
        "it absorbs peeks of load and no mesage is lost when the reciever is down",
    ],
)
def test_the_words_of_the_sheet_are_right_in_any_writing(response: str) -> None:
    assert graded(response).verdict is Verdict.CORRECT
    assert graded(response, *POINTS).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    "response",
    [
        "It absorbs peaks of load, and every message is lost when the receiver is down.",
        "It causes peaks of load, and all messages are lost when the receiver is down.",
        QUEUE,
        "put a queue between the services",
        "no idea",
        "the bread rises because yeast makes gas",
        "queue queue queue queue queue queue",
    ],
)
def test_what_says_the_contrary_or_nothing_is_not_right(response: str) -> None:
    assert graded(response).verdict is not Verdict.CORRECT
    assert graded(response, *POINTS).verdict is not Verdict.CORRECT


@pytest.mark.parametrize(
    ("prompt", "text", "response"),
    [
        ("How do a let and a sale differ?", "A let gives the use of a thing for a time, a sale gives the thing itself for good.", "a sale gives the use of a thing for a time, a let gives the thing itself for good"),
        ("When is the oven light on?", "It is on while the oven heats up and goes off once the temperature is reached.", "It is off while the oven heats up and goes on once the temperature is reached."),
        ("When must you report a leak?", "Within two hours of finding it, to the duty officer.", "Within two days of finding it, to the duty officer."),
        ("Why oil a chain?", "So that the links move freely and the metal does not rust.", "so that the links do not move and the metal rusts"),
    ],
)  # fmt: skip
def test_changed_places_opposites_other_numbers_and_denials_are_wrong(
    prompt: str, text: str, response: str
) -> None:
    assert graded(response, text=text, prompt=prompt).verdict is not Verdict.CORRECT
    assert graded(text, text=text, prompt=prompt).verdict is Verdict.CORRECT


def test_a_key_point_counts_in_any_of_its_wordings() -> None:
    found = graded("buffers bursts, and messages wait", *POINTS)
    assert found.verdict is Verdict.CORRECT


def test_one_of_two_key_points_is_half_and_the_other_is_not_given_away() -> None:
    found = graded("it buffers bursts", *POINTS)
    assert found.verdict is Verdict.PARTIAL
    assert found.score == pytest.approx(0.5)
    assert found.reasons[0] == "1 of 2 key points: found *absorbs peaks* (from *buffers bursts*)"
    assert found.unsaid == ("no message is lost",)
    assert "lost" not in " ".join(found.reasons)


@pytest.mark.parametrize(
    "opening", ["It is not true that", "it's false that", "The opposite of:", "anything but:"]
)
def test_what_is_denied_as_a_whole_is_wrong_whatever_follows(opening: str) -> None:
    assert graded(f"{opening} {EVEN}").verdict is Verdict.WRONG
    assert graded(f"{opening} {EVEN}", *POINTS).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    "response",
    ["it evens out the load, but no messages wait", "neither absorbs peaks nor messages wait"],
)
def test_a_key_point_that_is_denied_does_not_count(response: str) -> None:
    assert graded(response, *POINTS).verdict is not Verdict.CORRECT


def test_a_right_answer_leaves_nothing_unsaid() -> None:
    assert graded(EVEN, *POINTS).unsaid == ()


def test_without_key_points_none_are_told() -> None:
    assert not any("key point" in reason for reason in graded("it buffers bursts").reasons)


def test_what_speaks_for_an_answer_never_counts_against_correct_nor_the_other_way_round() -> None:
    for model in (PLAIN, POINTED):
        correct = model["correct"]
        assert set(correct) <= {"", *FEATURES}
        assert all(correct.get(name, 0.0) >= 0 for name in FOR)
        assert all(correct.get(name, 0.0) <= 0 for name in AGAINST)


@given(st.text(max_size=6_000))
def test_a_passage_is_bounded_whatever_is_typed(text: str) -> None:
    passage = passage_of(text)
    assert len(passage.words) <= 160
    assert sum(map(len, passage.clauses)) <= len(passage.words)


def test_answers_that_others_wrote_and_labelled_are_mostly_judged_alike() -> None:
    """A floor below what docs/grading.md states, so that a change that costs much is noticed."""
    told: Counter[str] = Counter()
    for path in sorted(Path(OURS).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            asked = json.loads(line)
            if asked.get("blind"):
                continue
            points = tuple(KeyPoint(tuple(each)) for each in asked["points"])
            item = Item(asked["reference"], points=points)
            ready = prepare(Question("", asked["question"], Mode.TEXT, (item,)))
            for answer in asked["answers"]:
                kind = "off" if answer.get("offtopic") else "own"
                right = grade(ready, answer["response"]).verdict.value == answer["verdict"]
                told[f"{kind} {right}"] += 1
    assert told["own True"] / (told["own True"] + told["own False"]) > 0.68
    assert told["off True"] / (told["off True"] + told["off False"]) > 0.87


SHEET = {
    "index": ("What does an index cost and bring?", "It makes reads faster but slows down writes.", "faster reads / quicker look-ups", "slower writes / inserts cost more"),
    "artery": ("Why do arteries have thicker walls than veins?", "Arteries carry blood under high pressure from the heart, so their walls are thick and elastic.", "high pressure / blood is pushed hard", "from the heart / away from the heart", "elastic walls / walls can stretch"),
    "rates": ("What happens when a central bank raises interest rates?", "Borrowing becomes more expensive, so people spend less and inflation falls.", "borrowing becomes more expensive / loans cost more", "people spend less / demand drops", "inflation falls / prices rise more slowly"),
    "hash": ("Why use a hash table?", "Look-ups take constant time on average but the order of keys is lost.", "constant time look-ups / quick access", "no order / unordered keys"),
    "fit": ("What does overfitting mean?", "The model learns noise of the training data and does badly on new data.", "learns noise / memorises the training data", "bad on new data / does not generalise"),
}  # fmt: skip


def answered(name: str, response: str) -> Grade:
    prompt, text, *points = SHEET[name]
    named = (KeyPoint(tuple(point.split(" / "))) for point in points)
    return graded(response, *named, text=text, prompt=prompt)


@pytest.mark.parametrize("name", SHEET)
@pytest.mark.parametrize("between", [", ", "; ", "\n- ", " and "])
@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("turned", [1, -1])
def test_the_key_points_are_right_in_any_order_and_wording(
    name: str, between: str, which: int, turned: int
) -> None:
    points = [point.split(" / ")[which] for point in SHEET[name][2:]][::turned]
    found = answered(name, between.join(points))
    assert found.verdict is Verdict.CORRECT, found.reasons
    assert found.reasons[0].startswith(f"{len(points)} of {len(points)} key points")


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("index", "Reads become slower. Writes become faster."),
        ("index", "faster writes, slower reads"),
        ("hash", "quick access, ordered keys"),
        ("hash", "constant time look-ups and keys stay in order"),
        ("fit", "memorises the training data and generalises well"),
        ("fit", "good on new data, ignores noise"),
        ("index", "1 2 3 4.5"),
    ],
)
def test_a_key_point_turned_round_does_not_count(name: str, response: str) -> None:
    assert answered(name, response).verdict is not Verdict.CORRECT


@pytest.mark.parametrize("name", SHEET)
@pytest.mark.parametrize(
    "frame",
    ["Wrong. {}", "{} That is false.", "It is a myth that {}", "{} NOT!", "{} This is a lie."],
)
def test_what_is_called_false_is_not_claimed(name: str, frame: str) -> None:
    assert answered(name, frame.format(SHEET[name][1])).verdict is Verdict.WRONG


def test_wrong_within_a_sentence_denies_nothing() -> None:
    text = "Because otherwise the sum is counted twice and the total is wrong."
    found = graded("otherwise it is counted twice, so the total is wrong", text=text, prompt="Why?")
    assert found.verdict is Verdict.CORRECT


def test_a_right_answer_counts_only_the_key_points_that_it_has() -> None:
    reasons = " ".join(answered("rates", "loans cost more, demand drops").reasons)
    assert "2 of 2" not in reasons


def test_few_words_of_an_answer_are_quoted_however_often_they_come() -> None:
    found = answered("index", "quicker look-ups, inserts cost more. " * 100)
    assert all(len(reason) < 300 for reason in found.reasons)
