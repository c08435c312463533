"""How long reading takes: `python -m tests.bench.sheets`."""

import random
import time
from collections.abc import Callable

from bot.sheets import inherit_ids, read_sheet

QUESTIONS = 10_000
_WORDS = [
    "batch",
    "boosted",
    "cluster",
    "column",
    "data",
    "forest",
    "gradient",
    "index",
    "kernel",
    "layer",
    "linear",
    "model",
    "queue",
    "rate",
    "sample",
    "shard",
    "sparse",
    "stream",
    "table",
    "token",
    "tree",
    "tuning",
    "vector",
    "weight",
    "window",
]


def sheet_of(count: int, *, seed: int = 1) -> bytes:
    """A sheet of `count` questions with one to four items, explanations and sources."""
    dice = random.Random(seed)

    def some(number: int) -> str:
        return " ".join(dice.choice(_WORDS) for _ in range(number))

    lines = []
    for number in range(count):
        if number % 50 == 0:
            lines.append(f"## Topic {number // 50}\n")
        lines.append(f"Q. What is __{some(4)}__ number {number}?")
        lines += [
            f"- {some(3)} `{item}`\n  accept: {some(2)} | {some(2)}"
            for item in range(dice.randint(1, 4))
        ]
        lines.append(f"why: It is {some(8)}.\nsource: https://example.org/{number}\n")
    return "\n".join(lines).encode()


def definitions_of(count: int, *, seed: int = 1) -> bytes:
    """A sheet of `count` definitions outside any question."""
    dice = random.Random(seed)
    lines = [
        f"- {dice.choice(_WORDS)} {number} - {' '.join(dice.choice(_WORDS) for _ in range(6))}"
        for number in range(count)
    ]
    return "\n".join(lines).encode()


def best_of(times: int, work: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def main() -> None:
    """Print one line a measurement."""
    source, definitions = sheet_of(QUESTIONS), definitions_of(QUESTIONS)
    sheet = read_sheet(source, id="bench", name="bench.md")
    other = read_sheet(sheet_of(QUESTIONS, seed=2), id="bench", name="bench.md")
    terms = {each.term for each in read_sheet(definitions, id="a", name="a.md").asked}
    for what, found in (("questions", len(sheet.asked)), ("definitions", len(terms))):
        if found != QUESTIONS:
            raise ValueError(f"{found} {what} are read of {QUESTIONS}")
    for name, work in (
        (
            f"read {QUESTIONS:,} questions, {len(source) / 1e6:.1f} MB",
            lambda: read_sheet(source, id="a", name="a.md"),
        ),
        (f"read {QUESTIONS:,} definitions", lambda: read_sheet(definitions, id="a", name="a.md")),
        ("replace a sheet by itself", lambda: inherit_ids(sheet, sheet)),
        ("replace a sheet by another one", lambda: inherit_ids(sheet, other)),
    ):
        print(f"{best_of(3, work):6.2f} s  {name}")  # noqa: T201 - a benchmark prints


if __name__ == "__main__":
    main()
