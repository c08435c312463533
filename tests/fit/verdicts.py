"""Fits the weights that decide whether a wording was said (mode `any` and the items of lists)."""

import math
from collections.abc import Sequence

import numpy as np

from bot.grading.compare import FEATURES
from bot.grading.weights import LONG, SHORT
from tests.fit.logistic import Rows
from tests.fit.rows import Row, matrix, rows_of

SOURCES = ("EfficientQA", "NQ301", "EVOUNA-NQ", "EVOUNA-TQ", "SciEntsBank", "Beetle")
RIDGE = 10.0

Fitted = tuple[tuple[float, float], dict[str, tuple[float, float]]]
"""The intercepts and the weights, each for names and for statements."""


def spread(lines: np.ndarray) -> np.ndarray:
    """Each feature once for names and once for statements, blended by the wording's length."""
    share = (np.log1p(lines[:, :1]) - math.log1p(SHORT)) / (math.log1p(LONG) - math.log1p(SHORT))
    share = np.clip(share, 0, 1)
    values = lines[:, 1:]
    return np.hstack([np.ones_like(share), share, values * (1 - share), values * share])


def rows_to_fit() -> list[tuple[Row, np.ndarray]]:
    """Every row of which at least one reference is left to the model, with its features."""
    rows = [row for source in SOURCES for row in rows_of(source)]
    return [(row, lines) for row in rows if len(lines := matrix(row))]


def fit(rows: Sequence[tuple[Row, np.ndarray]]) -> Fitted:
    """The weights from these rows."""
    lines = [each for _, each in rows]
    stacked = np.vstack(lines)
    x = spread(stacked)
    scale = x.std(axis=0)
    scale[scale < 1e-9] = 1.0
    ends = np.cumsum([len(each) for each in lines])[:-1]
    data = Rows(np.split(x / scale, ends), stacked[:, 1 + FEATURES.index("new_balance")])
    y = np.array([row.label for row, _ in rows])
    beta = data.fit(y, np.ones(len(y), dtype=bool), RIDGE) / scale
    count = len(FEATURES)
    short, long = beta[2 : 2 + count], beta[2 + count :]
    weights = {
        name: (round(float(short[at]), 3), round(float(long[at]), 3))
        for at, name in enumerate(FEATURES)
    }
    return (round(float(beta[0]), 3), round(float(beta[0] + beta[1]), 3)), weights
