"""A message as Slack's blocks, every limit kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.model.message import (
    Block,
    Button,
    Buttons,
    CodeBlock,
    Document,
    Field,
    Fields,
    Listing,
    Message,
    Picture,
    Section,
    Small,
    Weight,
)
from bot.model.text import Span, Text
from bot.platforms.slack.text import (
    Json,
    cut,
    escaped,
    labelled,
    plain_text,
    rich,
    rich_line,
    small_print,
    units,
)

MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
"""Blocks that a message and a view may hold."""
TEXT, FIELD, LABEL, ALT, SUMMARY = 3000, 2000, 75, 2000, 600
_FIELDS, _ROW = 10, 25
_MORE = Section((Span("There is more than Slack shows in one piece."),))
PRESS = "press"
"""Begins the action id of every button of ours; the action itself stands in its value."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What goes to Slack: blocks, and the words for a notification."""

    blocks: list[Json]
    text: str


@dataclass(frozen=True, slots=True)
class Files:
    """Ids of uploaded pictures, by their bytes."""

    ids: Mapping[bytes, str] = field(default_factory=dict)


def rendered(message: Message, files: Files | None = None, most: int = MESSAGE_BLOCKS) -> Rendered:
    """A message as blocks, at most `most` of them, and its summary.

    Long text goes on in a further block; only what is over the limit in blocks is left out, and
    then a line says so and the last buttons stay. Blocks that would be empty vanish.
    """
    blocks = rendered_blocks(message.blocks, files, most)
    summary = message.summary.strip() or _words(message.blocks) or "A message from the quiz"
    return Rendered(blocks, escaped(summary, SUMMARY))


def rendered_blocks(blocks: Sequence[Block], files: Files | None, most: int) -> list[Json]:
    """Blocks one after the other, at most `most`."""
    known = files or Files()
    made = [part for block in blocks for part in _rendered(block, known)]
    if len(made) > most:
        last = made[-1:] if made[-1]["type"] == "actions" else []
        note = list(_rendered(_MORE, known))
        made = made[: most - len(last) - len(note)] + note + last
    return [_numbered(part, number) for number, part in enumerate(made)]


def _numbered(block: Json, number: int) -> Json:
    """Buttons need names that are unique in their message, for Slack to tell them apart."""
    if block["type"] == "actions":
        return {**block, "block_id": f"row{number}"}
    return block


def _words(blocks: Sequence[Block]) -> str:
    sections = (block.text for block in blocks if isinstance(block, Section))
    return next(
        filter(None, ("".join(span.text for span in text).strip() for text in sections)), ""
    )


def _rendered(block: Block, files: Files) -> Iterator[Json]:
    match block:
        case Section(text):
            yield from _prose(text)
        case Listing(lines, ordered):
            yield from _listing(lines) if ordered else _prose(_one_below_the_other(lines))
        case Fields(fields):
            yield from _fields(fields)
        case CodeBlock(text):
            yield from _code(text)
        case Picture():
            yield _picture(block, files)
        case Document(file):
            yield {"type": "context", "elements": [plain_text(f"File: {file.name}", TEXT)]}
        case Small(text):
            if element := small_print(text, TEXT - 200):
                yield {"type": "context", "elements": [element]}
        case Buttons(buttons):
            yield from _rows(buttons)


def _prose(text: Text) -> Iterator[Json]:
    for section in rich(text, TEXT):
        yield _rich(section)


def _one_below_the_other(lines: Sequence[Text]) -> Text:
    return tuple(span for line in lines if line for span in (Span("\n"), *line))[1:]


def _rich(part: Json) -> Json:
    return {"type": "rich_text", "elements": [part]}


def _listing(lines: Sequence[Text]) -> Iterator[Json]:
    """Numbered lines; what does not fit in one block is numbered on in the next."""
    current: list[Json] = []
    used = offset = 0
    for line in lines:
        section, size = rich_line(line, TEXT)
        if used + size > TEXT:
            yield _numbering(current, offset)
            offset += len(current)
            current, used = [], 0
        current.append(section)
        used += size
    if current:
        yield _numbering(current, offset)


def _numbering(lines: list[Json], offset: int) -> Json:
    part: Json = {"type": "rich_text_list", "style": "ordered", "elements": lines}
    return _rich(part | {"offset": offset} if offset else part)


def _fields(fields: Sequence[Field]) -> Iterator[Json]:
    texts = [labelled(field.label, field.value, FIELD - 200) for field in fields]
    for start in range(0, len(texts), _FIELDS):
        yield {"type": "section", "fields": texts[start : start + _FIELDS]}


def _code(text: str) -> Iterator[Json]:
    """Code in blocks that end between lines."""
    current = ""
    for line in text.strip("\n").splitlines(keepends=True):
        for part in _short_lines(line):
            if units(current) + units(part) > TEXT:
                yield _preformatted(current)
                current = ""
            current += part
    if current.strip():
        yield _preformatted(current)


def _short_lines(line: str) -> list[str]:
    half = TEXT // 2
    return [line[start : start + half] for start in range(0, len(line), half)]


def _preformatted(text: str) -> Json:
    element: Json = {"type": "text", "text": text.rstrip("\n") or " "}
    return _rich({"type": "rich_text_preformatted", "elements": [element]})


def _picture(picture: Picture, files: Files) -> Json:
    """An image, or its words where Slack cannot fetch it."""
    alt = cut(picture.alt.strip(), ALT) or "Picture"
    if picture.png and picture.png in files.ids:
        return {"type": "image", "slack_file": {"id": files.ids[picture.png]}, "alt_text": alt}
    if picture.url.startswith(("https://", "http://")) and len(picture.url) <= TEXT:
        return {"type": "image", "image_url": picture.url, "alt_text": alt}
    return {"type": "context", "elements": [plain_text(f"Picture: {alt}", TEXT)]}


def _rows(buttons: Sequence[Button]) -> Iterator[Json]:
    for start in range(0, len(buttons), _ROW):
        row = buttons[start : start + _ROW]
        yield {
            "type": "actions",
            "elements": [_button(button, number) for number, button in enumerate(row)],
        }


def _button(button: Button, number: int) -> Json:
    element: Json = {
        "type": "button",
        "action_id": f"{PRESS}{number}",
        "text": plain_text(button.label, LABEL),
        "value": str(button.action),
    }
    return element | {"style": "primary"} if button.weight is Weight.PRIMARY else element
