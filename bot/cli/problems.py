"""Problems of a sheet as lines that editors and people can follow: `FILE:LINE: message`."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from bot.model.sheet import Problem
from bot.sheets.decode import decode
from bot.sheets.files import LIMIT

_WIDEST = 120
"""Characters of a sheet's line that are quoted."""


def speak_plainly() -> None:
    """Let no character that a terminal lacks stop a command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def file_of(path: Path, problem: Problem) -> Path:
    """The file that a problem is in, where `path` was read."""
    return path / problem.file if problem.file else path


def place(path: Path, problem: Problem) -> str:
    """`FILE:LINE`, as given on the command line."""
    return f"{file_of(path, problem)}:{problem.line}"


def tell(path: Path, problems: Iterable[Problem], *, quote: bool, err: bool) -> None:
    """Print problems, each with its hint and, where asked, the line it is about."""
    lines: dict[Path, list[str]] = {}
    for problem in problems:
        click.echo(f"{place(path, problem)}: {problem.message}", err=err)
        if not quote:
            continue
        file = file_of(path, problem)
        if file not in lines:
            lines[file] = _lines(file)
        text = lines[file][problem.line - 1] if problem.line <= len(lines[file]) else ""
        if text:
            click.echo(f"    | {text}", err=err)
        if problem.hint:
            click.echo(f"    {problem.hint}", err=err)


def _lines(file: Path) -> list[str]:
    """The lines of a file, short enough and harmless to print; empty where it is no text."""
    with file.open("rb") as source:
        decoded = decode(source.read(LIMIT))
    return [_quotable(line) for line in decoded.text.split("\n")]


def _quotable(line: str) -> str:
    text = "".join(character for character in line.strip() if character.isprintable())
    return text if len(text) <= _WIDEST else f"{text[:_WIDEST]}…"
