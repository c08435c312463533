"""Plain words → inline Markdown that reads as those words again."""

import re

from bot.model.question import Place
from bot.sheets.inline import addresses, plain, take_images
from bot.sheets.references import sources_of

_ENTITIES = {"<": "&lt;", ">": "&gt;", "`": "&#96;", "|": "&#124;", "&": "&amp;", "!": "&#33;"}
_MARKS = re.compile(r"[\\*_~\[\]]")
_ANY = re.compile(r"[\\*_~\[\]`<>|&!]")
_CODED = re.compile(r"[`<>|&!]")


def inline(text: str, *, linked: tuple[str, ...] = ()) -> str:
    """A text on one line as Markdown. Addresses that are not among `linked` are kept from being
    taken for sources.
    """
    if _as_meant(text, text, linked):
        return text
    escaped = _CODED.sub(lambda sign: _ENTITIES[sign[0]], _MARKS.sub(r"\\\g<0>", text))
    if set(addresses(text)) - set(linked):
        escaped = escaped.replace("://", "\\://")
    return escaped


def line(text: str, *, linked: tuple[str, ...] = ()) -> str:
    """A text that begins a line or a bullet: no box, no rule, and no source."""
    written = inline(text, linked=linked)
    if not written.strip("- "):
        return f"\\{written}"
    if written[0] == "[" or sources_of(written):
        return f"&#{ord(written[0])};{written[1:]}"
    return written


def coded(text: str) -> str:
    """A text within brackets, every sign of which that could mean something is an entity."""
    return _ANY.sub(lambda sign: f"&#{ord(sign[0])};", text)


def phrases(texts: tuple[str, ...]) -> str:
    """Alternatives in one line, parted by bars."""
    return " | ".join(inline(text).replace("|", "&#124;") for text in texts)


def wordings(texts: tuple[str, ...]) -> str:
    """The wordings of a key point in one line, parted by slashes."""
    return " / ".join(inline(text).replace("/", "&#47;").replace("|", "&#124;") for text in texts)


def _as_meant(text: str, written: str, linked: tuple[str, ...]) -> bool:
    """Whether the text stands for itself."""
    return (
        plain(written) == text
        and take_images(written, 0, Place.PROMPT) == (written, ())
        and not set(addresses(written)) - set(linked)
    )
