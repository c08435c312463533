"""Calls by name: the command that was meant is done, and whoever means none hears of the nearest.

A former name is never acted upon: its reply says where the command went, and offers it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bot.model.command import Audience, Command, Group, OptionKind, written
from bot.model.event import Actor, Call, Press
from bot.model.message import Button, Reply, Weight
from bot.quiz.actions import HERE, RUN, OfCommand, Place
from bot.quiz.commands.parsing import checked
from bot.quiz.commands.routes import CommandHandler
from bot.quiz.errors import BadArgument, Moved, UnknownCommand
from bot.quiz.services.services import Services

_NEAR = 0.66
"""How like a known name a slip of it is, 1 being the same; two letters of three are."""
_LONGEST = 40
"""Characters of a word that are compared."""


class Calling:
    """Knows what every command and every first word does."""

    def __init__(
        self, commands: Mapping[Command, CommandHandler], groups: Mapping[Group, CommandHandler]
    ) -> None:
        self._commands = commands
        self._groups = groups

    async def call(self, services: Services, call: Call) -> Reply:
        """Do what was called; raises `Moved` or `UnknownCommand` where that is no command."""
        command = call.command or services.table.find(call.path)
        if command is not None:
            return await self._commands[command](services, await _admitted(services, command, call))
        group = services.table.group(call.path)
        if group is not None:
            return await self._groups[group](services, call)
        allowed = await self._allowed(services, call.actor)
        if moved := services.table.moved(call.path):
            raise _moved(call, moved, allowed)
        raise _unknown(call.path, services.table.commands, allowed)

    async def press(self, services: Services, press: Press, which: OfCommand) -> Reply:
        """The button that does a command as if it was typed without anything behind it."""
        await services.members.meet(press.actor)
        return await self.call(services, Call(press.actor, which.path, key=press.key))

    async def _allowed(self, services: Services, actor: Actor) -> tuple[Command, ...]:
        """The commands that the person may use."""
        quizmaster = await services.access.may_be_quizmaster(actor)
        return tuple(
            command
            for command in self._commands
            if quizmaster or command.audience is Audience.EVERYONE
        )


async def _admitted(services: Services, command: Command, call: Call) -> Call:
    """The call with checked arguments, in the channel that they name, by somebody who may."""
    admit = services.access.admit
    try:
        call = checked(command, call)
    except BadArgument:
        # Whoever may not call it at all hears that, rather than what it would need.
        await admit(call.actor, HERE, command.audience, str(command))
        raise
    actor = await admit(call.actor, _place(command, call), command.audience, str(command))
    return replace(call, actor=actor)


def _place(command: Command, call: Call) -> Place:
    """The channel that an option of a command names; where it was called if it names none."""
    for option in command.options:
        if option.kind is OptionKind.CHANNEL:
            return Place(channel_id=str(call.arguments.get(option.name, "")).removeprefix("#"))
    return HERE


def _moved(call: Call, moved: Sequence[Command], allowed: Sequence[Command]) -> Moved:
    """Where the command went that was called by a former name. What was typed behind that name
    is not carried along, so a command that takes something then has no button.
    """
    given = bool(call.arguments or call.files)
    usable = [command for command in moved if command in allowed]
    ready = [each for each in usable if each.at_once and not (given and each.options)]
    return Moved(
        written(call.path),
        [(str(command), command.help) for command in usable or moved],
        *(_button(command) for command in ready),
        allowed=bool(usable),
    )


def _button(command: Command) -> Button:
    return Button(f"Use {command}", RUN.action(OfCommand(*command.path)), Weight.PRIMARY)


def _unknown(
    path: tuple[str, ...], commands: Sequence[Command], allowed: Sequence[Command]
) -> UnknownCommand:
    """With the nearest name, if the person may use it: the second nearest is not what they meant."""
    nearest = max(commands, key=lambda command: _likeness(path, command))
    if nearest not in allowed or _likeness(path, nearest)[0] < _NEAR:
        return UnknownCommand(written(path))
    buttons = (_button(nearest),) if nearest.at_once else ()
    return UnknownCommand(written(path), str(nearest), *buttons)


def _likeness(path: tuple[str, ...], command: Command) -> tuple[float, bool]:
    """How like a command's name a path is: by its last word, and then whether it begins alike."""
    word = "".join(path[-1:]).casefold()[:_LONGEST]
    names = (command.path, *command.formerly)
    ratio = max(SequenceMatcher(None, word, name[-1], autojunk=False).ratio() for name in names)
    return ratio, path[:1] == command.path[:1]
