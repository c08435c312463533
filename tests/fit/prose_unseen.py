"""Prose graded by weights that have seen no row of its field: leave one field out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np

from bot.grading import PreparedQuestion, grade
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
from tests.fit.prose_verdicts import PLAIN_RIDGE, POINTED_RIDGE, Model

T = TypeVar("T")

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
        prose_verdicts.fit(rows, plain, PLAIN_FEATURES, PLAIN_RIDGE),
        prose_verdicts.fit(
            [rows[index] for index in at], pointed[at], POINTED_FEATURES, POINTED_RIDGE
        ),
    )


def rows_to_fit() -> list[ProseRow]:
    """Every row that may be fitted."""
    return [row for row in prose_rows() if not row.blind]


def both(rows: list[ProseRow]) -> tuple[np.ndarray, np.ndarray]:
    """The features of rows without and with key points."""
    return matrix(rows, pointed=False), matrix(rows, pointed=True)


def unseen(prompts: frozenset[str] | None = None, *, pointed: bool) -> list[Unseen]:
    """Every row as the whole grader judges it whose weights have not seen the field, and come from
    these questions alone where some are named.
    """
    return every_fold(lambda row, question: [_graded(row, question)], prompts, pointed=pointed)


def blind(*, pointed: bool) -> list[Unseen]:
    """Every row that is never fitted, as the grader judges it."""
    return [
        _graded(row, _question(row, pointed=pointed))
        for row in prose_rows()
        if row.blind and (row.pointed or not pointed)
    ]


def every_fold(
    look: Callable[[ProseRow, PreparedQuestion], Sequence[T]],
    prompts: frozenset[str] | None = None,
    *,
    pointed: bool,
) -> list[T]:
    """What is seen at each row while the weights come from the other fields."""
    everything = rows_to_fit()
    models = models_of_folds(prompts)
    found: list[T] = []
    for fold in range(FOLDS):
        with weights(models[fold]):
            for row in everything:
                if row.fold == fold and (row.pointed or not pointed):
                    found += look(row, _question(row, pointed=pointed))
    return found


@cache
def models_of_folds(prompts: frozenset[str] | None) -> tuple[Models, ...]:
    """For each fold the weights from rows of other fields and other questions, of these prompts."""
    everything = rows_to_fit()
    plain, pointed = both(everything)
    found: list[Models] = []
    for fold in range(FOLDS):
        asked = {row.question.prompt for row in everything if row.fold == fold}
        kept = [
            at
            for at, row in enumerate(everything)
            if row.fold != fold
            and row.question.prompt not in asked
            and (prompts is None or row.question.prompt in prompts)
        ]
        found.append(fitted([everything[at] for at in kept], plain[kept], pointed[kept]))
    return tuple(found)


def graded(row: ProseRow, *, pointed: bool) -> Unseen:
    """A row as the grader judges it with its present weights."""
    return _graded(row, _question(row, pointed=pointed))


def _question(row: ProseRow, *, pointed: bool) -> PreparedQuestion:
    return prepared(row.question if pointed else without_points(row.question))


def _graded(row: ProseRow, question: PreparedQuestion) -> Unseen:
    return Unseen(row, grade(question, row.response))


@contextmanager
def weights(models: Models) -> Iterator[None]:
    """Lends the grader other weights."""
    kept = verdict_model.WEIGHTS
    verdict_model.WEIGHTS = verdict_model.ordered(models.plain, models.pointed)
    try:
        yield
    finally:
        verdict_model.WEIGHTS = kept
