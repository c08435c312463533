"""The answers that an author keeps beside a sheet: `quizsheet check --answers CASES.jsonl`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot.grading.golden_cases import AnswerCase, answer_case, check_answers
from bot.grading.lines import LineUnreadable
from bot.model.sheet import Sheet


def disagreements(path: Path, sheets: list[Sheet]) -> int:
    """Print every kept answer that is graded otherwise, as `FILE:LINE: message`; how many."""
    cases: list[AnswerCase] = []
    count = 0
    for number, line in _lines(path):
        try:
            read = json.loads(line)
            if not isinstance(read, dict):
                raise LineUnreadable("an object is needed")
            cases.append(answer_case(read, number))
        except (ValueError, RecursionError) as error:
            click.echo(f"{path}:{number}: {error}")
            count += 1
    questions = [question for sheet in sheets for question in sheet.asked]
    glossary = type(sheets[0].glossary)(
        tuple(entry for sheet in sheets for entry in sheet.glossary.aliases)
    )
    found = check_answers(questions, cases, glossary)
    for each in found:
        click.echo(f"{path}:{each.case.line}: {each}")
    return count + len(found)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        click.echo(f"quizsheet check: {path} cannot be read: {error.strerror}", err=True)
        sys.exit(2)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, line
