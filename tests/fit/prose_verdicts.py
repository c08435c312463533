"""Fits the three verdicts on prose: a multinomial regression whose signs are limited."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]  # it ships no types

from bot.grading.prose.features import AGAINST, FEATURES, FOR
from bot.grading.prose.verdict_model import Weights
from tests.fit.prose_rows import VERDICTS, ProseRow

PLAIN_RIDGE, POINTED_RIDGE = 30.0, 10.0
"""How hard weights are shrunk: less shrinks well within one author's rows, and fails on another's."""
OFFTOPIC = 0.3
"""What an answer to another question weighs in the fit: there are many, and all of one kind."""
Model = dict[str, Weights]
"""`partial` and `correct`, each against `wrong`."""


def fit(rows: Sequence[ProseRow], lines: np.ndarray, names: Sequence[str], ridge: float) -> Model:
    """The weights of some features from these rows."""
    at = [FEATURES.index(name) for name in names]
    scale = lines[:, at].std(axis=0)
    scale[scale < 1e-9] = 1.0
    x = np.hstack([np.ones((len(rows), 1)), lines[:, at] / scale])
    y = np.array([VERDICTS.index(row.verdict) for row in rows])
    weight = np.array([OFFTOPIC if row.offtopic else 1.0 for row in rows])
    beta = _regression(x, y, weight, names, ridge)
    return {
        verdict: {
            "": round(float(row[0]), 3),
            **{
                name: round(float(each), 3)
                for name, each in zip(names, row[1:] / scale, strict=True)
                if abs(each) > 1e-3
            },
        }
        for verdict, row in zip(VERDICTS[1:], beta, strict=True)
    }


def _regression(
    x: np.ndarray, y: np.ndarray, weight: np.ndarray, names: Sequence[str], ridge: float
) -> np.ndarray:
    """Coefficients of `partial` and `correct`; the constant is not shrunk.

    What speaks for an answer may not count against `correct`, nor the other way round: else the fit
    learns from rows that were written to deceive that a better answer is worse.
    """
    wide = x.shape[1]
    target = np.eye(len(VERDICTS))[y]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        beta = np.vstack([np.zeros(wide), flat.reshape(-1, wide)])
        z = x @ beta.T
        z -= z.max(axis=1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(axis=1, keepdims=True)
        shrunk = beta[1:, 1:]
        told = -(weight * np.log(p[np.arange(len(y)), y] + 1e-12)).sum()
        slope = (((p - target) * weight[:, None]).T @ x)[1:]
        slope[:, 1:] += ridge * shrunk
        return float(told + ridge / 2 * (shrunk**2).sum()), slope.ravel()

    free = (None, None)
    limits = {**dict.fromkeys(FOR, (0.0, None)), **dict.fromkeys(AGAINST, (None, 0.0))}
    bounds = [free] * wide + [free, *(limits.get(name, free) for name in names)]
    start = np.zeros(2 * wide)
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000}
    )
    return np.asarray(found.x).reshape(-1, wide)
