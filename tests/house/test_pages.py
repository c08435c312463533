"""The pages for developers name nothing that is not there."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from bot.cli import main
from tests.house.test_floors import BOT

ROOT = BOT.parent
PAGES = ("README.md", "CONTRIBUTING.md", "docs/architecture.md")
WORDS_OF = ("bot/**/*.py", "tests/**/*.py", "pyproject.toml", "Makefile")
ENDINGS = (".py", ".md", ".json", ".jsonl", ".toml")

_FENCE = re.compile(r"^(`{3,})\w*\n(.*?)^\1$", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\]\(([^)\s#]+)")
_BRACES = re.compile(r"(.*)\{(.*)\}(.*)")
_COMMAND = re.compile(r"^(make|quizsheet|python -m) ([\w.]+)")
_NAME = re.compile(r"[A-Za-z_]{3,}")
_SAID = re.compile(r"\"[^\"]*\"")


def spans(text: str) -> list[str]:
    """What stands in backticks within the lines of a page."""
    return _SPAN.findall(" ".join(_FENCE.sub("", text).split()))


def fenced(text: str) -> list[str]:
    """The blocks of code of a page."""
    return [found[2] for found in _FENCE.finditer(text)]


def paths(text: str) -> Iterator[str]:
    """The paths that a page names: in backticks, in a drawing of the house, as links."""
    drawn = (word for block in fenced(text) for word in block.split() if word.startswith("bot/"))
    for word in (*spans(text), *drawn):
        if is_path(word):
            yield from unfolded(word)
    yield from (link for link in _LINK.findall(text) if "://" not in link)


def is_path(word: str) -> bool:
    """Whether it is one: neither a slash command, nor what is not published."""
    if " " in word or word.startswith(("/", "..")):
        return False
    return "/" in word or word.endswith(ENDINGS)


def unfolded(word: str) -> list[str]:
    """`a/{b,c}` as `a/b` and `a/c`."""
    found = _BRACES.fullmatch(word)
    if found is None:
        return [word]
    return [f"{found[1]}{each}{found[3]}" for each in found[2].split(",")]


def exists(path: str, page: Path) -> bool:
    """Whether it is there: from the root, beside the page, or somewhere in the house; `*` and
    `NAME` stand for anything.
    """
    pattern = path.replace("NAME", "*").rstrip("/")
    if any(ROOT.glob(pattern)) or any(page.parent.glob(pattern)):
        return True
    return any(any((ROOT / home).rglob(pattern)) for home in ("bot", "tests"))


@cache
def known_words() -> frozenset[str]:
    """Every name that the house's own files hold, those of these tests left out."""
    files = (file for pattern in WORDS_OF for file in ROOT.glob(pattern))
    texts = (file.read_text(encoding="utf-8") for file in files if file != Path(__file__))
    return frozenset(word for text in texts for word in _NAME.findall(text))


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> Path:
    """Each page in turn."""
    name: str = request.param
    return ROOT / name


def test_every_path_exists(page: Path) -> None:
    named = list(paths(page.read_text(encoding="utf-8")))
    assert named
    assert [path for path in named if not exists(path, page)] == []


def test_every_command_exists(page: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    told = main.list_commands(click.Context(main))
    text = page.read_text(encoding="utf-8")
    code = [*spans(text), *(line for block in fenced(text) for line in block.splitlines())]
    for program, word in (found for line in code for found in _COMMAND.findall(line)):
        match program:
            case "make":
                assert word in targets
            case "quizsheet":
                assert word in told
            case _:
                assert find_spec(word)


def test_every_name_in_backticks_is_a_name_of_the_house() -> None:
    """Text in quotation marks is left out, and so are words that stand for something."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    said = [_SAID.sub("", span) for span in spans(text) if not is_path(span)]
    names = {name for span in said for name in _NAME.findall(span)}
    stand_for_something = {"KIND", "NAME", "RESPONSE", "ANSWER"}
    assert names - known_words() - stand_for_something == set()


def test_the_drawing_of_the_house_has_every_file_at_the_top() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    top = {f"bot/{file.name}" for file in BOT.glob("*.py") if not file.stem.startswith("__")}
    assert top <= set(paths(text))


@pytest.mark.parametrize("path", ["bot/cellar.py", "cellar.py", "bot/{quiz,cellar}/", "docs/no.md"])
def test_a_path_that_is_not_there_is_found(path: str) -> None:
    named = list(paths(f"See `{path}`."))
    assert not all(exists(each, ROOT / "README.md") for each in named)
