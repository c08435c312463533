"""Trouble, said to the person concerned: what happened, what was kept, what to do."""

from datetime import datetime

from bot.model.message import Block, Buttons, Message, Section
from bot.model.play import Play
from bot.model.text import line, plain, strong
from bot.quiz.errors import Trouble
from bot.quiz.messages.formatting import ago, at, count, quoted
from bot.quiz.messages.question import solution
from bot.quiz.messages.verdict import judged
from bot.quiz.rules.scoring import counted


def told(trouble: Trouble, said: str = "") -> Message:
    """An error that the person can act upon; `said` is what they had typed."""
    if not said:
        return Message.of(trouble.words, *trouble.buttons)
    kept = (Section(line(trouble.words)), *quoted("Your text", said))
    buttons = (Buttons(trouble.buttons),) if trouble.buttons else ()
    return Message((*kept, *buttons), summary=trouble.words)


def unexpected(reference: str, said: str = "") -> Message:
    """An error of ours; `reference` is what the operator finds in the log, `said` what the
    person had typed.
    """
    words = "Something went wrong on our side; nothing was lost. Please try again."
    blocks: list[Block] = [Section(line(words, f" (reference {reference})"))]
    if said:
        blocks += quoted("Your text", said)
    return Message(tuple(blocks), summary=words)


def closed(play: Play, now: datetime, said: str = "") -> Message:
    """A press or an answer that came too late, with the full answer, and with what the member had
    said in time.

    A quizmaster may have closed the question before its time.
    """
    round_ = play.round
    opening = line(strong("This question is closed."))
    if now >= round_.closes_at:
        opening = line(
            strong("This question closed "),
            *at(round_.closes_at, now, round_.zone),
            f", {ago(round_.closes_at, now)}.",
        )
    what = "What you sent now" if play.answers else "Your answer"
    kept = f" {what} was not counted; here is the full answer." if said else ""
    blocks: list[Block] = [Section(line(*opening, kept))]
    if said:
        blocks += quoted("Your text", said)
    if play.answers:
        blocks += _said_in_time(play)
    blocks += solution(round_.question, sheet_title=round_.sheet_title)
    return Message(tuple(blocks), summary=plain(opening))


def _said_in_time(play: Play) -> tuple[Block, ...]:
    best = counted(play.answers)
    words = judged(best.grade, play.round.question)
    points = count(sum(each.points for each in play.answers), "point")
    return (*quoted("You had answered", best.text), Section(line(strong(f"{words}: {points}."))))
