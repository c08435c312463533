"""The corpus of answers as people type them, labelled as a fair quizmaster would."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.grading import EMPTY_LEXICON, Lexicon, PreparedQuestion, build_lexicon, prepare
from bot.grading.lines import question_of
from bot.model.question import Item, Mode, Question

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One answer to one question with the verdict it deserves; `score` only where it matters."""

    prepared: PreparedQuestion
    response: str
    verdict: str
    category: str
    score: float | None

    def __str__(self) -> str:
        items = " | ".join(item.text for item in self.prepared.question.items)
        return f"[{self.category}] {items} ← {self.response[:80]!r}"


def field_of(names: list[str]) -> Lexicon:
    """The lexicon of a sheet that lists `names` as terms of one kind."""
    if not names:
        return EMPTY_LEXICON
    listed = Question("field", "", Mode.ALL, tuple(Item(name) for name in names))
    return build_lexicon((listed,))


def ready(question: Question, lexicon: Lexicon = EMPTY_LEXICON) -> PreparedQuestion:
    """A question made ready for grading; the test is at fault where it cannot be."""
    prepared = prepare(question, lexicon)
    assert isinstance(prepared, PreparedQuestion), prepared
    return prepared


@cache
def corpus() -> tuple[Case, ...]:
    """Every case of every file, questions prepared once."""
    found: list[Case] = []
    for path in sorted(FOLDER.glob("*.jsonl")):
        for text in path.read_text(encoding="utf-8").splitlines():
            line = json.loads(text)
            prepared = ready(question_of(line), field_of(line.get("field", [])))
            found += [
                Case(
                    prepared, each["response"], each["verdict"], each["category"], each.get("score")
                )
                for each in line["answers"]
            ]
    return tuple(found)
