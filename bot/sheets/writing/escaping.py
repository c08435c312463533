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
    if sources_of(escaped):
        escaped = f"&#{ord(escaped[0])};{escaped[1:]}"
    return escaped


def coded(text: str) -> str:
    """A text within brackets, every sign of which that could mean something is an entity."""
    return _ANY.sub(lambda sign: f"&#{ord(sign[0])};", text)


def phrases(texts: tuple[str, ...]) -> str:
    """Alternatives in one line, parted by bars."""
    return " | ".join(inline(text).replace("|", "&#124;") for text in texts)


def _as_meant(text: str, written: str, linked: tuple[str, ...]) -> bool:
    """Whether the text stands for itself."""
    return (
        plain(written) == text
        and take_images(written, 0, Place.PROMPT) == (written, ())
        and not set(addresses(written)) - set(linked)
        and not sources_of(written)
    )
