"""Reports: what a member thinks is wrong with a question."""

from bot.model.message import Form, Message, Section, Small, TextInput
from bot.model.round import Round
from bot.model.text import emphasis, line
from bot.quiz.actions import REPORT, InRound

INPUT = "words"
"""The name of the field."""
LONGEST = 500
"""Characters of a report."""


def form(round_: Round) -> Form:
    """The form, with the question above it."""
    return Form(
        title="Report this question",
        action=REPORT.action(InRound.of(round_)),
        inputs=(TextInput(INPUT, "What is wrong with it?", lines=3, max_length=LONGEST),),
        blocks=(
            Section(line(round_.question.prompt)),
            Small(line("A quizmaster reads it, with your name.")),
        ),
    )


def reported(round_: Round, name: str, note: str) -> str:
    """What the quizmaster reads."""
    question = round_.question
    where = f"line {question.line}" if question.line else question.id
    return f"{name} reports the question “{question.prompt}” ({round_.sheet_id}, {where}): {note}"


def thanks(words: str, *, told: bool) -> Message:
    """The receipt, with what was passed on."""
    thanks = "Thank you. The quizmaster has your note." if told else "Thank you; it is noted."
    return Message((Section(line(thanks)), Small(line(emphasis(words)))), summary=thanks)
