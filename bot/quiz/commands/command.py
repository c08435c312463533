"""A command: its name, arguments, help line, who may use it, and what it does."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.model.event import Call
from bot.model.message import Reply
from bot.quiz.commands.option import Option

if TYPE_CHECKING:
    from bot.quiz.game import Game


class Audience(StrEnum):
    """Who may use a command."""

    EVERYONE = "everyone"
    QUIZMASTER = "quizmaster"


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command, declared once and built by every adapter from this alone.

    `path` is one or two lower-case words: `("lookup",)` or `("quiz", "top")`.
    """

    path: tuple[str, ...]
    help: str
    """At most 100 characters, begins with a verb."""
    handler: Callable[["Game", Call], Awaitable[Reply]]
    options: tuple[Option, ...] = ()
    audience: Audience = Audience.EVERYONE

    def __str__(self) -> str:
        return "/" + " ".join(self.path)
