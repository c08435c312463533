"""Look-ups: a short card, close alternatives, and what is said when nothing was found."""

from collections.abc import Sequence
from datetime import datetime

from bot.lookup import Hit, asks_for_term
from bot.model.action import Nothing
from bot.model.message import Block, Button, Buttons, Message, Section, Small
from bot.model.question import Kind, Place, Question
from bot.model.round import Round
from bot.model.text import Span, Text, emphasis, line, plain, shortened, strong
from bot.quiz.actions import ENTRY, FLAGGING, SHARE, SUGGEST, EntryOf
from bot.quiz.messages.formatting import at
from bot.quiz.messages.question import (
    answer_button,
    pictures,
    place,
    reason,
    solution,
    with_details,
)

_NEAREST = 3
_LABEL = 60
"""Characters of a title on a button or in a row of titles."""


def card(hit: Hit, others: Sequence[Hit], sheet_title: str, *, shareable: bool = True) -> Message:
    """What was found, and what else it might have been."""
    question = hit.question
    blocks: list[Block] = [Section(_title(hit))]
    blocks.extend(_body(question))
    blocks.extend(pictures(question, Place.PROMPT, Place.TOPIC))
    blocks.append(place(question, sheet_title))
    if others:
        blocks.append(Small(_also(others)))
    buttons = [
        Button(shortened(other.title, _LABEL), ENTRY.action(EntryOf(other.question.id)))
        for other in others[:_NEAREST]
    ]
    if shareable:
        buttons.insert(0, Button("Share with channel", SHARE.action(EntryOf(question.id))))
        buttons.append(Button("Report", FLAGGING.action(EntryOf(question.id))))
    if buttons:
        blocks.append(Buttons(tuple(buttons)))
    return Message(tuple(blocks), summary=hit.title)


def withheld(round_: Round) -> Message:
    """The answer to today's question stays closed to those who have not answered."""
    words = "That is today's question: answer first, then it opens."
    return Message.of(words, answer_button(round_))


def withheld_elsewhere(round_: Round, now: datetime) -> Message:
    """The same for the question of another channel, which is neither named nor opened from here."""
    words = line(
        "That is being asked in another channel. It opens when the question closes, ",
        *at(round_.closes_at, now, round_.zone),
        ".",
    )
    return Message((Section(words),), summary=plain(words))


def nothing(query: str, nearest: Sequence[Hit], *, withheld: bool = False) -> Message:
    """Nothing fits, or nothing that may be shown yet; what comes nearest."""
    words = f'Nothing on "{shortened(query, _LABEL)}".'
    if withheld:
        words += " What belongs to today's question opens once you have answered it."
    near: list[Span] = []
    for hit in nearest[:_NEAREST]:
        near.extend((Span(", " if near else " Nearest: "), emphasis(shortened(hit.title, _LABEL))))
    blocks: list[Block] = [Section((*line(words), *near))]
    entries = tuple(
        Button(shortened(hit.title, _LABEL), ENTRY.action(EntryOf(hit.question.id)))
        for hit in nearest[:_NEAREST]
    )
    blocks.append(Buttons((*entries, Button("Suggest a question", SUGGEST.action(Nothing())))))
    return Message(tuple(blocks), summary=words)


def _title(hit: Hit) -> Text:
    topic = f" · {hit.question.topic[-1]}" if hit.question.topic else ""
    return line(strong(hit.title), topic)


def _body(question: Question) -> tuple[Block, ...]:
    if question.kind is not Kind.DEFINITION:
        return solution(question, "Answer")
    if asks_for_term(question):
        return (Section(line(question.prompt)), *reason(question))
    meaning = " · ".join(with_details(item) for item in question.items)
    return (Section(line(meaning)), *pictures(question, Place.ANSWER), *reason(question))


def _also(others: Sequence[Hit]) -> Text:
    spans: list[Span] = [Span("also: ")]
    for number, hit in enumerate(others[:_NEAREST]):
        spans.extend((Span(", " if number else ""), emphasis(shortened(hit.title, _LABEL))))
    return tuple(span for span in spans if span.text)
