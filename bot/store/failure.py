"""Turns what goes wrong in a database into a `StoreError` that says what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import MsgspecError
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    OperationalError,
    SQLAlchemyError,
    StatementError,
)
from sqlalchemy.exc import (
    TimeoutError as PoolTimeoutError,
)

from bot.quiz.ports.store import StoreError

NEXT_STEPS = (
    (("disk is full", "no space left", "disk full"), "The disk is full. Free some space."),
    (("database is locked",), "Another process keeps the database busy. Try again shortly."),
    (("readonly", "read-only"), "The database cannot be written to. Check who owns its files."),
    (
        ("unable to open database", "permission denied"),
        "The database file cannot be opened. Check that its folder exists and may be written to.",
    ),
    (
        ("not a database", "malformed"),
        "The database file is damaged or is not one of ours. Put a backup in its place.",
    ),
    (
        ("password authentication", "no password"),
        "PostgreSQL refuses the name or the password. Check the database URL.",
    ),
    (
        ("does not exist",),
        "The database, or a table in it, does not exist. Check the database URL.",
    ),
    (
        ("connect", "closed", "terminat", "refused", "reset", "no such file", "name resolution"),
        "The database cannot be reached. Check that it runs and that the database URL is right.",
    ),
)
"""Words in an error of a driver, and the sentence for people that belongs to them."""


def store_error(error: Exception) -> StoreError:
    """The failure in words for people, then in the driver's, where those quote no one's data."""
    original = error.orig if isinstance(error, DBAPIError) and error.orig else error
    detail = str(original).partition("\n")[0] or type(original).__name__
    if isinstance(error, IntegrityError):
        return StoreError(f"That contradicts what is stored. Nothing was changed. ({detail})")
    if isinstance(error, MsgspecError):
        return StoreError(f"The database holds what this version cannot read. ({detail})")
    if isinstance(error, PoolTimeoutError):
        return StoreError("Too many requests wait for the database. Try again shortly.")
    for words, sentence in NEXT_STEPS:
        if any(word in detail.lower() for word in words):
            return StoreError(f"{sentence} ({detail})")
    if isinstance(error, StatementError) and not isinstance(error, OperationalError):
        detail = type(original).__name__
    return StoreError(f"The database failed. Nothing was changed; try again. ({detail})")


@contextmanager
def failures_named(*more: type[Exception]) -> Iterator[None]:
    """Raise a `StoreError` for whatever SQLAlchemy, the system or a driver raises within.

    The cause is cut off: a driver's error may quote the row, and with it what a member said.
    """
    named: tuple[type[Exception], ...] = (SQLAlchemyError, MsgspecError, OSError, *more)
    try:
        yield
    except named as error:
        raise store_error(error) from None
