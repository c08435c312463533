"""What an adapter is: a chat to speak through, and a connection to keep up."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.quiz.ports import Chat, Clock, Desk
from bot.store import SqlStore


class Misconfigured(Exception):
    """Only the operator can mend it; the message says what to set, and the process ends."""


class Platform(Protocol):
    """An adapter, open and ready to run."""

    @property
    def chat(self) -> Chat:
        """How the game speaks on this platform."""
        ...

    async def run(self, ready: Callable[[], None]) -> None:
        """Connect, call `ready` once connected, and stay connected until cancelled.

        Returning or raising means that the connection is lost for good: the supervisor calls
        `run` again after a growing pause. `Misconfigured` ends the process instead.
        """
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every adapter is given."""

    environment: Mapping[str, str]
    desk: Desk
    store: SqlStore
    clock: Clock


@dataclass(frozen=True, slots=True)
class Entry:
    """A platform in the registry.

    `connect` gives None where the environment does not configure the platform, else a context
    that closes what it opened. It imports its SDK inside, so that an absent extra hurts nobody
    who does not use it.
    """

    name: str
    connect: Callable[[Surroundings], AbstractAsyncContextManager[Platform] | None]
