"""`quizsheet show` and `quizsheet check`, as an author uses them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.check import check
from bot.cli.show import show

GARDEN = Path(__file__).parent / "fixtures" / "garden"


def run_check(*arguments: object) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


def run_show(*arguments: object) -> Result:
    return CliRunner().invoke(show, [str(argument) for argument in arguments])


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "trees.md"
    path.write_text(
        "# Trees\n```\nx = 1\n```\nQ. Which trees keep needles?\n- Pine (Pinus)\n  accept: pine tree\n"
        "  - has cones\n- Fir\n![](https://a.b/c.png)\nsource: https://a.b\n\nQ. Why?\n-\n"
    )
    return path


def test_check_lists_every_problem_with_its_line_and_a_hint(sheet: Path) -> None:
    result = run_check(sheet)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{sheet}:13: This question has no answer, so it is never asked.",
        "    | Q. Why?",
        "    Put the answer below it, as a bullet: - the answer",
        "1 error, 0 notes; 1 question to ask",
    ]


def test_check_of_a_folder_names_its_files() -> None:
    result = run_check(GARDEN)
    assert f"{GARDEN / '02-bees.md'}:7: " in result.stdout
    assert "2 errors, 1 note" in result.stdout


def test_notes_fail_only_where_they_are_meant_to(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Q. Which?\n- oak\n")
    assert run_check(path).exit_code == 0
    strict = run_check("--strict", path)
    assert strict.exit_code == 1
    assert f"{path}:1: This question names no source." in strict.stdout


@pytest.mark.parametrize("run", [run_check, run_show])
def test_a_missing_file_is_one_line_and_exit_2(run: object, tmp_path: Path) -> None:
    result = (run_check if run is run_check else run_show)(tmp_path / "none.md")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "no such file" in result.stderr


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 99, b"\0" * 99, b"Q. a\xff\n- \x1b[31mred\n", b""]
)
def test_check_never_breaks_off(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(content)
    result = run_check(path)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert "\x1b" not in result.stdout


def test_show_writes_an_outline_and_a_summary(sheet: Path) -> None:
    result = run_show(sheet)
    assert result.exit_code == 0
    assert "Which trees keep needles?  [all 2]" in result.stdout
    assert result.stdout.splitlines()[-1] == (
        "1 questions asked, 1 unanswered, 0 made from definitions, 1 images, 1 code blocks"
    )
    assert result.stderr == f"{sheet}:13: This question has no answer, so it is never asked.\n"


def test_show_json_writes_one_object_a_line(sheet: Path) -> None:
    result = run_show("--json", sheet)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert len(first.pop("id")) == 13
    assert first == {
        "line": 5,
        "topic": ["Trees"],
        "kind": "question",
        "question": "Which trees keep needles?",
        "mode": "all",
        "need": 1,
        "items": [
            {
                "text": "Pine (Pinus)",
                "accept": ["pine tree"],
                "reject": [],
                "more": [],
                "nested": ["has cones"],
            },
            {"text": "Fir", "accept": [], "reject": [], "more": [], "nested": []},
        ],
        "images": ["https://a.b/c.png"],
        "code": ["x = 1"],
        "sources": ["https://a.b"],
        "answered": True,
    }
    assert (second["answered"], second["items"]) == (False, [])


def test_what_is_hard_to_judge_fails_only_where_it_is_meant_to(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Q. Why a queue?\nA. It evens out the load of many orders.\nsource: a book\n")
    strict = run_check("--strict", path)
    assert strict.exit_code == 0
    assert f"{path}:1: This answer in a sentence names no key points." in strict.stdout
    assert "0 errors, 0 notes; 1 question to ask, 1 hard to judge" in strict.stdout
    assert run_check("--gradable", path).exit_code == 1
