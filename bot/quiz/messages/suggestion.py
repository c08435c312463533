"""Suggested questions: the form, what a quizmaster is asked, and the thanks."""

from collections.abc import Sequence

from bot.model.action import Nothing
from bot.model.message import (
    Block,
    Button,
    Buttons,
    Form,
    Message,
    Section,
    Small,
    TextInput,
    Weight,
)
from bot.model.proposal import Proposal
from bot.model.question import Item
from bot.model.team import name_of
from bot.model.text import emphasis, line, shortened
from bot.quiz.actions import ACCEPT, DECLINE, SUGGESTED, Proposed

QUESTION, ANSWER, SOURCE = "question", "answer", "source"
"""The names of the fields."""
LONGEST_SOURCE = 300
_LONGEST_ENTRY = 600
_SHORTEST_PROMPT = 5
_LONGEST_PROMPT = 300
_LONGEST_ANSWER = 1000


def form() -> Form:
    """The form for a question."""
    return Form(
        title="Suggest a question",
        action=SUGGESTED.action(Nothing()),
        inputs=(
            TextInput(QUESTION, "Question", lines=2, max_length=_LONGEST_PROMPT),
            TextInput(
                ANSWER,
                "Answer",
                lines=4,
                placeholder="Each part on a line of its own",
                max_length=_LONGEST_ANSWER,
            ),
            TextInput(SOURCE, "Where it can be read", required=False, max_length=LONGEST_SOURCE),
        ),
    )


def missing(prompt: str, items: Sequence[Item]) -> tuple[tuple[str, str], ...]:
    """What a suggestion still needs, by the name of the field."""
    errors = []
    if len(prompt) < _SHORTEST_PROMPT:
        errors.append((QUESTION, "Please write the question as you would ask it."))
    elif len(prompt) > _LONGEST_PROMPT:
        errors.append((QUESTION, f"Please use {_LONGEST_PROMPT} characters at most."))
    if sum(len(item.text) for item in items) > _LONGEST_ANSWER:
        errors.append((ANSWER, f"Please use {_LONGEST_ANSWER:,} characters at most."))
    if not items:
        errors.append((ANSWER, "Please write the answer, each part on a line of its own."))
    return tuple(errors)


def proposed(proposal: Proposal) -> str:
    """What a quizmaster is asked."""
    (question,) = proposal.sheet.questions
    answer = " · ".join(item.text for item in question.items)
    return f"{proposal.maker_name} suggests a question: “{question.prompt}” Answer: {answer}"


def key(proposal: Proposal) -> str:
    """What the word to quizmasters is about."""
    return f"sug-{proposal.id}"


def decisions(proposal: Proposal, number: int = 0) -> tuple[Button, ...]:
    """The buttons under it; a number says which is meant where there are several."""
    which = Proposed(proposal.id, name_of(proposal.team_id))
    meant = f" ({number})" if number else ""
    accept = Button(f"Accept{meant}", ACCEPT.action(which), Weight.PRIMARY)
    return (accept, Button(f"Decline{meant}", DECLINE.action(which)))


def entry(proposal: Proposal, number: int) -> tuple[Block, ...]:
    """One among others that wait."""
    head = f"{number}. " if number else ""
    words = f"{head}{shortened(proposed(proposal), _LONGEST_ENTRY)}"
    return (Section(line(words)), Buttons(decisions(proposal, number)))


def thanks(prompt: str, *, told: bool) -> Message:
    """The receipt."""
    words = "Thank you. A quizmaster decides; you will hear." if told else "Thank you; it is kept."
    return Message((Section(line(words)), Small(line(emphasis(prompt)))), summary=words)
