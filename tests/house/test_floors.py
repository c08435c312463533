"""The floors of the house: imports only go down."""

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest

BOT = Path(__file__).parents[2] / "bot"
GROUND = {"model": 0, "grading": 1, "lookup": 1, "quiz": 2}
QUIZ = {
    "errors": 0,
    "actions": 0,
    "ports": 0,
    "error_trace": 1,
    "rules": 1,
    "messages": 2,
    "services": 3,
    "commands": 4,
    "dispatcher": 5,
    "assembly": 6,
}
"""The order within the game: what people do comes in at the top, and its rules know nobody."""
MIDDLE = {"store", "sheets"}
FORBIDDEN_ON_THE_GROUND = {
    "aiohttp",
    "aiosqlite",
    "alembic",
    "asyncpg",
    "click",
    "discord",
    "io",
    "os",
    "pathlib",
    "slack_bolt",
    "slack_sdk",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "subprocess",
    "tempfile",
    "time",
    "yaml",
}
ONLY_IN = {
    "aiosqlite": "store",
    "alembic": "store",
    "asyncpg": "store",
    "sqlalchemy": "store",
    "sqlite3": ("store", "sheets.collection"),  # an Anki deck is a database in a file
    "discord": "platforms.discord",
    "slack_bolt": "platforms.slack",
    "slack_sdk": "platforms.slack",
}


def room_of(module: str) -> str:
    """`bot.quiz.dispatcher` → `quiz`; a module directly under `bot` belongs to the top."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def objection(importer: str, imported: str) -> str:
    """Why one module may not import another; empty where it may."""
    here = room_of(importer)
    if not imported.startswith("bot"):
        return _outside(importer, here, imported.split(".")[0])
    there = room_of(imported)
    if here == there == "quiz":
        return _within_the_game(importer, imported)
    if here == there or not there:
        return ""
    if here in GROUND:
        if there not in GROUND:
            return "the ground imports what stands above it"
        return "" if GROUND[there] < GROUND[here] else "the ground's own order is broken"
    if here in MIDDLE:
        return "" if there in GROUND else "the middle imports a sibling or the top"
    return ""


def _within_the_game(importer: str, imported: str) -> str:
    upper, lower = (_place_in_the_game(module) for module in (importer, imported))
    if not lower or upper == lower:
        return ""
    if upper not in QUIZ or lower not in QUIZ:
        return "it has no place in the order of the game"
    return "" if QUIZ[lower] < QUIZ[upper] else "the order within the game is broken"


def _place_in_the_game(module: str) -> str:
    """`bot.quiz.commands.answer` → `commands`; the package itself is nowhere."""
    parts = module.split(".")
    return parts[2] if len(parts) > 2 else ""


def _outside(importer: str, here: str, package: str) -> str:
    if here in GROUND and package in FORBIDDEN_ON_THE_GROUND:
        return "the ground knows no platform, SQL, file, environment or clock"
    home = ONLY_IN.get(package)
    homes = (home,) if isinstance(home, str) else home or ()
    if homes and not importer.startswith(tuple(f"bot.{each}" for each in homes)):
        return f"only bot.{' and bot.'.join(homes)} imports {package}"
    if package == "rapidfuzz" and here not in ("grading", "lookup", "sheets"):
        return "fuzzy matching belongs to grading, lookup and sheets"
    return ""


def imports_of(source: str) -> Iterable[str]:
    """Every module that a source imports, wherever in the file; type checking included."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_name(path: Path) -> str:
    """The dotted name of a file below `bot`."""
    return ".".join(path.relative_to(BOT.parent).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", sorted(BOT.rglob("*.py")), ids=module_name)
def test_imports_only_go_down(path: Path) -> None:
    importer = module_name(path)
    up = [
        f"{importer} imports {imported}: {why}"
        for imported in imports_of(path.read_text(encoding="utf-8"))
        if (why := objection(importer, imported))
    ]
    assert up == []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("bot.quiz.dispatcher", "bot.store"),
        ("bot.quiz.dispatcher", "sqlalchemy"),
        ("bot.quiz.dispatcher", "pathlib"),
        ("bot.quiz.rules.scoring", "bot.quiz.messages.board"),
        ("bot.quiz.services.planning", "bot.quiz.commands.round"),
        ("bot.quiz.commands.answer", "bot.quiz.dispatcher"),
        ("bot.quiz.cellar", "bot.quiz.errors"),
        ("bot.grading.pipeline", "bot.quiz.rules.rules"),
        ("bot.model.question", "bot.grading"),
        ("bot.store.rounds", "bot.sheets"),
        ("bot.sheets.markdown", "bot.platforms.web"),
        ("bot.platforms.web.server", "discord"),
        ("bot.cli.run", "sqlalchemy.ext.asyncio"),
        ("bot.sheets.card", "sqlite3"),
    ],
)
def test_an_import_that_goes_up_or_sideways_is_found(importer: str, imported: str) -> None:
    assert objection(importer, imported)


def test_nothing_is_called_utils() -> None:
    banned = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    assert [path for path in BOT.rglob("*.py") if path.stem in banned] == []


def test_no_file_is_longer_than_400_lines() -> None:
    long = {p: n for p in BOT.rglob("*.py") if (n := len(p.read_text().splitlines())) > 400}
    assert long == {}
