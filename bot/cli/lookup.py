"""`quizsheet lookup`: find entries of sheets, for people and as plain lines."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from bot.lookup import Hit, Index, build_index
from bot.sheets import read_path

_RESULTS = 5


@click.command()
@click.argument("query", nargs=-1)
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    required=True,
    type=click.Path(exists=True, path_type=Path),
    help="File or folder to look in; may be given several times.",
)
@click.option("--jsonl", is_flag=True, help='Read {"id", "query"} lines from standard input.')
def lookup(query: tuple[str, ...], sheets: tuple[Path, ...], jsonl: bool) -> None:
    """Look something up in sheets."""
    index = _index(sheets)
    if jsonl:
        for answer in _answers(sys.stdin.buffer, index):
            click.echo(answer)
        return
    if not query:
        raise click.UsageError("Say what to look up, or use --jsonl.")
    hits = index.search(" ".join(query), _RESULTS)
    for hit in hits:
        click.echo(f"{hit.score:.2f}  line {hit.question.line}: {hit.title}")
    if not hits:
        click.echo("Nothing found.")


def _index(paths: Iterable[Path]) -> Index:
    read = [read_path(path) for path in paths]
    questions = [question for sheet in read for question in sheet.asked]
    aliases = tuple(entry for sheet in read for entry in sheet.glossary.aliases)
    return build_index(questions, type(read[0].glossary)(aliases))


def _answers(lines: Iterable[bytes], index: Index) -> Iterable[str]:
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line, index), ensure_ascii=False)


def _answer(line: bytes, index: Index) -> dict[str, object]:
    try:
        given = json.loads(line)
    except ValueError:
        return {"id": None, "error": "this line is no JSON object"}
    if not isinstance(given, dict):
        return {"id": None, "error": "this line is no JSON object"}
    query = given.get("query")
    if not isinstance(query, str):
        return {"id": given.get("id"), "error": "query is missing or no text"}
    return {
        "id": given.get("id"),
        "results": [_result(hit) for hit in index.search(query, _RESULTS)],
    }


def _result(hit: Hit) -> dict[str, object]:
    return {
        "question_id": hit.question.id,
        "line": hit.question.line,
        "title": hit.title,
        "score": round(hit.score, 4),
    }
