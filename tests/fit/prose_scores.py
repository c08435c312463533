"""Fits the weights of partial credit for prose (mode `text`)."""

from collections.abc import Sequence

import numpy as np

from bot.grading.prose.coverage import PROSE_FEATURES, prose_features
from tests.fit.logistic import regression
from tests.fit.rows import Row, reading

SHORTEST = 8
"""Words of a response from which it is a try; "No response." teaches nothing."""
RIDGE = 3.0


def fit(rows: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """Intercept and weights from these rows; responses too short to be a try are left out."""
    rows = [row for row in rows if len(row.response.split()) >= SHORTEST]
    x = np.array([_features(row) for row in rows])
    y = np.array([row.label for row in rows])
    intercept, weights = _fit(x, y, [row.question for row in rows])
    named = zip(PROSE_FEATURES, weights, strict=True)
    return round(float(intercept), 3), {name: round(float(each), 3) for name, each in named}


def within(score: np.ndarray, y: np.ndarray, names: list[str]) -> float:
    """Pearson's r within each question, averaged over the questions."""
    question = np.array(names)
    return float(
        np.mean(
            [
                np.corrcoef(score[question == each], y[question == each])[0, 1]
                for each in dict.fromkeys(names)
            ]
        )
    )


def _features(row: Row) -> list[float]:
    meant, said, asked = (
        reading(each)[1] for each in (row.references[0], row.response, row.question)
    )
    return prose_features(meant, said, asked)


def _fit(x: np.ndarray, y: np.ndarray, names: list[str]) -> tuple[float, np.ndarray]:
    """Slopes with an intercept for each question, so that they compare responses to one question;
    then the one intercept that all questions share.
    """
    questions = list(dict.fromkeys(names))
    own = np.array([[float(name == each) for each in questions] for name in names])
    scale = x.std(axis=0)
    design = np.hstack([np.ones((len(y), 1)), x / scale, own])
    beta = regression(design, y, np.ones(len(y)), RIDGE)
    weights = beta[1 : 1 + x.shape[1]] / scale
    intercept = float(np.log(y.mean() / (1 - y.mean())) - (x @ weights).mean())
    for _ in range(50):
        p = 1 / (1 + np.exp(-(intercept + x @ weights)))
        intercept -= float((p - y).sum() / (p * (1 - p)).sum())
    return intercept, weights
