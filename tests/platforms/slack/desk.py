"""A desk by hand: it answers as it is told to, and remembers what it was asked."""

import asyncio
from dataclasses import dataclass, field

from bot.model.action import Action
from bot.model.command import Audience, Command, CommandTable, Option, OptionKind
from bot.model.event import Actor, Argument, Call, Completion, Event, Point, Press, Submission
from bot.model.message import (
    Ask,
    Button,
    Buttons,
    Choice,
    Form,
    Message,
    Reply,
    Say,
    Section,
    TextInput,
    Weight,
)
from bot.model.team import Team
from bot.model.text import line
from bot.quiz.commands.parsing import read_line

TABLE = CommandTable(
    (
        Command(("quiz", "today"), "Show today's question"),
        Command(
            ("quiz", "top"),
            "Show the board",
            (
                Option(
                    "window",
                    "Which days",
                    OptionKind.CHOICE,
                    choices=(Choice("today", "Today"), Choice("week", "This week")),
                ),
            ),
        ),
        Command(("quiz", "schedule"), "Choose when questions come", audience=Audience.QUIZMASTER),
        Command(
            ("quiz", "sheet"),
            "Choose the sheet",
            (
                Option("sheet", "The sheet", OptionKind.SHEET, required=True),
                Option("count", "How many questions", OptionKind.NUMBER),
                Option("note", "A word about it"),
                Option("when", "When", OptionKind.CHOICE, choices=(Choice("now", "Now"),)),
            ),
        ),
        Command(
            ("quiz", "quizmaster"),
            "Make somebody a quizmaster",
            (Option("member", "The person", OptionKind.MEMBER, required=True),),
        ),
        Command(
            ("lookup",),
            "Look something up",
            (Option("query", "A term or a few words", OptionKind.TERM, required=True),),
        ),
    )
)
ANSWER_FORM = Form(
    title="Question of the day",
    action=Action("send", ("r1",)),
    inputs=(TextInput("answer", "Your answer", lines=4, placeholder="One on each line"),),
    blocks=(Section(line("Which algorithms train on a single instance only?")),),
)


def said(words: str, *buttons: Button) -> Message:
    """A message of one paragraph, perhaps with buttons."""
    blocks = (Section(line(words)), *((Buttons(buttons),) if buttons else ()))
    return Message(blocks, summary=words)


def button(label: str, verb: str, *arguments: str) -> Button:
    """A button."""
    return Button(label, Action(verb, arguments), Weight.PRIMARY)


POST = said("Question of the day", button("Answer", "answer", "r1"), button("Hint", "hint", "r1"))


@dataclass
class HandDesk:
    """Answers a verb or a command's path with what `says` holds for it, after `pause` seconds."""

    says: dict[str, Reply] = field(default_factory=dict)
    pause: float = 0.0
    events: list[Event] = field(default_factory=list)
    typed: list[Completion] = field(default_factory=list)
    came: list[Team] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    visitors: list[Actor] = field(default_factory=list)
    page: Message = field(default_factory=lambda: said("Your quiz", button("Answer", "answer")))

    @property
    def table(self) -> CommandTable:
        return TABLE

    async def respond(self, event: Event) -> Reply:
        self.events.append(event)
        if self.pause:
            await asyncio.sleep(self.pause)
        match event:
            case Call(path=path):
                name = " ".join(path)
            case Press(action=action) | Submission(action=action):
                name = action.verb
            case Point(verb=verb):
                name = verb
        if name in self.says:
            return self.says[name]
        return Ask(ANSWER_FORM) if name == "answer" else Say(said(f"You asked for {name}."))

    async def complete(self, completion: Completion) -> tuple[Choice, ...]:
        self.typed.append(completion)
        terms = ("Horovod", "Random Cut Forest", "Recall")
        typed = completion.typed.casefold()
        return tuple(Choice(term, term) for term in terms if typed in term.casefold())

    def read(self, text: str) -> tuple[tuple[str, ...], dict[str, Argument]] | None:
        return read_line(text, TABLE)

    async def home(self, actor: Actor) -> Message:
        self.visitors.append(actor)
        return self.page

    async def arrived(self, team: Team) -> None:
        self.came.append(team)

    async def left(self, team_id: str, reason: str) -> None:
        self.gone.append((team_id, reason))
