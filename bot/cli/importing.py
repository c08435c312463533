"""`quizsheet import`: sheets of any known format as one of our Markdown files."""

import sys
from pathlib import Path

import click

from bot.cli.problems import speak_plainly, tell
from bot.cli.writing import Exists, keep
from bot.model.sheet import Sheet
from bot.sheets import SheetUnreadable, notes_on, read_path
from bot.sheets.archive import Refused, Unequipped
from bot.sheets.files import merge
from bot.sheets.formats import FORMATS, format_named, format_of
from bot.sheets.ids import slug
from bot.sheets.media import pictures_in
from bot.sheets.writing.markdown import MarkdownFile

_LARGEST = 128_000_000
"""Bytes of one file; a deck's pictures make most of them."""
_NAMES = [known.name for known in FORMATS]


@click.command(name="import")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--from", "form", type=click.Choice(_NAMES), help="The format, where looking does not tell."
)
@click.option(
    "--to", "target", metavar="FILE", type=click.Path(path_type=Path), help="Write to a file."
)
@click.option("--force", is_flag=True, help="Replace the file that --to names.")
@click.option(
    "--pictures",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Put the pictures of Anki decks into a folder.",
)
def import_(
    files: tuple[Path, ...],
    form: str | None,
    target: Path | None,
    pictures: Path | None,
    *,
    force: bool,
) -> None:
    """Turn sheets of other formats into our Markdown: tables, Anki decks, quizzes, notes.

    The Markdown goes to standard output, or to the file that --to names. What was read, what was
    left out and why goes to standard error. Ends with 1 if there is no question, with 2 if a file
    cannot be opened.
    """
    speak_plainly()
    sheets: dict[str, Sheet] = {}
    with click.progressbar(
        files, label="Reading", file=sys.stderr, hidden=len(files) < 2 or not sys.stderr.isatty()
    ) as bar:
        for path in bar:
            try:
                sheets[str(path)] = _read(path, form)
            except SheetUnreadable as error:
                click.echo(f"quizsheet import: {error}", err=True)
                sys.exit(2)
    for path in files:
        _report(path, sheets[str(path)])
    sheet = _one(sheets)
    if not sheet.questions:
        click.echo("quizsheet import: there is no question to write.", err=True)
        sys.exit(1)
    if pictures:
        _take_out(files, pictures)
    try:
        keep(_written(sheet), target, force=force)
    except Exists as error:
        click.echo(f"quizsheet import: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        click.echo(f"quizsheet import: {target}: {reason}", err=True)
        sys.exit(2)


def _read(path: Path, form: str | None) -> Sheet:
    if form is None or path.is_dir():
        return read_path(path, limit=_LARGEST)
    try:
        source = path.read_bytes()
    except OSError as error:
        raise SheetUnreadable(path, (error.strerror or "it cannot be opened").lower()) from None
    chosen = format_named(form)
    if chosen is None:
        raise SheetUnreadable(path, f"there is no format called {form}")
    return chosen.read(source, id=slug(path.stem), name=path.name)


def _one(sheets: dict[str, Sheet]) -> Sheet:
    """All sheets as one; a single one stays as it is."""
    if len(sheets) == 1:
        return next(iter(sheets.values()))
    names = {Path(name).name: sheet for name, sheet in sheets.items()}
    if len(names) < len(sheets):
        names = sheets
    return merge(names, id="imported", title="Imported")


def _written(sheet: Sheet) -> bytes:
    """The Markdown, with a bar where it takes long enough to wonder."""
    with click.progressbar(
        length=1,
        label="Writing",
        file=sys.stderr,
        hidden=len(sheet.questions) < 2000 or not sys.stderr.isatty(),
    ) as bar:
        content = MarkdownFile().write(sheet)
        bar.update(1)
    return content


def _report(path: Path, sheet: Sheet) -> None:
    """What was read of one file, what was left out, and why."""
    notes = notes_on(sheet)
    tell(path, (*sheet.problems, *notes), quote=False, err=True)
    topics = len({question.topic for question in sheet.questions})
    unanswered = len(sheet.questions) - len(sheet.asked)
    kind = "folder" if path.is_dir() else format_of(path.read_bytes()[:1_000_000], path.name).name
    click.echo(
        f"{path}: {_count(len(sheet.questions), 'question')} in {_count(topics, 'topic')} "
        f"({kind}), {unanswered:,} without an answer, "
        f"{_count(len(sheet.problems) + len(notes), 'remark')}",
        err=True,
    )


def _take_out(files: tuple[Path, ...], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for path in files:
        if path.suffix.lower() not in (".apkg", ".colpkg"):
            continue
        try:
            for name, data in pictures_in(path.read_bytes()):
                (folder / name).write_bytes(data)
                count += 1
        except (Refused, Unequipped) as error:
            click.echo(f"{path}: its pictures were not taken out: {error}", err=True)
    click.echo(f"{_count(count, 'picture')} in {folder}", err=True)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
