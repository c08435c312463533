"""`quizsheet grade`, as people call it."""

import json

from click.testing import CliRunner

from bot.cli.grade import grade

LINE = {"id": 1, "question": "Which?", "mode": "any", "items": [{"text": "PCA"}], "response": "pca"}


def graded(*lines: object) -> list[dict[str, object]]:
    text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
    result = CliRunner().invoke(grade, ["--jsonl"], input=text + "\n")
    assert result.exit_code == 0
    return [json.loads(line) for line in result.output.splitlines()]


def test_each_line_gets_a_grade_in_order() -> None:
    """A grade has the id, the verdict, the score, the items hit and the reasons."""
    first, second = graded(LINE, {**LINE, "id": "b", "response": "t-SNE"})
    assert first["id"] == 1
    assert first["verdict"] == "correct"
    assert first["score"] == 1.0
    assert first["hits"] == [0]
    assert isinstance(first["reasons"], list)
    assert (second["id"], second["verdict"], second["hits"]) == ("b", "wrong", [])


def test_a_bad_line_gets_an_error_and_the_rest_goes_on() -> None:
    """Whatever stands on a line, the next one is graded."""
    bad = ["no json", "[]", "{}", {"id": 4, "items": []}, {**LINE, "id": 5, "response": 7},
           {**LINE, "id": 6, "mode": "most"}, {**LINE, "id": 7, "need": "x"},
           {**LINE, "id": 8, "items": [{"text": ""}]}, "[" * 100_000]  # fmt: skip
    found = graded(*bad, LINE)
    assert len(found) == len(bad) + 1
    assert all("error" in each for each in found[:-1])
    assert [each["id"] for each in found[3:8]] == [4, 5, 6, 7, 8]
    assert found[-1]["verdict"] == "correct"


def test_a_line_may_bring_a_glossary() -> None:
    """Aliases of a line's own glossary count."""
    line = {**LINE, "items": [{"text": "Horovod"}], "response": "the ring thing"}
    assert graded(line)[0]["verdict"] == "wrong"
    known = {**line, "glossary": {"Horovod": ["the ring thing"]}}
    assert graded(known)[0]["verdict"] == "correct"


def test_one_answer_is_explained() -> None:
    """The path of an answer names the item, the words and the rule."""
    call = ["--explain", "--item", "Random Cut Forest (RCF)", "--item", "LDA", "random cut forrest"]
    result = CliRunner().invoke(grade, call)
    assert result.exit_code == 0
    assert "partial · score 0.5" in result.output
    assert "by spelling" in result.output
    assert "not recognised" in result.output


def test_without_an_answer_it_says_what_is_missing() -> None:
    """The next step is offered."""
    assert "--item" in CliRunner().invoke(grade, ["pca"]).output
    assert "--jsonl" in CliRunner().invoke(grade, []).output


def test_a_mode_is_written_as_in_sheets() -> None:
    result = CliRunner().invoke(
        grade, ["--mode", "text", "--item", "It evens out the load.", "It evens out the load."]
    )
    assert result.exit_code == 0, result.output
    assert result.output.startswith("correct")
