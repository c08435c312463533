"""Commits, counted where SQLAlchemy hands them to a database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event


@contextmanager
def commits() -> Iterator[list[int]]:
    """The commits from here on, of every engine."""
    counted: list[int] = []

    def count(_: object) -> None:
        counted.append(1)

    event.listen(Engine, "commit", count)
    try:
        yield counted
    finally:
        event.remove(Engine, "commit", count)
