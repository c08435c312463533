"""A desk that says what the test wrote down for it, and keeps what it was asked."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.model.command import CommandTable
from bot.model.event import Actor, Completion, Event
from bot.model.message import Choice, Message, Reply, Say, Section
from bot.model.team import Team
from bot.model.text import line
from bot.quiz.commands.registry import build_registry


def words(text: str) -> Message:
    """A message of one sentence."""
    return Message((Section(line(text)),), text)


@dataclass
class ScriptedDesk:
    """Answers every event with `answer`, after `gate` is open."""

    answer: Callable[[Event], Reply] = lambda _: Say(words("Done."))
    choices: tuple[Choice, ...] = ()
    table: CommandTable = field(default_factory=lambda: build_registry().table)
    heard: list[Event] = field(default_factory=list)
    completions: list[Completion] = field(default_factory=list)
    teams: list[Team] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    """Set whenever a team came or went."""

    def __post_init__(self) -> None:
        self.gate.set()

    async def respond(self, event: Event) -> Reply:
        self.heard.append(event)
        await self.gate.wait()
        return self.answer(event)

    async def complete(self, completion: Completion) -> tuple[Choice, ...]:
        self.completions.append(completion)
        await self.gate.wait()
        return self.choices

    def read(self, text: str) -> tuple[tuple[str, ...], dict[str, str | int]] | None:
        return None

    async def home(self, actor: Actor) -> Message:
        return words("Home")

    async def arrived(self, team: Team) -> None:
        self.teams.append(team)
        self.news.set()

    async def left(self, team_id: str, reason: str) -> None:
        self.gone.append((team_id, reason))
        self.news.set()
