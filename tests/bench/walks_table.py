"""The table of walks: one row a way, one column a platform, beside the recorded figures."""

import json
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from statistics import median_low
from typing import TypeAlias

RECORDED = Path(__file__).with_name("walks_before.json")
PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
BEGIN, END = "<!-- walks -->", "<!-- /walks -->"


@dataclass(frozen=True, slots=True)
class Count:
    """One way on one platform."""

    files: int
    calls: int
    rooms: int
    reads: int
    writes: int

    def __str__(self) -> str:
        return f"{self.files} / {self.calls} / {self.rooms} / {self.reads}+{self.writes}"


Table: TypeAlias = dict[str, dict[str, Count]]
"""By way and platform."""


def middle(counts: Sequence[Count]) -> Count:
    """The median of each figure."""
    return Count(*(median_low(figures) for figures in zip(*map(astuple, counts), strict=True)))


def before() -> Table:
    """The recorded figures, with which the present ones are compared."""
    if not RECORDED.exists():
        return {}
    read = json.loads(RECORDED.read_text(encoding="utf-8"))
    return {
        way: {name: Count(**figures) for name, figures in row.items()} for way, row in read.items()
    }


def as_json(table: Table) -> str:
    """The figures as they are recorded."""
    rows = {way: {name: asdict(count) for name, count in row.items()} for way, row in table.items()}
    return json.dumps(rows, indent=1, ensure_ascii=False)


def ratio(now: Count, then: Count) -> str:
    """Each figure as a part of the recorded one, the transactions together."""
    pairs = (
        (now.files, then.files),
        (now.calls, then.calls),
        (now.rooms, then.rooms),
        (now.reads + now.writes, then.reads + then.writes),
    )
    return " / ".join(f"{a / b:.2f}" if b else "–" for a, b in pairs)


def markdown(table: Table, recorded: Table) -> str:
    """The table for a page; each cell is files / calls / rooms / reads+writes.

    With recorded figures a way has three rows: before, now, and now as a part of before.
    """
    names = list(dict.fromkeys(name for row in table.values() for name in row))
    lines = [_line("", "", *names), _line(*["---"] * (len(names) + 2))]
    for way, row in table.items():
        then = recorded.get(way, {})
        if then:
            lines.append(_line(way, "before", *(str(then.get(n, "–")) for n in names)))
        lines.append(_line("" if then else way, "now", *(str(row[n]) for n in names)))
        if then:
            parts = (ratio(row[n], then[n]) if n in then else "–" for n in names)
            lines.append(_line("", "ratio", *parts))
    return "\n".join(lines)


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def write(shown: str) -> None:
    """Put the table between the marks of the page."""
    text = PAGE.read_text(encoding="utf-8")
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{PAGE} has no place for the table between {BEGIN} and {END}")
    PAGE.write_text(f"{head}{BEGIN}\n{shown}\n{END}{tail}", encoding="utf-8")
