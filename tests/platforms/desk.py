"""A desk by hand: the game as adapters see it, which says what a test wrote down for it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.model.action import Action
from bot.model.command import CommandTable
from bot.model.event import Actor, Call, CommandLine, Completion, Event, Point, Press, Submission
from bot.model.message import Button, Buttons, Choice, Message, Reply, Say, Section, Weight
from bot.model.team import Team
from bot.model.text import line
from bot.platforms.platform import Responder
from bot.quiz.commands.parsing import read_line
from bot.quiz.commands.registry import build_registry

E = TypeVar("E", Call, Press, Submission, Point)


def said(words: str, *buttons: Button) -> Message:
    """A message of one paragraph, perhaps with buttons."""
    blocks = (Section(line(words)), *((Buttons(buttons),) if buttons else ()))
    return Message(blocks, summary=words)


def button(label: str, verb: str, *arguments: str) -> Button:
    """A button."""
    return Button(label, Action(verb, arguments), Weight.PRIMARY)


def name_of(event: Event) -> str:
    """What an event asks for: a command's path, or the verb of a button, a form or a menu entry."""
    match event:
        case Call(path=path):
            return " ".join(path)
        case Press(action=action) | Submission(action=action):
            return action.verb
        case Point(verb=verb):
            return verb


@dataclass
class HandDesk:
    """Answers an event with what `says` holds under its name, else with `answer`, once `gate` is
    open; it keeps what it was asked.
    """

    answer: Callable[[Event], Reply] = lambda event: Say(said(f"You asked for {name_of(event)}."))
    says: dict[str, Reply] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    """What it completes with, where a word of the label begins with what was typed."""
    table: CommandTable = field(default_factory=lambda: build_registry().table)
    page: Message = field(default_factory=lambda: said("Your quiz", button("Answer", "answer")))
    pause: float = 0.0
    """Seconds that every answer takes."""
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    events: list[Event] = field(default_factory=list)
    completions: list[Completion] = field(default_factory=list)
    visitors: list[Actor] = field(default_factory=list)
    teams: list[Team] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    """The teams into which somebody brought the bot, by id."""
    gone: list[tuple[str, str]] = field(default_factory=list)
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    """Channels of which something may have changed: team, channel and name."""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    """Set whenever a team came or went, or a channel changed."""

    def __post_init__(self) -> None:
        self.gate.set()

    def heard(self, kind: type[E], at: int = -1) -> E:
        """The latest event, or another one of those that came; it is of this kind."""
        event = self.events[at]
        assert isinstance(event, kind), event
        return event

    async def respond(self, event: Event) -> Reply:
        self.events.append(event)
        if self.pause:
            await asyncio.sleep(self.pause)
        await self.gate.wait()
        said_so = self.says.get(name_of(event))
        return said_so if said_so is not None else self.answer(event)

    async def complete(self, completion: Completion) -> tuple[Choice, ...]:
        self.completions.append(completion)
        await self.gate.wait()
        typed = f" {completion.typed.casefold()}"
        return tuple(choice for choice in self.choices if typed in f" {choice.label.casefold()}")

    def read(self, text: str) -> CommandLine | None:
        return read_line(text, self.table)

    async def home(self, actor: Actor) -> Message:
        self.visitors.append(actor)
        return self.page

    async def arrived(self, team: Team, *, added: bool = False) -> None:
        self.teams.append(team)
        if added:
            self.added.append(team.id)
        self.news.set()

    async def left(self, team_id: str, reason: str) -> None:
        self.gone.append((team_id, reason))
        self.news.set()

    async def channel_changed(self, team_id: str, channel_id: str = "", name: str = "") -> None:
        self.changes.append((team_id, channel_id, name))
        self.news.set()


def _is_a_responder(desk: HandDesk) -> Responder:
    return desk
