"""No file of the house imports itself on any way, be it for a type alone."""

import ast
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.house.test_floors import BOT, module_name

TYPES_ALONE = {
    "bot.platforms.web": "a page's server is not imported where no playground is asked for",
    "bot.sheets.writing.anki": "the package that writes decks is an extra",
}
"""The files that import something for types alone, and why they may."""


def imported_by(source: str, modules: frozenset[str]) -> frozenset[str]:
    """The files that a source imports, of those that there are; imports for types count."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in modules else node.module)
    return frozenset(found & modules)


def circle(imports: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The first circle that is found, from a file to itself; empty if there is none."""
    done: set[str] = set()
    way: list[str] = []

    def walk(module: str) -> tuple[str, ...]:
        if module in way:
            return (*way[way.index(module) :], module)
        if module in done:
            return ()
        way.append(module)
        for imported in sorted(imports[module] - {module}):
            if found := walk(imported):
                return found
        way.pop()
        done.add(module)
        return ()

    return next(filter(None, map(walk, sorted(imports))), ())


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """Every file of the product, by its dotted name."""
    return {module_name(path): path.read_text(encoding="utf-8") for path in BOT.rglob("*.py")}


def test_no_file_imports_itself_on_any_way(sources: dict[str, str]) -> None:
    modules = frozenset(sources)
    found = circle({module: imported_by(text, modules) for module, text in sources.items()})
    assert not found, " → ".join(found)


def test_imports_for_types_alone_have_their_reason(sources: dict[str, str]) -> None:
    guarded = {module for module, text in sources.items() if "TYPE_CHECKING" in text}
    assert guarded == set(TYPES_ALONE)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a": "import b", "b": "import c", "c": "import a"}, ("a", "b", "c", "a")),
        ({"a": "import b\nimport c", "b": "import c", "c": ""}, ()),
        ({"a.b": "from a import c", "a.c": "from a.b import x", "a": ""}, ("a.b", "a.c", "a.b")),
        (
            {"a": "if TYPE_CHECKING:\n    from b import B", "b": "def f():\n    import a"},
            ("a", "b", "a"),
        ),
    ],
)
def test_a_circle_is_found_however_it_is_made(
    files: dict[str, str], expected: tuple[str, ...]
) -> None:
    modules = frozenset(files)
    imports = {module: imported_by(text, modules) for module, text in files.items()}
    assert circle(imports) == expected


def test_the_product_has_files(sources: dict[str, str]) -> None:
    assert Path(BOT / "app.py").exists()
    assert len(sources) > 100
