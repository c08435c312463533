"""Questions as the Open Trivia Database gives them: JSON, its texts encoded in one of four ways."""

import base64
import binascii
import html
import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from bot.model.sheet import Sheet
from bot.sheets import complaints
from bot.sheets.card import Card, Deck, title_of
from bot.sheets.decode import decode

_DIFFICULTIES = {"easy": 1, "medium": 2, "hard": 3}
_TYPES = ("multiple", "boolean")


@dataclass(frozen=True, slots=True)
class OpenTriviaDatabase:
    """OpenTDB's JSON."""

    name: str = "opentdb"
    suffixes: tuple[str, ...] = ()

    def recognises(self, source: bytes, name: str) -> bool:
        """By two of its keys near the beginning."""
        start = source.lstrip(b"\xef\xbb\xbf \t\r\n")[:8192]
        return (
            start[:1] in (b"{", b"[")
            and b'"incorrect_answers"' in start
            and (b'"correct_answer"' in start)
        )

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """`results`, or the bare list of them. The order of choices is that of the alphabet, so that
        it gives nothing away and is the same on every import.
        """
        decoded = decode(source)
        deck = Deck(id, title_of(name), problems=list(decoded.problems))
        try:
            said: object = json.loads(decoded.text)
        except (ValueError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            reason = getattr(error, "msg", "it is nested too deeply").lower()
            deck.problems.append(complaints.unreadable(line, "JSON", reason))
            return deck.sheet("file", "")
        results = said.get("results") if isinstance(said, dict) else said
        entries = results if isinstance(results, list) else []
        for number, entry in enumerate(entries, 1):
            card = _card(number, entry)
            if card:
                deck.cards.append(card)
            else:
                why = "it has no question, or no right answer"
                deck.problems.append(complaints.skipped(number, f"Entry {number}", why))
        return deck.sheet("file", "Ask the database for some questions first.")


def _card(number: int, entry: object) -> Card | None:
    if not isinstance(entry, dict):
        return None
    read = _decoder(entry.get("type"))
    question, right = entry.get("question"), entry.get("correct_answer")
    others = entry.get("incorrect_answers")
    if not isinstance(question, str) or not isinstance(right, str):
        return None
    wrong = (
        [read(each) for each in others if isinstance(each, str)] if isinstance(others, list) else []
    )
    right = read(right)
    options = sorted({right, *wrong}, key=lambda text: (text.casefold() != "true", text.casefold()))
    category, level = entry.get("category"), entry.get("difficulty")
    return Card(
        line=number,
        prompt=read(question),
        answers=(right,),
        options=tuple(options),
        topic=tuple(read(category).split(": ")) if isinstance(category, str) else (),
        difficulty=_DIFFICULTIES.get(read(level), 0) if isinstance(level, str) else 0,
    )


def _decoder(kind: object) -> Callable[[str], str]:
    """How the texts of an entry are written, told by the one word that is known."""
    if isinstance(kind, str) and kind not in _TYPES and _from_base64(kind) in _TYPES:
        return _from_base64
    return lambda text: html.unescape(unquote(text) if "%" in text and " " not in text else text)


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return text
