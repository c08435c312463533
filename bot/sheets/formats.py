"""The formats that are read, the first that recognises a file wins; Markdown takes the rest."""

from bot.sheets.aiken import Aiken
from bot.sheets.anki import Anki
from bot.sheets.format import Format
from bot.sheets.gift import Gift
from bot.sheets.hashcards import Hashcards
from bot.sheets.kotoba import Kotoba
from bot.sheets.markdown import Markdown
from bot.sheets.obsidian import Obsidian
from bot.sheets.opentdb import OpenTriviaDatabase
from bot.sheets.quizsheet import QuizsheetJson
from bot.sheets.separated import Separated
from bot.sheets.trivia import Trivia

FORMATS: tuple[Format, ...] = (
    Anki(),
    QuizsheetJson(),
    OpenTriviaDatabase(),
    Kotoba(),
    Aiken(),
    Gift(),
    Trivia(),
    Separated(),
    Hashcards(),
    Obsidian(),
    Markdown(),
)


def format_of(source: bytes, name: str) -> Format:
    """The format of a file, by looking at it."""
    return next(known for known in FORMATS if known.recognises(source, name))


def format_named(name: str) -> Format | None:
    """The format that people call by this name."""
    return next((known for known in FORMATS if known.name == name.lower()), None)
