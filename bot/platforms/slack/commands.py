"""Commands as Slack has them: a typed line, and a dialog that asks for what the line left out."""

import re
from collections.abc import Mapping
from html import unescape

from bot.model.action import Action, ActionKind, UnreadableAction
from bot.model.command import Command, OptionKind
from bot.model.event import Argument
from bot.quiz.actions import OfCommand

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_GROUP = re.compile(r"<!subteam\^(S[A-Z0-9]+)(?:\|[^<>]*)?>")
_GROUP_ID = re.compile(r"S[A-Z0-9]{6,}")
_NAMED = re.compile(r"<(?:[@#]|!subteam\^)([A-Z0-9]+)\|([^<>]*)>")
_CHANNEL = re.compile(r"<#([CG][A-Z0-9]+)(?:\|[^<>]*)?>")
_LINK = re.compile(r"<([a-z]+:[^<>|]+)(?:\|([^<>]*))?>")


CALL = ActionKind("call", OfCommand)
"""The dialog made from a command; what is filled in are the command's options."""


def path_of(action: Action) -> tuple[str, ...]:
    """The path of the command from which a dialog was made; empty for any other dialog."""
    try:
        return CALL.read(action).path
    except UnreadableAction:
        return ()


def typed_line(command: str, text: str) -> str:
    """The whole line: people, groups and channels as ids, links as they were typed, entities
    undone.
    """
    text = _GROUP.sub(r"\1", _MENTION.sub(r"\1", text))
    text = _CHANNEL.sub(r"#\1", text)
    text = _LINK.sub(lambda found: found[2] or found[1], text)
    return f"{command} {unescape(text)}".strip()


def names_in(text: str) -> Mapping[str, str]:
    """How the people, groups and channels in a line are called, by their ids."""
    return {found[1]: unescape(found[2]).lstrip("@") for found in _NAMED.finditer(text) if found[2]}


def by_kind(command: Command, given: Mapping[str, Argument]) -> Mapping[str, Argument]:
    """Arguments of a typed line with a user group in the option for one: both are typed in the
    same way, and a line gives its words to options in their order.
    """
    person = next((each for each in command.options if each.kind is OptionKind.MEMBER), None)
    group = next((each for each in command.options if each.kind is OptionKind.GROUP), None)
    if person is None or group is None or group.name in given:
        return given
    named = str(given.get(person.name, ""))
    if not _GROUP_ID.fullmatch(named):
        return given
    rest = {name: value for name, value in given.items() if name != person.name}
    return {**rest, group.name: named}


def lacks(command: Command, given: Mapping[str, Argument]) -> bool:
    """Whether something that the command needs was not typed."""
    if command.needs_one and not any(given.get(option.name) for option in command.options):
        return True
    return any(option.required and not given.get(option.name) for option in command.options)


def takes_anything(command: Command, name: str) -> bool:
    """Whether any words will do for an option, as in a look-up: then what was typed is a choice."""
    option = command.option(name)
    return option is not None and option.kind is OptionKind.TERM
