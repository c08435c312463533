"""How right the grader is on prose, and on all modes how sure: `python -m tests.bench prose`.

Each row is graded by weights that have not seen its field, and beside it by the shipped ones, which have.
"""

import zlib
from collections.abc import Callable, Iterator, Sequence

import click

from bot.grading import grade
from bot.grading.names.match import part_of
from bot.grading.prose.features import FEATURES, features
from bot.grading.prose.objection import GUARDS
from bot.grading.prose.passage import passage_of
from bot.grading.reading.profile import profile_of
from bot.grading.reading.reading import read
from bot.model.question import Item, KeyPoint, Mode, Question
from tests.bench.strangers import strangers
from tests.fit import confidence
from tests.fit.prose_rows import ProseRow, prepared, without_points
from tests.fit.prose_unseen import (
    Unseen,
    blind,
    both,
    fitted,
    graded,
    rows_to_fit,
    unseen,
    weights,
)
from tests.fit.rows import Row, rows_of

_TENTHS = 10
_SHARES = (0.25, 0.5, 0.75)
_BESIDE = ("fair", "prose")


def figures(found: Sequence[Unseen]) -> str:
    """Accuracy · wrong accepted · right refused (rows)."""
    if not found:
        return "–"
    wrong = [each for each in found if each.row.verdict == "wrong"]
    right = [each for each in found if each.row.verdict == "correct"]
    accepted = _share(wrong, lambda each: each.grade.verdict.value == "correct")
    refused = _share(right, lambda each: each.grade.verdict.value != "correct")
    told = f"{_share(found, _is_right):.3f} · {accepted:.1%}"
    return f"{told} · {refused:.1%} ({len(found)})" if right else f"{told} ({len(found)})"


def _is_right(each: Unseen) -> bool:
    return each.grade.verdict.value == each.row.verdict


def _share(found: Sequence[Unseen], holds: Callable[[Unseen], bool]) -> float:
    return sum(map(holds, found)) / max(1, len(found))


def _groups() -> Iterator[tuple[str, Callable[[ProseRow], bool]]]:
    yield "fair", lambda row: row.source == "fair"
    yield "prose", lambda row: row.source == "prose" and not row.offtopic
    yield "ours", lambda row: row.source not in _BESIDE and not row.offtopic
    yield "answers to another question", lambda row: row.offtopic


def answers() -> list[str]:
    """Group by group in Markdown, without key points and with."""
    lines = [
        "| rows | unseen field | with key points, unseen field | fitted on them |",
        "|---|---|---|---|",
    ]
    plain, pointed = unseen(pointed=False), unseen(pointed=True)
    seen = [graded(row, pointed=False) for row in rows_to_fit()]
    for name, belongs in _groups():
        cells = (
            figures([each for each in found if belongs(each.row)])
            for found in (plain, pointed, seen)
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    for name, belongs in (
        ("ours, ten fields put away", lambda row: not row.offtopic),
        ("the same, answers to another question", lambda row: row.offtopic),
    ):
        cells = (
            figures([each for each in blind(pointed=whether) if belongs(each.row)])
            for whether in (False, True)
        )
        lines.append(f"| {name} | {' | '.join(cells)} | – |")
    cells = (figures(_by_ours_alone(pointed=whether)) for whether in (False, True))
    lines.append(f"| fair and prose, by weights from ours alone | {' | '.join(cells)} | – |")
    return [*lines, f"| strangers, first, put away | {figures(_of_strangers())} | – | – |"]


def _by_ours_alone(*, pointed: bool) -> list[Unseen]:
    """The rows beside the project by weights that have seen none of their authors."""
    beside, ours = (
        [row for row in rows_to_fit() if (row.source in _BESIDE) is whether]
        for whether in (True, False)
    )
    with weights(fitted(ours, *both(ours))):
        return [
            graded(row, pointed=pointed)
            for row in beside
            if not row.offtopic and (row.pointed or not pointed)
        ]


def _of_strangers() -> list[Unseen]:
    rows = [each.row for each in strangers("first") if each.row.mode == "text"]
    return [
        graded(
            ProseRow("strangers", row.field, row.question, row.response, row.verdict, False, True),
            pointed=False,
        )
        for row in rows
    ]


def confidences() -> list[str]:
    """In tenths: of the grades with so much confidence, how many were right; fields not seen."""
    lines = [
        "| confidence | names, numbers, lists | prose | prose with key points |",
        "|---|---|---|---|",
    ]
    found = [
        confidence.unseen_shares(),
        *([(each.grade.confidence, _is_right(each)) for each in _asked(whether)] for whether in (False, True)),
    ]  # fmt: skip
    for tenth in range(_TENTHS):
        cells = []
        for told in found:
            own = [right for sure, right in told if min(_TENTHS - 1, int(sure * _TENTHS)) == tenth]
            cells.append(f"{sum(own) / len(own):.2f} ({len(own)})" if own else "–")
        if any(cell != "–" for cell in cells):
            lines.append(f"| {tenth / 10:.1f} to {(tenth + 1) / 10:.1f} | {' | '.join(cells)} |")
    return lines


def _asked(pointed: bool) -> list[Unseen]:
    return [each for each in unseen(pointed=pointed) if not each.row.offtopic]


def decided() -> list[str]:
    """What is decided without a doubt, and what of it is right."""
    lines = ["| rows | decided without doubt | right among them |", "|---|---|---|"]
    for name, pointed in (("prose", False), ("prose with key points", True)):
        for source, belongs in (
            ("fair", lambda row: row.source == "fair"),
            ("all", lambda _: True),
        ):
            found = [each for each in _asked(pointed) if belongs(each.row)]
            sure = [each for each in found if not each.grade.unsure]
            if found:
                lines.append(
                    f"| {name}, {source} | {len(sure) / len(found):.2f} | {figures(sure)} |"
                )
    return lines


def guards() -> list[str]:
    """Of the answers on which a guard speaks, the share that is not right, set by set."""
    sets: dict[str, list[tuple[tuple[float, ...], bool]]] = {
        "prose here": [
            (_features(without_points(row.question), row.response), row.verdict == "correct")
            for row in rows_to_fit()
            if not row.offtopic
        ],
        "SciEntsBank": [_of_public(row) for row in rows_of("SciEntsBank")],
        "Beetle": [_of_public(row) for row in rows_of("Beetle")],
    }
    lines = [f"| guard | {' | '.join(sets)} |", f"|---|{'---|' * len(sets)}"]
    for name, (least, _) in GUARDS.items():
        at = FEATURES.index(name)
        cells = []
        for rows in sets.values():
            caught = [right for values, right in rows if values[at] >= least]
            share = f"{1 - sum(caught) / len(caught):.0%}" if caught else "–"
            cells.append(f"{share} of {len(caught)}")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _features(question: Question, response: str) -> tuple[float, ...]:
    ready = prepared(question)
    said = passage_of(part_of(response).reading.text)
    return features(passage_of(read(question.items[0].text).text), said, ready.asked)


def _of_public(row: Row) -> tuple[tuple[float, ...], bool]:
    asked = profile_of(read(row.question).words, runs=False)
    said = passage_of(read(row.response).text)
    best = max(
        (features(passage_of(read(each).text), said, asked) for each in row.references),
        key=lambda values: values[0],
    )
    return best, row.label == 1


def curve() -> list[str]:
    """Accuracy on fields not seen by the share of the questions that were fitted."""
    lines = ["| of the questions | without key points | with key points |", "|---|---|---|"]
    for share in (*_SHARES, 1.0):
        kept = frozenset(
            row.question.prompt
            for row in rows_to_fit()
            if zlib.crc32(row.question.prompt.encode()) % 100 < share * 100
        )
        cells = []
        for pointed in (False, True):
            found = [each for each in unseen(kept, pointed=pointed) if not each.row.offtopic]
            cells.append(f"{_share(found, _is_right):.3f}")
        lines.append(f"| {share:.0%} ({len(kept)}) | {' | '.join(cells)} |")
    return lines


_SHOWN = (
    ("What does an index cost and bring?", "It makes reads faster but slows down writes.", ("faster reads / quicker look-ups", "slower writes / inserts cost more"), ("quicker look-ups but inserts cost more", "quicker look-ups", "It makes reads slower but speeds up writes.", "what an index costs and brings")),
    ("When must you report a leak?", "Within two hours of finding it, to the duty officer.", (), ("to the duty officer, two hours after you find it at the latest", "Within two days of finding it, to the duty officer.")),
    ("When is the oven light on?", "It is on while the oven heats up and goes off once the temperature is reached.", (), ("It is off while the oven heats up and goes on once the temperature is reached.",)),
    ("How do a regulation and a directive differ?", "A regulation applies directly in all member states; a directive has to be turned into national law first.", (), ("a directive applies directly in all member states, a regulation has to be turned into national law first", "one applies directly everywhere, the other one goes through national law")),
    ("Why do prices fall when interest rises?", "Borrowing becomes dear, so that people spend less.", (), ("because everybody keeps the wallet shut",)),
)  # fmt: skip
"""Prompt, reference, key points and answers of ten grades that show how prose is judged."""


def explained() -> list[str]:
    """Ten grades in prose, as the member reads them."""
    lines = ["| answer | reference | grade | as the member reads it |", "|---|---|---|---|"]
    for prompt, reference, points, said in _SHOWN:
        named = tuple(KeyPoint(tuple(point.split(" / "))) for point in points)
        ready = prepared(Question("", prompt, Mode.TEXT, (Item(reference, points=named),)))
        for words in said:
            found = grade(ready, words)
            doubt = ", in doubt" if found.unsure else ""
            why = " ".join(found.reasons)
            lines.append(f"| “{words}” | {reference} | {found.verdict.value}{doubt} | {why} |")
    return lines


TABLES: dict[str, Callable[[], list[str]]] = {
    "prose answers": answers,
    "confidence": confidences,
    "decided": decided,
    "prose guards": guards,
    "prose curve": curve,
    "prose explained": explained,
}
"""Name of a table of docs/grading.md → its lines."""


def main() -> None:
    """All of it."""
    for name, lines in TABLES.items():
        click.echo(f"-- {name}")
        for line in lines():
            click.echo(line)
