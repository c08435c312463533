"""The desk: where adapters hand in what people did and get what to say."""

from typing import Protocol

from bot.model.event import Actor, Completion, Event
from bot.model.message import Choice, Message, Reply
from bot.model.team import Team
from bot.quiz.commands.command import Command


class Desk(Protocol):
    """The game as an adapter sees it. `bot.quiz.game.Game` is the one implementation."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """The command table, in the order in which help shows it."""
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

    def read(self, text: str) -> tuple[tuple[str, ...], dict[str, str | int]] | None:
        """A typed line such as `/quiz top week`, as a command's path and arguments by name.

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

    async def arrived(self, team: Team) -> None:
        """A team installed the bot, or let it in again: what was paused goes on."""
        ...

    async def left(self, team_id: str, reason: str) -> None:
        """A team removed the bot or revoked its token: nothing is sent there; data is kept."""
        ...
