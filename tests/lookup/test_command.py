"""`quizsheet lookup`, for people and for programs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

SHEET = "# Services\n- Amazon Kendra - NLP powered search\n- Amazon Polly - text to speech\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A small sheet."""
    path = tmp_path / "services.md"
    path.write_text(SHEET, encoding="utf-8")
    return path


def lookup(*arguments: object, given: str | bytes = b"") -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["lookup", *map(str, arguments)], input=given)


def test_each_line_gets_its_results_in_order(sheet: Path) -> None:
    given = '{"id": 1, "query": "kendrra"}\n\n{"id": "b", "query": "speech"}\n'
    done = lookup("--jsonl", "--sheet", sheet, given=given)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, "b"]
    assert answers[0]["results"][0]["line"] == 2
    assert answers[1]["results"][0]["title"] == "Amazon Polly"
    assert set(answers[0]["results"][0]) == {"question_id", "line", "title", "score"}


@pytest.mark.parametrize(
    "bad",
    [b"no json", b"[1]", b'{"id": 7}', b'{"id": 7, "query": 3}', b"\xff\xfe", b"[" * 100_000],
    ids=["no json", "a list", "no query", "no text", "no characters", "too deep"],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(sheet: Path, bad: bytes) -> None:
    done = lookup("--jsonl", "--sheet", sheet, given=bad + b'\n{"id": 2, "query": "polly"}\n')
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["error"]
    assert second["results"][0]["line"] == 3


def test_half_a_character_is_answered_as_valid_json(sheet: Path) -> None:
    done = lookup("--jsonl", "--sheet", sheet, given='{"id": "\\ud800", "query": "\\ud800 polly"}')
    assert json.loads(done.stdout)["results"][0]["line"] == 3


def test_the_same_line_of_two_sheets_is_two_entries(sheet: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("# More\n- Amazon Kendra - search for companies\n", encoding="utf-8")
    done = lookup("--jsonl", "--sheet", sheet, "--sheet", other, given='{"query": "kendra"}')
    assert [result["line"] for result in json.loads(done.stdout)["results"]] == [2, 2]


def test_people_see_score_place_and_title(sheet: Path) -> None:
    assert lookup(
        "--sheet", sheet, "amazon", "kendra"
    ).stdout == "1.00  line 2: Amazon Kendra\n" or (
        "line 2: Amazon Kendra" in lookup("--sheet", sheet, "amazon", "kendra").stdout
    )


def test_people_are_told_that_nothing_was_found(sheet: Path) -> None:
    assert lookup("--sheet", sheet, "vacation").stdout == "Nothing on “vacation”.\n"


def test_a_sheet_that_cannot_be_opened_ends_with_2(tmp_path: Path) -> None:
    done = lookup("--sheet", tmp_path / "none.md", "kendra")
    assert done.exit_code == 2
    assert "none.md" in done.stderr


def test_without_words_it_says_what_it_needs(sheet: Path) -> None:
    assert "--jsonl" in lookup("--sheet", sheet).stderr
