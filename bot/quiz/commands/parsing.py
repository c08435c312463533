"""Reading commands: from a typed line, or from a platform's options, to checked arguments."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.model.command import Command, CommandTable, Option, OptionKind
from bot.model.event import Argument, Call, CommandLine
from bot.model.text import shortened
from bot.quiz.errors import BadArgument

_NUMBER = re.compile(r"[-+−]? ?[0-9]{1,9}")
_LONGEST_ID = 50
"""Characters."""
_IDS = (OptionKind.CHANNEL, OptionKind.MEMBER, OptionKind.GROUP)
"""What arrives as an id of a platform."""


def read_line(text: str, table: CommandTable) -> CommandLine | None:
    """A typed line as a command with raw arguments; None if it is no command line at all.

    The last option takes the rest of the line, so that an answer needs no quotes. What follows a
    former name is read by the options of what took its place.
    """
    words = text.strip().split()
    if not words or not words[0].startswith("/") or len(words[0]) < 2:
        return None
    lowered = tuple(word.lower() for word in words)
    name = lowered[0][1:]
    path = (
        (name, *lowered[1:2])
        if any(c.path[0] == name and len(c.path) == 2 for c in table.commands)
        else (name,)
    )
    command = table.find(path)
    (rest,) = text.strip().split(maxsplit=len(path))[len(path) :] or ("",)
    arguments: dict[str, Argument] = {}
    for meant in (command,) if command else table.moved(path):
        arguments |= _by_position(rest, meant.options)
    return CommandLine(path, arguments, command)


def _by_position(text: str, options: Sequence[Option]) -> dict[str, Argument]:
    arguments: dict[str, Argument] = {}
    for number, option in enumerate(options):
        last = number == len(options) - 1
        word, _, rest = (text, "", "") if last else text.partition(" ")
        if word.strip():
            arguments[option.name] = word.strip()
        text = rest.strip()
    return arguments


def checked(command: Command, call: Call) -> Call:
    """The call with its arguments in the types of their options; raises `BadArgument` saying what
    would fit.
    """
    arguments: dict[str, Argument] = {}
    for option in command.options:
        if option.kind is OptionKind.FILE:
            continue
        value = call.arguments.get(option.name, "")
        if value == "" or (isinstance(value, str) and not value.strip()):
            if option.required:
                raise BadArgument(f"{command} needs {option.help[0].lower()}{option.help[1:]}.")
            continue
        arguments[option.name] = _typed(command, option, value)
    return replace(call, arguments=arguments)


def _typed(command: Command, option: Option, value: Argument) -> Argument:
    if option.kind is OptionKind.NUMBER:
        # Signs and plain digits alone: what else Python takes for a number, nobody means as one.
        if _NUMBER.fullmatch(str(value).strip()) is None:
            shown = shortened(str(value), _LONGEST_ID)
            raise BadArgument(f'{command}: {option.name} is a whole number, not "{shown}".')
        return int(str(value).replace(" ", "").replace("−", "-"))
    if option.kind is OptionKind.CHOICE:
        wanted = str(value).strip().casefold()
        for choice in option.choices:
            if wanted in (choice.value.casefold(), choice.label.casefold()):
                return choice.value
        offered = ", ".join(choice.value for choice in option.choices)
        shown = shortened(str(value), _LONGEST_ID)
        raise BadArgument(f'{command}: {option.name} can be {offered}, not "{shown}".')
    if isinstance(value, int):
        return value
    if option.kind in _IDS and not _could_be_id(value.strip()):
        raise BadArgument(
            f'{command}: there is no {option.name} "{shortened(value, _LONGEST_ID)}".'
        )
    return value.strip()


def _could_be_id(text: str) -> bool:
    """Whether a button could bring it back: no platform has ids that are longer or hold a colon."""
    return len(text) <= _LONGEST_ID and ":" not in text
