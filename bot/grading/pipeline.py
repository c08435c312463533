"""From a prepared question and a response to a grade."""

from bot.grading.parts import split
from bot.grading.prepare import PreparedItem, PreparedQuestion
from bot.grading.reading import Reading, read, says_nothing
from bot.grading.spelling import contrary, mistyped
from bot.grading.words import Word
from bot.model.grade import Evidence, Grade, Verdict
from bot.model.question import Mode


def grade(prepared: PreparedQuestion, response: str) -> Grade:
    """The grade of one response. Pure, deterministic, and never raises."""
    reading = read(response)
    items = prepared.items
    if not items or not reading.words:
        return Grade(Verdict.WRONG, 0.0, missing=tuple(range(len(items))))
    if says_nothing(reading) and reading.key not in prepared.exact:
        return Grade(Verdict.WRONG, 0.0, missing=tuple(range(len(items))))
    mode = prepared.question.mode
    need = prepared.question.need if mode is Mode.ANY else len(items)
    parts = [read(each) for each in split(response)] if need > 1 else [reading]
    hits: dict[int, Evidence] = {}
    for part in parts or [reading]:
        best = max((_match(item, part, prepared) for item in items), key=lambda each: each.credit)
        if best.credit >= 0.6 and best.item not in hits:
            hits[best.item] = best
    score = min(1.0, len(hits) / need)
    verdict = Verdict.CORRECT if score >= 1 else Verdict.PARTIAL if hits else Verdict.WRONG
    found = tuple(sorted(hits))
    missing = tuple(each for each in range(len(items)) if each not in hits)
    return Grade(
        verdict,
        score,
        hits=found,
        evidence=tuple(hits[each] for each in found),
        missing=() if verdict is Verdict.CORRECT else missing,
        reasons=(f"{len(hits)} of {need}.",) if need > 1 else (),
    )


def _match(item: PreparedItem, part: Reading, prepared: PreparedQuestion) -> Evidence:
    known = prepared.exact.get(part.key) or prepared.exact.get(part.core)
    if part.key in item.rejected:
        return Evidence(item.index, part.text, "reject", 0.0)
    if known is not None and known[0] == item.index:
        return Evidence(item.index, part.text, known[1])
    credit = max((_coverage(phrase.reading, part) for phrase in item.phrases), default=0.0)
    return Evidence(item.index, part.text, "words", credit)


def _coverage(meant: Reading, said: Reading) -> float:
    if not meant.words or not said.words:
        return 0.0
    for one in meant.words:
        for other in said.words:
            if contrary(one.base, other.base):
                return 0.0
    if any(each.negation for each in meant.words) != any(each.negation for each in said.words):
        return 0.0
    recall = _share(meant.words, said.words)
    precision = _share(said.words, meant.words)
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _share(of: tuple[Word, ...], by: tuple[Word, ...]) -> float:
    stems = {each.stem for each in by}
    total = sum(each.weight for each in of)
    got = sum(
        each.weight
        for each in of
        if each.stem in stems or any(mistyped(each, other) for other in by[:200])
    )
    return got / total if total else 0.0
