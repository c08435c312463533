"""Fits the weights that decide whether a wording was said (mode `any` and the items of lists)."""

import math

import numpy as np

from bot.grading.compare import FEATURES
from bot.grading.weights import LONG, SHORT
from tests.fit.logistic import Rows
from tests.fit.rows import FOLDS, matrix, rows_of

SOURCES = ("EfficientQA", "SciEntsBank", "Beetle")
RIDGE = 10.0


def spread(lines: np.ndarray) -> np.ndarray:
    """Each feature once for names and once for statements, blended by the wording's length."""
    share = (np.log1p(lines[:, :1]) - math.log1p(SHORT)) / (math.log1p(LONG) - math.log1p(SHORT))
    share = np.clip(share, 0, 1)
    values = lines[:, 1:]
    return np.hstack([np.ones_like(share), share, values * (1 - share), values * share])


def fit() -> tuple[tuple[float, float], dict[str, tuple[float, float]]]:
    """The intercepts and weights from all rows, after printing what cross-validation says."""
    rows = [row for source in SOURCES for row in rows_of(source)]
    lines = [matrix(row) for row in rows]
    x = spread(np.vstack(lines))
    scale = x.std(axis=0)
    scale[scale < 1e-9] = 1.0
    ends = np.cumsum([len(each) for each in lines])[:-1]
    balance = 1 + FEATURES.index("new_balance")
    start = np.vstack(lines)[:, balance]
    data = Rows(np.split(x / scale, ends), start)
    y = np.array([row.label for row in rows])
    folds = np.array([row.fold for row in rows])
    said = np.zeros(len(y))
    for fold in range(FOLDS):
        beta = data.fit(y, folds != fold, RIDGE)
        _, top = data.best(data.x @ beta)
        said[folds == fold] = 1 / (1 + np.exp(-top[folds == fold]))
    source = np.array([row.source for row in rows])
    for name in SOURCES:
        _report(name, said[source == name], y[source == name])
    beta = data.fit(y, np.ones(len(y), dtype=bool), RIDGE) / scale
    count = len(FEATURES)
    short, long = beta[2 : 2 + count], beta[2 + count :]
    weights = {
        name: (round(float(short[at]), 3), round(float(long[at]), 3))
        for at, name in enumerate(FEATURES)
    }
    return (round(float(beta[0]), 3), round(float(beta[0] + beta[1]), 3)), weights


def _report(name: str, said: np.ndarray, y: np.ndarray) -> None:
    for threshold in (0.4, 0.45, 0.5, 0.55):
        ((said > threshold) == y).mean()
        hits = ((said > threshold) & (y == 1)).sum()
        2 * hits / ((said > threshold).sum() + y.sum())
