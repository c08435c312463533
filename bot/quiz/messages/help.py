"""Help: the command table in words."""

from collections.abc import Sequence

from bot.model.command import Audience, Command, Option
from bot.model.message import Block, Listing, Message, Section, Small
from bot.model.text import code, line, strong


def listing(commands: Sequence[Command], *, quizmaster: bool) -> Message:
    """Every command that the person may use, with its arguments; what only quizmasters may do
    stands apart.
    """
    theirs = _quizmasters(commands) if quizmaster else ()
    return Message(
        (
            Section(line(strong("What you can do"))),
            _rows(commands, Audience.EVERYONE),
            *theirs,
            Small(line("Answers are seen by you alone until the reveal, and then without names.")),
        ),
        summary="What you can do with Quizsheet",
    )


def quizmasters_part(commands: Sequence[Command]) -> Message:
    """The commands of quizmasters alone."""
    return Message(
        (
            *_quizmasters(commands),
            Small(line("What everybody can do stands under ", code("/quiz help"), ".")),
        ),
        summary="What quizmasters can do with Quizsheet",
    )


def _quizmasters(commands: Sequence[Command]) -> tuple[Block, ...]:
    heading = Section(line(strong("What you can do as a quizmaster")))
    return (heading, _rows(commands, Audience.QUIZMASTER))


def _rows(commands: Sequence[Command], audience: Audience) -> Listing:
    return Listing(
        tuple(
            line(code(usage(command)), f" — {command.help}")
            for command in commands
            if command.audience is audience
        )
    )


def usage(command: Command) -> str:
    """A command as it is typed, optional arguments in brackets."""
    return " ".join((str(command), *(_shown(option) for option in command.options)))


def _shown(option: Option) -> str:
    name = option.name.upper()
    return name if option.required else f"[{name}]"
