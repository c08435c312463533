"""A question: a prompt with the answer that a sheet gives it."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How the items of an answer combine."""

    ANY = "any"
    """One item suffices, or any `need` of them."""
    ALL = "all"
    """Every item, with partial credit."""
    ORDERED = "ordered"
    """Every item, in the sheet's order."""
    TEXT = "text"
    """One prose answer, judged by what it covers."""


class Kind(StrEnum):
    """Where a question comes from."""

    QUESTION = "question"
    """The author wrote it as a question."""
    DEFINITION = "definition"
    """It was made from a `Term - definition` line, one way round or the other."""


class Place(StrEnum):
    """Where a picture or a code block stands; it decides when members see it."""

    PROMPT = "prompt"
    """Part of what is asked: shown with the question."""
    ANSWER = "answer"
    """Part of the answer: shown with it, never before."""
    TOPIC = "topic"
    """Stands in the topic, outside any question: kept with the next question, shown in look-ups."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture by URL, with the text for those who cannot see it."""

    url: str
    alt: str = ""
    line: int = 0
    place: Place = Place.PROMPT


@dataclass(frozen=True, slots=True)
class Code:
    """A fenced block, as written."""

    text: str
    language: str = ""
    line: int = 0
    place: Place = Place.PROMPT


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing that an answer in prose has to say."""

    wordings: tuple[str, ...]
    """Short ways to say it, the author's own first; at least one, none blank."""

    @property
    def name(self) -> str:
        """What it is called where a grade is explained."""
        return self.wordings[0]


@dataclass(frozen=True, slots=True)
class Item:
    """One part of an answer."""

    text: str
    """The canonical wording; inline Markdown is already removed."""
    accept: tuple[str, ...] = ()
    """Other wordings that are right."""
    reject: tuple[str, ...] = ()
    """Wordings that are wrong, however near they look."""
    more: tuple[str, ...] = ()
    """Wordings that are right but not specific enough."""
    nested: tuple[str, ...] = ()
    """Details that the sheet lists under the item: shown with it, not required."""
    line: int = 0
    points: tuple[KeyPoint, ...] = ()
    """What an answer in prose has to say, where the author tells; empty else."""


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt with its answer.

    `id` is stable: an author may write it (`id:`), else it is derived, and when a sheet is
    replaced a reworded question inherits the id of the one that it replaces.
    """

    id: str
    prompt: str
    mode: Mode
    items: tuple[Item, ...]
    need: int = 1
    """How many items suffice in mode `any`; 1 unless the sheet or a long list says more."""
    kind: Kind = Kind.QUESTION
    topic: tuple[str, ...] = ()
    """The path of headings above it, outermost first."""
    line: int = 0
    file: str = ""
    """The file that holds it, where a sheet has several."""
    why: str = ""
    hint: str = ""
    sources: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    code: tuple[Code, ...] = ()
    tags: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    """The choices of a multiple-choice source, in its order; empty for free text."""
    difficulty: int = 0
    """From 1, easy, to 3, hard; 0 where the sheet does not say."""
    term: str = ""
    """Of a definition, either way round: what is defined, as the sheet names it."""

    @property
    def answered(self) -> bool:
        """Whether the sheet gives an answer; others are listed but never asked."""
        return bool(self.items)
