"""The command table as Discord registers it."""

from typing import Any

import pytest

from bot.model.command import Command, CommandTable, Option, OptionKind
from bot.model.message import Choice
from bot.platforms.discord.table import entries, fingerprint
from bot.quiz.commands.registry import build_registry
from tests.platforms.discord.standin import rules, schema

TABLE = build_registry().table


def command(*path: str, **more: Any) -> Command:
    return Command(path, "Do something", **more)


def test_the_whole_table_is_accepted() -> None:
    table: list[Any] = list(entries(TABLE))
    assert schema.complaints("PUT", "/applications/1/commands", table) == []
    assert list(rules.commands(table)) == []


def test_every_kind_of_option_is_typed() -> None:
    options = (
        Option("words", "Words"),
        Option("count", "How many", OptionKind.NUMBER, required=True),
        Option("window", "Window", OptionKind.CHOICE, choices=(Choice("week", "This week"),)),
        Option("sheet", "Sheet", OptionKind.SHEET),
        Option("who", "Person", OptionKind.MEMBER),
        Option("group", "Role", OptionKind.GROUP),
    )
    (entry, *_) = entries(CommandTable((command("lookup", options=options),)))
    typed = {option["name"]: option for option in entry["options"]}
    assert next(iter(typed)) == "count"
    assert {name: option["type"] for name, option in typed.items()} == {
        "count": 4,
        "words": 3,
        "window": 3,
        "sheet": 3,
        "who": 6,
        "group": 8,
    }
    assert typed["sheet"]["autocomplete"]
    assert typed["window"]["choices"] == [{"name": "This week", "value": "week"}]


def test_two_words_become_a_command_with_subcommands() -> None:
    (quiz, *_) = entries(CommandTable((command("quiz", "top"), command("quiz", "me"))))
    assert [option["name"] for option in quiz["options"]] == ["top", "me"]


def test_reporting_and_stats_are_in_the_menus_of_messages_and_people() -> None:
    menus = {(entry["type"], entry["name"]) for entry in entries(TABLE) if entry["type"] != 1}
    assert menus >= {(3, "Report this question"), (2, "Quiz stats")}


def test_commands_work_in_servers_and_on_a_persons_own_account() -> None:
    (entry, *_) = entries(CommandTable((command("lookup"),)))
    assert entry["integration_types"] == [0, 1]
    assert entry["contexts"] == [0, 1, 2]


def test_names_and_help_are_translated_where_there_are_words() -> None:
    words = {"de": {"top": "rangliste", "Do something": "Tu etwas"}}
    (quiz, *_) = entries(CommandTable((command("quiz", "top"),)), words)
    (top,) = quiz["options"]
    assert top["name_localizations"] == {"de": "rangliste"}
    assert top["description_localizations"] == {"de": "Tu etwas"}


def test_the_fingerprint_changes_with_the_table_and_the_application() -> None:
    table = entries(TABLE)
    assert fingerprint(table, "1") == fingerprint(entries(TABLE), "1")
    assert fingerprint(table, "1") != fingerprint(table, "2")
    assert fingerprint(table, "1") != fingerprint(table[:-1], "1")


def test_a_name_that_discord_refuses_is_found_before_it_is_sent() -> None:
    with pytest.raises(ValueError, match="not a name"):
        entries(CommandTable((command("Look Up"),)))


def test_more_than_25_subcommands_are_found_before_they_are_sent() -> None:
    with pytest.raises(ValueError, match="25"):
        entries(CommandTable(tuple(command("quiz", f"c{n}") for n in range(26))))
