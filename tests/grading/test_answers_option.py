"""`quizsheet check --answers`, as an author calls it."""

from pathlib import Path

from click.testing import CliRunner

from bot.cli.check import check

SHEET = (
    "# Models\n\nQ. What reduces dimensions?\n- PCA\nsource: https://example.org/pca\nid: reduce\n"
)


def run(folder: Path, cases: str) -> tuple[int, str]:
    sheet, kept = folder / "sheet.md", folder / "cases.jsonl"
    sheet.write_text(SHEET, encoding="utf-8")
    kept.write_text(cases, encoding="utf-8")
    result = CliRunner().invoke(check, [str(sheet), "--answers", str(kept)])
    return result.exit_code, result.output


def test_answers_that_are_graded_as_kept_pass(tmp_path: Path) -> None:
    """Agreement costs nothing."""
    code, told = run(tmp_path, '{"question": "reduce", "response": "pca", "verdict": "correct"}\n')
    assert code == 0
    assert "0 answers graded otherwise" in told


def test_an_answer_graded_otherwise_is_shown_with_its_line(tmp_path: Path) -> None:
    """The author sees file, line, and what became of the answer."""
    kept = '\n{"question": "reduce", "response": "t-SNE", "verdict": "correct"}\nnonsense\n'
    code, told = run(tmp_path, kept)
    assert code == 1
    assert "cases.jsonl:2: 't-SNE' is wrong" in told
    assert "cases.jsonl:3:" in told
    assert "2 answers graded otherwise" in told
