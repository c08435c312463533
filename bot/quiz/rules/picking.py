"""Picking: which question a channel gets next."""

from collections.abc import Collection, Sequence
from random import Random

from bot.model.question import Question
from bot.model.report import Aside
from bot.quiz.ports.rounds import Asked
from bot.quiz.rules.identity import named


def pick(
    questions: Sequence[Question],
    asked: Sequence[Asked],
    rng: Random,
    without: Collection[str] = (),
) -> Question | None:
    """One of the questions that the channel has had least often, by chance; `without` are the ids
    of those that must not come now.

    So every question comes once before any comes twice. In a second turn the longest ago come
    first, and a topic does not follow itself where there is another. None if there is nothing to
    ask.
    """
    free = [question for question in questions if question.id not in without]
    if not free:
        return None
    history = {entry.question_id: entry for entry in asked}
    times = {q.id: history[q.id].times if q.id in history else 0 for q in free}
    fewest = min(times.values())
    candidates = [question for question in free if times[question.id] == fewest]
    if fewest:
        candidates.sort(key=lambda question: history[question.id].last)
        candidates = candidates[: max(1, len(candidates) // 2)]
    last = max(asked, key=lambda entry: entry.last, default=None)
    topic = next((q.topic for q in questions if last and q.id == last.question_id), None)
    elsewhere = [question for question in candidates if question.topic != topic]
    return rng.choice(elsewhere or candidates)


def content_of(question: Question) -> str:
    """What a question asks and what it takes for an answer, in short: two that differ in that have
    different ones.
    """
    parts = [question.prompt, question.mode.value, str(question.need)]
    for item in question.items:
        parts += ["item", item.text, *item.accept, "not", *item.reject, *item.more]
        for point in item.points:
            parts += ["point", *point.wordings]
    return named("\n".join(parts))


def without_asides(
    questions: Sequence[Question], sheet_id: str, asides: Sequence[Aside]
) -> tuple[Question, ...]:
    """The questions that were not set aside as they stand now."""
    gone = {(each.question_id, each.content) for each in asides if each.sheet_id == sheet_id}
    if not gone:
        return tuple(questions)
    return tuple(each for each in questions if (each.id, content_of(each)) not in gone)
