"""A desk by hand: one question, a look-up and a word that breaks; it remembers what it was asked."""

from dataclasses import dataclass, field

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.command import Audience, Command, CommandTable, Option, OptionKind
from bot.model.event import Argument, Call, Completion, Event, Press, Submission
from bot.model.message import (
    Amend,
    Ask,
    Button,
    Buttons,
    Choice,
    ChoiceInput,
    CodeBlock,
    Document,
    Field,
    Fields,
    FileInput,
    Form,
    Listing,
    Message,
    Picture,
    Reply,
    Say,
    Section,
    Small,
    TextInput,
    Visibility,
    Weight,
)
from bot.model.team import Team
from bot.model.text import code, emphasis, line, link, strong
from bot.platforms.platform import Responder
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
                    "The stretch of days",
                    OptionKind.CHOICE,
                    choices=(Choice("today", "today"), Choice("week", "this week")),
                ),
            ),
        ),
        Command(
            ("quiz", "me"),
            "Show your numbers",
            (Option("member", "Somebody else of the team", OptionKind.MEMBER),),
        ),
        Command(
            ("quiz", "swap"),
            "Exchange a sheet for another",
            (
                Option("window", "When", OptionKind.CHOICE, choices=(Choice("now", "now"),)),
                Option("sheet", "The other sheet", OptionKind.SHEET, required=True),
            ),
            Audience.QUIZMASTER,
        ),
        Command(
            ("quiz", "upload"),
            "Bring a sheet",
            (Option("file", "The sheet", OptionKind.FILE),),
            Audience.QUIZMASTER,
        ),
        Command(
            ("lookup",),
            "Look something up",
            (Option("query", "A term or a few words", OptionKind.TERM, required=True),),
        ),
        Command(("share",), "Say something to everyone"),
        Command(("break",), "Break"),
    )
)
TERMS = ("Horovod", "Random Cut Forest", "Recall")

QUESTION = Message(
    (
        Section(line(strong("Question of the day"), " · Built-in algorithms · Tue 24 Nov")),
        Section(
            line(
                "Which built-in algorithms train on a single instance only? ",
                emphasis("Name any 3 of 4."),
            )
        ),
        Buttons(
            (
                Button("Answer", Action("answer", ("r1",)), Weight.PRIMARY),
                Button("Hint −2", Action("hint", ("r1",))),
            )
        ),
        Small(line("0 answered · closes 17:00")),
    ),
    summary="Question of the day",
)
FORM = Form(
    title="Your answer",
    action=Action("send", ("r1",)),
    inputs=(TextInput("answer", "Answer", lines=4, placeholder="One on each line"),),
    blocks=(Section(line("Which built-in algorithms train on a single instance only?")),),
)
SURVEY = Form(
    title="A choice",
    action=Action("chosen"),
    inputs=(
        ChoiceInput("few", "One of two", (Choice("a", "The first"), Choice("b", "The second"))),
        TextInput("short", "One line", max_length=10),
    ),
)
UPLOAD = Form(
    title="Bring a sheet",
    action=Action("uploaded"),
    inputs=(FileInput("file", "Your sheet", 1_000, ("md", "csv")),),
    submit="Preview",
)
EVERYTHING = Message(
    (
        Section(line("See ", link("the docs", "https://docs.example/"), " or ", code("help"))),
        Section(line(link("never", "javascript:alert(1)"))),
        Listing((line("first"), line("second")), ordered=True),
        Fields((Field("Streak", line("6 days")),)),
        CodeBlock("x = 1\n", "python"),
        Picture(alt="A chart", png=b"\x89PNG"),
        Document(Attachment.of("ml.md", b"Q. What?\n")),
    ),
    summary="Everything",
)


def said(text: str) -> Message:
    """A message of one paragraph."""
    return Message((Section(line(text)),), summary=text)


@dataclass
class FakeDesk:
    """Answers at once, and keeps every event."""

    events: list[Event] = field(default_factory=list)
    teams: list[Team] = field(default_factory=list)

    @property
    def table(self) -> CommandTable:
        return TABLE

    async def respond(self, event: Event) -> Reply:
        self.events.append(event)
        match event:
            case Press(action=Action(verb="answer")):
                return Ask(FORM)
            case Press(action=Action(verb="again")):
                return Say(said("Once more."), replaces=True)
            case Press(action=action):
                return Say(said(f"Pressed {action}."))
            case Submission(action=Action(verb="uploaded"), files=files):
                (file,) = files.values()
                return Say(said(f"{file.name}: {len(file.content)} of {file.size} bytes."))
            case Submission(action=Action(verb="chosen")):
                return Say(said("Chosen."))
            case Submission(values=values):
                return self._judged(values.get("answer", ""))
            case Call(path=("quiz", "upload")):
                return Ask(UPLOAD)
            case Call(path=("share",)):
                return Say(said("For everyone."), Visibility.CHANNEL)
            case Call(path=("break",)):
                raise RuntimeError("the answer is 42")
            case Call(path=("quiz", "today")):
                return Say(QUESTION)
            case Call(path=("lookup",), arguments=given):
                return Say(said(f"{given.get('query')}: a term."))
            case Call(path=path, arguments=given):
                return Say(said(f"{' '.join(path)} {dict(given)}"))
        raise AssertionError(event)

    def _judged(self, text: str) -> Reply:
        if not text.strip():
            return Amend((("answer", "Type something first."),))
        return Say(
            Message(
                (
                    Section(line(strong("Not this time."), " You said ", emphasis(text))),
                    Buttons((Button("Try again", Action("again")),)),
                ),
                summary="Not this time.",
            )
        )

    async def complete(self, completion: Completion) -> tuple[Choice, ...]:
        typed = completion.typed.casefold()
        return tuple(Choice(term, term) for term in TERMS if term.casefold().startswith(typed))

    def read(self, text: str) -> tuple[tuple[str, ...], dict[str, Argument]] | None:
        return read_line(text, TABLE)

    async def home(self, actor: object) -> Message:
        return said("Home.")

    async def arrived(self, team: Team) -> None:
        self.teams.append(team)

    async def left(self, team_id: str, reason: str) -> None:
        raise AssertionError("nobody leaves the playground")


def _is_a_desk(desk: FakeDesk) -> Responder:
    return desk
