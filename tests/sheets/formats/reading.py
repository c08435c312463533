"""Files of other formats, read as they lie in `fixtures`."""

from dataclasses import dataclass
from pathlib import Path

from bot.model.question import Question
from bot.model.sheet import Sheet
from bot.sheets import read_path, read_sheet
from bot.sheets.formats import format_of

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Seen:
    """What matters of a question at a glance."""

    prompt: str
    answers: tuple[str, ...]
    mode: str
    options: tuple[str, ...] = ()


def fixture(name: str) -> Sheet:
    return read_path(FIXTURES / name)


def known_as(name: str) -> str:
    """What a fixture is recognised as."""
    return format_of((FIXTURES / name).read_bytes(), name).name


def text(words: str, name: str) -> Sheet:
    """A file with these words, told by its content and name alone."""
    return read_sheet(words.encode(), id="sheet", name=name)


def seen(sheet: Sheet) -> list[Seen]:
    return [_seen(question) for question in sheet.questions]


def _seen(question: Question) -> Seen:
    answers = tuple(item.text for item in question.items)
    mode = f"{question.mode.value} {question.need}" if question.need > 1 else question.mode.value
    return Seen(question.prompt, answers, mode, question.options)


def prompts(sheet: Sheet) -> list[str]:
    return [question.prompt for question in sheet.questions]


def messages(sheet: Sheet) -> list[str]:
    return [f"{problem.line}: {problem.message}" for problem in sheet.problems]
