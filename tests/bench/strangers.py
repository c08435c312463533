"""Answers that strangers wrote, who had not seen the grader: kept beside the tests, and never tuned on.

`first` was written and labelled before the rules were, and measured when they were done; `second`
and `third` were written to break the grader, in other fields each. One half of each by question was
then read to mend the kinds of its failures; the other half was put away.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import click

from bot.grading import grade, prepare
from tests.bench.fair import Figures, Judged, figures
from tests.bench.fair_rows import FairRow, row_of

FOLDER = Path(__file__).parents[1] / "grading" / "strangers"
MODES = ("any", "all", "ordered")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A row, and whether it was read while rules were made."""

    row: FairRow
    read: bool


def strangers(name: str) -> list[Stranger]:
    """The rows of a set, in its order."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    loaded = [json.loads(line) for line in lines]
    return [Stranger(row_of(name, line), bool(line.get("read"))) for line in loaded]


def _judged(rows: list[FairRow]) -> list[Judged]:
    found: list[Judged] = []
    for row in rows:
        given = grade(prepare(row.question), row.response)
        found.append(Judged(row, given.verdict.value, given.score))
    return found


def _told(rows: list[FairRow]) -> Figures:
    return figures(_judged(rows))


def table() -> list[str]:
    """Set by set in Markdown, names and lists first, then mode by mode."""
    groups: list[tuple[str, list[FairRow]]] = []
    for name in ("first", "second", "third"):
        found = strangers(name)
        groups.append((f"{name}, put away", [each.row for each in found if not each.read]))
        groups.append((f"{name}, read", [each.row for each in found if each.read]))
    lines = ["| rows | accuracy · wrong accepted · right refused · error (rows) |", "|---|---|"]
    for name, rows in groups:
        whole = [row for row in rows if row.mode != "text"]
        lines.append(f"| {name}: names and lists | {_told(whole)} |")
        by_mode = {mode: [row for row in rows if row.mode == mode] for mode in MODES}
        lines += [f"| {name}: {mode} | {_told(own)} |" for mode, own in by_mode.items() if own]
    return lines


def main() -> None:
    """The table."""
    for line in table():
        click.echo(line)


if __name__ == "__main__":
    main()
