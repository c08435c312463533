"""`quizsheet check`: what an author should look at before the team sees it."""

import sys
from pathlib import Path

import click

from bot.cli.answers import disagreements
from bot.cli.problems import speak_plainly, tell
from bot.grading.gradability import hard_to_judge
from bot.grading.readiness import ungradable
from bot.model.sheet import Severity, Sheet
from bot.sheets import SheetUnreadable, notes_on, read_path


@click.command()
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--strict", is_flag=True, help="Notes fail too, and so does a question without source."
)
@click.option(
    "--answers",
    metavar="CASES.jsonl",
    type=click.Path(path_type=Path),
    help='Also grade kept answers: lines of {"question", "response", "verdict", "score"?}.',
)
@click.option("--gradable", is_flag=True, help="A question that will be hard to judge fails, too.")
def check(files: tuple[Path, ...], *, strict: bool, answers: Path | None, gradable: bool) -> None:
    """List every problem of sheets, with file, line and what to do about it.

    FILE may be a folder: its files are one sheet. Ends with 1 if any problem is an error (with
    --strict: if there is any), if a question is hard to judge and --gradable asks for that, or a kept
    answer is graded otherwise; with 2 if a file cannot be opened.
    """
    speak_plainly()
    errors = notes = hard = asked = 0
    sheets: list[Sheet] = []
    for path in files:
        try:
            sheet = read_path(path)
        except SheetUnreadable as error:
            click.echo(f"quizsheet check: {error}", err=True)
            sys.exit(2)
        sheets.append(sheet)
        unready = ungradable(sheet)
        found = [*sheet.problems, *unready, *notes_on(sheet, sources=strict)]
        difficult = hard_to_judge(sheet)
        hard += len(difficult)
        everything = sorted((*found, *difficult), key=lambda each: (each.file, each.line))
        tell(path, everything, quote=True, err=False)
        failing = sum(problem.severity is Severity.ERROR for problem in found)
        errors += failing
        notes += len(found) - failing
        asked += len(sheet.asked) - len(unready)
    off = disagreements(answers, sheets) if answers is not None else 0
    click.echo(
        f"{_count(errors, 'error')}, {_count(notes, 'note')}; {_count(asked, 'question')} to ask"
        + (f", {hard:,} hard to judge" if hard else "")
    )
    if answers is not None:
        click.echo(f"{_count(off, 'answer')} graded otherwise than {answers} says")
    sys.exit(1 if errors or off or (strict and notes) or (gradable and hard) else 0)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
