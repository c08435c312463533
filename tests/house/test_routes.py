"""Nothing that the game declares is left without its handler."""

from importlib import import_module
from pathlib import Path

from bot.model.action import ActionKind
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
