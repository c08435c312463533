"""The formats that are written."""

from bot.sheets.writing.anki import AnkiPackage
from bot.sheets.writing.hashcards import HashcardsDeck
from bot.sheets.writing.markdown import MarkdownFile
from bot.sheets.writing.quizsheet import JsonFile
from bot.sheets.writing.separated import CsvFile, TsvFile
from bot.sheets.writing.writer import Writer

WRITERS: tuple[Writer, ...] = (
    MarkdownFile(),
    CsvFile(),
    TsvFile(),
    AnkiPackage(),
    HashcardsDeck(),
    JsonFile(),
)


def writer_named(name: str) -> Writer | None:
    """The writer that people call by this name, or by the ending of its files."""
    wanted = name.lower().lstrip(".")
    return next(
        (known for known in WRITERS if wanted in (known.name, known.suffix.lstrip("."))), None
    )
