"""Suggestions: how a line that is being typed may go on."""

from dataclasses import dataclass

from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Completion
from bot.model.message import Choice
from bot.platforms.platform import Responder
from bot.platforms.web.protocol import Suggested, Suggestion
from bot.platforms.web.visitor import Visitor

MOST = 25


@dataclass(frozen=True, slots=True)
class Slot:
    """The option that the end of a line belongs to: what stands before it, and what it holds."""

    command: Command
    option: Option
    before: str
    typed: str
    last: bool


async def suggest(
    responder: Responder,
    person: Visitor,
    quizmaster: bool,
    members: tuple[str, ...],
    to: str,
    line: str,
) -> Suggested:
    """What may follow `line`, as the reply to frame `to`; `members` are the people around."""
    text = line.lstrip()
    if not text.startswith("/"):
        return Suggested(to, (), "", False)
    commands = tuple(
        command
        for command in responder.table.commands
        if quizmaster or command.audience is Audience.EVERYONE
    )
    ready = _ready(responder, text)
    slot = _slot(commands, text)
    if slot is None:
        return Suggested(to, _commands(commands, text), "", ready)
    choices = await _choices(responder, person, members, slot)
    return Suggested(
        to, tuple(_value(slot, choice) for choice in choices[:MOST]), _hint(slot.option), ready
    )


def _ready(responder: Responder, text: str) -> bool:
    """Whether the line is a known command with all that it needs, or a first word alone."""
    line = responder.read(text)
    if line is None:
        return False
    if line.command is None:
        return responder.table.group(line.path) is not None
    return all(each.name in line.arguments for each in line.command.options if each.required)


def usage(command: Command) -> str:
    """The command with its options, those that may be left out in brackets."""
    options = _typed(command)
    names = (option.name if option.required else f"[{option.name}]" for option in options)
    return " ".join((str(command), *names))


def _typed(command: Command) -> tuple[Option, ...]:
    """The options that can be typed; a file is handed over in the form that the command opens,
    and there are no groups here.
    """
    unheard_of = (OptionKind.FILE, OptionKind.GROUP)
    return tuple(option for option in command.options if option.kind not in unheard_of)


def _commands(commands: tuple[Command, ...], text: str) -> tuple[Suggestion, ...]:
    """Commands that begin as typed, then those whose last word does: `/top` finds `/quiz top`."""
    typed = " ".join(text.casefold().split())
    begin = [command for command in commands if str(command).startswith(typed)]
    word = typed.removeprefix("/")
    inside = [
        command
        for command in commands
        if command not in begin and word and command.path[-1].startswith(word)
    ]
    return tuple(
        Suggestion(
            insert=str(command) + (" " if _typed(command) else ""),
            label=usage(command),
            help=command.help,
        )
        for command in (*begin, *inside)
    )


def _slot(commands: tuple[Command, ...], text: str) -> Slot | None:
    for command in sorted(commands, key=lambda each: -len(each.path)):
        name, options = str(command), _typed(command)
        if not text.casefold().startswith(name + " ") or not options:
            continue
        rest = text[len(name) :].lstrip()
        parts = rest.split(" ", len(options) - 1)
        index = len(parts) - 1
        before = text[: len(text) - len(parts[index])]
        last = index == len(options) - 1
        return Slot(command, options[index], before, parts[index], last)
    return None


async def _choices(
    responder: Responder, person: Visitor, members: tuple[str, ...], slot: Slot
) -> tuple[Choice, ...]:
    typed = slot.typed.casefold()
    if slot.option.kind is OptionKind.CHOICE:
        return tuple(
            choice
            for choice in slot.option.choices
            if choice.value.casefold().startswith(typed)
            or choice.label.casefold().startswith(typed)
        )
    if slot.option.kind is OptionKind.MEMBER:
        word = typed.removeprefix("@")
        return tuple(Choice(name, name) for name in members if name.casefold().startswith(word))
    if slot.option.completes:
        return await responder.complete(
            Completion(person.actor, slot.command.path, slot.option.name, slot.typed)
        )
    return ()


def _value(slot: Slot, choice: Choice) -> Suggestion:
    return Suggestion(slot.before + choice.value + ("" if slot.last else " "), choice.label, "")


def _hint(option: Option) -> str:
    return f"{option.name}: {option.help}" + ("" if option.required else " (optional)")
