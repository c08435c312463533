"""`quizsheet grade`: what the grader makes of an answer, line by line or explained."""

import gc
import json
import sys
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from math import isfinite
from pathlib import Path

import click

from bot.cli.problems import speak_plainly
from bot.grading import PreparedQuestion, Ungradable, build_lexicon, prepare
from bot.grading import grade as graded
from bot.grading.lines import LineUnreadable, glossary_of, question_of, response_of
from bot.model.grade import Grade
from bot.model.question import Item, Mode, Question
from bot.sheets import SheetUnreadable, read_path

_KEPT = 2_000
"""Prepared questions that are kept while lines stream by."""
_LONGEST_LINE = 1_000_000


_OF_A_QUESTION = ("question", "mode", "need", "items", "points", "glossary")
"""What of a line belongs to the question: lines that share it are prepared once."""


@click.command()
@click.argument("response", required=False)
@click.option("--jsonl", is_flag=True, help="Read lines of JSON, write a grade for each.")
@click.option("--explain", is_flag=True, help="Show which rule decided each part.")
@click.option("--question", default="", help="The question's wording.")
@click.option("--item", "items", multiple=True, help="An item of the answer; once for each.")
@click.option(
    "--mode", type=click.Choice([each.value for each in Mode]), help="How the items combine."
)
@click.option("--need", type=click.IntRange(1), default=1, help="How many suffice in mode any.")
@click.option("--sheet", type=click.Path(path_type=Path), help="Take the question from a sheet …")
@click.option("--id", "wanted", default="", help="… by its id.")
def grade(
    response: str | None,
    *,
    jsonl: bool,
    explain: bool,
    question: str,
    items: tuple[str, ...],
    mode: str | None,
    need: int,
    sheet: Path | None,
    wanted: str,
) -> None:
    """Grade RESPONSE, or with --jsonl every line of standard input.

    A line is {"id", "question", "mode", "need"?, "items": [{"text", "accept"?, "reject"?,
    "more"?}], "response"}, with an optional "glossary": {term: [aliases]} and, for an answer in
    prose, "points": [[wordings]]. A bad line gets {"id", "error"}, and the rest goes on.
    """
    speak_plainly()
    if jsonl:
        _stream(explain=explain)
        return
    if response is None:
        raise click.UsageError("Give a RESPONSE, or --jsonl for lines on standard input.")
    if sheet is not None:
        ready = _from_sheet(sheet, wanted)
    elif items:
        chosen = Mode(mode) if mode else (Mode.ANY if len(items) == 1 else Mode.ALL)
        ready = prepare(Question("", question, chosen, tuple(Item(each) for each in items), need))
    else:
        raise click.UsageError("Say what is right: --item TEXT, or --sheet FILE --id ID.")
    if isinstance(ready, Ungradable):
        raise click.ClickException(f"The question cannot be graded. {ready.problem}")
    for line in _told(ready, graded(ready, response), explain=explain):
        click.echo(line)


def _from_sheet(path: Path, wanted: str) -> PreparedQuestion | Ungradable:
    try:
        sheet = read_path(path)
    except SheetUnreadable as error:
        raise click.ClickException(str(error)) from error
    for each in sheet.asked:
        if each.id == wanted:
            return prepare(each, build_lexicon(sheet.asked, sheet.glossary))
    raise click.ClickException(
        f"{path} asks no question with the id {wanted!r}; `quizsheet show` lists them."
    )


def _told(prepared: PreparedQuestion, found: Grade, *, explain: bool) -> Iterator[str]:
    yield f"{found.verdict.value} · score {found.score:g} · confidence {found.confidence:g}"
    yield from (f"  {reason}" for reason in found.reasons)
    if not explain:
        return
    for each in found.evidence:
        item = prepared.question.items[each.item].text
        yield f"  item {each.item} “{item}” ← “{each.words}” by {each.rule}, credit {each.credit:g}"
    for name in found.unsaid:
        yield f"  key point “{name}” not found"
    for missing in found.missing:
        yield f"  item {missing} “{prepared.question.items[missing].text}” not recognised"
    for extra in found.extras:
        kind = "known to be wrong" if extra.known_wrong else "unknown here"
        yield f"  extra “{extra.words}”: {kind} ({extra.reason})"


def _stream(*, explain: bool) -> None:
    kept: OrderedDict[str, PreparedQuestion] = OrderedDict()
    # Nothing here makes cycles; looking for them among thousands of questions takes a tenth.
    gc.disable()
    write = sys.stdout.write
    for raw in sys.stdin.buffer:
        text = raw.decode("utf-8", errors="replace").strip().lstrip("\ufeff")
        if text:
            write(json.dumps(_graded_line(text, kept, explain=explain), ensure_ascii=False))
            write("\n")
            if not explain:
                continue
    sys.stdout.flush()


def _graded_line(
    text: str, kept: OrderedDict[str, PreparedQuestion], *, explain: bool
) -> dict[str, object]:
    identifier: object = None
    try:
        if len(text) > _LONGEST_LINE:
            raise LineUnreadable("the line is longer than a million characters")
        line = json.loads(text, parse_constant=_no_number)
        if not isinstance(line, dict):
            raise LineUnreadable("an object is needed")
        identifier = line.get("id")
        if isinstance(identifier, float) and not isfinite(identifier):
            identifier = None
            raise LineUnreadable("the id is no number that JSON has")
        response = response_of(line)
        prepared = _prepared(line, kept)
    except (LineUnreadable, ValueError, RecursionError) as error:
        return {"id": identifier, "error": str(error) or type(error).__name__}
    found = graded(prepared, response)
    told: dict[str, object] = {
        "id": identifier,
        "verdict": found.verdict.value,
        "score": found.score,
        "hits": list(found.hits),
        "reasons": list(found.reasons),
        "confidence": found.confidence,
    }
    if explain:
        told["evidence"] = [
            {"item": each.item, "words": each.words, "rule": each.rule, "credit": each.credit}
            for each in found.evidence
        ]
        told["extras"] = [
            {"words": each.words, "known_wrong": each.known_wrong, "reason": each.reason}
            for each in found.extras
        ]
    return told


def _no_number(name: str) -> float:
    raise LineUnreadable(f"{name} is no JSON")


def _prepared(
    line: Mapping[str, object], kept: OrderedDict[str, PreparedQuestion]
) -> PreparedQuestion:
    key = json.dumps([line.get(each) for each in _OF_A_QUESTION])
    found = kept.get(key)
    if found is None:
        question = question_of(line)
        glossary = glossary_of(line)
        ready = (
            prepare(question, build_lexicon((question,), glossary))
            if glossary
            else prepare(question)
        )
        if isinstance(ready, Ungradable):
            raise LineUnreadable(f"the question cannot be graded. {ready.problem}")
        found = ready
        kept[key] = found
        if len(kept) > _KEPT:
            kept.popitem(last=False)
    return found
