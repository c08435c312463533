"""The command table as Discord registers it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.model.command import Command, CommandTable, Group, Option, OptionKind
from bot.model.message import Choice
from bot.platforms.discord.table import CHARACTERS, SUBCOMMANDS, characters, entries, fingerprint
from bot.quiz.commands.registry import build_registry
from tests.platforms.discord.standin import rules, schema

TABLE = build_registry().table


def command(*path: str, **more: Any) -> Command:
    return Command(path, "Do something", **more)


def quiz_of(*commands: Command) -> CommandTable:
    """A table of these commands, of which some begin with `quiz`."""
    return CommandTable(commands, groups=(Group("quiz", "Play"),))


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
    (quiz, *_) = entries(quiz_of(command("quiz", "top"), command("quiz", "me")))
    assert quiz["description"] == "Play"
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
    (quiz, *_) = entries(quiz_of(command("quiz", "top")), words)
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
        entries(quiz_of(*(command("quiz", f"c{n}") for n in range(26))))


def test_more_than_25_options_of_a_subcommand_are_found_too() -> None:
    options = tuple(Option(f"o{n}", "An option") for n in range(26))
    with pytest.raises(ValueError, match="/quiz has more"):
        entries(quiz_of(command("quiz", "top", options=options)))


def test_what_members_do_and_what_quizmasters_do_are_two_commands_with_room_to_grow() -> None:
    table = {entry["name"]: entry for entry in entries(TABLE) if entry["type"] == 1}
    assert set(table) == {"lookup", "quiz", "quizmaster"}
    for entry in table.values():
        assert len(entry.get("options", [])) <= SUBCOMMANDS
        assert characters(entry) <= CHARACTERS


def long_of(number: int) -> Command:
    """A subcommand with that many choices, each of which counts 200 characters."""
    choices = tuple(Choice(f"{n:0100}", f"{n:0100}") for n in range(number))
    option = Option("window", "Window", OptionKind.CHOICE, choices=choices)
    return command("quiz", "top", options=(option,))


def test_characters_are_counted_through_subcommands_options_and_choices() -> None:
    (quiz, *_) = entries(quiz_of(long_of(2)))
    names = "quiz" + "Play" + "top" + "Do something" + "window" + "Window"
    assert characters(quiz) == len(names) + 2 * 200
    assert list(rules.commands([dict(quiz)])) == []


def test_of_several_languages_the_longest_counts() -> None:
    words = {"de": {"Play": "Spiele das Quiz", "quiz": "q"}, "fr": {"Play": "Joue"}}
    (quiz, *_) = entries(quiz_of(command("quiz", "me")), words)
    assert characters(quiz) == len("quiz" + "Spiele das Quiz" + "me" + "Do something")


def test_more_than_8000_characters_in_a_command_are_found_before_they_are_sent() -> None:
    def table(last: int) -> CommandTable:
        return quiz_of(long_of(25), replace(long_of(last), path=("quiz", "last")))

    (quiz, *_) = entries(table(14))
    assert characters(quiz) <= CHARACTERS
    with pytest.raises(ValueError, match="Discord takes 8,000 characters in a command; /quiz has"):
        entries(table(15))
