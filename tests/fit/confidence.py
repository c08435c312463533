"""Fits how sure the grader is: how often grades on one ground were right, on rows not seen."""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.grading import prepare
from bot.grading.confidence import ground_of, signs_of
from bot.grading.explain import verdict_of
from bot.grading.finding import Finding
from bot.grading.pipeline import finding
from bot.grading.prepared import PreparedQuestion, Ungradable
from bot.model.grade import Verdict
from tests.bench.fair_rows import FairRow, fair_rows
from tests.bench.strangers import strangers
from tests.fit.logistic import regression
from tests.fit.prose_rows import FOLDS, ProseRow
from tests.fit.prose_unseen import every_fold

SHRUNK = 8.0
"""Grades that a ground is taken to have had already, right as often as its verdict is."""
RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Ground:
    """One grade on a row of names, numbers or lists: what it rests on, and whether it is right."""

    field: str
    ground: str
    right: bool


def grounds() -> list[Ground]:
    """Every labelled answer of names, numbers and lists. No weight was fitted on any of them."""
    rows = [row for file in ("fair", "terms") for row in fair_rows(file)]
    rows += [each.row for name in ("first", "second", "third") for each in strangers(name)]
    return [found for row in rows if row.mode != "text" and (found := _ground(row))]


def _ground(row: FairRow) -> Ground | None:
    prepared = prepare(row.question, row.lexicon)
    if isinstance(prepared, Ungradable):
        return None
    found = finding(prepared, row.response)
    verdict = verdict_of(found)
    return Ground(row.field, ground_of(prepared, found, verdict), verdict.value == row.verdict)


def shares(found: Sequence[Ground]) -> dict[str, float]:
    """Ground → the share that was right; for each verdict also that of all its grounds."""
    of_verdict: dict[str, list[bool]] = defaultdict(list)
    of_ground: dict[str, list[bool]] = defaultdict(list)
    for each in found:
        of_verdict[f"{each.ground.rpartition('/')[0]}/"].append(each.right)
        of_ground[each.ground].append(each.right)
    table = {key: round(sum(rights) / len(rights), 3) for key, rights in of_verdict.items()}
    for key, rights in of_ground.items():
        usual = table[f"{key.rpartition('/')[0]}/"]
        table[key] = round((sum(rights) + SHRUNK * usual) / (len(rights) + SHRUNK), 3)
    return dict(sorted(table.items()))


def unseen_shares() -> list[tuple[float, bool]]:
    """The confidence in each grade, counted on other fields, and whether it is right."""
    found = grounds()
    told: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        table = shares([each for each in found if _fold(each.field) != fold])
        for each in found:
            if _fold(each.field) == fold:
                usual = table.get(f"{each.ground.rpartition('/')[0]}/", 0.5)
                told.append((table.get(each.ground, usual), each.right))
    return told


def _fold(field: str) -> int:
    return zlib.crc32(field.encode()) % FOLDS


@dataclass(frozen=True, slots=True)
class Sign:
    """One verdict on prose by weights that have not seen its field, and whether it is right."""

    row: ProseRow
    verdict: Verdict
    signs: tuple[float, ...]
    right: bool


def signs() -> list[Sign]:
    """Every row of prose that is an answer to its own question, without key points and with."""
    found: list[Sign] = []
    for pointed in (False, True):
        found += every_fold(_sign, pointed=pointed)
    return [each for each in found if not each.row.offtopic]


def _sign(row: ProseRow, question: PreparedQuestion) -> list[Sign]:
    made: Finding = finding(question, row.response)
    if made.prose is None:
        return []
    verdict = verdict_of(made)
    return [Sign(row, verdict, signs_of(made.prose), verdict.value == row.verdict)]


def weights(found: Sequence[Sign]) -> dict[str, tuple[float, ...]]:
    """Verdict → the weights of the signs."""
    fitted: dict[str, tuple[float, ...]] = {}
    for verdict in (Verdict.WRONG, Verdict.PARTIAL, Verdict.CORRECT):
        own = [each for each in found if each.verdict is verdict]
        x = np.array([each.signs for each in own])
        y = np.array([float(each.right) for each in own])
        beta = regression(x, y, np.ones(len(y)), RIDGE)
        fitted[verdict.value] = tuple(round(float(each), 3) for each in beta)
    return fitted
