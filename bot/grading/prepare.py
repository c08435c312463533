"""A question made ready for grading: everything about it that no response changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.grading.aliases import initials, names_of
from bot.grading.lexicon import EMPTY_LEXICON, Lexicon
from bot.grading.reading import Reading, read
from bot.model.question import Item, Question


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording of an item."""

    reading: Reading
    rule: str
    """The rule that a match of it goes by: `exact`, `accept`, `alias`."""


@dataclass(frozen=True, slots=True)
class PreparedItem:
    """An item with its wordings and the keys that decide at once."""

    index: int
    phrases: tuple[Phrase, ...]
    rejected: frozenset[str]
    more: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class PreparedQuestion:
    """A question with its items ready; immutable, to be kept per version of a sheet."""

    question: Question
    items: tuple[PreparedItem, ...]
    exact: dict[str, tuple[int, str]]
    """Key → item and rule, for responses that need no further look."""
    asked: frozenset[str]
    """Stems of the prompt: words that earn nothing by being repeated."""
    lexicon: Lexicon


def prepare(question: Question, lexicon: Lexicon = EMPTY_LEXICON) -> PreparedQuestion:
    """`question` with its aliases and tables; costs about as much as grading ten responses."""
    items = tuple(_prepared(index, item) for index, item in enumerate(question.items))
    exact: dict[str, tuple[int, str]] = {}
    for item in items:
        for phrase in item.phrases:
            exact.setdefault(phrase.reading.key, (item.index, phrase.rule))
            exact.setdefault(phrase.reading.core, (item.index, phrase.rule))
            for short in initials(phrase.reading.words):
                exact.setdefault(short, (item.index, "initials"))
    asked = frozenset(each.stem for each in read(question.prompt).words)
    return PreparedQuestion(question, items, exact, asked, lexicon)


def _prepared(index: int, item: Item) -> PreparedItem:
    return PreparedItem(
        index=index,
        phrases=tuple(_phrases(item)),
        rejected=frozenset(read(each).key for each in item.reject),
        more=tuple(Phrase(read(each), "more") for each in item.more),
    )


def _phrases(item: Item) -> Iterator[Phrase]:
    yield Phrase(read(item.text), "exact")
    for text in item.accept:
        yield Phrase(read(text), "accept")
    for wording in (item.text, *item.accept):
        for name, rule in names_of(wording):
            yield Phrase(read(name), rule)
