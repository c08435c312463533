"""A stage: a platform with people on it, as the shared adapter contract test plays on it.

Each platform brings one stage over its own stand-in or client; the conversation is the same.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.platforms.platform import Platform, Responder
from bot.quiz.ports import Clock
from bot.store import SqlStore


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as a person sees it: its words without markup, its buttons, its pictures' alt."""

    id: str
    text: str
    buttons: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    thread: tuple["Seen", ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Dialog:
    """A form as a person sees it: title, words, the names of its inputs, and errors by input."""

    id: str
    title: str
    text: str
    inputs: tuple[str, ...]
    errors: Mapping[str, str]


class Stage(Protocol):
    """What people can do on a platform and what they then see.

    `who` is `ada`, who manages the team there, or `grace` or `edsger`, who do not. Methods that
    act return what that person gets to see next, and fail the test if nothing comes in time.
    """

    team_id: str
    channel_id: str
    platform: Platform

    async def channel(self) -> tuple[Seen, ...]:
        """What everyone sees in the channel now, oldest first, with the threads under it."""
        ...

    async def until(self, true: Callable[[tuple[Seen, ...]], bool]) -> tuple[Seen, ...]:
        """Wait until the channel looks a certain way and return what it shows."""
        ...

    async def press(self, who: str, message: Seen, label: str) -> Seen | Dialog:
        """Press the button whose label begins with `label`."""
        ...

    async def send(self, who: str, dialog: Dialog, values: Mapping[str, str]) -> Seen | Dialog:
        """Fill in a form and send it."""
        ...

    async def command(self, who: str, line: str) -> Seen | Dialog:
        """Use a slash command, typed as `/quiz top week`; typed options are found by position."""
        ...

    async def complete(
        self, who: str, path: tuple[str, ...], option: str, typed: str
    ) -> tuple[str, ...]:
        """The completions offered for what was typed so far."""
        ...


OpenStage = Callable[[Responder, SqlStore, Clock], AbstractAsyncContextManager[Stage]]
"""Opens a stage over a running game; the caller runs the game and its worker."""
