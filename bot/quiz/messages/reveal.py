"""The reveal: the answer, how the channel did, and who scored."""

from collections import Counter
from collections.abc import Sequence

from bot.grading import normalise
from bot.model.answer import Answer
from bot.model.board import Ranked, Window
from bot.model.grade import Verdict
from bot.model.message import Block, Button, Buttons, Message, Section
from bot.model.round import Round
from bot.model.text import Span, emphasis, line, shortened, strong
from bot.quiz.actions import BOARD, Stretch
from bot.quiz.messages.question import solution
from bot.quiz.rules.rules import Rules

_SCORERS = 10
"""How many of those who scored are named."""


def reveal(
    round_: Round,
    answers: Sequence[Answer],
    scored: Sequence[Ranked],
    rules: Rules,
    *,
    alone: bool = False,
) -> Message:
    """What follows in the thread of a closed post, or stands alone where the post is gone.
    `scored` holds only those who do not hide.
    """
    question = round_.question
    turnout, winners = _turnout(answers, rules), [s for s in scored if s.standing.points > 0]
    named = _winners(winners) if winners and not round_.voided else ()
    void = (
        (Section(line("A quizmaster took this question out of the count; no streak suffers.")),)
        if round_.voided
        else ()
    )
    asked = (Section(line(strong("Question:"), f" {question.prompt}")),) if alone else ()
    blocks: list[Block] = [
        *asked,
        *solution(question, "Answer", round_.sheet_title),
        Section(line(*turnout)),
        *void,
    ]
    if named:
        blocks.append(Section(line(*named)))
    blocks.append(Buttons((Button("Board", BOARD.action(Stretch(Window.WEEK))),)))
    items = " · ".join(item.text for item in question.items)
    return Message(tuple(blocks), summary=f"Answer: {items}")


def amended(round_: Round, answers: Sequence[Answer], scored: Sequence[Ranked]) -> Message:
    """A line under a reveal: a quizmaster looked at answers again, and the order is another one."""
    if round_.voided:
        words = "A quizmaster took this question out of the count; no streak suffers."
        return Message.of(words)
    members = {answer.member_id for answer in answers}
    right = {a.member_id for a in answers if a.grade.verdict is Verdict.CORRECT}
    words = f"A quizmaster looked at answers again: {len(right)} of {len(members)} were right."
    winners = [each for each in scored if each.standing.points > 0]
    named = (Section(line(*_winners(winners, "That day:"))),) if winners else ()
    return Message((Section(line(words)), *named), summary=words)


def _turnout(answers: Sequence[Answer], rules: Rules) -> tuple[str | Span, ...]:
    members = {answer.member_id for answer in answers}
    right = {a.member_id for a in answers if a.grade.verdict is Verdict.CORRECT}
    if not members:
        return ("Nobody answered this one.",)
    summary = f"{len(members)} answered, {len(right)} right."
    said = often_said(answers, rules.often_said)
    if said is None:
        return (summary,)
    words, number = said
    return (summary, " Often said: ", emphasis(f'"{words}"'), f" ({number}).")


def often_said(answers: Sequence[Answer], enough: int) -> tuple[str, int] | None:
    """The commonest wrong answer and how many members gave it, if enough of them did.

    Spelling and case apart, the same words count as one answer; a member counts once.
    """
    sayings: dict[str, dict[str, str]] = {}
    for answer in answers:
        if answer.grade.verdict is Verdict.WRONG:
            sayings.setdefault(normalise(answer.text), {})[answer.member_id] = answer.text.strip()
    sayings.pop("", None)
    common = max(sayings.values(), key=len, default={})
    if len(common) < enough:
        return None
    words = Counter(common.values()).most_common(1)[0][0]
    return shortened(words, 80), len(common)


def _winners(winners: Sequence[Ranked], label: str = "Today:") -> tuple[str | Span, ...]:
    named = " · ".join(
        f"{place_.rank}. {place_.standing.name} {place_.standing.points}"
        for place_ in winners[:_SCORERS]
    )
    rest = len(winners) - _SCORERS
    return (strong(label), f" {named}", f" · and {rest} more" if rest > 0 else "")
