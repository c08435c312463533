"""Transactions of the store, seen where SQLAlchemy hands them to a database.

A transaction in which a statement inserts, updates or deletes is a write, any other in which a
statement ran is a read. Writes that share a commit stand in a savepoint each: then each savepoint
counts for itself, and so does what ran beside them.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, event

_WRITES = re.compile(
    r"\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b|\s*WITH\b.*\b(?:INSERT|UPDATE|DELETE)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGINS = re.compile(r"\s*SAVEPOINT\b", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:RELEASE|ROLLBACK\s+TO)\b", re.IGNORECASE)
_READS = re.compile(r"\s*(?:SELECT|WITH|VALUES)\b", re.IGNORECASE)


@dataclass(slots=True)
class Transactions:
    """How many transactions ended while this was being counted."""

    reads: int = 0
    writes: int = 0
    _open: dict[Connection, list[str]] = field(default_factory=dict)
    """For each transaction what ran in it and in each of its savepoints: `read` or `write`."""

    def begin(self, connection: Connection, *_: object) -> None:
        """A transaction begins."""
        self._open[connection] = [""]

    def ran(self, connection: Connection, _: object, statement: str, *__: object) -> None:
        """A statement runs, or a savepoint begins or ends, one way or the other."""
        kinds = self._open.get(connection)
        if kinds is None:
            return
        if _BEGINS.match(statement):
            kinds.append("")
        elif _ENDS.match(statement):
            self._tell(kinds.pop())
        elif _WRITES.match(statement):
            kinds[-1] = "write"
        elif _READS.match(statement):
            kinds[-1] = kinds[-1] or "read"

    def ended(self, connection: Connection, *_: object) -> None:
        """The transaction ends, one way or the other."""
        for kind in self._open.pop(connection, []):
            self._tell(kind)

    def _tell(self, kind: str) -> None:
        self.reads += kind == "read"
        self.writes += kind == "write"


@contextmanager
def counted() -> Iterator[Transactions]:
    """Count the transactions of every database of this process."""
    found = Transactions()
    listeners: dict[str, Callable[..., None]] = {
        "begin": found.begin,
        "before_cursor_execute": found.ran,
        "commit": found.ended,
        "rollback": found.ended,
    }
    for name, listener in listeners.items():
        event.listen(Engine, name, listener)
    try:
        yield found
    finally:
        for name, listener in listeners.items():
            event.remove(Engine, name, listener)
