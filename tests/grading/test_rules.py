"""What holds for every question and every response."""

import time
from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.grading import grade, normalise, prepare
from bot.model.grade import Verdict
from bot.model.question import Item, Mode, Question

NAMES = (
    "Object2Vec", "BlazingText", "Linear Learner", "Random Cut Forest (RCF)", "DeepAR",
    "Semantic Segmentation", "Factorization Machines", "IP Insights", "Horovod", "Softmax",
)  # fmt: skip
EXTRAS = ("Photoshop", "banana bread", "Vienna", "zebra crossing")
texts = st.text(max_size=200) | st.sampled_from(NAMES)
items = st.builds(
    Item,
    st.text(min_size=1, max_size=60) | st.sampled_from(NAMES),
    st.lists(texts, max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
)
questions = st.builds(
    lambda prompt, mode, found, need: Question("", prompt, mode, tuple(found), need),
    texts,
    st.sampled_from(Mode),
    st.lists(items, max_size=5),
    st.integers(1, 3),
)
lists = st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True)
relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)


def listed(names: list[str], mode: Mode = Mode.ALL) -> Question:
    return Question("", "Name them.", mode, tuple(Item(each) for each in names))


@relaxed
@given(questions, texts)
def test_grading_never_raises_and_scores_between_0_and_1(question: Question, response: str) -> None:
    """Any question and any response give a grade in bounds, and the same one twice."""
    prepared = prepare(question)
    found = grade(prepared, response)
    assert 0.0 <= found.score <= 1.0
    assert 0.0 <= found.confidence <= 1.0
    assert set(found.hits) <= set(range(len(question.items)))
    assert grade(prepared, response) == found


@relaxed
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True), st.sampled_from(Mode))
def test_the_canonical_answer_is_correct(names: list[str], mode: Mode) -> None:
    """What the sheet says is always right."""
    response = names[0] if mode in (Mode.ANY, Mode.TEXT) else ", ".join(names)
    assert grade(prepare(listed(names, mode)), response).verdict is Verdict.CORRECT


@relaxed
@given(lists, st.randoms(use_true_random=False))
def test_case_and_order_of_parts_do_not_matter(names: list[str], random: object) -> None:
    """A list may be given in any order and case."""
    prepared = prepare(listed(names))
    scores = {
        grade(prepared, ", ".join(order).swapcase()).score for order in permutations(names[:4])
    }
    assert len(scores) == 1


@relaxed
@given(lists, st.sampled_from(EXTRAS), st.integers(1, 5))
def test_a_wrong_extra_never_raises_a_score(names: list[str], extra: str, named: int) -> None:
    """Adding what is wrong gains nothing."""
    wrong = Item(names[0], reject=(extra,))
    question = Question("", "", Mode.ALL, (wrong, *(Item(each) for each in names[1:])))
    prepared = prepare(question)
    said = ", ".join(names[:named])
    assert grade(prepared, f"{said}, {extra}").score <= grade(prepared, said).score


@relaxed
@given(lists, st.lists(st.sampled_from(EXTRAS), max_size=2, unique=True), st.integers(1, 4))
def test_a_right_item_never_lowers_a_score(names: list[str], extras: list[str], named: int) -> None:
    """Adding what is right loses nothing."""
    prepared = prepare(listed(names))
    said = [*names[:named], *extras]
    more = [*said, *names[named : named + 1]]
    assert grade(prepared, ", ".join(more)).score >= grade(prepared, ", ".join(said)).score


@relaxed
@given(st.text(max_size=100))
def test_normalising_twice_changes_nothing_for_grouping(text: str) -> None:
    """Equal wrong answers are grouped by one form, and case does not part them."""
    assert isinstance(normalise(text), str)
    assert normalise("  The K-Means! ") == normalise("k means")


def test_hostile_texts_end_soon() -> None:
    """Four thousand characters of any kind are graded, and no kind takes a hundred times longer."""
    prepared = prepare(listed(list(NAMES)))
    hostile = (
        "a," * 2_000, "or " * 1_333, "not " * 1_000, "(" * 4_000, "k-means " * 500,
        "1.2.3," * 666, "*_`[](" * 666, "é" * 4_000, "x\n" * 2_000, " ".join(NAMES * 40)[:4_000],
        "no, wait, " * 400, "10 " * 1_333, "aaaaaaaab " * 400,
    )  # fmt: skip
    taken = []
    for text in hostile:
        start = time.perf_counter()
        grade(prepared, text)
        taken.append(time.perf_counter() - start)
    assert max(taken) < 100 * sorted(taken)[len(taken) // 2] + 1.0
