"""What an accepted wording does to other answers: a right answer that the grader refused is taken for a
phrase, and all other answers to its question are graded with it and without.

None of these rows was looked at when the rule was made that a phrase counts only where it is said
(`bot/grading/said.py`). `anywhere` is what a phrase would do without that rule.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.grading import grade, prepare, says
from bot.model.appeal import Decider, Phrase
from bot.model.grade import Verdict
from bot.model.question import Item, Mode, Question
from bot.quiz.rules.regrading import with_phrases
from tests.bench.fair_rows import FILES, fair_rows
from tests.fit.rows import DATA
from tests.store.cast import NINE

NAMES = ("efficientqa_dev", "nq301_dev", "semeval13_beetle_train", "semeval13_scientsbank_train")
MOST = 3
"""Phrases that are tried of one question."""
BY = Decider("ada", "Ada", NINE)


@dataclass(slots=True)
class Sums:
    """Answers that a phrase turned to correct."""

    phrases: int = 0
    others: int = 0
    right: int = 0
    wrong: int = 0
    right_anywhere: int = 0
    wrong_anywhere: int = 0

    def __str__(self) -> str:
        return (
            f"{self.phrases:6} {self.others:7} {self.right:6} {self.wrong:6} "
            f"{self.right_anywhere:9} {self.wrong_anywhere:9}"
        )


def main() -> None:
    """Measure every set of answers and print one table."""
    title = (
        f"{'':28} {'phrase':>6} {'others':>7} {'right':>6} {'wrong':>6} {'right':>9} {'wrong':>9}"
    )
    print(f"{title}\n{'':44}{'said':>12} {'anywhere':>19}")  # noqa: T201 - a benchmark prints
    for name, answers in sets():
        print(f"{name:28} {sums(answers)}")  # noqa: T201


def sets() -> Iterator[tuple[str, dict[Question, list[tuple[str, bool]]]]]:
    """Questions with their answers, and whether a person called them right."""
    for name in NAMES:
        lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        mode = Mode.TEXT if name.startswith("semeval") else Mode.ANY
        found: dict[Question, list[tuple[str, bool]]] = defaultdict(list)
        for row in map(json.loads, lines):
            first, *more = row["refs"]
            item = Item(first, accept=tuple(more))
            question = Question(row["question"], row["question"], mode, (item,))
            found[question].append((row["response"], row["label"] == 1))
        yield name, found
    for name in FILES:
        found = defaultdict(list)
        for each in fair_rows(name):
            if len(each.question.items) == 1:
                found[each.question].append((each.response, each.verdict == "correct"))
        yield name, found


def sums(answers: dict[Question, list[tuple[str, bool]]]) -> Sums:
    """What the phrases of all questions did."""
    total = Sums()
    for question, given in answers.items():
        plain = prepare(question)
        refused = [
            (text, right)
            for text, right in dict.fromkeys(given)
            if grade(plain, text).verdict is not Verdict.CORRECT
        ]
        for number, words in enumerate([text for text, right in refused if right][:MOST]):
            phrase = Phrase("t", f"p{number}", "r", "s", "q", question.items[0].text, words, BY)
            _count(total, question, phrase, [each for each in refused if each[0] != words])
    return total


def _count(total: Sums, question: Question, phrase: Phrase, others: list[tuple[str, bool]]) -> None:
    ready = prepare(with_phrases(question, (phrase,)))
    total.phrases += 1
    total.others += len(others)
    for text, right in others:
        if grade(ready, text).verdict is Verdict.CORRECT:
            said = says(text, phrase.words)
            total.right_anywhere += right
            total.wrong_anywhere += not right
            total.right += right and said
            total.wrong += said and not right
