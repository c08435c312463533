"""Sheets of the operator's files, as a process starts."""

from pathlib import Path

from bot.quiz.ports.store import LIBRARY
from bot.shelf import stock
from bot.store import SqlStore

GOOD = "# Birds\n\nQ. Which bird cannot fly?\n- ostrich\n"


async def test_a_file_that_lost_its_questions_leaves_the_sheet_as_it_was(
    sqlite_store: SqlStore, tmp_path: Path
) -> None:
    file = tmp_path / "birds.md"
    file.write_text(GOOD)
    await stock(sqlite_store, [file])
    for broken in ("", "# Birds\n\nQ. Which bird cannot fly?\n"):
        file.write_text(broken)
        await stock(sqlite_store, [file])
        sheet = await sqlite_store.sheet(LIBRARY, "birds")
        assert sheet is not None
        assert len(sheet.asked) == 1


async def test_a_path_that_is_not_there_stops_nothing(
    sqlite_store: SqlStore, tmp_path: Path
) -> None:
    (tmp_path / "birds.md").write_text(GOOD)
    await stock(sqlite_store, [tmp_path / "gone.md", tmp_path / "birds.md"])
    assert await sqlite_store.sheet(LIBRARY, "birds") is not None
