"""Grading: what it costs beside npm's qb-answer-checker, and how right it is beside its peers.

`python -m tests.bench grading` measures the costs, `python -m tests.bench grading_quality` writes
the table of docs/grading.md.
"""

import json
import random
import statistics
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

import click

from bot.grading import PreparedQuestion, build_lexicon, grade, prepare
from bot.model.question import Item, Mode, Question
from bot.model.sheet import Glossary
from tests.bench.quizbowl import Pair, quizbowl
from tests.grading.cases import corpus

ROUNDS = 5
TURNS = 3
EIGHT = (
    "Object2Vec", "BlazingText", "Linear Learner", "Random Cut Forest (RCF)", "DeepAR",
    "Semantic Segmentation", "Factorization Machines", "IP Insights",
)  # fmt: skip
SAID = "random cut forrest, deep ar, ip insigths, blazing text, objects to vec, linear learner, xgboost, factorisation machines"
LINES = 10_000
PREPARED = 10_000


def main() -> None:
    """Measure and print every cost."""
    single_item()
    eight_items()
    hostile()
    preparing()
    lexicon()
    lines()


def microseconds(work: Callable[[], object], count: int) -> float:
    """Per piece of work, the best of several rounds: what else the machine does is not ours."""
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return min(taken) / count * 1e6


def single_pairs() -> list[tuple[PreparedQuestion, str]]:
    """The corpus' answers to questions with one item, as people type them."""
    return [
        (case.prepared, case.response)
        for case in corpus()
        if case.prepared.question.mode is Mode.ANY
        and len(case.prepared.items) == 1
        and len(case.response) < 200
    ]


def single_item() -> None:
    """One prepared question of one item, on the same pairs as qb-answer-checker."""
    pairs = single_pairs()

    def all_pairs() -> None:
        for prepared, response in pairs:
            grade(prepared, response)

    median = statistics.median(
        microseconds(lambda pair=pair: grade(*pair), 1)  # type: ignore[misc]
        for pair in pairs
    )
    as_lines = [Pair.of(prepared.question, response) for prepared, response in pairs]
    ours, theirs = float("inf"), None
    for _ in range(TURNS):
        # By turns: what else the machine does falls on both.
        ours = min(ours, microseconds(all_pairs, len(pairs)))
        checked = quizbowl(as_lines)
        if checked is not None and (theirs is None or checked.microseconds < theirs.microseconds):
            theirs = checked
    if theirs is None:
        click.echo(
            f"single item: {ours:.0f} µs, median {median:.0f} µs (no npm: qb-answer-checker not measured)"
        )
        return
    click.echo(
        f"single item, {len(pairs)} pairs: median {median:.0f} µs, mean {ours:.0f} µs, qb-answer-checker "
        f"{theirs.microseconds:.0f} µs, ratio {ours / theirs.microseconds:.2f}"
    )


def eight_items() -> None:
    """A list of eight, with typing mistakes and one wrong name."""
    prepared = prepare(Question("", "Name them.", Mode.ALL, tuple(map(Item, EIGHT))))
    plain = ", ".join(EIGHT[::-1])
    for name, said in (("as the sheet has it", plain), ("with mistakes", SAID)):

        def again(said: str = said) -> None:
            for _ in range(200):
                grade(prepared, said)

        came = grade(prepared, said)
        click.echo(
            f"eight items, {name}: {microseconds(again, 200):.0f} µs, {len(came.hits)} recognised"
        )


def hostile() -> None:
    """4,000 characters that try to be slow, to a name and to a list."""
    texts = {
        "a,": "a," * 2_000, "or": "or " * 1_333, "words": "aaaaaaaab " * 400,
        "names": (", ".join(EIGHT) + ", ") * 40, "no, wait": "no, wait, " * 400,
        "numbers": "1.2.3," * 666, "marks": "*_`[](" * 666, "accents": "é" * 4_000,
        "prose": "the model learns what the data say and not what we want " * 70,
    }  # fmt: skip
    single = prepare(Question("", "Which?", Mode.ANY, (Item(EIGHT[3]),)))
    many = prepare(Question("", "Name them.", Mode.ALL, tuple(map(Item, EIGHT))))
    statement = " ".join(["the model stores weights of every layer in a file on disk"] * 3)
    text = prepare(Question("", "Why?", Mode.TEXT, (Item(statement),)))
    for name, prepared in (("name", single), ("list", many), ("prose", text)):
        slowest = max(
            (microseconds(lambda said=said, p=prepared: grade(p, said[:4_000]), 1) / 1_000, kind)  # type: ignore[misc]
            for kind, said in texts.items()
        )
        click.echo(f"4,000 characters to a {name}: at most {slowest[0]:.1f} ms ({slowest[1]!r})")


def made_questions(count: int) -> list[Question]:
    """Questions in the corpus' words, no two alike."""
    rng = random.Random(1)
    known = [case.prepared.question for case in corpus()]
    words = " ".join(item.text for question in known for item in question.items).split()
    return [
        replace(
            known[at % len(known)],
            prompt=f"{known[at % len(known)].prompt} {at}",
            items=tuple(
                replace(item, text=f"{item.text} {rng.choice(words)}")
                for item in known[at % len(known)].items
            ),
        )
        for at in range(count)
    ]


def preparing() -> None:
    """Time and memory of 10,000 prepared questions."""
    questions = made_questions(PREPARED)
    start = process_time()
    kept = [prepare(each) for each in questions]
    seconds = process_time() - start
    del kept
    tracemalloc.start()
    kept = [prepare(each) for each in questions]
    megabytes = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    click.echo(
        f"preparing {len(kept):,} questions: {seconds:.1f} s of processor time, {megabytes:.0f} MB"
    )


def lexicon() -> None:
    """The lexicon of a glossary of 1,000 terms with 20 other names each."""
    rng = random.Random(2)
    words = " ".join(item.text for q in made_questions(200) for item in q.items).split()
    glossary = Glossary(
        tuple(
            (
                f"{rng.choice(words)} {rng.choice(words)} {at}",
                tuple(
                    f"{rng.choice(words)} {rng.choice(words)} {at} {other}" for other in range(20)
                ),
            )
            for at in range(1_000)
        )
    )
    seconds = microseconds(lambda: build_lexicon((), glossary), 1) / 1e6
    click.echo(f"a lexicon of 1,000 terms with 20 other names each: {seconds:.1f} s")


def lines() -> None:
    """`quizsheet grade --jsonl` as people run it, start-up included."""
    cases = corpus()
    for name, questions in (
        ("every line another question", made_questions(LINES)),
        ("questions repeat", [cases[at % len(cases)].prepared.question for at in range(2 * LINES)]),
    ):
        text = "".join(
            json.dumps(line_of(at, question, cases[at % len(cases)].response)) + "\n"
            for at, question in enumerate(questions)
            if len(cases[at % len(cases)].response) < 500
        )
        count = text.count("\n")
        taken = []
        for _ in range(3):
            start = perf_counter()
            subprocess.run(
                [str(Path(sys.executable).with_name("quizsheet")), "grade", "--jsonl"],
                input=text.encode(),
                stdout=subprocess.DEVNULL,
                check=True,
            )
            taken.append(perf_counter() - start)
        click.echo(f"grade --jsonl, {name}: {count / min(taken):,.0f} lines a second")


def line_of(at: int, question: Question, response: str) -> dict[str, object]:
    """A question and a response as `quizsheet grade --jsonl` reads them."""
    return {
        "id": at,
        "question": question.prompt,
        "mode": question.mode.value,
        "need": question.need,
        "items": [
            {
                "text": item.text,
                "accept": list(item.accept),
                "reject": list(item.reject),
                "more": list(item.more),
            }
            for item in question.items
        ],
        "response": response,
    }
