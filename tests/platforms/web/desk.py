"""What the desk by hand says in the playground's tests, and the messages it says it with."""

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.command import Audience, Command, CommandTable, Group, Option, OptionKind
from bot.model.event import Call, Event, Press, Submission
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
from bot.model.text import code, emphasis, line, link, strong
from tests.platforms.desk import HandDesk, said

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
            ("quizmaster", "appoint"),
            "Make somebody a quizmaster",
            (
                Option("member", "The person", OptionKind.MEMBER),
                Option("group", "A group", OptionKind.GROUP),
            ),
            Audience.QUIZMASTER,
        ),
        Command(
            ("quizmaster", "swap"),
            "Exchange a sheet for another",
            (
                Option("window", "When", OptionKind.CHOICE, choices=(Choice("now", "now"),)),
                Option("sheet", "The other sheet", OptionKind.SHEET, required=True),
            ),
            Audience.QUIZMASTER,
        ),
        Command(
            ("quizmaster", "upload"),
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
    ),
    groups=(Group("quiz", "Play the quiz"), Group("quizmaster", "Run the quiz")),
)
TERMS = tuple(Choice(term, term) for term in ("Horovod", "Random Cut Forest", "Recall"))

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


def playground_desk() -> HandDesk:
    """A desk with one question, three forms, a look-up and a word that breaks."""

    def answer(event: Event) -> Reply:
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
                return _judged(values.get("answer", ""))
            case Call():
                return _called(event)
        raise AssertionError(event)

    return HandDesk(answer, choices=TERMS, table=TABLE, page=said("Home."))


def _called(call: Call) -> Reply:
    match call.path:
        case ("quizmaster", "upload"):
            return Ask(UPLOAD)
        case ("share",):
            return Say(said("For everyone."), Visibility.CHANNEL)
        case ("break",):
            raise RuntimeError("the answer is 42")
        case ("quiz", "today"):
            return Say(QUESTION)
        case ("lookup",):
            return Say(said(f"{call.arguments.get('query')}: a term."))
        case path:
            return Say(said(f"{' '.join(path)} {dict(call.arguments)}"))


def _judged(text: str) -> Reply:
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
