"""`quizsheet export`: a sheet in another format, to take along."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from bot.cli.problems import speak_plainly
from bot.cli.writing import Exists, keep
from bot.model.sheet import Sheet
from bot.sheets import SheetUnreadable, read_path
from bot.sheets.writing import WRITERS, Unavailable, writer_named
from bot.sheets.writing.anki import AnkiPackage
from bot.sheets.writing.writer import Writer

_LARGEST = 128_000_000
_NAMES = [known.name for known in WRITERS]
_BINARY = (".apkg",)
_LARGEST_PICTURE = 10_000_000


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--to", "form", required=True, type=click.Choice(_NAMES), help="The format.")
@click.option(
    "-o", "--output", "target", metavar="OUT", type=click.Path(path_type=Path), help="The file."
)
@click.option("--force", is_flag=True, help="Replace the file that -o names.")
def export(file: Path, form: str, target: Path | None, *, force: bool) -> None:
    """Write a sheet in another format, for Anki, a spreadsheet, or a program.

    FILE may be of any format that is read, or a folder. Goes to standard output, or to the file
    that -o names. Ends with 1 if there is no question, with 2 if a file cannot be opened.
    """
    speak_plainly()
    try:
        sheet = read_path(file, limit=_LARGEST)
    except SheetUnreadable as error:
        _fail(str(error), 2)
    if not sheet.questions:
        _fail(f"there is no question in {file}.", 1)
    writer = _writer(form, file, sheet)
    if target is None and writer.suffix in _BINARY and sys.stdout.isatty():
        _fail(f"this is no text; name a file for it: -o {file.stem}{writer.suffix}", 2)
    try:
        with click.progressbar(
            length=1,
            label="Writing",
            file=sys.stderr,
            hidden=len(sheet.questions) < 2000 or not sys.stderr.isatty(),
        ) as bar:
            content = writer.write(sheet)
            bar.update(1)
        keep(content, target, force=force)
    except (Unavailable, Exists) as error:
        _fail(str(error), 2)
    except OSError as error:
        _fail(f"{target}: {(error.strerror or 'it cannot be written').lower()}", 2)
    left = len(sheet.questions) - len(sheet.asked)
    kept = len(sheet.questions) if form in ("markdown", "json") else len(sheet.asked)
    without = f"; {left:,} without an answer stayed behind" if kept < len(sheet.questions) else ""
    click.echo(f"{kept:,} questions written{without}", err=True)


def _writer(form: str, file: Path, sheet: Sheet) -> Writer:
    writer = writer_named(form)
    if isinstance(writer, AnkiPackage):
        return AnkiPackage(pictures=_pictures(file if file.is_dir() else file.parent, sheet))
    if writer is None:
        _fail(f"there is no format called {form}.", 2)
    return writer


def _pictures(folder: Path, sheet: Sheet) -> dict[str, bytes]:
    """The pictures of a sheet that lie in its folder, by the address that the sheet gives them."""
    found: dict[str, bytes] = {}
    home = folder.resolve()
    for question in sheet.asked:
        for image in question.images:
            if "://" in image.url or image.url in found:
                continue
            path = (home / image.url).resolve()
            try:
                if path.is_relative_to(home) and path.stat().st_size <= _LARGEST_PICTURE:
                    found[image.url] = path.read_bytes()
            except (OSError, ValueError):
                continue
    return found


def _fail(message: str, code: int) -> NoReturn:
    click.echo(f"quizsheet export: {message}", err=True)
    sys.exit(code)
