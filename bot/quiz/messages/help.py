"""Help: the command table in words."""

from collections.abc import Sequence

from bot.model.command import Audience, Command, Option
from bot.model.message import Listing, Message, Section, Small
from bot.model.text import code, line, strong


def listing(commands: Sequence[Command], *, quizmaster: bool) -> Message:
    """Every command that the person may use, with its arguments."""
    rows = tuple(
        line(code(usage(command)), f" — {command.help}")
        for command in commands
        if quizmaster or command.audience is Audience.EVERYONE
    )
    return Message(
        (
            Section(line(strong("What you can do"))),
            Listing(rows),
            Small(line("Answers are seen by you alone until the reveal, and then without names.")),
        ),
        summary="What you can do with Quizsheet",
    )


def usage(command: Command) -> str:
    """A command as it is typed, optional arguments in brackets."""
    return " ".join((str(command), *(_shown(option) for option in command.options)))


def _shown(option: Option) -> str:
    name = option.name.upper()
    return name if option.required else f"[{name}]"
