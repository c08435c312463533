"""Labelled answers in prose, as features: those beside the project, and those of our own.

Of our own (*tests/grading/prose*) the lines marked `blind` are measured and never fitted.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from bot.grading import PreparedQuestion
from bot.grading.lines import question_of
from bot.grading.names.match import part_of
from bot.grading.prose.features import FEATURES, features
from bot.grading.prose.key_points import said_points
from bot.grading.prose.passage import passage_of
from bot.model.question import Item, Question
from tests.fit.rows import DATA
from tests.grading.cases import ready

OURS = Path(__file__).parents[1] / "grading" / "prose"
BESIDE = {"fair": "fair_dev.jsonl", "prose": "prose_dev.jsonl"}
FOLDS = 10
VERDICTS = ("wrong", "partial", "correct")


@dataclass(frozen=True, slots=True)
class ProseRow:
    """One answer in prose with the verdict of a fair quizmaster."""

    source: str
    """The file without its ending."""
    field: str
    question: Question
    """With its key points, where somebody wrote some."""
    response: str
    verdict: str
    offtopic: bool
    """Whether it is an answer to another question."""
    blind: bool

    @property
    def fold(self) -> int:
        """All rows of one field share a fold."""
        return zlib.crc32(self.field.encode()) % FOLDS

    @property
    def pointed(self) -> bool:
        """Whether its question has key points."""
        return any(item.points for item in self.question.items)


@cache
def prose_rows() -> tuple[ProseRow, ...]:
    """All of them, file by file; answers to another question get the key points of theirs."""
    found = [(name, line) for name, file in BESIDE.items() for line in _lines(DATA / file)]
    found += [(path.stem, line) for path in sorted(OURS.glob("*.jsonl")) for line in _spread(path)]
    points = {str(line["question"]): line["points"] for _, line in found if line.get("points")}
    return tuple(
        _row(name, line, points.get(str(line["question"])))
        for name, line in found
        if line["mode"] == "text"
    )


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _spread(path: Path) -> Iterator[dict[str, object]]:
    """The answers to each question of ours, one a line as the files beside the project have them."""
    for question in _lines(path):
        answers = question.pop("answers")
        assert isinstance(answers, list)
        common = {"mode": "text", "items": [{"text": question.pop("reference")}]}
        for answer in answers:
            yield {**question, **common, **answer}


def _row(name: str, line: dict[str, object], points: object) -> ProseRow:
    question = question_of({**line, "points": points})
    return ProseRow(
        source=name,
        field=str(line["field"]),
        question=question,
        response=str(line["response"]),
        verdict=str(line["verdict"]),
        offtopic=bool(line.get("offtopic")),
        blind=bool(line.get("blind")),
    )


@cache
def prepared(question: Question) -> PreparedQuestion:
    """A question, prepared once for all its rows."""
    return ready(question)


def without_points(question: Question) -> Question:
    """The question as an author leaves it who names no key points."""
    items = tuple(Item(each.text, each.accept, each.reject, each.more) for each in question.items)
    return Question(question.id, question.prompt, question.mode, items, question.need)


def matrix(rows: list[ProseRow], *, pointed: bool) -> np.ndarray:
    """One line of features for each row, with its question's key points or without."""
    found = np.zeros((len(rows), len(FEATURES)))
    for at, row in enumerate(rows):
        question = prepared(row.question if pointed else without_points(row.question))
        item = question.items[0]
        said = passage_of(part_of(row.response).reading.text)
        points = said_points(item.points, said, question.asked)
        found[at] = features(item.prose[0], said, question.asked, points)
    return found
