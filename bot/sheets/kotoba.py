"""Decks of the Discord bot Kotoba: CSV with the columns Question, Answers, Comment, Instructions and
Render as. Answers are alternatives, parted by commas.
"""

import csv
import io
from dataclasses import dataclass

from bot.model.question import Mode
from bot.model.sheet import Sheet
from bot.sheets import complaints
from bot.sheets.card import Card, Deck, title_of
from bot.sheets.decode import decode
from bot.sheets.formula import restored

_COLUMNS = ("question", "answers", "comment")
_USUAL = ("type the reading!", "type the answer!", "")
"""Instructions that say no more than the question itself."""


@dataclass(frozen=True, slots=True)
class Kotoba:
    """Kotoba's custom decks."""

    name: str = "kotoba"
    suffixes: tuple[str, ...] = ()

    def recognises(self, source: bytes, name: str) -> bool:
        """By its first line."""
        first = decode(source[:2048]).text.split("\n", 1)[0].lower()
        columns = tuple(column.strip(' "\ufeff') for column in first.split(","))
        return columns[:3] == _COLUMNS and any(each.startswith("instruct") for each in columns)

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """A question a row; the comment is shown after it, special instructions with it."""
        decoded = decode(source)
        deck = Deck(id, title_of(name), problems=list(decoded.problems))
        reader = csv.reader(io.StringIO(decoded.text, newline=""))
        try:
            next(reader, None)
            line = reader.line_num + 1
            for row in reader:
                cells = [restored(cell.strip()) for cell in (*row, "", "", "", "")]
                if any(cells):
                    deck.cards.append(_card(line, cells))
                line = reader.line_num + 1
        except csv.Error as error:
            line = reader.line_num
            deck.problems.append(complaints.unreadable(line, "a Kotoba deck", str(error)))
        return deck.sheet("Kotoba deck", "Each row is: question, answers, comment.")


def _card(line: int, cells: list[str]) -> Card:
    question, answers, comment, instructions = cells[:4]
    known = [answer.strip() for answer in answers.split(",") if answer.strip()]
    asked = instructions.casefold() not in _USUAL
    return Card(
        line=line,
        prompt=f"{question} ({instructions})" if asked and question else question,
        answers=tuple(known[:1]),
        accept=tuple(known[1:]),
        mode=Mode.ANY,
        why=comment,
    )
