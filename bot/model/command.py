"""A command: a slash command or a menu entry, declared once and built by every adapter from this
alone. What it does stands beside the declaration's use, in the game.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.message import Choice


class Audience(StrEnum):
    """Who may use a command."""

    EVERYONE = "everyone"
    QUIZMASTER = "quizmaster"


class OptionKind(StrEnum):
    """What may stand in an option; it decides how a platform asks for it and completes it."""

    TEXT = "text"
    NUMBER = "number"
    """A whole number."""
    CHOICE = "choice"
    """One of a few fixed values."""
    SHEET = "sheet"
    """The title or id of a sheet; completed while typing."""
    MEMBER = "member"
    """A person of the team; arrives as the member's id."""
    GROUP = "group"
    """A user group or role; arrives as its id. Not every platform has them, nor in every form."""
    CHANNEL = "channel"
    """A channel of the team; arrives as its id, with or without a # before it."""
    FILE = "file"
    """A file, on platforms whose commands can carry one; elsewhere the command opens a form."""
    TERM = "term"
    """Anything to look up; completed while typing."""


@dataclass(frozen=True, slots=True)
class Option:
    """One named argument; `name` is lower-case, one word."""

    name: str
    help: str
    kind: OptionKind = OptionKind.TEXT
    required: bool = False
    choices: tuple[Choice, ...] = ()

    @property
    def completes(self) -> bool:
        """Whether the game offers values while it is being typed."""
        return self.kind in (OptionKind.SHEET, OptionKind.TERM)


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command. `path` is one or two lower-case words: `("lookup",)`, `("quiz", "top")`."""

    path: tuple[str, ...]
    help: str
    """At most 100 characters, begins with a verb."""
    options: tuple[Option, ...] = ()
    audience: Audience = Audience.EVERYONE

    def __str__(self) -> str:
        return "/" + " ".join(self.path)

    def option(self, name: str) -> Option | None:
        """The option with this name, or None."""
        return next((option for option in self.options if option.name == name), None)


@dataclass(frozen=True, slots=True)
class MessageMenu:
    """An entry in the menu of a message of ours; choosing it comes back as a `Point`."""

    verb: str
    label: str
    """At most 24 characters, which every platform shows whole."""
    help: str


@dataclass(frozen=True, slots=True)
class MemberMenu:
    """An entry in the menu of a person: a command about them, on platforms that have such menus."""

    label: str
    command: Command
    option: str
    """The option of kind `member` that names the person."""


@dataclass(frozen=True, slots=True)
class CommandTable:
    """Everything that people can call by name, in the order in which help shows it."""

    commands: tuple[Command, ...] = ()
    message_menus: tuple[MessageMenu, ...] = ()
    member_menus: tuple[MemberMenu, ...] = ()

    def find(self, path: tuple[str, ...]) -> Command | None:
        """The command with this path, or None."""
        return next((command for command in self.commands if command.path == path), None)
