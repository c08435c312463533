"""A typed option of a command."""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.message import Choice


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
