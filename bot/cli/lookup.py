"""`quizsheet lookup`: find entries of sheets, for people and as plain lines."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from bot.cli.problems import speak_plainly
from bot.lookup import Hit, Index, build_index
from bot.model.question import Question
from bot.model.sheet import Glossary
from bot.sheets import SheetUnreadable, read_path

_RESULTS = 5
_LONGEST_LINE = 1_000_000


@click.command()
@click.argument("query", nargs=-1)
@click.option(
    "--sheet",
    "sheets",
    metavar="FILE",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    help="File or folder to look in; may be given several times.",
)
@click.option("--jsonl", is_flag=True, help="Read {id, query} lines, write what is found for each.")
def lookup(query: tuple[str, ...], sheets: tuple[Path, ...], *, jsonl: bool) -> None:
    """Look QUERY up in sheets, or with --jsonl every line of standard input.

    A line is {"id", "query"} and becomes {"id", "results": [{"question_id", "line", "title",
    "score"}…]}, five at most, the best first. A bad line becomes {"id", "error"}, and the rest
    goes on.
    """
    speak_plainly()
    if not query and not jsonl:
        raise click.UsageError("Say what to look up, or use --jsonl for lines on standard input.")
    try:
        index = _index(sheets)
    except SheetUnreadable as error:
        click.echo(f"quizsheet lookup: {error}", err=True)
        sys.exit(2)
    for line in _lines(index) if jsonl else _told(" ".join(query), index):
        click.echo(line)


def _index(paths: tuple[Path, ...]) -> Index:
    read = [(path, read_path(path)) for path in paths]
    several = len(read) > 1
    questions = [
        # Lines are told apart by their files; alone, a file needs no name.
        _placed(question, path) if several else question
        for path, sheet in read
        for question in sheet.asked
    ]
    aliases = [entry for _, sheet in read for entry in sheet.glossary.aliases]
    return build_index(questions, Glossary(tuple(aliases)))


def _placed(question: Question, path: Path) -> Question:
    return replace(question, file=str(path / question.file) if question.file else str(path))


def _told(query: str, index: Index) -> Iterator[str]:
    hits = index.search(query, _RESULTS)
    found = [hit for hit in hits if hit.found]
    if not found:
        yield f"Nothing on “{query}”." + (" Nearest:" if hits else "")
    for hit in found or hits:
        where = f"{hit.question.file}:" if hit.question.file else "line "
        yield f"{hit.score:.2f}  {where}{hit.question.line}: {hit.title}"


def _lines(index: Index) -> Iterator[str]:
    """One answer a line, each as soon as it is asked for."""
    for raw in sys.stdin.buffer:
        text = raw.decode("utf-8", errors="replace").strip().lstrip("\ufeff")
        if text:
            yield json.dumps(_answer(text, index), ensure_ascii=False)


def _answer(text: str, index: Index) -> dict[str, object]:
    identifier: object = None
    try:
        if len(text) > _LONGEST_LINE:
            raise ValueError("the line is longer than a million characters")
        line = json.loads(text)
        if not isinstance(line, dict):
            raise ValueError("an object is needed")
        identifier = line.get("id")
        query = line.get("query")
        if not isinstance(query, str):
            raise ValueError("query is missing or no text")
    except (ValueError, RecursionError) as error:
        return {"id": identifier, "error": str(error) or type(error).__name__}
    hits = index.search(query, _RESULTS)
    return {"id": identifier, "results": [_result(hit) for hit in hits]}


def _result(hit: Hit) -> dict[str, object]:
    return {
        "question_id": hit.question.id,
        "line": hit.question.line,
        "title": hit.title,
        "score": round(hit.score, 4),
    }
