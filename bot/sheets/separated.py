"""Tables: CSV and TSV, with the headers that Anki writes above its text exports, or with names over
the columns, or with none.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.model.sheet import Sheet
from bot.sheets import complaints
from bot.sheets.card import Deck, title_of
from bot.sheets.columns import Role, cards_of, roles_of, row_of
from bot.sheets.decode import decode
from bot.sheets.formula import restored

_HEADER = re.compile(r"#\s?([a-z ]{2,20}):\s*(.*)$", re.IGNORECASE)
_KNOWN_HEADERS = ("separator", "html", "tags", "columns", "notetype", "deck", "guid", "if matches")
_SEPARATORS = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
    "colon": ":",
    "space": " ",
}
_SUFFIXES = (".csv", ".tsv")
_SAMPLE = 20
"""Lines that are looked at to find the separator."""
_LONGEST_ROW = 300
"""Lines of one row; a longer one comes from a quotation mark that is never closed."""
HINT = "Name the columns in the first line: question, answer."


@dataclass(frozen=True, slots=True)
class Separated:
    """CSV and TSV."""

    name: str = "csv"
    suffixes: tuple[str, ...] = _SUFFIXES

    def recognises(self, source: bytes, name: str) -> bool:
        """By the ending of the name, by Anki's headers, or by a tab in every line."""
        if name.lower().endswith(_SUFFIXES):
            return True
        lines = decode(source[:8192]).text.split("\n")[:_SAMPLE]
        if lines and _known_header(lines[0]):
            return True
        full = [line for line in lines[:-1] or lines if line.strip()]
        return (
            len(full) > 1
            and all(line.strip().count("\t") for line in full)
            and not any(line.lstrip()[:2] in ("- ", "* ", "Q.") for line in full)
        )

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """Headers, then rows; the first row may name the columns."""
        decoded = decode(source)
        lines = decoded.text.split("\n")
        headers = _read_headers(lines)
        deck = Deck(id, headers.deck or title_of(name), problems=list(decoded.problems))
        separator = headers.separator or _separator(lines[headers.lines :], name)
        body = "\n".join(lines[headers.lines :])
        rows = _rows(body, separator, headers.lines, deck)
        _cards(rows, headers, separator, deck)
        return deck.sheet("table", HINT)


@dataclass(slots=True)
class _Headers:
    """What Anki's lines above the table say; numbers of columns count from 0."""

    lines: int = 0
    separator: str = ""
    marked_up: bool | None = None
    tags: tuple[str, ...] = ()
    deck: str = ""
    columns: str = ""
    special: dict[str, int] = field(default_factory=dict)


def _known_header(line: str) -> bool:
    match = _HEADER.match(line.strip("\ufeff "))
    return match is not None and match[1].strip().lower().split(" column")[0] in _KNOWN_HEADERS


def _read_headers(lines: Sequence[str]) -> _Headers:
    headers = _Headers()
    for line in lines:
        match = _HEADER.match(line)
        if not line.startswith("#"):
            break
        headers.lines += 1
        if match is None:
            continue
        key, value = match[1].strip().lower(), match[2].rstrip("\r")
        if key == "separator":
            headers.separator = _SEPARATORS.get(value.strip().lower(), value[:1])
        elif key == "html":
            headers.marked_up = value.strip().lower() == "true"
        elif key == "tags":
            headers.tags = tuple(value.split())
        elif key == "deck":
            headers.deck = value.split("::")[-1].strip()
        elif key == "columns":
            headers.columns = value
        elif key.endswith(" column") and value.strip().isdigit():
            headers.special[key.removesuffix(" column")] = int(value) - 1
    return headers


def _separator(lines: Sequence[str], name: str) -> str:
    """The sign that stands equally often in the first lines, or in most of them."""
    sample = [line for line in lines if line.strip()][:_SAMPLE]
    if name.lower().endswith(".tsv"):
        return "\t"
    # Prose holds commas of its own, so that any other sign in every line is meant.
    for sign in "\t;|":
        if sample and all(sign in line for line in sample):
            return sign
    return ","


def _rows(body: str, separator: str, above: int, deck: Deck) -> Iterator[tuple[int, list[str]]]:
    """The rows with the line that each begins at; stops at what cannot be parsed."""
    reader = csv.reader(
        io.StringIO(body, newline=""), delimiter=separator, skipinitialspace=separator != " "
    )
    while True:
        line = above + reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            reason = str(error).removesuffix(".")
            deck.problems.append(complaints.unreadable(line, "a table", f"here, {reason}"))
            return
        if row is None:
            return
        if above + reader.line_num - line > _LONGEST_ROW:
            reason = "a quotation mark is opened here and never closed"
            deck.problems.append(complaints.unreadable(line, "a table", reason))
            return
        if any(cell.strip() for cell in row) and not row[0].startswith("#"):
            yield line, [restored(cell.strip(" \r\n")) for cell in row]


def _cards(
    rows: Iterator[tuple[int, list[str]]], headers: _Headers, separator: str, deck: Deck
) -> None:
    first = next(rows, None)
    if first is None:
        return
    named = headers.columns.split(separator) if headers.columns else []
    names = named or first[1]
    roles = list(roles_of(names))
    asks = Role.PROMPT in roles and (Role.ANSWER in roles or Role.OPTION in roles)
    if not asks:
        if len(first[1]) > 2 and not named and not headers.lines:
            why = "no column is called question and none is called answer"
            deck.problems.append(complaints.unreadable(first[0], "a table of questions", why))
            return
        roles = _by_position(len(first[1]), headers.special)
    for key, at in headers.special.items():
        roles += [None] * (at + 1 - len(roles))
        roles[at] = {"tags": Role.TAGS, "deck": Role.TOPIC}.get(key)
    if not asks or named:
        _take(first, roles, headers, deck)
    for row in rows:
        _take(row, roles, headers, deck)


def _by_position(count: int, special: dict[str, int]) -> list[Role | None]:
    """Front, back, and what else there is as an explanation, around the special columns."""
    usual = iter((Role.PROMPT, Role.ANSWER, Role.WHY))
    taken = special.values()
    return [None if at in taken else next(usual, None) for at in range(count)]


def _take(
    numbered: tuple[int, list[str]], roles: Sequence[Role | None], headers: _Headers, deck: Deck
) -> None:
    line, cells = numbered
    for card in cards_of(row_of(line, roles, cells, headers.marked_up)):
        deck.cards.append(replace(card, tags=(*headers.tags, *card.tags)))
