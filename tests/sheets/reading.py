"""A sheet written in a test, read as a file would be."""

from textwrap import dedent

from bot.model.question import Item, Kind, Question
from bot.model.sheet import Problem, Severity, Sheet
from bot.sheets import read_sheet


def read(text: str) -> Sheet:
    """The sheet in an indented string."""
    return read_sheet(dedent(text).encode(), id="test", name="test.md")


def written(sheet: Sheet) -> list[Question]:
    """The questions that the author wrote as such."""
    return [question for question in sheet.questions if question.kind is Kind.QUESTION]


def made(sheet: Sheet) -> list[Question]:
    """The questions made from definitions."""
    return [question for question in sheet.questions if question.kind is Kind.DEFINITION]


def only(text: str) -> Question:
    """The one question that the author wrote."""
    (question,) = written(read(text))
    return question


def item(text: str) -> Item:
    """The one item of the one question."""
    (found,) = only(text).items
    return found


def texts(question: Question) -> list[str]:
    """The wording of each item."""
    return [found.text for found in question.items]


def errors(sheet: Sheet) -> list[Problem]:
    """The problems that keep something from being asked."""
    return [problem for problem in sheet.problems if problem.severity is Severity.ERROR]
