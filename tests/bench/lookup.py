"""Look-ups and completions over 10,000 questions, side by side with `rapidfuzz.process.extract`.

`python -m tests.bench lookup` prints the figures of docs/lookup.md.
"""

import gc
import random
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

import click
from rapidfuzz import fuzz, process, utils

from bot.lookup import Index, build_index
from bot.model.question import Item, Kind, Mode, Question
from bot.model.sheet import Glossary
from bot.sheets import read_path
from tests.lookup.cases import CASES, SHEETS, Case, right

QUESTIONS = 10_000
LOOKUPS = 2_000
COMPARED = 30
"""Look-ups that are put to both: the slower one takes its time."""
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "lan", "flow")
Lookup = Callable[[str], Iterable[tuple[str, int]]]


def sheet(count: int, rng: random.Random) -> tuple[Question, ...]:
    """Questions and definitions in the words of the shipped sheet and of ones that are made up,
    common words as common as people's.
    """
    shipped = " ".join(q.prompt for q in read_path(Path("content")).asked).split()
    made = ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(8_000)]
    found: list[Question] = []
    for line in range(1, count + 1):
        term = " ".join(rng.choices(made, k=rng.randint(1, 3))).title()
        words = rng.choices(shipped, k=rng.randint(5, 12)) + rng.choices(made, k=2)
        said = " ".join(words)
        why = " ".join(rng.choices(shipped, k=18))
        if line % 2:
            items = tuple(Item(" ".join(rng.choices(made, k=2))) for _ in range(line % 4 + 1))
            found.append(Question(f"q{line}", said, Mode.ALL, items, why=why, line=line))
            continue
        forth = Question(
            f"q{line}", f"What is {term}, or what is it used for?", Mode.TEXT, (Item(said),),
            kind=Kind.DEFINITION, line=line, why=why, term=term,
        )  # fmt: skip
        found.append(forth)
    return tuple(found)


def typed(questions: tuple[Question, ...], count: int, rng: random.Random) -> list[str]:
    """What people might look up: terms, questions, typos, beginnings, other words."""
    found: list[str] = []
    for _ in range(count):
        question = rng.choice(questions)
        words = (question.term or question.prompt).split()
        kind = rng.randrange(6)
        if kind == 0:
            text = " ".join(words)
        elif kind == 1:
            text = misspelt(" ".join(words[:4]), rng)
        elif kind == 2:
            text = " ".join(words)[: rng.randint(3, 9)]
        elif kind == 3:
            text = " ".join(rng.sample(words, len(words)))
        elif kind == 4:
            text = f"how do I {misspelt(' '.join(question.items[0].text.split()[:5]), rng)} with it"
        else:
            text = " ".join("".join(rng.choices("abcdefghij", k=7)) for _ in range(3))
        found.append(text)
    return found


def misspelt(text: str, rng: random.Random) -> str:
    """One letter swapped with its neighbour."""
    at = rng.randrange(max(len(text) - 1, 1))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def timed(work: Callable[[str], object], texts: list[str]) -> list[float]:
    """Milliseconds for each text, ascending; the better of three tries each, since whatever else
    the machine does is not measured.
    """
    return sorted(min(_once(work, text) for _ in range(3)) for text in texts)


def _once(work: Callable[[str], object], text: str) -> float:
    began = perf_counter()
    work(text)
    return (perf_counter() - began) * 1000


def share(taken: list[float], percent: float) -> float:
    """The time that so many percent stay below."""
    return taken[min(len(taken) - 1, int(len(taken) * percent / 100))]


def fuzzy(questions: Iterable[Question], glossary: Glossary) -> Lookup:
    """The same entries behind `process.extract` with `WRatio`: prompts, answers and aliases."""
    names = {term.casefold(): others for term, others in glossary.aliases}
    texts: list[str] = []
    owners: list[tuple[str, int]] = []
    for question in questions:
        said = [t for item in question.items for t in (item.text, *item.accept)]
        for text in (question.prompt, *said):
            for form in (text, *names.get(text.casefold(), ())):
                texts.append(utils.default_process(form))
                owners.append((question.id, question.line))

    def lookup(query: str) -> Iterable[tuple[str, int]]:
        matches = process.extract(utils.default_process(query), texts, scorer=fuzz.WRatio, limit=40)
        best = dict.fromkeys(owners[at] for _, _, at in matches)
        return list(best)[:5]

    return lookup


def quality(lookups: dict[str, Lookup], cases: Iterable[Case]) -> tuple[int, int, int]:
    """How many cases there are, and how many are right first and among five."""
    count = first = five = 0
    for case in cases:
        if case.sheet in lookups and case.expected:
            found = list(lookups[case.sheet](case.query))
            count += 1
            first += right(case, found[:1])
            five += right(case, found[:5])
    return count, first, five


def entries(index: Index) -> Lookup:
    """An index as a look-up of ids and lines."""
    return lambda query: [(hit.question.id, hit.question.line) for hit in index.search(query)]


def main() -> None:
    """Measure and print."""
    rng = random.Random(20)
    questions = sheet(QUESTIONS, rng)
    gc.collect()
    began = perf_counter()
    index = build_index(questions, Glossary())
    built = perf_counter() - began
    tracemalloc.start()
    again = build_index(questions, Glossary())
    size = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    del again
    queries = typed(questions, LOOKUPS, rng)
    growing = [
        text[: n + 1] for text in queries[: LOOKUPS // 10] for n in range(min(len(text), 12))
    ]
    gc.collect()
    search, complete = timed(index.search, queries), timed(index.complete, growing)
    both = queries[:COMPARED]
    ours, theirs = timed(index.search, both), timed(fuzzy(questions, Glossary()), both)
    click.echo(f"index of {QUESTIONS:,} questions: built in {built:.2f} s, {size:.0f} MiB")
    for name, taken in (("look-up", search), ("completion", complete)):
        click.echo(f"{name:<11} median {median(taken):.2f} ms, p99 {share(taken, 99):.2f} ms")
    ratio = sum(theirs) / sum(ours)
    found = sum(hits[0].found for text in queries if (hits := index.search(text, 1)))
    offered = sum(bool(index.complete(text)) for text in growing)
    click.echo(
        f"{found / len(queries):.0%} of the look-ups find, {offered / len(growing):.0%} of the "
        "completions offer something; one look-up in six is of words that nobody knows"
    )
    click.echo(
        f"{COMPARED} look-ups by both: {sum(ours):.0f} ms, WRatio {sum(theirs):.0f} ms ({ratio:.0f} times)"
    )
    read = {name: read_path(path) for name, path in SHEETS.items() if path.exists()}
    rows = {
        "this index": {n: entries(build_index(s.asked, s.glossary)) for n, s in read.items()},
        "WRatio": {n: fuzzy(s.asked, s.glossary) for n, s in read.items()},
    }
    for name, lookups in rows.items():
        count, first, five = quality(lookups, CASES)
        click.echo(
            f"{name:<11} first {first / count:.1%}, among five {five / count:.1%} of {count}"
        )


if __name__ == "__main__":
    main()
