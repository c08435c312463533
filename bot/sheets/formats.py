"""The formats that are read, the first that recognises a file wins; Markdown takes the rest."""

from bot.sheets.format import Format
from bot.sheets.markdown import Markdown

FORMATS: tuple[Format, ...] = (Markdown(),)


def format_of(source: bytes, name: str) -> Format:
    """The format of a file, by looking at it."""
    return next(known for known in FORMATS if known.recognises(source, name))
