"""Fits the weights of partial credit for prose (mode `text`)."""

import numpy as np

from bot.grading.coverage import PROSE_FEATURES, prose_features
from tests.fit.logistic import regression
from tests.fit.rows import FOLDS, Row, reading, rows_of

SHORTEST = 8
"""Words of a response from which it is a try; "No response." teaches nothing."""
RIDGE = 3.0


def fit() -> tuple[float, dict[str, float]]:
    """Intercept and weights from all rows, after printing what cross-validation says."""
    rows = [row for row in rows_of("SAF") if len(row.response.split()) >= SHORTEST]
    x = np.array([_features(row) for row in rows])
    y = np.array([row.label for row in rows])
    names = [row.question for row in rows]
    folds = np.array([row.fold for row in rows])
    score = np.zeros(len(rows))
    for fold in range(FOLDS):
        use = folds != fold
        intercept, weights = _fit(x, y, names, use)
        score[~use] = 1 / (1 + np.exp(-(intercept + x[~use] @ weights)))
    intercept, weights = _fit(x, y, names, np.ones(len(rows), dtype=bool))
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


def _fit(
    x: np.ndarray, y: np.ndarray, names: list[str], use: np.ndarray
) -> tuple[float, np.ndarray]:
    """Slopes with an intercept for each question, so that they compare responses to one question;
    then the one intercept that all questions share.
    """
    questions = list(dict.fromkeys(names))
    own = np.array([[float(name == each) for each in questions] for name in names])
    scale = x.std(axis=0)
    design = np.hstack([np.ones((len(y), 1)), x / scale, own])[use]
    beta = regression(design, y[use], np.ones(int(use.sum())), RIDGE)
    weights = beta[1 : 1 + x.shape[1]] / scale
    intercept = float(np.log(y[use].mean() / (1 - y[use].mean())) - (x[use] @ weights).mean())
    for _ in range(50):
        p = 1 / (1 + np.exp(-(intercept + x[use] @ weights)))
        intercept -= float((p - y[use]).sum() / (p * (1 - p)).sum())
    return intercept, weights
