"""From the message model to what the page shows. The page sets every word as text, never as HTML."""

from base64 import b64encode
from datetime import datetime
from urllib.parse import urlsplit

from bot.model.message import (
    Block,
    Buttons,
    ChoiceInput,
    CodeBlock,
    Document,
    Fields,
    FileInput,
    Form,
    Input,
    Listing,
    Message,
    Picture,
    Section,
    Small,
    Weight,
)
from bot.model.text import Text
from bot.platforms.web import protocol as wire


def shown(
    message: Message, id_: str, at: datetime, *, thread: str = "", private: bool = False
) -> wire.Shown:
    """A message with its place and time."""
    return wire.Shown(id_, at, blocks(message.blocks), thread, private)


def asked(form: Form, to: str) -> wire.Asked:
    """A form as the reply to frame `to`."""
    return wire.Asked(
        to=to,
        title=form.title,
        action=str(form.action),
        submit=form.submit,
        blocks=blocks(form.blocks),
        inputs=tuple(_input(each) for each in form.inputs),
    )


def blocks(parts: tuple[Block, ...]) -> tuple[wire.WireBlock, ...]:
    """Blocks from top to bottom."""
    return tuple(_block(part) for part in parts)


def safe(address: str) -> str:
    """The address if a browser may open it from here, that is http(s) with a host; else empty."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def _runs(text: Text) -> wire.Runs:
    return tuple(
        wire.Run(
            span.text,
            span.style.value,
            safe(span.link),
            int(span.at.timestamp()) if span.at else 0,
            span.dated,
        )
        for span in text
    )


def _block(block: Block) -> wire.WireBlock:
    match block:
        case Section(text):
            return wire.Paragraph(_runs(text))
        case Small(text):
            return wire.SmallPrint(_runs(text))
        case Listing(lines, ordered):
            return wire.Lines(tuple(_runs(line) for line in lines), ordered)
        case Fields(fields):
            return wire.Labels(
                tuple(wire.Labelled(field.label, _runs(field.value)) for field in fields)
            )
        case CodeBlock(text, language):
            return wire.CodeLines(text, language)
        case Picture(alt, url, png):
            inline = f"data:image/png;base64,{b64encode(png).decode()}" if png else ""
            return wire.Image(alt, inline or safe(url))
        case Document(file):
            return wire.Download(file.name, file.content)
        case Buttons(buttons):
            return wire.Row(
                tuple(
                    wire.Pressable(
                        button.label, str(button.action), button.weight is Weight.PRIMARY
                    )
                    for button in buttons
                )
            )


def _input(part: Input) -> wire.WireInput:
    if isinstance(part, FileInput):
        return wire.FileField(part.name, part.label, part.largest, part.endings)
    if isinstance(part, ChoiceInput):
        choices = tuple(wire.Option(choice.value, choice.label) for choice in part.choices)
        return wire.ChoiceField(part.name, part.label, choices, part.value)
    return wire.TextField(
        name=part.name,
        label=part.label,
        lines=part.lines,
        placeholder=part.placeholder,
        value=part.value,
        required=part.required,
        longest=part.max_length,
    )
