"""The command table as Discord's application commands."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import NotRequired, TypedDict

from bot.model.command import CommandTable, Option, OptionKind
from bot.model.message import Choice
from bot.platforms.discord.markdown import label

CHAT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND = 1
HELP, CHOICES, CHOICE_NAME, SUBCOMMANDS = 100, 25, 100, 25
CHARACTERS = 8_000
"""In one command, see `characters`."""
_NAME = re.compile(r"[-_\w]{1,32}")
ATTACHMENT = 11
"""Discord's number of an option that is a file."""
_TYPES = {
    OptionKind.NUMBER: 4,
    OptionKind.MEMBER: 6,
    OptionKind.CHANNEL: 7,
    OptionKind.GROUP: 8,
    OptionKind.FILE: ATTACHMENT,
}
CHANNELS = (0, 2, 5, 10, 11, 12, 13, 15)
"""The kinds of channels in which a quiz can run: text, voice, announcements, their threads, stages,
and forums; a category or a directory takes no messages. See
https://docs.discord.com/developers/resources/channel#channel-object-channel-types.
"""
_STRING = 3
_ON_SERVER, _ON_ACCOUNT = 0, 1
_IN_SERVER, _WITH_BOT, _AMONG_PEOPLE = 0, 1, 2

Translations = Mapping[str, Mapping[str, str]]
"""By Discord locale such as `de`: English words → their translation."""


class ChoiceEntry(TypedDict):
    """One fixed value of an option."""

    name: str
    value: str


class Named(TypedDict):
    """What commands, subcommands and options have in common."""

    type: int
    name: str
    description: str
    name_localizations: NotRequired[dict[str, str]]
    description_localizations: NotRequired[dict[str, str]]


class OptionEntry(Named):
    """A typed option, or a subcommand with its own."""

    required: NotRequired[bool]
    channel_types: NotRequired[list[int]]
    autocomplete: NotRequired[bool]
    choices: NotRequired[list[ChoiceEntry]]
    options: NotRequired[list["OptionEntry"]]


class CommandEntry(Named):
    """An application command; those of menus have an empty description."""

    options: NotRequired[list[OptionEntry]]
    integration_types: list[int]
    contexts: list[int]


def entries(commands: CommandTable, words: Translations | None = None) -> list[CommandEntry]:
    """What is registered: chat commands, and those of the menus of messages and people.

    Who may use a command is left to the server's own settings and, for what only quizmasters
    may do, to the game: Discord knows no permissions for single subcommands. Raises `ValueError`
    for a table that Discord would refuse.
    """
    words = words or {}
    about = {group.name: group.help for group in commands.groups}
    table: dict[str, CommandEntry] = {}
    for command in commands.commands:
        name, *below = command.path
        if not below:
            entry = _chat(name, command.help, words)
            entry["options"] = _options(command.options, words)
            table[name] = entry
            continue
        group = table.setdefault(name, _chat(name, about[name], words))
        sub = _entry(SUBCOMMAND, below[0], command.help, words)
        sub["options"] = _options(command.options, words)
        group.setdefault("options", []).append(sub)
    menus = [
        *(_menu(MESSAGE, menu.label, words) for menu in commands.message_menus),
        *(_menu(USER, menu.label, words) for menu in commands.member_menus),
    ]
    _check(table)
    return [*table.values(), *menus]


def fingerprint(table: list[CommandEntry], application: str) -> str:
    """A short text that changes when the table, or the application it belongs to, does."""
    whole = json.dumps([application, table], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


def _menu(kind: int, name: str, words: Translations) -> CommandEntry:
    entry: CommandEntry = {
        "type": kind,
        "name": name,
        "description": "",
        "integration_types": [_ON_SERVER],
        "contexts": [_IN_SERVER],
    }
    _localise(entry, words)
    return entry


def _chat(name: str, help_line: str, words: Translations) -> CommandEntry:
    entry: CommandEntry = {
        "type": CHAT,
        "name": _checked(name),
        "description": label(help_line, HELP),
        "integration_types": [_ON_SERVER, _ON_ACCOUNT],
        "contexts": [_IN_SERVER, _WITH_BOT, _AMONG_PEOPLE],
    }
    _localise(entry, words)
    return entry


def _entry(kind: int, name: str, help_line: str, words: Translations) -> OptionEntry:
    entry: OptionEntry = {
        "type": kind,
        "name": _checked(name),
        "description": label(help_line, HELP),
    }
    _localise(entry, words)
    return entry


def _localise(entry: Named, words: Translations) -> None:
    if names := _in_locales(entry["name"], words):
        entry["name_localizations"] = names
    if helps := _in_locales(entry["description"], words):
        entry["description_localizations"] = helps


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name) or name != name.lower():
        raise ValueError(f"not a name for a Discord command or option: {name!r}")
    return name


def _in_locales(text: str, words: Translations) -> dict[str, str]:
    return {locale: known[text] for locale, known in words.items() if text in known}


def _options(options: tuple[Option, ...], words: Translations) -> list[OptionEntry]:
    # Discord refuses a table in which a required option follows an optional one.
    ordered = sorted(options, key=lambda option: not option.required)
    return [_option(option, words) for option in ordered]


def _option(option: Option, words: Translations) -> OptionEntry:
    entry = _entry(_TYPES.get(option.kind, _STRING), option.name, option.help, words)
    if option.required:
        entry["required"] = True
    if option.completes:
        entry["autocomplete"] = True
    if option.kind is OptionKind.CHANNEL:
        entry["channel_types"] = list(CHANNELS)
    if option.kind is OptionKind.CHOICE:
        entry["choices"] = [choice_entry(choice) for choice in option.choices[:CHOICES]]
    return entry


def choice_entry(choice: Choice) -> ChoiceEntry:
    """A value to choose, with a name that Discord takes."""
    return {"name": label(choice.label, CHOICE_NAME) or "…", "value": choice.value}


def characters(entry: CommandEntry) -> int:
    """The characters of a command as Discord counts them: its name and description, those of its
    subcommands and options, and the names and values of their choices. Of a text in several
    languages the longest counts.
    """
    return _own_characters(entry) + sum(map(_characters_below, entry.get("options", [])))


def _characters_below(entry: OptionEntry) -> int:
    chosen = sum(len(each["name"]) + len(each["value"]) for each in entry.get("choices", []))
    below = sum(map(_characters_below, entry.get("options", [])))
    return _own_characters(entry) + chosen + below


def _own_characters(entry: Named) -> int:
    names = [entry["name"], *entry.get("name_localizations", {}).values()]
    helps = [entry["description"], *entry.get("description_localizations", {}).values()]
    return max(map(len, names)) + max(map(len, helps))


def _check(table: Mapping[str, CommandEntry]) -> None:
    for name, entry in table.items():
        if any(len(each.get("options", [])) > SUBCOMMANDS for each in _with_all_below(entry)):
            raise ValueError(
                f"Discord takes {SUBCOMMANDS} subcommands or options; /{name} has more"
            )
        if (count := characters(entry)) > CHARACTERS:
            raise ValueError(
                f"Discord takes {CHARACTERS:,} characters in a command; /{name} has {count:,}"
            )


def _with_all_below(
    entry: CommandEntry | OptionEntry,
) -> Iterator[CommandEntry | OptionEntry]:
    yield entry
    for each in entry.get("options", []):
        yield from _with_all_below(each)
