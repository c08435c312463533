"""An action: what a button or a form brings back when it is used, and the kinds of them."""

from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar, get_type_hints

LONGEST = 100
"""Characters that every platform carries (Discord's custom id is the shortest)."""
_DIGITS = 9
"""More than any number of ours has."""
_SWITCH = {"on": True, "off": False}


@dataclass(frozen=True, slots=True)
class Action:
    """A verb and its arguments, such as `answer` for a round; all its state, so that a button
    still works after a restart and a month later.

    Verb and arguments hold no colon and together at most `LONGEST` characters.
    """

    verb: str
    arguments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(":" in part for part in (self.verb, *self.arguments)) or len(str(self)) > LONGEST:
            raise ValueError(f"an action holds no colon and {LONGEST} characters at most: {self}")

    def __str__(self) -> str:
        return ":".join((self.verb, *self.arguments))

    @classmethod
    def parse(cls, text: str) -> "Action":
        """Read what `str()` wrote; anything else becomes an action that nobody handles."""
        verb, *arguments = text[:LONGEST].split(":")
        return cls(verb, tuple(arguments))


class UnreadableAction(ValueError):
    """The arguments of an action are not those of its kind."""


A = TypeVar("A")
"""A frozen dataclass whose fields are text, whole numbers, truths or `StrEnum`s."""


@dataclass(frozen=True, slots=True)
class ActionKind(Generic[A]):
    """A verb with the type of its arguments: writes actions, and reads them again.

    Fields travel in their order; those at the end that hold their default are left out, so a
    button of an earlier version, which has fewer, is read as well.
    """

    verb: str
    arguments: type[A]

    def action(self, arguments: A) -> Action:
        """The action that brings these arguments back."""
        kind: type = self.arguments
        written = [_written(getattr(arguments, name)) for name, _ in _declared(kind)]
        usual = [_written(default) for _, default in _usual(kind)]
        while usual and written and written[-1] == usual[-1]:
            written.pop()
            usual.pop()
        return Action(self.verb, tuple(written))

    def read(self, action: Action) -> A:
        """The arguments of an action of this kind; raises `UnreadableAction`."""
        kind: type = self.arguments
        declared = _declared(kind)
        if action.verb != self.verb or len(action.arguments) > len(declared):
            raise UnreadableAction(str(action))
        pairs = zip(declared, action.arguments, strict=False)
        try:
            return self.arguments(**{name: _read(text, type_) for (name, type_), text in pairs})
        except (KeyError, TypeError, ValueError):
            raise UnreadableAction(str(action)) from None


@dataclass(frozen=True, slots=True)
class Nothing:
    """No arguments."""


@cache
def _declared(arguments: type) -> tuple[tuple[str, type], ...]:
    """The names and types of the fields, in their order."""
    types = get_type_hints(arguments)
    return tuple((each.name, types[each.name]) for each in fields(arguments))


@cache
def _usual(arguments: type) -> tuple[tuple[str, object], ...]:
    """The fields that may be left out, with what they then hold."""
    optional = (each for each in fields(arguments) if each.default is not MISSING)
    return tuple((each.name, each.default) for each in optional)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def _read(text: str, kind: type) -> object:
    if kind is bool:
        return _SWITCH[text]
    if kind is int and not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise ValueError(text)
    if kind in (str, int) or issubclass(kind, StrEnum):
        return kind(text)
    raise TypeError(kind)
