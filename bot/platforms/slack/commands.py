"""Commands as Slack has them: a typed line, and a dialog that asks for what the line left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from bot.model.action import Action, ActionKind, UnreadableAction
from bot.model.command import Command, Option, OptionKind
from bot.model.event import Argument
from bot.quiz.actions import OfCommand

_MENTIONS = {
    OptionKind.MEMBER: re.compile(r"<@([UW][A-Z0-9]+)(?:\|([^<>]*))?>"),
    OptionKind.CHANNEL: re.compile(r"<#([CG][A-Z0-9]+)(?:\|([^<>]*))?>"),
    OptionKind.GROUP: re.compile(r"<!subteam\^(S[A-Z0-9]+)(?:\|([^<>]*))?>"),
}
_LINK = re.compile(r"<([a-z]+:[^<>|]+)(?:\|([^<>]*))?>")


CALL = ActionKind("call", OfCommand)
"""The dialog made from a command; what is filled in are the command's options."""


def path_of(action: Action) -> tuple[str, ...]:
    """The path of the command from which a dialog was made; empty for any other dialog."""
    try:
        return CALL.read(action).path
    except UnreadableAction:
        return ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, channel or group that was typed: Slack writes its id and, mostly, its name."""

    kind: OptionKind
    name: str = ""


def mentioned(text: str) -> dict[str, Mention]:
    """What was mentioned in a line as Slack sends it, by id."""
    return {
        found[1]: Mention(kind, unescape(found[2] or "").lstrip("@#"))
        for kind, pattern in _MENTIONS.items()
        for found in pattern.finditer(text)
    }


def placed(
    command: Command, given: Mapping[str, Argument], mentions: Mapping[str, Mention]
) -> dict[str, Argument]:
    """The arguments of a typed line, each mention in an option of its kind: a group that was typed
    where a person stands first changes places with what stands in the option for groups.
    """
    arguments = dict(given)

    def kind_in(option: Option) -> OptionKind | None:
        mention = mentions.get(str(arguments.get(option.name, "")).removeprefix("#"))
        return mention.kind if mention else None

    for option in command.options:
        kind = kind_in(option)
        if kind is None or option.kind not in _MENTIONS or option.kind is kind:
            continue
        for better in command.options:
            if better.kind is kind and kind_in(better) is not kind:
                mine, other = arguments.pop(option.name), arguments.pop(better.name, "")
                arguments |= {better.name: mine} | ({option.name: other} if other else {})
                break
    return arguments


def typed_line(command: str, text: str) -> str:
    """The whole line: people, channels and groups as ids, links as they were typed, entities
    undone.
    """
    for kind, pattern in _MENTIONS.items():
        text = pattern.sub(r"#\1" if kind is OptionKind.CHANNEL else r"\1", text)
    text = _LINK.sub(lambda found: found[2] or found[1], text)
    return f"{command} {unescape(text)}".strip()


def lacks(command: Command, given: Mapping[str, Argument]) -> bool:
    """Whether something that the command needs was not typed, for which a dialog has a field."""
    if command.needs_one and not any(given.get(option.name) for option in command.options):
        return True
    return any(option.required and not given.get(option.name) for option in asked_for(command))


def asked_for(command: Command) -> tuple[Option, ...]:
    """The options for which a dialog can ask; Slack has no field in which to choose a group."""
    return tuple(option for option in command.options if option.kind is not OptionKind.GROUP)


def takes_anything(command: Command, name: str) -> bool:
    """Whether any words will do for an option, as in a look-up: then what was typed is a choice."""
    option = command.option(name)
    return option is not None and option.kind is OptionKind.TERM
