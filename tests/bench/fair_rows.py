"""The labelled answers beside the project with three verdicts, split by question into two halves.

Rules are made on the `work` half and its rows may be read; of the `unseen` half only sums are ever
shown. Both are printed side by side: what a rule brings to one and not to the other, it was made for.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.grading import Lexicon, PreparedQuestion, Ungradable, build_lexicon, grade, prepare
from bot.grading.lines import glossary_of, question_of
from bot.model.grade import Grade
from bot.model.question import Question
from tests.fit.rows import DATA

FILES = {"fair": "fair_dev.jsonl", "terms": "terms_dev.jsonl", "prose": "prose_dev.jsonl"}
WORK = "work"
UNSEEN = "unseen"
HALVES = (WORK, UNSEEN)
SEED_FIELD = "Machine learning on AWS"
"""The field of the sheet that the product was asked for."""


@dataclass(frozen=True, slots=True)
class FairRow:
    """One answer with the verdict and the score that a fair quizmaster gives."""

    id: str
    file: str
    field: str
    half: str
    question: Question
    lexicon: Lexicon
    response: str
    verdict: str
    score: float | None
    offtopic: bool

    @property
    def mode(self) -> str:
        """The mode of its question."""
        return self.question.mode.value


def half_of(question: str) -> str:
    """The half that all answers to one question share."""
    return HALVES[zlib.crc32(question.strip().lower().encode()) % 2]


@cache
def fair_rows(file: str) -> tuple[FairRow, ...]:
    """The rows of one file, in its order."""
    lines = (DATA / FILES[file]).read_text(encoding="utf-8").splitlines()
    return tuple(row_of(file, json.loads(line)) for line in lines if line.strip())


def row_of(file: str, line: dict[str, object]) -> FairRow:
    """A row from its line of data."""
    question = question_of(line)
    score = line.get("score")
    return FairRow(
        id=str(line["id"]),
        file=file,
        field=str(line.get("field") or ""),
        half=half_of(question.prompt),
        question=question,
        lexicon=build_lexicon((), glossary_of(line)),
        response=str(line["response"]),
        verdict=str(line["verdict"]),
        score=float(score) if isinstance(score, int | float) else None,
        offtopic=bool(line.get("offtopic")),
    )


@cache
def ready(question: Question) -> PreparedQuestion | Ungradable:
    """A question prepared once for all its rows."""
    return prepare(question)


def graded(row: FairRow) -> Grade:
    """What the grader says of a row."""
    if row.lexicon.aliases:
        return grade(prepare(row.question, row.lexicon), row.response)
    return grade(ready(row.question), row.response)


def work_rows() -> Iterator[FairRow]:
    """The rows that may be read while rules are made."""
    return (row for file in FILES for row in fair_rows(file) if row.half == WORK)
