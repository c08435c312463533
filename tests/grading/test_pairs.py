"""The pairs that no single threshold can tell apart, and what a fair quizmaster says of them."""

import pytest

from bot.grading import grade, prepare
from bot.model.grade import Verdict
from bot.model.question import Item, Mode, Question


def verdict(answer: str | Item, response: str, prompt: str = "Which is it?") -> Verdict:
    item = answer if isinstance(answer, Item) else Item(answer)
    return grade(prepare(Question("", prompt, Mode.ANY, (item,))), response).verdict


def score(mode: Mode, items: list[str], response: str, need: int = 1) -> tuple[Verdict, float]:
    question = Question("", "Name them.", mode, tuple(Item(each) for each in items), need)
    found = grade(prepare(question), response)
    return found.verdict, found.score


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("supervised", "unsupervised"),
        ("L1 regularization", "L2 regularization"),
        ("increase the learning rate", "decrease the learning rate"),
        ("features must be scaled", "features must not be scaled"),
        ("false positive rate", "false negative rate"),
        ("SSE-S3", "SSE-KMS"),
        ("0.8", "0.08"),
        ("CreateEndpoint", "CreateEndpointConfig"),
        ("CreateEndpointConfig", "CreateEndpoint"),
        ("type I error", "type II error"),
        ("5 minutes", "5 hours"),
        ("-0.9", "0.9"),
        ("Random Cut Forest", "random forest"),
        ("confusion matrix", "correlation matrix"),
        ("XGBoost", "not XGBoost"),
        ("XGBoost", "LDA, not XGBoost"),
        ("CloudTrail", "cloudtrail? no, cloudwatch"),
        ("increase", "increase or decrease"),
        ("XGBoost", "xgboost, lda, rcf, k-means, pca, ntm, object2vec, blazingtext"),
        ("XGBoost", "idk"),
        ("XGBoost", ""),
        ("XGBoost", "🤷"),
    ],
)
def test_near_is_not_right(answer: str, response: str) -> None:
    """What looks alike but says something else is wrong."""
    assert verdict(answer, response) is Verdict.WRONG


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("principal component analysis", "PCA"),
        ("PCA", "principal component analysis"),
        ("k-means", "kmeans"),
        ("K-Means", "k means algorithm"),
        ("Random Cut Forest (RCF)", "rcf"),
        ("Random Cut Forest (RCF)", "random cut forrest"),
        ("standardization", "I think it's **standardisation**"),
        ("10,000", "10k"),
        ("0.001", "1e-3"),
        ("0.001", "0,001"),
        ("0.8", "80 %"),
        ("60 minutes", "1 hour"),
        ("CreateEndpoint", "create_endpoint()"),
        ("XGBoost", "not LDA but XGBoost"),
        ("CloudTrail", "cloudwatch? no, cloudtrail"),
        ("Simple Storage Service", "S3"),
        ("decrease the learning rate", "reduce the learning rate"),
        ("World War II", "ww2"),
    ],
)
def test_other_writing_is_right(answer: str, response: str) -> None:
    """Abbreviations, spelling, number formats and lead-ins are right when unambiguous."""
    assert verdict(answer, response) is Verdict.CORRECT


def test_three_of_four_items_earn_three_quarters() -> None:
    """A list earns by the items named."""
    items = ["XGBoost", "LDA", "Random Cut Forest (RCF)", "k-NN"]
    assert score(Mode.ALL, items, "xgboost, lda and rcf") == (Verdict.PARTIAL, 0.75)


def test_naming_everything_earns_nothing() -> None:
    """A list of the whole field is no answer."""
    everything = (
        "xgboost, lda, rcf, k-means, pca, ntm, object2vec, blazingtext, deepar, linear learner"
    )
    assert score(Mode.ALL, ["XGBoost", "LDA", "RCF"], everything) == (Verdict.WRONG, 0.0)


def test_one_more_name_of_the_kind_costs_half_an_item() -> None:
    """An extra that reads as a name is wrong, also where the sheet knows nothing about it."""
    items = ["Softmax", "Sigmoid", "ReLU"]
    verdict, points = score(Mode.ALL, items, "softmax, sigmoid, relu, swish")
    assert verdict is Verdict.PARTIAL
    assert points == pytest.approx(2.5 / 3, abs=1e-3)


def test_a_remark_beside_a_list_costs_nothing() -> None:
    """What tells something, or stands in parentheses, is no name."""
    items = ["Softmax", "Sigmoid", "ReLU"]
    said = "softmax (for classes), sigmoid, relu, which is the fastest of them"
    assert score(Mode.ALL, items, said)[0] is Verdict.CORRECT


def test_unknown_extras_alone_leave_something_of_what_is_right() -> None:
    """They may be other words for an item: one that is right is never nothing because of them."""
    verdict_, earned = score(Mode.ALL, ["Oslo", "Bergen"], "oslo, trondheim, stavanger")
    assert verdict_ is Verdict.PARTIAL
    assert 0 < earned < 0.5


def test_a_rejected_extra_costs_half_an_item() -> None:
    """All right plus a wrong extra is partial."""
    question = Question("", "", Mode.ALL, (Item("A2I", reject=("Textract",)), Item("Rekognition")))
    found = grade(prepare(question), "A2I, Rekognition, Textract")
    assert (found.verdict, found.score) == (Verdict.PARTIAL, 0.75)


def test_the_wrong_order_earns_half() -> None:
    """All present in the wrong order is partial, 0.5."""
    steps = ["CreateModel", "CreateEndpointConfig", "CreateEndpoint"]
    assert score(Mode.ORDERED, steps, ", ".join(steps))[0] is Verdict.CORRECT
    assert score(Mode.ORDERED, steps, ", ".join(reversed(steps))) == (Verdict.PARTIAL, 0.5)


def test_swapped_halves_earn_nothing() -> None:
    """A key with another key's value is no item."""
    items = ["Regular - sparse data", "Randomized - large number of observations"]
    swapped = "Regular - large number of observations; Randomized - sparse data"
    assert score(Mode.ALL, items, swapped)[0] is Verdict.WRONG


def test_an_uncommitted_alternative_earns_half() -> None:
    """Of "X or Y" one being right is half an answer."""
    question = Question("", "", Mode.ANY, (Item("XGBoost"),))
    found = grade(prepare(question), "XGBoost or LDA")
    assert (found.verdict, found.score) == (Verdict.PARTIAL, 0.5)


def test_more_is_right_but_too_general() -> None:
    """A wording that the sheet calls too general asks for more and earns nothing yet."""
    item = Item("BlazingText", more=("word2vec",))
    assert verdict(item, "word2vec") is Verdict.MORE


def test_an_echo_of_the_question_is_wrong() -> None:
    """Repeating the question answers nothing."""
    prompt = "Which algorithm is memory bound?"
    assert verdict("XGBoost", "which algorithm is memory bound", prompt) is Verdict.WRONG


def test_reasons_name_nothing_that_was_not_named() -> None:
    """The explanation never tells a missing item."""
    items = tuple(Item(each) for each in ("XGBoost", "LDA", "Random Cut Forest (RCF)", "k-NN"))
    found = grade(prepare(Question("", "", Mode.ALL, items)), "xgboost, random cut forrest")
    told = " ".join(found.reasons)
    assert found.reasons[0].startswith("2 of 4")
    assert "Random Cut Forest" in told
    assert "spelling" in told
    assert "LDA" not in told
    assert "k-NN" not in told
