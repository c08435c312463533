"""How right the grader is beside its peers, on the same rows: writes the table of docs/grading.md.

Every peer with a threshold gets the one that is best for it on these very rows; ours is graded with
weights that have not seen the question (five folds).
"""

import re
from collections.abc import Callable
from pathlib import Path

import click
import numpy as np
from rapidfuzz import fuzz, utils

from bot.grading import grade
from bot.model.grade import Verdict
from bot.model.question import Mode
from tests.bench.quizbowl import Pair, quizbowl
from tests.fit.crossvalidation import Graded, accuracy, crossvalidated, f1
from tests.fit.prose_scores import SHORTEST, within
from tests.fit.rows import SETS, Row, rows_of
from tests.grading.cases import Case, corpus

PAGE = Path(__file__).parents[2] / "docs" / "grading.md"
_TABLE = re.compile(r"(<!-- table -->\n).*?(<!-- end of table -->)", re.DOTALL)
Score = Callable[[str, str], float]

THRESHOLDS = range(1, 101)


def main() -> None:
    """Measure, print, and write the table into the page."""
    table = "\n".join(rows())
    click.echo(table)
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(
        _TABLE.sub(lambda found: found[1] + table + "\n" + found[2], page), encoding="utf-8"
    )


def rows() -> list[str]:
    """The lines of the table in Markdown."""
    sets = {name: rows_of(name) for name in SETS}
    cases = [case for case in corpus() if case.prepared.question.mode is Mode.ANY and _one(case)]
    found = [
        "| checker | EfficientQA, F1 | SciEntsBank, accuracy | Beetle, accuracy | SAF, mean r |"
        f" our corpus, {len(cases)} single answers: right · false accepts |",
        "|---|---|---|---|---|---|",
        _line("exact match", [_scored(_exact, sets, cases, fixed=1)]),
        _line("`ratio` > 88", [_scored(_plain_ratio, sets, cases, fixed=88.0001)]),
        _line("WRatio, best threshold", [_scored(_processed(fuzz.WRatio), sets, cases)]),
        _line(
            "token_set, best threshold", [_scored(_processed(fuzz.token_set_ratio), sets, cases)]
        ),
    ]
    checked = _quizbowl(sets, cases)
    if checked is not None:
        found.append(_line("qb-answer-checker", [checked]))
    found.append(_line("**Quizsheet**, five folds", [_ours(crossvalidated(), cases)]))
    return found


def _one(case: Case) -> bool:
    return case.prepared.need == 1


def _line(name: str, figures: list[list[str]]) -> str:
    return f"| {name} | " + " | ".join(figures[0]) + " |"


def _exact(reference: str, response: str) -> float:
    return float(
        utils.default_process(reference).strip() == utils.default_process(response).strip()
    )


def _plain_ratio(reference: str, response: str) -> float:
    return fuzz.ratio(reference.lower(), response.lower())


def _processed(score: Callable[..., float]) -> Score:
    return lambda reference, response: score(reference, response, processor=utils.default_process)


def _scored(
    score: Score, sets: dict[str, list[Row]], cases: list[Case], fixed: float | None = None
) -> list[str]:
    """The figures of a peer that gives a score for each reference."""
    told = []
    for name, labelled in sets.items():
        values = np.array([max(score(r, row.response) for r in row.references) for row in labelled])
        if name == "SAF":
            told.append(_correlation(values, labelled))
            continue
        measure = _f1 if name == "EfficientQA" else _accuracy
        labels = np.array([row.label for row in labelled])
        limits = THRESHOLDS if fixed is None else [fixed]
        told.append(f"{max(measure(values >= limit, labels) for limit in limits):.3f}")
    values = np.array([_best(score, case) for case in cases])
    labels = np.array([float(case.verdict == "correct") for case in cases])
    limits = list(THRESHOLDS if fixed is None else [fixed])
    limit = max(limits, key=lambda each: _accuracy(values >= each, labels))
    return [*told, _corpus(values >= limit, labels)]


def _best(score: Score, case: Case) -> float:
    return max(
        score(name, case.response)
        for item in case.prepared.question.items
        for name in (item.text, *item.accept)
    )


def _quizbowl(sets: dict[str, list[Row]], cases: list[Case]) -> list[str] | None:
    told = []
    for name, labelled in sets.items():
        pairs = [Pair.any_of(list(row.references), [], [], row.response) for row in labelled]
        checked = quizbowl(pairs, rounds=0)
        if checked is None:
            return None
        accepted = np.array([each == "accept" for each in checked.verdicts])
        labels = np.array([row.label for row in labelled])
        if name == "SAF":
            told.append(_correlation(accepted.astype(float), labelled))
        else:
            measure = _f1 if name == "EfficientQA" else _accuracy
            told.append(f"{measure(accepted, labels):.3f}")
    pairs = [Pair.of(case.prepared.question, case.response) for case in cases]
    checked = quizbowl(pairs, rounds=0)
    if checked is None:
        return None
    accepted = np.array([each == "accept" for each in checked.verdicts])
    return [*told, _corpus(accepted, np.array([float(c.verdict == "correct") for c in cases]))]


def _ours(found: Graded, cases: list[Case]) -> list[str]:
    tried = [each for each in found["SAF"] if len(each[0].response.split()) >= SHORTEST]
    accepted = [yes for _, yes, _ in found["EfficientQA"]]
    verdicts = np.array(
        [grade(case.prepared, case.response).verdict is Verdict.CORRECT for case in cases]
    )
    return [
        f"{f1(accepted, [row.label for row, _, _ in found['EfficientQA']]):.3f}",
        f"{accuracy(found['SciEntsBank']):.3f}",
        f"{accuracy(found['Beetle']):.3f}",
        _correlation(np.array([score for _, _, score in tried]), [row for row, _, _ in tried]),
        _corpus(verdicts, np.array([float(case.verdict == "correct") for case in cases])),
    ]


def _correlation(values: np.ndarray, labelled: list[Row]) -> str:
    """Mean r within a question over the real tries; none where a checker gives all the same."""
    use = [len(row.response.split()) >= SHORTEST for row in labelled]
    names = [row.question for row, used in zip(labelled, use, strict=True) if used]
    kept = values[use]
    if any(kept[[each == name for each in names]].std() == 0 for name in set(names)):
        return "–"
    return f"{within(kept, np.array([r.label for r in labelled])[use], names):.3f}"


def _corpus(accepted: np.ndarray, labels: np.ndarray) -> str:
    wrongly = (accepted & (labels == 0)).mean()
    return f"{_accuracy(accepted, labels):.3f} · {wrongly:.1%}"


def _accuracy(accepted: np.ndarray, labels: np.ndarray) -> float:
    return float((accepted == (labels == 1)).mean())


def _f1(accepted: np.ndarray, labels: np.ndarray) -> float:
    hits = float((accepted & (labels == 1)).sum())
    return 2 * hits / float(accepted.sum() + (labels == 1).sum()) if hits else 0.0
