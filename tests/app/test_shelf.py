"""Sheets of the operator's files, as a process starts."""

from pathlib import Path

from bot.quiz.ports.sheets import LIBRARY
from bot.shelf import stock
from bot.store import SqlStore
from tests.store.cast import CHANNEL, round_

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


NATURE = """# Nature

Q. Which tree bears acorns?
- oak
{tree}

Q. Which bird hovers in the air?
- hummingbird
{bird}
"""


async def test_ids_in_the_operators_files_take_the_history_of_every_team_along(
    sqlite_store: SqlStore, tmp_path: Path
) -> None:
    """File after file, as processes start: an id is given, both are swapped, one is changed as
    its question is reworded. Starting again with the same file changes nothing.
    """
    teams = ("web:acme", "web:globex")
    file = tmp_path / "nature.md"

    async def asked() -> dict[str, int]:
        """Who was asked for what how often, by the answer; the same in both teams."""
        await stock(sqlite_store, [file])
        await stock(sqlite_store, [file])
        sheet = await sqlite_store.sheet(LIBRARY, "nature")
        assert sheet is not None
        answers = {question.id: question.items[0].text for question in sheet.questions}
        found = [await sqlite_store.asked(team, CHANNEL) for team in teams]
        assert found[0] == found[1]
        return {answers[each.question_id]: each.times for each in found[0]}

    file.write_text(NATURE.format(tree="", bird=""))
    await stock(sqlite_store, [file])
    sheet = await sqlite_store.sheet(LIBRARY, "nature")
    assert sheet is not None
    for day, which in enumerate((0, 1, 1)):
        for team in teams:
            planned = round_(
                f"r{day}",
                team,
                slot=str(day),
                sheet_id="nature",
                question=sheet.questions[which],
            )
            assert await sqlite_store.plan(planned, ())
    before = {"oak": 1, "hummingbird": 2}
    assert await asked() == before
    file.write_text(NATURE.format(tree="id: a", bird=""))
    assert await asked() == before
    file.write_text(NATURE.format(tree="id: b", bird="id: a"))
    assert await asked() == before
    file.write_text(NATURE.format(tree="id: a", bird="id: b"))
    assert await asked() == before
    reworded = NATURE.replace("Which tree bears acorns?", "On what do acorns grow?")
    file.write_text(reworded.format(tree="id: acorns", bird=""))
    assert await asked() == before


async def test_a_folder_of_files_keeps_its_histories_too(
    sqlite_store: SqlStore, tmp_path: Path
) -> None:
    folder = tmp_path / "nature"
    folder.mkdir()
    tree, bird = NATURE.split("\n\nQ. Which bird")
    (folder / "1.md").write_text(tree.format(tree=""))
    (folder / "2.md").write_text(("# Birds\n\nQ. Which bird" + bird).format(bird=""))
    await stock(sqlite_store, [folder])
    sheet = await sqlite_store.sheet(LIBRARY, "nature")
    assert sheet is not None
    planned = round_(sheet_id="nature", question=sheet.questions[1])
    assert await sqlite_store.plan(planned, ())
    (folder / "2.md").rename(folder / "0.md")
    (folder / "0.md").write_text(("# Birds\n\nQ. Which bird" + bird).format(bird="id: hovers"))
    await stock(sqlite_store, [folder])
    (asked,) = await sqlite_store.asked("web:acme", CHANNEL)
    assert asked.question_id == "hovers"
