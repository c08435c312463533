"""A sheet at a glance, before anyone takes it: what is in it, and what it would change."""

from dataclasses import dataclass

from bot.model.question import Question
from bot.model.sheet import Problem, Severity, Sheet
from bot.sheets.inherit import Inheritance, inherit_ids

SAMPLES = 3
PROBLEMS = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """What a new sheet holds, and how it differs from the one that it replaces.

    `change.sheet` is the sheet to keep: the questions that are the same have the old ids.
    """

    change: Inheritance
    asked: int
    """Questions that may be asked."""
    unanswered: int
    topics: int
    samples: tuple[Question, ...]
    """A few questions that may be asked, spread over the sheet."""
    problems: tuple[Problem, ...]
    """The first few problems, errors before notes."""
    more_problems: int = 0
    """How many there are beyond those."""


def preview(old: Sheet | None, new: Sheet) -> Preview:
    """Look at a new sheet beside the one known so far, which may be none."""
    empty = Sheet(new.id, new.title)
    change = inherit_ids(old or empty, new)
    asked = change.sheet.asked
    found = sorted(new.problems, key=lambda problem: problem.severity is not Severity.ERROR)
    return Preview(
        change=change,
        asked=len(asked),
        unanswered=len(new.questions) - len(asked),
        topics=len({question.topic for question in new.questions}),
        samples=_spread(asked),
        problems=tuple(found[:PROBLEMS]),
        more_problems=max(0, len(found) - PROBLEMS),
    )


def _spread(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The first, the middle and the last question, or those there are."""
    if len(questions) <= SAMPLES:
        return questions
    steps = SAMPLES - 1
    return tuple(questions[at * (len(questions) - 1) // steps] for at in range(SAMPLES))
