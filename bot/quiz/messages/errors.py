"""Trouble, said to the person concerned: what happened, what was kept, what to do."""

from datetime import datetime

from bot.model.message import Block, Message, Section, Small
from bot.model.round import Round
from bot.model.text import emphasis, line, strong
from bot.quiz.errors import Trouble
from bot.quiz.messages.formatting import ago, at
from bot.quiz.messages.question import solution


def told(trouble: Trouble) -> Message:
    """An error that the person can act upon."""
    return Message.of(trouble.words, *trouble.buttons)


def unexpected(reference: str, said: str = "") -> Message:
    """An error of ours; `reference` is what the operator finds in the log, `said` what the
    person had typed.
    """
    words = "Something went wrong on our side; nothing was lost. Please try again."
    blocks: list[Block] = [Section(line(words, f" (reference {reference})"))]
    if said:
        blocks.append(Small(line("Your text: ", emphasis(said))))
    return Message(tuple(blocks), summary=words)


def closed(round_: Round, now: datetime, said: str = "") -> Message:
    """A press or an answer that came too late, with the full answer.

    A quizmaster may have closed the question before its time.
    """
    opening = "This question is closed."
    if now >= round_.closes_at:
        when = at(round_.closes_at, now, round_.zone)
        opening = f"This question closed {when}, {ago(round_.closes_at, now)}."
    kept = " Your answer was not counted; here is the full answer." if said else ""
    blocks: list[Block] = [Section(line(strong(opening), kept))]
    if said:
        blocks.append(Small(line("Your text: ", emphasis(said))))
    blocks += solution(round_.question, sheet_title=round_.sheet_title)
    return Message(tuple(blocks), summary=opening)
