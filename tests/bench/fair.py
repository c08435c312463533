"""Three verdicts on the labelled answers beside the project: ours and the peers', half by half.

`python -m tests.bench fair` prints ours alone, in seconds.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import click
from rapidfuzz import fuzz, utils

from bot.grading.lists.parts import listed, plain_text
from bot.model.question import Mode
from tests.bench.fair_rows import FILES, HALVES, SEED_FIELD, FairRow, fair_rows, graded
from tests.bench.quizbowl import Pair, quizbowl

RATIOS: dict[str, Callable[..., float]] = {
    "ratio": fuzz.ratio,
    "WRatio": fuzz.WRatio,
    "token_set": fuzz.token_set_ratio,
    "token_sort": fuzz.token_sort_ratio,
}
THRESHOLDS = range(50, 101, 2)


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with what a checker made of it."""

    row: FairRow
    verdict: str
    score: float


@dataclass(frozen=True, slots=True)
class Figures:
    """How right a checker is over some rows."""

    count: int
    accuracy: float
    wrong_accepted: float
    """Of the answers that are wrong, the share that is called correct."""
    right_refused: float
    """Of the answers that are correct, the share that is not called so."""
    error: float
    """Mean distance of the score, where a row has one."""

    def __str__(self) -> str:
        return (
            f"{self.accuracy:.3f} · {self.wrong_accepted:.1%} · {self.right_refused:.1%}"
            f" · {self.error:.3f} ({self.count})"
        )


def figures(judged: Sequence[Judged]) -> Figures:
    """The figures over these rows."""
    wrong = [each for each in judged if each.row.verdict == "wrong"]
    right = [each for each in judged if each.row.verdict == "correct"]
    errors = [abs(each.score - each.row.score) for each in judged if each.row.score is not None]
    return Figures(
        count=len(judged),
        accuracy=_share(judged, lambda each: each.verdict == each.row.verdict),
        wrong_accepted=_share(wrong, lambda each: each.verdict == "correct"),
        right_refused=_share(right, lambda each: each.verdict != "correct"),
        error=sum(errors) / max(1, len(errors)),
    )


def _share(judged: Sequence[Judged], holds: Callable[[Judged], bool]) -> float:
    return sum(map(holds, judged)) / max(1, len(judged))


def ours() -> list[Judged]:
    """Every row as the grader judges it."""
    found = ((row, graded(row)) for file in FILES for row in fair_rows(file))
    return [Judged(row, grade.verdict.value, grade.score) for row, grade in found]


def groups() -> list[tuple[str, Callable[[FairRow], bool]]]:
    """The groups of rows that are told, each with its name."""
    names = ("any", "all", "ordered")
    found: list[tuple[str, Callable[[FairRow], bool]]] = [
        ("fair: names and lists", lambda row: row.file == "fair" and row.mode != "text"),
        *((f"fair: {mode}", _of("fair", mode)) for mode in names),
        ("terms: all rows", lambda row: row.file == "terms"),
        *((f"terms: {mode}", _of("terms", mode)) for mode in names),
        ("seed's field: names", _in_seed(True, ("any",))),
        ("seed's field: lists", _in_seed(True, ("all", "ordered"))),
        ("other fields: names", _in_seed(False, ("any",))),
        ("other fields: lists", _in_seed(False, ("all", "ordered"))),
    ]
    fields = sorted({row.field for row in fair_rows("fair")})
    found += [(f"{field}: names and lists", _named(field)) for field in fields]
    return found


def _of(file: str, mode: str) -> Callable[[FairRow], bool]:
    return lambda row: row.file == file and row.mode == mode


def _in_seed(seed: bool, modes: tuple[str, ...]) -> Callable[[FairRow], bool]:
    return lambda row: (
        row.file == "fair" and (row.field == SEED_FIELD) is seed and row.mode in modes
    )


def _named(field: str) -> Callable[[FairRow], bool]:
    return lambda row: row.file == "fair" and row.field == field and row.mode != "text"


def table(judged: Iterable[Judged]) -> list[str]:
    """Group by group in Markdown, both halves side by side."""
    judged = list(judged)
    lines = [
        "| rows | work | unseen |",
        "|---|---|---|",
    ]
    for name, belongs in groups():
        halves = [
            [each for each in judged if each.row.half == half and belongs(each.row)]
            for half in HALVES
        ]
        if any(halves):
            told = (str(figures(half)) if half else "–" for half in halves)
            lines.append(f"| {name} | " + " | ".join(told) + " |")
    return lines


def tuned_ratio() -> tuple[str, list[Judged]]:
    """The rapidfuzz ratio and threshold that are best on these very rows, and its verdicts."""
    rows = [row for file in ("fair", "terms") for row in fair_rows(file)]
    best: tuple[float, str, list[Judged]] = (-1.0, "", [])
    for name, ratio in RATIOS.items():
        scores = [_ratio_scores(ratio, row) for row in rows]
        for limit in THRESHOLDS:
            judged = [
                _judged(row, [each >= limit for each in found])
                for row, found in zip(rows, scores, strict=True)
            ]
            accuracy = figures(judged).accuracy
            if accuracy > best[0]:
                best = (accuracy, f"{name} ≥ {limit}", judged)
    return best[1], best[2]


def _names(row: FairRow) -> list[list[str]]:
    return [[item.text, *item.accept] for item in row.question.items]


def _ratio_scores(ratio: Callable[..., float], row: FairRow) -> list[float]:
    """For each item the best ratio of any of its wordings with any part of the response."""
    return [
        max(
            ratio(name, part, processor=utils.default_process)
            for name in names
            for part in _parts(row)
        )
        for names in _names(row)
    ]


def _parts(row: FairRow) -> list[str]:
    if row.question.mode in (Mode.ALL, Mode.ORDERED) or row.question.need > 1:
        return listed(plain_text(row.response)) or [row.response]
    return [row.response]


def _judged(row: FairRow, hits: list[bool]) -> Judged:
    """What hits of items amount to: lists earn by the item."""
    lists = row.question.mode in (Mode.ALL, Mode.ORDERED)
    need = len(hits) if lists else row.question.need
    score = min(1.0, sum(hits) / need)
    return Judged(row, "correct" if score >= 1 else "partial" if score else "wrong", score)


def checked_by_quizbowl() -> list[Judged] | None:
    """The rows as qb-answer-checker judges them: every item on its own, in every part of a list."""
    rows = [row for file in ("fair", "terms") for row in fair_rows(file)]
    pairs: list[Pair] = []
    places: list[tuple[int, int]] = []
    for at, row in enumerate(rows):
        for index, item in enumerate(row.question.items):
            for part in _parts(row):
                names = [item.text, *item.accept]
                pairs.append(Pair.any_of(names, list(item.more), list(item.reject), part))
                places.append((at, index))
    checked = quizbowl(pairs, rounds=0)
    if checked is None:
        return None
    hits = [[False] * len(row.question.items) for row in rows]
    for (at, index), verdict in zip(places, checked.verdicts, strict=True):
        hits[at][index] = hits[at][index] or verdict == "accept"
    return [_judged(row, found) for row, found in zip(rows, hits, strict=True)]


def main() -> None:
    """Ours alone."""
    click.echo("accuracy · wrong accepted · right refused · error of the score (rows)")
    for line in table(ours()):
        click.echo(line)
