"""The labelled rows beside the project, as features: what the fit and the measurements read."""

import json
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from bot.grading.compare import align, features, letters_alike
from bot.grading.profile import Profile, profile_of
from bot.grading.reading import Reading, read

DATA = Path(__file__).parents[3] / "shared" / "data" / "grading"
SETS = {
    "EfficientQA": "efficientqa_dev.jsonl",
    "SciEntsBank": "semeval13_scientsbank_train.jsonl",
    "Beetle": "semeval13_beetle_train.jsonl",
    "SAF": "saf_train.jsonl",
}
FOLDS = 5


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


def matrix(row: Row) -> np.ndarray:
    """One line of features for each reference, with the count of its content words before them."""
    _, asked = reading(row.question)
    response, said = reading(row.response)
    lines = []
    for reference in row.references:
        meant_reading, meant = reading(reference)
        letters = letters_alike(meant_reading.key, response.key)
        found = features(meant, said, asked, align(meant, said), letters, len(row.references))
        lines.append([float(len(meant.content)), *found])
    return np.array(lines)
