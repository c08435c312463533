"""Prose graded by weights that have seen no row of its field: leave one field out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from bot.grading import grade
from bot.grading.prose import verdict_model
from bot.grading.prose.features import FEATURES
from bot.model.grade import Grade
from tests.fit import prose_verdicts
from tests.fit.prose_rows import (
    FOLDS,
    ProseRow,
    matrix,
    prepared,
    prose_rows,
    without_points,
)
from tests.fit.prose_verdicts import Model

OF_POINTS = ("points", "points_least", "points_missing", "pointed")
PLAIN_FEATURES = tuple(name for name in FEATURES if name not in OF_POINTS)
POINTED_FEATURES = tuple(name for name in FEATURES if name != "pointed")


@dataclass(frozen=True, slots=True)
class Unseen:
    """A row with the grade of a grader that has not seen its field."""

    row: ProseRow
    grade: Grade


@dataclass(frozen=True, slots=True)
class Models:
    """The weights without and with key points."""

    plain: Model
    pointed: Model


def fitted(rows: list[ProseRow], plain: np.ndarray, pointed: np.ndarray) -> Models:
    """Both from these rows; the second from those whose question has key points."""
    at = [index for index, row in enumerate(rows) if row.pointed]
    return Models(
        prose_verdicts.fit(rows, plain, PLAIN_FEATURES),
        prose_verdicts.fit([rows[index] for index in at], pointed[at], POINTED_FEATURES),
    )


def rows_to_fit() -> list[ProseRow]:
    """Every row that may be fitted."""
    return [row for row in prose_rows() if not row.blind]


def both(rows: list[ProseRow]) -> tuple[np.ndarray, np.ndarray]:
    """The features of rows without and with key points."""
    return matrix(rows, pointed=False), matrix(rows, pointed=True)


def unseen(*, pointed: bool) -> list[Unseen]:
    """Every row as the whole grader judges it whose weights have not seen the field."""
    rows = [row for row in rows_to_fit() if row.pointed or not pointed]
    everything = rows_to_fit()
    lines = both(everything)
    found: list[Unseen] = []
    for fold in range(FOLDS):
        asked = {row.question.prompt for row in everything if row.fold == fold}
        kept = [
            at
            for at, row in enumerate(everything)
            if row.fold != fold and row.question.prompt not in asked
        ]
        models = fitted([everything[at] for at in kept], lines[0][kept], lines[1][kept])
        with weights(models):
            found += [graded(row, pointed=pointed) for row in rows if row.fold == fold]
    return found


def graded(row: ProseRow, *, pointed: bool) -> Unseen:
    """A row as the grader judges it with its present weights."""
    question = row.question if pointed else without_points(row.question)
    return Unseen(row, grade(prepared(question), row.response))


@contextmanager
def weights(models: Models) -> Iterator[None]:
    """Lends the grader other weights."""
    kept = verdict_model.WEIGHTS
    verdict_model.WEIGHTS = verdict_model.ordered(models.plain, models.pointed)
    try:
        yield
    finally:
        verdict_model.WEIGHTS = kept
