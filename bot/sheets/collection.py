"""Anki's collection: an SQLite database from a stranger, read without trusting its schema."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

_MOST_STEPS = 200_000
"""Times a thousand steps of SQLite's machine, after which a query is stopped."""
_WAL = b"\x02\x02"
_READS = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION))
_NOTES = "SELECT id, guid, mid, tags, flds FROM notes ORDER BY id"
_DECK_OF = "SELECT nid, did FROM cards ORDER BY nid, ord DESC"


class Unreadable(Exception):
    """A collection that is none; the message says why."""


@dataclass(frozen=True, slots=True)
class NoteType:
    """A kind of note: its name, and those of its fields."""

    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `deck` is the path of the deck that its first card lies in."""

    number: int
    guid: str
    kind: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    deck: tuple[str, ...]


def notes_of(database: bytes) -> list[Note]:
    """All notes of a collection, of either schema. Raises `Unreadable`."""
    try:
        with closing(_connected(database)) as connection:
            return list(_notes(connection))
    except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError, MemoryError) as error:
        raise Unreadable("its database is damaged, or not one of Anki's") from error


def _connected(database: bytes) -> sqlite3.Connection:
    """The database in memory, where nothing but reading is allowed."""
    if not database.startswith(b"SQLite format 3\0"):
        raise ValueError("no database")
    if database[18:20] == _WAL:
        # A database in memory has no journal file; the mark is all that has to change.
        database = database[:18] + b"\x01\x01" + database[20:]
    connection = sqlite3.connect(":memory:")
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.deserialize(database)
    connection.create_collation("unicase", _compared)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, 1000)
    connection.set_authorizer(_only_reading)
    return connection


def _only_reading(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _READS else sqlite3.SQLITE_DENY


def _compared(one: str, other: str) -> int:
    left, right = one.casefold(), other.casefold()
    return (left > right) - (left < right)


def _notes(connection: sqlite3.Connection) -> Iterator[Note]:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    modern = "notetypes" in tables
    kinds = dict(_kinds(connection) if modern else _kinds_in_json(connection))
    decks = dict(_decks(connection) if modern else _decks_in_json(connection))
    deck_of: dict[int, int] = dict(connection.execute(_DECK_OF).fetchall())
    unknown = NoteType("", ())
    for number, (note, guid, kind, tags, fields) in enumerate(connection.execute(_NOTES), 1):
        yield Note(
            number=number,
            guid=str(guid),
            kind=kinds.get(int(kind), unknown),
            fields=tuple(str(fields).split("\x1f")),
            tags=tuple(str(tags).split()),
            deck=decks.get(deck_of.get(note, 0), ()),
        )


def _kinds(connection: sqlite3.Connection) -> Iterator[tuple[int, NoteType]]:
    fields: dict[int, list[str]] = {}
    for kind, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(int(kind), []).append(str(name))
    for kind, name in connection.execute("SELECT id, name FROM notetypes"):
        yield int(kind), NoteType(str(name), tuple(fields.get(int(kind), ())))


def _decks(connection: sqlite3.Connection) -> Iterator[tuple[int, tuple[str, ...]]]:
    for deck, name in connection.execute("SELECT id, name FROM decks"):
        yield int(deck), tuple(str(name).replace("::", "\x1f").split("\x1f"))


def _kinds_in_json(connection: sqlite3.Connection) -> Iterator[tuple[int, NoteType]]:
    (models,) = connection.execute("SELECT models FROM col").fetchone()
    for kind, model in json.loads(models).items():
        names = tuple(str(field["name"]) for field in model["flds"])
        yield int(kind), NoteType(str(model["name"]), names)


def _decks_in_json(connection: sqlite3.Connection) -> Iterator[tuple[int, tuple[str, ...]]]:
    (decks,) = connection.execute("SELECT decks FROM col").fetchone()
    for deck, said in json.loads(decks).items():
        yield int(deck), tuple(str(said["name"]).split("::"))
