"""A sheet: a Markdown file (or an import) that holds topics and questions."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.model.question import Code, Image, Question


class Severity(StrEnum):
    """How much a problem matters to the author."""

    ERROR = "error"
    """The question, or the file, cannot be asked as it stands."""
    NOTE = "note"
    """Worth a look; the question is asked all the same."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a sheet that its author should see, at a line (counted from 1)."""

    line: int
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    file: str = ""
    """The file that `line` counts in, relative to the sheet's folder; empty for a sheet of one file."""

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


@dataclass(frozen=True, slots=True)
class Glossary:
    """The sheet's own aliases: term → other names of the same thing."""

    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.aliases)


@dataclass(frozen=True, slots=True)
class Domain:
    """A part of an exam, with its share of the marks in percent."""

    name: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Exam:
    """An exam that a sheet prepares for, and the domains of it that the sheet covers."""

    name: str
    domains: tuple[Domain, ...] = ()
    retired: str = ""
    """The date from which the exam can no longer be taken, as the sheet writes it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a reader makes of one file, or of a folder of files that make one sheet.

    `questions` holds everything found, in the order of the file, unanswered ones included;
    only those in `asked` may ever be posted.
    """

    id: str
    title: str
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    images: tuple[Image, ...] = ()
    """Every image of the file, those outside questions included."""
    code: tuple[Code, ...] = ()
    """Every code block of the file, those outside questions included."""
    tags: tuple[str, ...] = ()
    language: str = "en"
    """The language it is written in, as a BCP 47 tag."""
    exams: tuple[Exam, ...] = ()

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that have an answer."""
        return tuple(question for question in self.questions if question.answered)
