"""What an adapter is: a chat to speak through, and a connection to keep up."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.model.command import CommandTable
from bot.model.event import Actor, CommandLine, Completion, Event
from bot.model.message import Choice, Message, Reply
from bot.model.team import Team
from bot.quiz.ports import Chat, Clock
from bot.quiz.rules.rules import Limits, RuleBook
from bot.store import SqlStore


class Misconfigured(Exception):
    """Only the operator can mend it; the message says what to set, and the process ends."""


class Responder(Protocol):
    """The game as an adapter sees it: where it hands in what people did and gets what to say."""

    @property
    def table(self) -> CommandTable:
        """The commands and menu entries, in the order in which help shows them."""
        ...

    async def respond(self, event: Event) -> Reply:
        """Do what a person asked for and say what to show them.

        Never raises: every error becomes a kind private message. What the reply confirms is
        committed. A repeated event (same key) changes nothing and gets an equivalent reply.
        A press or call that opens a form answers without slow work.
        """
        ...

    async def complete(self, completion: Completion) -> tuple[Choice, ...]:
        """Up to 25 values for what was typed so far; never raises."""
        ...

    def read(self, text: str) -> CommandLine | None:
        """A typed line such as `/quiz top week`, as a command with its arguments by name.

        For platforms whose commands arrive as text. None if the line does not begin with a
        slash; a command that is not in the table comes back as a path all the same, and
        `respond` says kindly that there is none.
        """
        ...

    async def home(self, actor: Actor) -> Message:
        """A member's own page, for platforms that have one (Slack's App Home).

        Today's question with its button, streak, rank, how they do by topic, settings.
        Never raises.
        """
        ...

    async def arrived(self, team: Team, *, added: bool = False) -> None:
        """A team lets the bot in: what was held back goes on.

        `added` says that somebody installed the bot or invited it into the team. Where it had been
        removed before, its quizzes rest then, with all that they had, until a quizmaster resumes
        them.
        """
        ...

    async def left(self, team_id: str, reason: str) -> None:
        """A team removed the bot or revoked its token: nothing is sent there; data is kept."""
        ...

    async def channel_changed(self, team_id: str, channel_id: str = "", name: str = "") -> None:
        """Something may have changed about a channel, or about any of the team: what the bot may
        do there, whether it exists, its name (empty where the platform does not say it).

        It is a hint: the game asks `Chat.obstacle` what is so. Channels without a quiz are of no
        interest, so that all may be told. Never raises.
        """
        ...


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
    responder: Responder
    store: SqlStore
    clock: Clock
    rule_book: RuleBook
    limits: Limits


@dataclass(frozen=True, slots=True)
class Entry:
    """A platform in the registry.

    `connect` gives None where the environment does not configure the platform, else a context
    that closes what it opened. It imports its SDK inside, so that an absent extra hurts nobody
    who does not use it.
    """

    name: str
    connect: Callable[[Surroundings], AbstractAsyncContextManager[Platform] | None]
