"""`quizsheet import` and `quizsheet export`, as people use them."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.sheets import read_path, read_sheet
from bot.sheets.formats import FORMATS
from bot.sheets.writing import WRITERS

from .reading import FIXTURES
from .sheets import bare


def quizsheet(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_import_writes_markdown_and_says_what_it_read() -> None:
    result = quizsheet("import", FIXTURES / "boxes.md")
    assert result.exit_code == 0
    assert "- [x] the queen" in result.stdout
    assert result.stderr.splitlines() == [
        f"{FIXTURES / 'boxes.md'}:21: This question has no answer, so it is never asked.",
        f"{FIXTURES / 'boxes.md'}: 3 questions in 1 topic (markdown), 1 without an answer, 1 remark",
    ]


def test_what_import_writes_reads_the_same(tmp_path: Path) -> None:
    target = tmp_path / "trivia.md"
    assert quizsheet("import", FIXTURES / "trivia.yaml", "--to", target).exit_code == 0
    assert bare(read_path(target)) == bare(read_path(FIXTURES / "trivia.yaml"))


def test_several_files_become_one_sheet() -> None:
    result = quizsheet("import", FIXTURES / "aiken.txt", FIXTURES / "table.csv")
    sheet = read_sheet(result.stdout.encode(), id="x", name="x.md")
    assert len(sheet.questions) == 5


def test_a_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    target = tmp_path / "mine.md"
    target.write_text("mine")
    result = quizsheet("import", FIXTURES / "boxes.md", "--to", target)
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert target.read_text() == "mine"
    assert quizsheet("import", FIXTURES / "boxes.md", "--to", target, "--force").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]


def test_a_format_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.data"
    path.write_text("Which tree?,oak\n")
    assert quizsheet("import", path).exit_code == 1
    assert "- oak" in quizsheet("import", path, "--from", "csv").stdout


def test_nothing_to_import_is_said() -> None:
    result = quizsheet("import", FIXTURES / "plain-notes.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no question" in result.stderr


@pytest.mark.parametrize("command", [("import",), ("export", "--to", "csv")])
def test_a_file_that_is_missing_is_said(command: tuple[str, ...]) -> None:
    result = quizsheet(*command, "missing.md")
    assert result.exit_code == 2
    assert "missing.md" in result.stderr


@pytest.mark.parametrize("form", [writer.name for writer in WRITERS])
def test_export_writes_every_format(form: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert quizsheet("export", FIXTURES / "boxes.md", "--to", form, "-o", target).exit_code == 0
    assert target.stat().st_size > 100


def test_export_says_what_stayed_behind() -> None:
    result = quizsheet("export", FIXTURES / "boxes.md", "--to", "csv")
    assert "2 questions written; 1 without an answer stayed behind" in result.stderr
    assert result.stdout.startswith("#separator:Comma\n")


def test_pictures_beside_a_sheet_go_into_its_deck_and_out_again(tmp_path: Path) -> None:
    (tmp_path / "leaf.png").write_bytes(b"leaf")
    (tmp_path / "leaf.md").write_text(
        "Q. Whose leaf is it?\n![A leaf](leaf.png)\n![no](../secret.png)\n- oak\n"
    )
    deck, folder = tmp_path / "leaf.apkg", tmp_path / "pictures"
    assert quizsheet("export", tmp_path / "leaf.md", "--to", "anki", "-o", deck).exit_code == 0
    result = quizsheet("import", deck, "--pictures", folder)
    assert result.exit_code == 0
    (picture,) = folder.iterdir()
    assert picture.read_bytes() == b"leaf"
    assert picture.name in result.stdout


@pytest.mark.parametrize(("command", "module"), [("anki", "genanki")])
def test_what_to_install_is_said_where_a_library_is_missing(
    command: str, module: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    target = tmp_path / "x.apkg"
    result = quizsheet("export", FIXTURES / "boxes.md", "--to", command, "-o", target)
    assert result.exit_code == 2
    assert "pip install 'quizsheet[anki]'" in result.stderr
    assert not target.exists()


def test_a_newer_deck_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import zstandard

    from .test_anki import CELL, new_collection, package, read

    source = package(collection__anki21b=zstandard.compress(new_collection(CELL)))
    monkeypatch.setitem(sys.modules, "zstandard", None)
    (problem,) = read(source).problems
    assert "pip install 'quizsheet[anki]'" in problem.hint


def test_the_page_names_every_format() -> None:
    page = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    for name in (*(each.name for each in FORMATS), *(each.name for each in WRITERS)):
        assert f"`{name}`" in page
