"""Logistic regression by Newton's method, with ridge penalty and the best of several references."""

import numpy as np

ROUNDS = 3
"""How often the reference that speaks for a row is chosen anew with the weights so far."""


def regression(x: np.ndarray, y: np.ndarray, weight: np.ndarray, ridge: float) -> np.ndarray:
    """Coefficients for scaled `x`; the first column is the intercept and is not shrunk."""
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + penalty * beta
        curvature = (x.T * (weight * p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        beta -= step
        if np.abs(step).max() < 1e-7:
            break
    return beta


class Rows:
    """Rows of which each has one line of features for each reference."""

    def __init__(self, lines: list[np.ndarray], start: np.ndarray) -> None:
        self.x = np.vstack(lines)
        self.counts = np.array([len(each) for each in lines])
        self.starts = np.concatenate([[0], np.cumsum(self.counts)[:-1]])
        self.first = self.best(start)[0]

    def best(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """For each row the line with the highest value, and that value."""
        top = np.maximum.reduceat(values, self.starts)
        owner = np.repeat(np.arange(len(self.counts)), self.counts)
        hits = np.flatnonzero(values >= top[owner])
        lines = np.zeros(len(self.counts), dtype=int)
        lines[owner[hits][::-1]] = hits[::-1]
        return lines, top

    def fit(self, y: np.ndarray, use: np.ndarray, ridge: float) -> np.ndarray:
        """Coefficients from the rows in `use`; columns have to be scaled."""
        lines = self.first
        for _ in range(ROUNDS):
            beta = regression(self.x[lines[use]], y[use], np.ones(int(use.sum())), ridge)
            lines, _ = self.best(self.x @ beta)
        return beta
