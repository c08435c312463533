"""Insights: how the quiz goes, and which questions want a quizmaster's look."""

from collections import defaultdict
from collections.abc import Sequence

from bot.model.insight import Insights, QuestionRecord, Trust
from bot.model.message import Block, Field, Fields, Listing, Message, Section, Small
from bot.model.text import Text, emphasis, line, shortened, strong
from bot.quiz.messages.formatting import count

DAYS = 90
"""How many days back they go."""
ENOUGH = 3
"""Answers from which on a share is told: of fewer it says little, and something about somebody."""
TWICE = 2
"""Decisions against the grader after which a question is offered for editing."""
_SHOWN = 5
_PROMPT = 100


def insights(found: Insights) -> Message:
    """Participation, hard and easy questions and topics, disputes."""
    title = f"The last {DAYS} days"
    if not found.rounds:
        words = "No question was closed here within that time; there is nothing to tell yet."
        return Message((Section(line(strong(title))), Section(line(words))), summary=title)
    blocks: list[Block] = [
        Section(line(strong(title))),
        Fields(
            (
                Field("Questions", line(str(found.rounds))),
                Field("People who answered", line(str(found.members))),
                Field("Answers to a question", line(f"{found.answers / found.rounds:.1f}")),
            )
        ),
    ]
    told = [each for each in found.questions if each.answered >= ENOUGH]
    blocks += _listed(
        "Fewest were right",
        sorted((each for each in told if each.share < 1), key=lambda each: each.share)[:_SHOWN],
    )
    blocks += _topics(told)
    disputed = sorted(found.questions, key=lambda each: -each.appealed)
    blocks += _disputed([each for each in disputed if each.appealed][:_SHOWN])
    blocks += _edit([each for each in found.questions if each.overturned >= TWICE])
    blocks.append(Small(_trusted(found.granted, found.declined)))
    return Message(tuple(blocks), summary=title)


def _listed(title: str, questions: Sequence[QuestionRecord]) -> list[Block]:
    rows = tuple(
        line(emphasis(shortened(each.prompt, _PROMPT)), f" — {_share(each)}") for each in questions
    )
    return [Section(line(strong(title))), Listing(rows)] if rows else []


def _share(each: QuestionRecord) -> str:
    return f"{each.right} of {each.answered} right"


def _topics(questions: Sequence[QuestionRecord]) -> list[Block]:
    sums: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for each in questions:
        right, answered = sums[each.topic or "Other"]
        sums[each.topic or "Other"] = (right + each.right, answered + each.answered)
    ordered = sorted(sums.items(), key=lambda item: item[1][0] / item[1][1])
    rows = tuple(
        line(shortened(topic, _PROMPT), f" — {right / answered:.0%} right")
        for topic, (right, answered) in ordered[:_SHOWN]
    )
    return [Section(line(strong("By topic, the hardest first"))), Listing(rows)] if rows else []


def _disputed(questions: Sequence[QuestionRecord]) -> list[Block]:
    rows: list[Text] = []
    for each in questions:
        won = f", {each.overturned} granted" if each.overturned else ""
        what = f" — {count(each.appealed, 'appeal')}{won}"
        rows.append(line(emphasis(shortened(each.prompt, _PROMPT)), what))
    return [Section(line(strong("Most disputed"))), Listing(tuple(rows))] if rows else []


def _edit(questions: Sequence[QuestionRecord]) -> list[Block]:
    if not questions:
        return []
    names = "; ".join(f"“{shortened(each.prompt, _PROMPT)}”" for each in questions[:_SHOWN])
    words = (
        f" {names}. Members were right twice or more where the grader said no: an accept line in "
        "the sheet, or a clearer question, helps. /quizmaster phrases shows what was accepted."
    )
    return [Section(line(strong("Worth editing:"), words))]


def _trusted(granted: Trust, declined: Trust) -> Text:
    """How sure the grader was where people decided otherwise, and where they did not."""
    parts = [
        f"{count(trust.appeals, 'appeal')} {what}, of whose grades the grader was "
        f"{trust.confidence:.0%} sure"
        for trust, what in ((granted, "granted"), (declined, "declined"))
        if trust.appeals
    ]
    return line("; ".join(parts) + "." if parts else "No appeals were decided.")
