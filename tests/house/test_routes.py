"""Nothing that the game declares is left without its handler, and what it is called says who may
use it.
"""

import re
from importlib import import_module
from pathlib import Path

import pytest

from bot.model.action import ActionKind
from bot.model.command import Audience, Command
from bot.quiz import actions
from bot.quiz.commands.registry import build_registry
from bot.quiz.commands.routes import Routes
from tests.house.test_floors import BOT, module_name

REGISTRY = build_registry()
FILES: list[Path] = sorted((BOT / "quiz" / "commands").glob("*.py"))


def test_every_button_and_form_has_a_handler() -> None:
    declared = {each.verb for each in vars(actions).values() if isinstance(each, ActionKind)}
    assert declared == {*REGISTRY.presses, *REGISTRY.forms}


def test_every_file_with_routes_is_in_the_registry() -> None:
    modules = (import_module(module_name(path)) for path in FILES)
    declared = [
        each for module in modules if isinstance(each := vars(module).get("ROUTES"), Routes)
    ]
    assert declared
    for routes in declared:
        assert routes.commands.keys() <= REGISTRY.commands.keys()
        assert routes.groups.keys() <= REGISTRY.groups.keys()
        assert routes.menus.keys() <= REGISTRY.menus.keys()
        assert set(routes.member_menus) <= set(REGISTRY.member_menus)
        assert {each.verb for each in routes.presses} <= REGISTRY.presses.keys()
        assert {each.verb for each in routes.forms} <= REGISTRY.forms.keys()


def test_no_two_commands_or_menu_entries_have_the_same_name() -> None:
    table = REGISTRY.table
    for names in (
        [command.path for command in table.commands],
        [menu.verb for menu in table.message_menus],
        [menu.label for menu in table.message_menus] + [menu.label for menu in table.member_menus],
    ):
        assert len(names) == len(set(names))


def misplaced(command: Command) -> bool:
    """Whether it stands under `/quizmaster` without being for quizmasters, or the other way."""
    return (command.path[0] == "quizmaster") != (command.audience is Audience.QUIZMASTER)


def test_what_only_quizmasters_may_do_stands_under_quizmaster_and_nothing_else_does() -> None:
    assert [str(command) for command in REGISTRY.commands if misplaced(command)] == []


@pytest.mark.parametrize(
    "command",
    [
        Command(("quizmaster", "top"), "Show the board"),
        Command(("quiz", "ask"), "Post one more question", audience=Audience.QUIZMASTER),
        Command(("ask",), "Post one more question", audience=Audience.QUIZMASTER),
    ],
    ids=str,
)
def test_a_command_under_the_wrong_first_word_is_found(command: Command) -> None:
    assert misplaced(command)


def test_every_first_word_says_what_it_is_for() -> None:
    table = REGISTRY.table
    assert {group.name for group in table.groups} == {
        command.path[0] for command in table.commands if len(command.path) == 2
    }
    assert not {(group.name,) for group in table.groups} & {each.path for each in table.commands}
    assert all(len(group.help) <= 100 for group in table.groups)
    assert all(len(command.help) <= 100 for command in table.commands)


def test_a_former_name_is_nobodys_present_name() -> None:
    table = REGISTRY.table
    former = {path for command in table.commands for path in command.formerly}
    assert former
    assert not former & {command.path for command in table.commands}


PAGES: list[Path] = [
    *sorted(BOT.rglob("*.py")),
    *sorted((BOT.parent / "docs").glob("*.md")),
    *sorted((BOT.parent / "content").rglob("*.md")),
    *(BOT.parent / name for name in ("README.md", "CONTRIBUTING.md")),
]


def unknown_commands(text: str) -> list[str]:
    """The commands of two words that a text names and that there are not."""
    words = {group.name for group in REGISTRY.table.groups}
    named = re.findall(rf"(?<![\w./])/({'|'.join(words)}) ([a-z]+)", text)
    return [f"/{' '.join(path)}" for path in named if REGISTRY.table.find(path) is None]


def test_every_command_that_a_text_names_is_there() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in PAGES}
    assert sum("/quizmaster schedule" in text for text in texts.values()) > 3
    found = {path: unknown for path, text in texts.items() if (unknown := unknown_commands(text))}
    assert found == {}


def test_a_command_that_is_not_there_is_found_in_a_text() -> None:
    text = "Use /quiz schedule or `/quizmaster dance`, see bot/quiz commands and /quiz top."
    assert unknown_commands(text) == ["/quiz schedule", "/quizmaster dance"]
