"""Files and folders."""

from pathlib import Path

import pytest

from bot.sheets import SheetUnreadable, notes_on, read_folder, read_path

from .reading import texts

GARDEN = Path(__file__).parent / "fixtures" / "garden"


def test_a_folder_is_one_sheet() -> None:
    sheet = read_folder(GARDEN)
    assert (sheet.id, sheet.title) == ("garden", "Garden")
    assert [question.file for question in sheet.questions] == ["01-trees.md"] * 2 + [
        "02-bees.md"
    ] * 5
    assert sheet.glossary.aliases == (("Quercus", ("oak",)),)
    assert sheet.questions[0].tags == ("trees",)
    assert sheet.questions[2].tags == ()


def test_problems_of_a_folder_name_their_file() -> None:
    problems = read_path(GARDEN).problems
    assert [(problem.file, problem.line) for problem in problems] == [
        ("02-bees.md", 7),
        ("02-bees.md", 9),
    ]
    assert "01-trees.md:9" in problems[1].message


def test_ids_are_unique_over_all_files() -> None:
    ids = [question.id for question in read_folder(GARDEN).questions]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "acorns"


def test_a_question_repeated_in_another_file_is_noted() -> None:
    (note,) = notes_on(read_folder(GARDEN))
    assert (note.file, note.line) == ("02-bees.md", 9)
    assert note.message == "The same question is asked at 01-trees.md:9."


def test_a_file_is_named_after_itself() -> None:
    sheet = read_path(GARDEN / "02-bees.md")
    assert (sheet.id, sheet.title, sheet.questions[0].file) == ("02-bees", "Bees", "")
    assert texts(sheet.questions[0]) == ["Nectar", "Pollen"]


def test_what_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SheetUnreadable, match=r"nowhere\.md: no such file"):
        read_path(tmp_path / "nowhere.md")
    with pytest.raises(SheetUnreadable, match="no sheet in this folder"):
        read_path(tmp_path)


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    assert "10000.0 MB" in read_path(path).problems[0].message
