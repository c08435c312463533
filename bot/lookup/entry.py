"""An entry: one thing that can be looked up, whatever number of questions the sheet makes of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.lookup.words import key
from bot.model.question import Item, Kind, Question

_VENDORS = ("amazon ", "aws ", "apache ", "azure ", "google ", "microsoft ", "sagemaker ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A question, or both directions of one definition."""

    question: Question
    """The one to show: of a definition, the direction that asks for what is said of the term."""
    reverse: Question | None = None
    """The direction that asks for the term, where there are two."""
    context: str = ""
    """The prompt of the question whose answer a definition is part of."""

    @property
    def title(self) -> str:
        """What the entry is called: the term of a definition, else the question itself."""
        term = self.question.term
        if term and self.context:
            return f"{term} ({self.context.rstrip(' .:?')})"
        return term or self.question.prompt

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question that the entry stands for."""
        return (self.question, self.reverse) if self.reverse else (self.question,)

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names of the term; empty for a question."""
        asking = self.reverse or (self.question if asks_for_term(self.question) else None)
        return asking.items[0].accept if asking else ()

    @property
    def answers(self) -> tuple[Item, ...]:
        """What the entry says; of a definition that only asks for its term, nothing."""
        return () if asks_for_term(self.question) else self.question.items


def asks_for_term(question: Question) -> bool:
    """Whether a question made from a definition asks for its term rather than what is said of it."""
    names = names_in(question.term)
    return bool(names) and key(question.items[0].text) in map(key, names)


def names_in(name: str) -> tuple[str, ...]:
    """The names that a name holds, itself first: `Random Cut Forest (RCF)` is both, and
    `Amazon Lex` is just Lex to most people.
    """
    bare, opened, rest = name.partition("(")
    names = [name, bare.strip(), rest.partition(")")[0].strip()] if opened else [name]
    names += [each.partition(" ")[2] for each in names if each.lower().startswith(_VENDORS)]
    return tuple(dict.fromkeys(each for each in names if each))


def entries_of(questions: Iterable[Question]) -> tuple[Entry, ...]:
    """The entries of a sheet's answered questions, in its order."""
    answered = [question for question in questions if question.answered]
    contexts = {
        (question.file, item.line): question.prompt
        for question in answered
        if question.kind is Kind.QUESTION
        for item in question.items
        if item.line
    }
    return tuple(_paired(answered, contexts))


def _paired(questions: list[Question], contexts: dict[tuple[str, int], str]) -> Iterator[Entry]:
    held: Question | None = None
    for question in questions:
        if held is not None and _same_definition(held, question):
            one, other = (question, held) if asks_for_term(held) else (held, question)
            yield Entry(one, other, contexts.get((one.file, one.line), ""))
            held = None
            continue
        if held is not None:
            yield _single(held, contexts)
        held = question
    if held is not None:
        yield _single(held, contexts)


def _single(question: Question, contexts: dict[tuple[str, int], str]) -> Entry:
    context = contexts.get((question.file, question.line), "") if question.term else ""
    return Entry(question, None, context)


def _same_definition(one: Question, other: Question) -> bool:
    return (
        bool(one.term)
        and one.term == other.term
        and (one.file, one.line, one.topic) == (other.file, other.line, other.topic)
        and asks_for_term(one) != asks_for_term(other)
    )
