"""The whole grader on rows that its weights have not seen: the other half by question, or no row of
the set at all.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from bot.grading import acceptance_model, grade
from bot.grading.prose import prose_answer
from bot.model.grade import Verdict
from bot.model.question import Mode
from tests.fit import prose_scores, verdicts
from tests.fit.prose_scores import SHORTEST
from tests.fit.rows import FOLDS, SETS, Row, prepared, rows_of

Graded = dict[str, list[tuple[Row, bool, float]]]
"""Set → each row with whether it was accepted and its score."""

_PLACES = (
    (acceptance_model, "INTERCEPT"),
    (acceptance_model, "WEIGHTS"),
    (prose_answer, "PROSE_INTERCEPT"),
    (prose_answer, "PROSE_WEIGHTS"),
)
"""Where the grader has its fitted weights."""


def crossvalidated() -> Graded:
    """Every row, graded with weights from the questions of the other half."""
    to_fit = verdicts.rows_to_fit()
    everything = {name: rows_of(name) for name in SETS}
    found: Graded = {name: [] for name in SETS}
    for fold in range(FOLDS):
        fitted = verdicts.fit([(row, lines) for row, lines in to_fit if row.fold != fold])
        text = prose_scores.fit([row for row in everything["SAF"] if row.fold != fold])
        with _weights(fitted, text):
            for name, rows in everything.items():
                found[name] += [_graded(row) for row in rows if row.fold == fold]
    return found


def without_the_set() -> Graded:
    """Every row of the sets of single answers, graded with weights from the other sets alone."""
    to_fit = verdicts.rows_to_fit()
    text = prose_scores.fit(rows_of("SAF"))
    found: Graded = {}
    for name in verdicts.SOURCES:
        fitted = verdicts.fit([(row, lines) for row, lines in to_fit if row.source != name])
        with _weights(fitted, text):
            found[name] = [_graded(row) for row in rows_of(name)]
    return found


def _graded(row: Row) -> tuple[Row, bool, float]:
    mode = Mode.TEXT if row.source == "SAF" else Mode.ANY
    result = grade(prepared(row.question, row.references, mode), row.response)
    return row, result.verdict is Verdict.CORRECT, result.score


def _put(values: Sequence[object]) -> None:
    for (module, name), value in zip(_PLACES, values, strict=True):
        assert hasattr(module, name), f"{module.__name__} has no {name}"
        setattr(module, name, value)


@contextmanager
def _weights(fitted: verdicts.Fitted, text: tuple[float, dict[str, float]]) -> Iterator[None]:
    kept = [getattr(module, name) for module, name in _PLACES]
    _put((*fitted, *text))
    acceptance_model.blended.cache_clear()
    try:
        yield
    finally:
        _put(kept)
        acceptance_model.blended.cache_clear()


def figures(found: Graded) -> dict[str, float]:
    """F1 of "correct" on EfficientQA, the mean r within a question on SAF, accuracy elsewhere."""
    told: dict[str, float] = {}
    for name, graded in found.items():
        if name == "EfficientQA":
            told[name] = f1([yes for _, yes, _ in graded], [row.label for row, _, _ in graded])
        elif name == "SAF":
            tried = [each for each in graded if len(each[0].response.split()) >= SHORTEST]
            told[name] = prose_scores.within(
                np.array([score for _, _, score in tried]),
                np.array([row.label for row, _, _ in tried]),
                [row.question for row, _, _ in tried],
            )
        else:
            told[name] = accuracy(graded)
    return told


def f1(accepted: list[bool], labels: list[float]) -> float:
    """F1 of the accepted class."""
    hits = sum(yes and label == 1 for yes, label in zip(accepted, labels, strict=True))
    return 2 * hits / (sum(accepted) + sum(label == 1 for label in labels))


def accuracy(graded: list[tuple[Row, bool, float]]) -> float:
    """The share of rows whose acceptance is the label."""
    return sum(accepted == (row.label == 1) for row, accepted, _ in graded) / len(graded)
