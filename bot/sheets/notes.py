"""What is worth a look in a sheet that can be asked as it stands."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.model.question import Kind, Question
from bot.model.sheet import Problem, Sheet
from bot.sheets import problems
from bot.sheets.wording import contains, key

_CHOICE = re.compile(r"\b(?:or|vs|versus|and)\b|[,/]", re.IGNORECASE)


def notes_on(sheet: Sheet, *, sources: bool = False) -> tuple[Problem, ...]:
    """Prompts that occur twice, answers that their prompt gives away and, where asked for,
    questions without a source; in the order of the sheet.
    """
    found = [*_repeated(sheet), *_given_away(sheet)]
    if sources:
        found += _unsourced(sheet)
    order = {question.file: at for at, question in reversed(list(enumerate(sheet.questions)))}
    return tuple(sorted(found, key=lambda note: (order.get(note.file, 0), note.line)))


def gives_away(question: Question) -> str:
    """The item that stands in the question's own words, or nothing.

    Where the question offers a choice (`ordinal or nominal`), its answer is meant to stand in it.
    """
    if _CHOICE.search(question.prompt):
        return ""
    return next((item.text for item in question.items if contains(question.prompt, item.text)), "")


def _repeated(sheet: Sheet) -> Iterator[Problem]:
    first: dict[tuple[str, str], Question] = {}
    for question in sheet.questions:
        if question.kind is Kind.DEFINITION:
            continue
        known = first.setdefault((key(question.prompt), _shown(question)), question)
        if known is not question:
            elsewhere = f"{known.file}:{known.line}" if known.file else f"line {known.line}"
            yield replace(problems.repeated_prompt(question.line, elsewhere), file=question.file)


def _shown(question: Question) -> str:
    """What is shown with the prompt and can set it apart: a picture, a code block."""
    return " ".join(
        [*(image.url for image in question.images), *(code.text for code in question.code)]
    )


def _given_away(sheet: Sheet) -> Iterator[Problem]:
    for question in sheet.asked:
        if question.kind is Kind.QUESTION and (answer := gives_away(question)):
            yield replace(problems.given_away(question.line, answer), file=question.file)


def _unsourced(sheet: Sheet) -> Iterator[Problem]:
    for question in sheet.asked:
        if question.kind is Kind.QUESTION and not question.sources:
            yield replace(problems.unsourced(question.line), file=question.file)
