"""`quizsheet show`: each question that a sheet yields."""

import json
import sys
from pathlib import Path

import click

from bot.cli.problems import speak_plainly, tell
from bot.grading.readiness import ungradable
from bot.model.question import Item, Kind, Mode, Question
from bot.model.sheet import Sheet
from bot.sheets import SheetUnreadable, read_path


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def show(file: Path, *, as_json: bool) -> None:
    """Show the questions of a sheet; problems go to standard error.

    FILE may be a folder: its files are one sheet. Ends with 2 if it cannot be opened.
    """
    speak_plainly()
    try:
        sheet = read_path(file)
    except SheetUnreadable as error:
        click.echo(f"quizsheet show: {error}", err=True)
        sys.exit(2)
    tell(file, (*sheet.problems, *ungradable(sheet)), quote=False, err=True)
    if as_json:
        for question in sheet.questions:
            click.echo(json.dumps(as_object(question), ensure_ascii=False))
    else:
        _outline(sheet)


def as_object(question: Question) -> dict[str, object]:
    """A question as the object that `show --json` writes, one a line."""
    return {
        "id": question.id,
        "line": question.line,
        "topic": list(question.topic),
        "kind": question.kind.value,
        "question": question.prompt,
        "mode": question.mode.value,
        "need": question.need,
        "items": [_item(item) for item in question.items],
        "images": [image.url for image in question.images],
        "code": [code.text for code in question.code],
        "sources": list(question.sources),
        "answered": question.answered,
    }


def _item(item: Item) -> dict[str, object]:
    return {
        "text": item.text,
        "accept": list(item.accept),
        "reject": list(item.reject),
        "more": list(item.more),
        "nested": list(item.nested),
        **({"points": [list(each.wordings) for each in item.points]} if item.points else {}),
    }


def _outline(sheet: Sheet) -> None:
    click.echo(sheet.title)
    topic: tuple[str, ...] | None = None
    for question in sheet.questions:
        if question.topic != topic:
            topic = question.topic
            click.echo(f"\n{' › '.join(topic) or '(no topic)'}")
        click.echo(f"  {question.line:>5}  {question.prompt}  [{_expected(question)}]")
        for item in question.items:
            click.echo(f"         - {item.text}")
            for point in item.points:
                click.echo(f"             point: {' / '.join(point.wordings)}")
            for detail in item.nested:
                click.echo(f"             {detail}")
    click.echo(f"\n{_summary(sheet)}")


def _expected(question: Question) -> str:
    """The kind of answer, in words."""
    if not question.answered:
        return "no answer, never asked"
    count = len(question.items)
    if question.mode is Mode.TEXT:
        return "a sentence"
    if question.mode is Mode.ORDERED:
        return f"{count} in order"
    if question.mode is Mode.ALL:
        return f"all {count}"
    return f"any {question.need} of {count}" if count > 1 else "one answer"


def _summary(sheet: Sheet) -> str:
    written = [question for question in sheet.questions if question.kind is Kind.QUESTION]
    answered = sum(question.answered for question in written)
    made = len(sheet.questions) - len(written)
    return (
        f"{answered} questions asked, {len(written) - answered} unanswered, "
        f"{made} made from definitions, {len(sheet.images)} images, {len(sheet.code)} code blocks"
    )
