"""The real sheet, read as a careful person reads it."""

from pathlib import Path

import pytest

from bot.model.question import Mode, Place, Question
from bot.model.sheet import Severity, Sheet
from bot.sheets import notes_on, read_path
from bot.sheets.wording import contains

from .reading import made, texts, written

pytestmark = pytest.mark.shared

UNANSWERED = [96, 247, 250, 259, 265, 268, 271, 274, 277, 280, 282, 284, 287]
OUTSIDE = [*range(35, 38), 39, 40, *range(43, 47), *range(49, 55), *range(57, 60), *range(62, 67)]
TIPS = [511, 512, 513, 514]


@pytest.fixture(scope="module")
def sheet(real_sheet: Path) -> Sheet:
    return read_path(real_sheet)


def at(sheet: Sheet, line: int) -> Question:
    return next(question for question in sheet.questions if question.line == line)


def test_its_86_answered_questions_have_185_items_and_8_nested_ones(sheet: Sheet) -> None:
    answered = [question for question in written(sheet) if question.answered]
    items = [item for question in answered for item in question.items]
    assert (len(answered), len(items)) == (86, 185)
    assert sum(len(item.nested) for item in items) == 8


def test_its_unanswered_questions_are_listed_and_never_asked(sheet: Sheet) -> None:
    assert [question.line for question in written(sheet) if not question.answered] == UNANSWERED
    assert not {question.line for question in sheet.asked} & set(UNANSWERED)


def test_its_problems_are_the_unanswered_questions_and_the_blank_one(sheet: Sheet) -> None:
    assert [problem.line for problem in sheet.problems] == sorted([*UNANSWERED, 225])
    assert {problem.severity for problem in sheet.problems} == {Severity.ERROR}
    assert notes_on(sheet) == ()


def test_every_definition_outside_a_question_is_asked(sheet: Sheet) -> None:
    lines = {question.line for question in made(sheet)}
    assert lines >= {*OUTSIDE, *TIPS}
    assert len([*OUTSIDE, *TIPS]) == 27
    assert not lines & {515, 518, 519, 521, 522}


def test_41_items_inside_answers_are_definitions_too(sheet: Sheet) -> None:
    inside = {question.line for question in made(sheet)} - {*OUTSIDE, *TIPS}
    assert len(inside) == 41
    assert not inside & {344, 345, 367, 447}


def test_a_term_is_asked_for_by_what_is_said_of_it(sheet: Sheet) -> None:
    question = next(q for q in made(sheet) if "anomalous IP address" in q.prompt)
    assert question.prompt == "Which algorithm fits: “detect anomalous IP address”?"
    assert (texts(question), question.mode) == (["IP Insights"], Mode.ANY)
    assert "IP Insights Algorithm" in question.items[0].accept


def test_pictures_and_code_are_all_carried_by_a_question(sheet: Sheet) -> None:
    assert [image.line for image in sheet.images] == [4, 142, 146]
    (code,) = sheet.code
    assert code.text.startswith("FROM tensorflow")
    assert "# Copies the training code" in code.text
    first = at(sheet, 26)
    assert [image.place for image in first.images] == [Place.TOPIC]
    assert [block.place for block in first.code] == [Place.TOPIC]
    assert [image.place for image in at(sheet, 140).images] == [Place.ANSWER]
    assert [image.place for image in at(sheet, 144).images] == [Place.ANSWER]


def test_topics_follow_headings_whatever_their_levels(sheet: Sheet) -> None:
    assert at(sheet, 26).topic == ("Question on SageMaker Python SDK",)
    assert at(sheet, 35).topic == ("SageMaker Built-In Algorithms", "NLP")
    assert at(sheet, 68).topic == ("SageMaker Built-In Algorithms", "Services:")
    assert at(sheet, 424).topic == ("Exploratory data analysis",)
    assert at(sheet, 511).topic == ("Data Engineering Domain", "TIPs and Misc")


@pytest.mark.parametrize(
    ("line", "mode", "need", "count"),
    [
        (26, Mode.ANY, 1, 1),
        (83, Mode.ANY, 3, 7),
        (93, Mode.ANY, 1, 1),
        (140, Mode.TEXT, 1, 1),
        (163, Mode.ORDERED, 1, 3),
        (188, Mode.ALL, 1, 5),
        (199, Mode.ALL, 1, 3),
        (211, Mode.ANY, 3, 10),
        (428, Mode.ALL, 1, 2),
        (453, Mode.ORDERED, 1, 3),
    ],
)
def test_modes_follow_what_is_asked(
    sheet: Sheet, line: int, mode: Mode, need: int, count: int
) -> None:
    question = at(sheet, line)
    assert (question.mode, question.need, len(question.items)) == (mode, need, count)


def test_the_prompts_that_markdown_would_mangle(sheet: Sheet) -> None:
    assert at(sheet, 199).prompt == "Loss when predictor_type for XGBoost"
    assert at(sheet, 140).prompt == "Standardization"
    assert at(sheet, 330).prompt == "Secure S3 <-> RDS <-> Glue communication"
    assert at(sheet, 502).prompt.endswith("ENTIRE Dataset and don't need PERSISTENT endpoint.")
    assert at(sheet, 148).prompt == "PCA and t-SNE Automatic feature extraction"


def test_the_items_that_markdown_would_mangle(sheet: Sheet) -> None:
    assert "early_stopping_tolerance 0.001 | relative tolerance" in texts(at(sheet, 211))[7]
    assert texts(at(sheet, 467))[1] == "use module sagemaker.analytics import TrainingJobAnalytics"
    assert at(sheet, 377).items[1].nested == (
        "CreateModel",
        "CreateEndpointConfig",
        "CreateEndpoint",
    )
    assert texts(at(sheet, 93))[0].startswith("Image classification, k-means, K-NN")
    assert "k-means" in at(sheet, 93).items[0].accept
    assert len(at(sheet, 313).items) == 5
    assert len(at(sheet, 495).items) == 4


def test_references_are_sources_and_never_answers(sheet: Sheet) -> None:
    assert at(sheet, 26).sources == (
        "https://github.com/aws/sagemaker-containers/blob/master/README.rst",
    )
    assert at(sheet, 68).sources[0].endswith("sagemaker-algo-docker-registry-paths.html")
    assert at(sheet, 148).sources[0].startswith("https://towardsdatascience.com/")


def test_ids_are_unique_and_the_same_on_every_run(sheet: Sheet, real_sheet: Path) -> None:
    ids = [question.id for question in sheet.questions]
    assert len(set(ids)) == len(ids)
    assert [question.id for question in read_path(real_sheet).questions] == ids


def test_no_definition_gives_its_own_answer_away(sheet: Sheet) -> None:
    for question in made(sheet):
        assert not any(contains(question.prompt, item.text) for item in question.items)
