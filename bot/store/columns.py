"""Column types: instants in UTC, words that people typed, and values of the model as JSON."""

import json
from datetime import UTC, datetime
from typing import Generic, TypeVar

import msgspec
from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

T = TypeVar("T")


class Instant(TypeDecorator[datetime]):
    """An instant: aware in any zone on the way in, always aware and in UTC on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive instant; SQLite gets UTC without the zone, which then sorts as text."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs its time zone: {value}")
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The instant in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """Text from outside; what no database takes (NUL, half a surrogate pair) becomes U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as every database takes it."""
        return None if value is None else storable(value)


class Weekdays(TypeDecorator[frozenset[int]]):
    """Weekdays as their digits in order, Monday is 0: `01234` is Monday to Friday."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[int] | None, dialect: Dialect) -> str | None:
        """The digits in order, so that equal sets are equal texts."""
        return None if value is None else "".join(str(day) for day in sorted(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[int] | None:
        """The set of the digits."""
        return None if value is None else frozenset(int(day) for day in value)


class Json(TypeDecorator[T], Generic[T]):
    """A value of the model as JSON text; its dataclass is checked on the way out."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[T]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        """The value as JSON."""
        return None if value is None else to_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:
        """The value again."""
        return None if value is None else msgspec.json.decode(value, type=self.kind)


def storable(text: str) -> str:
    """The text with U+FFFD for what PostgreSQL or UTF-8 cannot hold."""
    if "\x00" not in text and (text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)):
        return text
    return "".join("\ufffd" if c == "\x00" or "\ud800" <= c <= "\udfff" else c for c in text)


def to_json(value: object) -> str:
    """A value of the model as JSON; the same value always gives the same text."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return storable(json.dumps(msgspec.to_builtins(value), ensure_ascii=False))
