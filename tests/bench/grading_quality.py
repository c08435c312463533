"""How right the grader is beside its peers, on the same rows: writes the tables of docs/grading.md.

Every peer with a threshold gets the one that is best for it on these very rows; ours is graded with
weights that have not seen the question. Of the answers with three verdicts nothing is fitted on.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click
import numpy as np
from rapidfuzz import fuzz, utils

from bot.grading import grade
from bot.model.grade import Verdict
from bot.model.question import Mode
from tests.bench import fair, prose, strangers
from tests.bench.quizbowl import Pair, quizbowl
from tests.fit.crossvalidation import crossvalidated, f1, figures, without_the_set
from tests.fit.prose_scores import SHORTEST, within
from tests.fit.rows import SETS, Row, rows_of
from tests.grading.cases import Case, corpus

PAGE = Path(__file__).parents[2] / "docs" / "grading.md"
Score = Callable[[str, str], float]

THRESHOLDS = range(1, 101)
_DECIMALS = 3


def main() -> None:
    """Measure, print, and write the tables into the page."""
    told = {
        "fair answers": fair_answers(),
        "strangers": strangers.table(),
        "public answers": public_answers(),
        **{name: table() for name, table in prose.TABLES.items()},
        "measured": [f"Measured on {datetime.now(UTC):%Y-%m-%d}."],
    }
    page = PAGE.read_text(encoding="utf-8")
    for name, lines in told.items():
        text = "\n".join(lines)
        click.echo(f"-- {name}\n{text}")
        page = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)",
            lambda found, text=text: f"{found[1]}{text}\n{found[2]}",  # type: ignore[misc]
            page,
            flags=re.DOTALL,
        )
    PAGE.write_text(page, encoding="utf-8")


def fair_answers() -> list[str]:
    """Ours half by half, then the peers on the groups of the first rows."""
    ratio, tuned = fair.tuned_ratio()
    checked = fair.checked_by_quizbowl()
    lines = fair.table(fair.ours())
    for name, judged in ((f"best ratio, {ratio}", tuned), ("qb-answer-checker", checked)):
        if judged is not None:
            lines += [f"| **{name}** | | |", *fair.table(judged)[2:_PEER_LINES]]
    return lines


_PEER_LINES = 10
"""Lines of the table that are told for peers: the head, and all modes of the two files."""


def public_answers() -> list[str]:
    """The lines of the table of public sets in Markdown."""
    sets = {name: rows_of(name) for name in SETS}
    cases = [
        case
        for case in corpus()
        if case.prepared.question.mode is Mode.ANY and case.prepared.need == 1
    ]
    names = [f"{name}, {_measure(name)}" for name in sets]
    lines = [
        f"| checker | {' | '.join(names)} | our corpus, {len(cases)} single answers: right"
        " · false accepts |",
        "|---" * (len(sets) + 2) + "|",
        _line("exact match", _scored(_exact, sets, cases, fixed=1)),
        _line("`ratio` > 88", _scored(_plain_ratio, sets, cases, fixed=88.0001)),
        _line("WRatio, best threshold", _scored(_processed(fuzz.WRatio), sets, cases)),
        _line("token_set, best threshold", _scored(_processed(fuzz.token_set_ratio), sets, cases)),
    ]
    checked = _quizbowl(sets, cases)
    if checked is not None:
        lines.append(_line("qb-answer-checker", checked))
    seen = figures(crossvalidated())
    verdicts = np.array(
        [grade(case.prepared, case.response).verdict is Verdict.CORRECT for case in cases]
    )
    own = _corpus(verdicts, _labels(cases))
    lines.append(_line("**Quizsheet**, fitted on the other half", [*_told(seen, sets), own]))
    apart = figures(without_the_set())
    lines.append(_line("Quizsheet, fitted on the other sets alone", [*_told(apart, sets), own]))
    return lines


def _measure(name: str) -> str:
    return {"EfficientQA": "F1", "SAF": "mean r"}.get(name, "accuracy")


def _told(found: dict[str, float], sets: dict[str, list[Row]]) -> list[str]:
    return [f"{found[name]:.{_DECIMALS}f}" if name in found else "–" for name in sets]


def _line(name: str, told: list[str]) -> str:
    return f"| {name} | " + " | ".join(told) + " |"


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
    limits = list(THRESHOLDS if fixed is None else [fixed])
    for name, labelled in sets.items():
        values = np.array([max(score(r, row.response) for r in row.references) for row in labelled])
        if name == "SAF":
            told.append(_correlation(values, labelled))
            continue
        labels = np.array([row.label for row in labelled])
        best = max(_figure(name, values >= limit, labels) for limit in limits)
        told.append(f"{best:.{_DECIMALS}f}")
    values = np.array([_best(score, case) for case in cases])
    labels = _labels(cases)
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
            told.append(f"{_figure(name, accepted, labels):.{_DECIMALS}f}")
    pairs = [Pair.of(case.prepared.question, case.response) for case in cases]
    checked = quizbowl(pairs, rounds=0)
    if checked is None:
        return None
    accepted = np.array([each == "accept" for each in checked.verdicts])
    return [*told, _corpus(accepted, _labels(cases))]


def _correlation(values: np.ndarray, labelled: list[Row]) -> str:
    """Mean r within a question over the real tries; none where a checker gives all the same."""
    use = [len(row.response.split()) >= SHORTEST for row in labelled]
    names = [row.question for row, used in zip(labelled, use, strict=True) if used]
    kept = values[use]
    if any(kept[[each == name for each in names]].std() == 0 for name in set(names)):
        return "–"
    return f"{within(kept, np.array([r.label for r in labelled])[use], names):.{_DECIMALS}f}"


def _labels(cases: list[Case]) -> np.ndarray:
    return np.array([float(case.verdict == "correct") for case in cases])


def _corpus(accepted: np.ndarray, labels: np.ndarray) -> str:
    wrongly = (accepted & (labels == 0)).mean()
    return f"{_accuracy(accepted, labels):.{_DECIMALS}f} · {wrongly:.1%}"


def _figure(name: str, accepted: np.ndarray, labels: np.ndarray) -> float:
    if _measure(name) == "F1":
        return f1(list(accepted), list(labels)) if accepted.any() else 0.0
    return _accuracy(accepted, labels)


def _accuracy(accepted: np.ndarray, labels: np.ndarray) -> float:
    return float((accepted == (labels == 1)).mean())
