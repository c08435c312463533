"""What docs/sheets.md says is true."""

import re
from pathlib import Path

from bot.model.question import Mode

from .reading import made, read, texts, written

PAGE = (Path(__file__).parents[2] / "docs" / "sheets.md").read_text(encoding="utf-8")


def fenced(language: str) -> str:
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    (block,) = found
    return block


def test_the_example_reads_as_the_page_explains_it() -> None:
    sheet = read(fenced("markdown"))
    assert sheet.problems == ()
    (question,) = written(sheet)
    assert (question.id, question.mode, question.need) == ("single-instance", Mode.ANY, 3)
    assert question.items[1].accept == ("blazing text algorithm", "fasttext on SageMaker")
    assert question.tags == ("modeling", "training")
    forward, back = made(sheet)
    assert forward.prompt == "What is the IP Insights algorithm used for?"
    assert texts(back) == ["IP Insights"]


def test_the_front_matter_is_read_in_full() -> None:
    sheet = read(f"---\n{fenced('yaml')}---\nQ. Which?\n- this\n")
    assert sheet.problems == ()
    assert sheet.glossary.aliases == (("k-NN", ("k-nearest neighbors", "nearest neighbours")),)
    assert sheet.exams[0].domains[0].weight == 26
    assert sheet.questions[0].tags == ("modeling", "algorithms")


def test_the_key_points_read_as_the_page_explains_them() -> None:
    (question,) = written(read(fenced("md")))
    assert question.mode is Mode.TEXT
    assert [len(point.wordings) for point in question.items[0].points] == [3, 2]
