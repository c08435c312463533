"""What crosses the socket between the page and the playground, as tagged JSON objects.

The field `type` names the kind. What the page sends is checked here as it is read, so that the
rest of the room meets only well-formed frames.
"""

from datetime import datetime
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct, ValidationError, field, json

LONGEST_LINE = 4_000
"""Characters of a typed line."""
LONGEST_VALUE = 50_000
"""Characters of one input as it arrives; what is too long to be taken still gets a kind word."""
LARGEST_FRAME = 2 * 1024 * 1024
"""Bytes of one frame, which may hold a file of a million; a socket that sends more is closed."""

FrameId: TypeAlias = Annotated[str, Meta(pattern=r"^[A-Za-z0-9-]{8,64}$")]
ActionText: TypeAlias = Annotated[str, Meta(max_length=100)]
InputName: TypeAlias = Annotated[str, Meta(max_length=100)]
Value: TypeAlias = Annotated[str, Meta(max_length=LONGEST_VALUE)]


FileName: TypeAlias = Annotated[str, Meta(max_length=255)]


class Unreadable(Exception):
    """A frame that is none of ours; `to` is its id, where it has one."""

    def __init__(self, to: str) -> None:
        super().__init__("The page sent something that the playground does not know.")
        self.to = to


class Frame(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """Something the page sends; `id` is made by the page and is the same when it sends again."""

    id: FrameId


class Line(Frame, frozen=True, tag="line"):
    """What was typed into the composer."""

    text: Annotated[str, Meta(max_length=LONGEST_LINE)]


class Pressed(Frame, frozen=True, tag="press"):
    """A button."""

    action: ActionText


class HandedOver(Struct, frozen=True, forbid_unknown_fields=True):
    """A file; `size` is that of the whole where the page left out content too large to take."""

    name: FileName
    size: Annotated[int, Meta(ge=0, le=2**53)]
    content: bytes


class Sent(Frame, frozen=True, tag="submit"):
    """A form, with its values and files by the names of its inputs."""

    action: ActionText
    values: Annotated[dict[InputName, Value], Meta(max_length=10)]
    files: Annotated[dict[InputName, HandedOver], Meta(max_length=5)] = field(default_factory=dict)


class Typing(Frame, frozen=True, tag="typing"):
    """What stands in the composer so far, to be completed."""

    text: Annotated[str, Meta(max_length=LONGEST_LINE)]


class Skip(Frame, frozen=True, tag="skip"):
    """Move the clock to the next event."""


FromPage: TypeAlias = Line | Pressed | Sent | Typing | Skip


class Run(Struct, frozen=True, omit_defaults=True):
    """Characters in one style; `link` is http(s) or empty. `at` is an instant (Unix, seconds) that
    the page shows on the reader's clock, with its day if it is `dated`; 0 for other words.
    """

    text: str
    style: str = "plain"
    link: str = ""
    at: int = 0
    dated: bool = False


Runs: TypeAlias = tuple[Run, ...]


class Paragraph(Struct, frozen=True, tag_field="type", tag="section"):
    text: Runs


class Lines(Struct, frozen=True, tag_field="type", tag="listing"):
    lines: tuple[Runs, ...]
    ordered: bool


class Labelled(Struct, frozen=True):
    label: str
    value: Runs


class Labels(Struct, frozen=True, tag_field="type", tag="fields"):
    fields: tuple[Labelled, ...]


class CodeLines(Struct, frozen=True, tag_field="type", tag="code"):
    text: str
    language: str


class Image(Struct, frozen=True, tag_field="type", tag="picture"):
    """`address` is http(s), a PNG as a data address, or empty where there is nothing to load."""

    alt: str
    address: str


class Download(Struct, frozen=True, tag_field="type", tag="document"):
    """A file to keep."""

    name: str
    content: bytes


class SmallPrint(Struct, frozen=True, tag_field="type", tag="small"):
    text: Runs


class Pressable(Struct, frozen=True):
    label: str
    action: str
    primary: bool


class Row(Struct, frozen=True, tag_field="type", tag="buttons"):
    buttons: tuple[Pressable, ...]


WireBlock: TypeAlias = Paragraph | Lines | Labels | CodeLines | Image | Download | SmallPrint | Row


class Shown(Struct, frozen=True, tag_field="type", tag="message"):
    """A message, new or in a new version; `thread` is the id of the message it stands under."""

    id: str
    at: datetime
    blocks: tuple[WireBlock, ...]
    thread: str = ""
    private: bool = False


class TextField(Struct, frozen=True, tag_field="type", tag="text"):
    name: str
    label: str
    lines: int
    placeholder: str
    value: str
    required: bool
    longest: int


class Option(Struct, frozen=True):
    value: str
    label: str


class ChoiceField(Struct, frozen=True, tag_field="type", tag="choice"):
    name: str
    label: str
    choices: tuple[Option, ...]
    value: str


class FileField(Struct, frozen=True, tag_field="type", tag="file"):
    """`largest` is in bytes, `endings` are those of file names, without the dot."""

    name: str
    label: str
    largest: int
    endings: tuple[str, ...]


WireInput: TypeAlias = TextField | ChoiceField | FileField


class Asked(Struct, frozen=True, tag_field="type", tag="form"):
    """The reply to frame `to`: a form to fill in."""

    to: str
    title: str
    action: str
    submit: str
    blocks: tuple[WireBlock, ...]
    inputs: tuple[WireInput, ...]


class Wrong(Struct, frozen=True):
    """What is wrong with one input."""

    input: str
    problem: str


class Amended(Struct, frozen=True, tag_field="type", tag="amend"):
    """The reply to a form that stays open."""

    to: str
    errors: tuple[Wrong, ...]


class Told(Struct, frozen=True, tag_field="type", tag="told"):
    """The reply to frame `to`, for this tab alone."""

    to: str
    message: Shown
    replaces: bool


class Done(Struct, frozen=True, tag_field="type", tag="done"):
    """The reply to frame `to` where everyone sees the outcome."""

    to: str


class Suggestion(Struct, frozen=True):
    """`insert` is the whole line as it stands once this is taken."""

    insert: str
    label: str
    help: str


class Suggested(Struct, frozen=True, tag_field="type", tag="suggested"):
    """The reply to `typing`: what may follow, and whether the line can be sent as it stands."""

    to: str
    suggestions: tuple[Suggestion, ...]
    hint: str
    ready: bool


class Time(Struct, frozen=True, tag_field="type", tag="time"):
    """The playground's clock: the instant, the channel's zone, and what comes next and when."""

    now: datetime
    zone: str
    movable: bool
    next: datetime | None
    event: str
    """What happens then, as the words after "Next:"; or why there is nothing to skip to."""


class Skipped(Struct, frozen=True, tag_field="type", tag="skipped"):
    """Somebody moved the clock; `text` says to when and to what."""

    text: str
    at: datetime


class Trouble(Struct, frozen=True, tag_field="type", tag="trouble"):
    """What went wrong and what to do; `to` is the frame concerned, empty if it has none."""

    to: str
    text: str


class Person(Struct, frozen=True):
    id: str
    name: str
    quizmaster: bool


class Welcome(Struct, frozen=True, tag_field="type", tag="welcome"):
    """The first frame: who one is, where, and what has been said."""

    you: Person
    team: str
    channel: str
    messages: tuple[Shown, ...]
    time: Time


ToPage: TypeAlias = (
    Welcome | Shown | Told | Asked | Amended | Done | Suggested | Time | Skipped | Trouble
)


class Addressed(Struct, frozen=True):
    """What is left of a frame that is otherwise none of ours."""

    id: FrameId


_READER = json.Decoder(FromPage)
_ADDRESS = json.Decoder(Addressed)
_WRITER = json.Encoder()

# A number out of range, bytes that are no text and JSON nested too deep are each told apart.
_MISREAD = (ValidationError, ValueError, RecursionError)


def read(raw: str | bytes) -> FromPage:
    """Read a frame of the page; raises `Unreadable`."""
    try:
        frame: FromPage = _READER.decode(raw)
    except _MISREAD:
        raise Unreadable(_address(raw)) from None
    return frame


def write(frame: ToPage) -> str:
    """A frame as the page reads it."""
    return _WRITER.encode(frame).decode()


def _address(raw: str | bytes) -> str:
    try:
        return _ADDRESS.decode(raw).id
    except _MISREAD:
        return ""
