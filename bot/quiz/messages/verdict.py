"""The grade, as the member reads it: verdict, what was recognised, and what comes next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.answer import Answer
from bot.model.grade import Grade, Verdict
from bot.model.message import Block, Button, Buttons, Message, Section, Small
from bot.model.question import Mode, Question
from bot.model.round import Round
from bot.model.text import Span, Text, emphasis, line, strong
from bot.quiz.actions import APPEAL, ME, REPORTING, InRound, OfAnswer, Place
from bot.quiz.messages.formatting import count, ordinal, quoted
from bot.quiz.messages.question import answer_button, solution

_COUNTED = re.compile(r"^\d+ of \d+(: |$)")
_QUOTED = re.compile(r"\*([^*\n]+)\*")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that a member is told about an answer."""

    round: Round
    answer: Answer
    points: int
    """What the round has brought the member so far."""
    tries_left: int
    streak: int = 0
    rank: int = 0
    """Place this week; 0 if the member is on no board, or has no points."""
    repeated: bool = False
    """The member had said just this before: it cost nothing."""

    @property
    def finished(self) -> bool:
        """Whether the member may see the full answer."""
        return self.answer.grade.verdict is Verdict.CORRECT or self.tries_left <= 0


def verdict(outcome: Outcome) -> Message:
    """The reply to an answer, for its author alone."""
    grade = outcome.answer.grade
    opening = _headline(outcome)
    blocks: list[Block] = [_judgement(outcome), *quoted("You wrote", outcome.answer.text)]
    if outcome.repeated:
        cost = "nothing changed" if outcome.finished else "it did not cost a try"
        blocks.append(Small(line(f"You had sent just this before; {cost}.")))
    if outcome.finished:
        blocks += _in_the_end(outcome)
    else:
        blocks.append(Small(line(f"{_what_is_left(outcome)}{_other_words(grade)}")))
        again = "Answer" if grade.verdict is Verdict.MORE else "Try again"
        ways = (answer_button(outcome.round, again), *_appeal(outcome.answer))
        blocks.append(Buttons(ways))
    return Message(tuple(blocks), summary=opening)


def answered_before(outcome: Outcome, text: str = "") -> Message:
    """What somebody who is done with a question is told when they press or send again: what
    counted, and that the new words did not.
    """
    opening = "You have answered this question."
    kept = " What you sent now was not counted." if text else ""
    blocks: list[Block] = [
        Section(line(strong(opening), kept)),
        *quoted("You answered this with", outcome.answer.text),
        _judgement(outcome),
    ]
    if text:
        blocks += quoted("Sent now, not counted", text)
    return Message((*blocks, *_in_the_end(outcome)), summary=f"{opening}{kept}")


def judged(grade: Grade, question: Question) -> str:
    """A verdict in two or three words."""
    match grade.verdict:
        case Verdict.CORRECT:
            return "✓ Correct"
        case Verdict.PARTIAL:
            return f"◐ {_partly(grade, question)}"
        case Verdict.MORE:
            return "◐ Be more specific"
        case Verdict.WRONG:
            return "✗ Not this time"


def _judgement(outcome: Outcome) -> Section:
    return Section((*line(strong(_headline(outcome))), *_because(outcome.answer.grade)))


def _in_the_end(outcome: Outcome) -> tuple[Block, ...]:
    """What is shown once nothing more can be said: the full answer, and where the member stands."""
    round_ = outcome.round
    return (
        *_not_found(outcome.answer.grade),
        *solution(round_.question, sheet_title=round_.sheet_title),
        *_looked_at(outcome.answer.grade),
        Small(_standing(outcome)),
        Buttons((*_appeal(outcome.answer), _my_stats(round_), _report(round_))),
    )


def _not_found(grade: Grade) -> tuple[Block, ...]:
    """The key points that were missed: told only now, for their names tell the answer."""
    if not grade.unsaid:
        return ()
    spans = [line(", " if at else "", emphasis(each)) for at, each in enumerate(grade.unsaid)]
    return (Section((*line("Not found in it: "), *(each for span in spans for each in span))),)


def _looked_at(grade: Grade) -> tuple[Block, ...]:
    words = _other_words(grade).strip()
    return (Small(line(words)),) if words else ()


def _appeal(answer: Answer) -> tuple[Button, ...]:
    """The way to a quizmaster, for whoever was not right."""
    if answer.grade.verdict is Verdict.CORRECT:
        return ()
    return (Button("I was right", APPEAL.action(OfAnswer.of(answer))),)


def _because(grade: Grade) -> Text:
    """The grader's reasons as sentences, what they quote set off; the headline has the numbers."""
    spans: list[Span] = []
    for reason in grade.reasons:
        words = _COUNTED.sub("", reason).strip()
        if words:
            words = words[0].upper() + words[1:]
            spans.append(Span(" "))
            spans.extend(_marked(words if words.endswith((".", "?", "!")) else f"{words}."))
    return tuple(spans)


def _marked(words: str) -> Iterator[Span]:
    """Plain words and, between asterisks, quoted ones."""
    for number, part in enumerate(_QUOTED.split(words)):
        if part:
            yield emphasis(part) if number % 2 else Span(part)


def _report(round_: Round) -> Button:
    return Button("Report question", REPORTING.action(InRound.of(round_)))


def _my_stats(round_: Round) -> Button:
    return Button("My stats", ME.action(Place.of(round_.team_id, round_.channel_id)))


def _headline(outcome: Outcome) -> str:
    grade = outcome.answer.grade
    words = _unsure(grade) or judged(grade, outcome.round.question)
    if grade.verdict in (Verdict.CORRECT, Verdict.PARTIAL):
        words += f": {count(outcome.points, 'point')}"
    return f"{words}."


def _unsure(grade: Grade) -> str:
    """A verdict that the grader gives with doubt; empty where there is none."""
    if not grade.unsure:
        return ""
    match grade.verdict:
        case Verdict.CORRECT:
            return "✓ Probably right"
        case Verdict.PARTIAL:
            return "◐ Partly right, I think"
        case _:
            return "✗ Probably not, but I am not sure"


def _partly(grade: Grade, question: Question) -> str:
    wanted = question.need if question.mode is Mode.ANY else len(question.items)
    if question.mode is Mode.TEXT or wanted < 2:
        return "Partly right"
    return f"Partly: {min(len(grade.hits), wanted)} of {wanted}"


def _what_is_left(outcome: Outcome) -> str:
    if outcome.answer.grade.verdict is Verdict.MORE:
        return "This did not cost a try."
    if outcome.tries_left == 1:
        return "One more try."
    return f"{outcome.tries_left} more tries."


def _other_words(grade: Grade) -> str:
    """The way out for who said it in words that the grader does not know."""
    if grade.verdict is not Verdict.WRONG or not grade.unsure:
        return ""
    return " If you said it in other words, “I was right” has a person look at it."


def _standing(outcome: Outcome) -> Text:
    parts = []
    if outcome.streak:
        parts.append(f"Streak {count(outcome.streak, 'day')}")
    if outcome.rank:
        parts.append(f"{ordinal(outcome.rank)} this week")
    return line(" · ".join(parts) or "It counts for today.")
