"""The labelled rows beside the project, as features: what the fit and the measurements read."""

import json
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from bot.grading import PreparedQuestion
from bot.grading.compare import FEATURES, align, features, letters_alike
from bot.grading.names.match import compared, part_of
from bot.grading.reading.profile import Profile, profile_of
from bot.grading.reading.reading import Reading, read
from bot.model.question import Item, Mode, Question
from tests.grading.cases import ready

DATA = Path(__file__).parents[3] / "shared" / "data" / "grading"
SETS = {
    "EfficientQA": "efficientqa_dev.jsonl",
    "SciEntsBank": "semeval13_scientsbank_train.jsonl",
    "Beetle": "semeval13_beetle_train.jsonl",
    "SAF": "saf_train.jsonl",
    "NQ301": "nq301_dev.jsonl",
    "EVOUNA-NQ": "evouna_nq_fid_dev.jsonl",
    "EVOUNA-TQ": "evouna_tq_fid_dev.jsonl",
}
FOLDS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled response. `label` is 0 or 1, or the partial credit 0..1."""

    source: str
    question: str
    references: tuple[str, ...]
    response: str
    label: float

    @property
    def fold(self) -> int:
        """All rows of one question share a fold."""
        return zlib.crc32(self.question.encode()) % FOLDS


def rows_of(source: str) -> list[Row]:
    """The rows of one set, in the order of its file."""
    lines = (DATA / SETS[source]).read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    return [
        Row(
            source,
            each["question"],
            tuple(dict.fromkeys(each["refs"])),
            each["response"],
            float(each["score"] if "score" in each else each["label"]),
        )
        for each in records
    ]


@cache
def reading(text: str) -> tuple[Reading, Profile]:
    """A text's reading and profile, kept: references and questions come again."""
    found = read(text)
    return found, profile_of(found.words)


@cache
def question(row_question: str, references: tuple[str, ...], mode: Mode = Mode.ANY) -> Question:
    """The question that an author would write of a row's: each reference an item."""
    return Question("", row_question, mode, tuple(Item(each) for each in references))


@cache
def prepared(
    row_question: str, references: tuple[str, ...], mode: Mode = Mode.ANY
) -> PreparedQuestion:
    """That question, prepared once."""
    return ready(question(row_question, references, mode))


def matrix(row: Row) -> np.ndarray:
    """One line of features for each reference that no rule decides, with the count of its content
    words before them: the weights are fitted where they are used.
    """
    found = prepared(row.question, row.references)
    part = part_of(row.response)
    lines = []
    for item in found.items:
        phrase = item.phrases[0]
        if compared(found, item.index, phrase, part).rule != "words":
            continue
        meant, said = phrase.profile, part.profile
        letters = letters_alike(phrase.reading.key, part.reading.key)
        between = align(meant, said)
        values = features(meant, said, found.asked, between, letters, len(found.items))
        lines.append([float(len(meant.content)), *values])
    return np.array(lines).reshape(len(lines), 1 + len(FEATURES))
