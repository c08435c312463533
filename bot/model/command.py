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
    needs_one: bool = False
    """Whether it makes no sense without any of its options, though none is required."""
    formerly: tuple[tuple[str, ...], ...] = ()
    """Paths under which people may still look for it; whoever uses one hears where it went."""

    def __str__(self) -> str:
        return written(self.path)

    @property
    def at_once(self) -> bool:
        """Whether it can be used without saying anything more."""
        return not self.needs_one and not any(option.required for option in self.options)

    def option(self, name: str) -> Option | None:
        """The option with this name, or None."""
        return next((option for option in self.options if option.name == name), None)


@dataclass(frozen=True, slots=True)
class Group:
    """What the commands with the same first word are for; where the word can be used alone, that
    is answered too.
    """

    name: str
    help: str
    """At most 100 characters, begins with a verb."""


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
    groups: tuple[Group, ...] = ()
    """One for each first word of commands that have two."""

    def find(self, path: tuple[str, ...]) -> Command | None:
        """The command with this path, or None."""
        return next((command for command in self.commands if command.path == path), None)

    def group(self, path: tuple[str, ...]) -> Group | None:
        """The group whose name alone this path is, or None."""
        return next((group for group in self.groups if (group.name,) == path), None)

    def moved(self, path: tuple[str, ...]) -> tuple[Command, ...]:
        """The commands that were called by this path before."""
        return tuple(command for command in self.commands if path in command.formerly)


def written(path: tuple[str, ...]) -> str:
    """A path as people type it."""
    return "/" + " ".join(path)
