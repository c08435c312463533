"""What the desk by hand says in Slack's tests: its commands, a form and a post."""

from bot.model.action import Action
from bot.model.command import Audience, Command, CommandTable, Option, OptionKind
from bot.model.message import (
    Ask,
    Choice,
    Form,
    Section,
    TextInput,
)
from bot.model.text import line
from tests.platforms.desk import HandDesk, button, said

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
            ("quiz", "appoint"),
            "Make somebody a quizmaster",
            (
                Option("member", "The person", OptionKind.MEMBER),
                Option("group", "A user group", OptionKind.GROUP),
            ),
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


POST = said("Question of the day", button("Answer", "answer", "r1"), button("Hint", "hint", "r1"))
TERMS = tuple(Choice(term, term) for term in ("Horovod", "Random Cut Forest", "Recall"))


def slack_desk() -> HandDesk:
    """A desk that opens a form for Answer, and completes three terms."""
    return HandDesk(says={"answer": Ask(ANSWER_FORM)}, choices=TERMS, table=TABLE)
