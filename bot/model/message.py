"""What the bot says, before any platform's limits and markup: a message, its blocks, a form."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.text import Text, line


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph."""

    text: Text


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines that belong together, one below the other; `ordered` numbers them from 1."""

    lines: tuple[Text, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A short label with its value."""

    label: str
    value: Text


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled values, side by side where there is room."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code, shown as code."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image by address, or one of ours as PNG bytes; `alt` is never empty."""

    alt: str
    url: str = ""
    png: bytes = b""


@dataclass(frozen=True, slots=True)
class Document:
    """A file to keep, of at most a few megabytes."""

    file: Attachment


@dataclass(frozen=True, slots=True)
class Small:
    """Small print under the rest: counts, times, sources."""

    text: Text


class Weight(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    NORMAL = "normal"


@dataclass(frozen=True, slots=True)
class Button:
    """A press that comes back as an `Action`; the label alone must say what happens."""

    label: str
    action: Action
    weight: Weight = Weight.NORMAL


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons in one row, most important first."""

    buttons: tuple[Button, ...]


Block: TypeAlias = Section | Listing | Fields | CodeBlock | Picture | Document | Small | Buttons


@dataclass(frozen=True, slots=True)
class Message:
    """Blocks from top to bottom, and a summary that stands alone in a notification."""

    blocks: tuple[Block, ...]
    summary: str

    @classmethod
    def of(cls, words: str, *buttons: Button) -> "Message":
        """A sentence or two, with buttons under them."""
        said: tuple[Block, ...] = (Section(line(words)),)
        return cls((*said, Buttons(buttons)) if buttons else said, summary=words)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values to choose from."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class TextInput:
    """A field to type into; `lines` over 1 gives room for several lines."""

    name: str
    label: str
    lines: int = 1
    placeholder: str = ""
    value: str = ""
    required: bool = True
    max_length: int = 3000


@dataclass(frozen=True, slots=True)
class ChoiceInput:
    """A field to choose one of up to 25 values from."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class FileInput:
    """A field to hand over one file; it arrives in `Submission.files` under its name."""

    name: str
    label: str
    largest: int
    """Bytes; an adapter fetches no larger file, see `Attachment`."""
    endings: tuple[str, ...] = ()
    """Endings of file names that fit, without the dot; a hint, not a check."""


Input: TypeAlias = TextInput | ChoiceInput | FileInput


@dataclass(frozen=True, slots=True)
class Form:
    """A dialog: what is asked (`blocks`), at most five inputs, and the action that they answer."""

    title: str
    """At most 24 characters, which every platform shows whole."""
    action: Action
    inputs: tuple[Input, ...]
    blocks: tuple[Block, ...] = ()
    submit: str = "Send"


class Visibility(StrEnum):
    """Who sees a reply."""

    CHANNEL = "channel"
    ONLY_YOU = "only you"


@dataclass(frozen=True, slots=True)
class Say:
    """Reply with a message; `replaces` puts it in place of the private message just pressed."""

    message: Message
    visibility: Visibility = Visibility.ONLY_YOU
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Reply with a form."""

    form: Form


@dataclass(frozen=True, slots=True)
class Amend:
    """Reply to a submitted form by keeping it open: what is wrong, by the name of its input."""

    errors: tuple[tuple[str, str], ...] = field(default_factory=tuple)


Reply: TypeAlias = Say | Ask | Amend
