"""What the writer of one format provides."""

from typing import Protocol

from bot.model.sheet import Sheet


class Unavailable(Exception):
    """A format that needs a library which is not installed; the message says how to get it."""


class Writer(Protocol):
    """One way to take a sheet along. A new one is one file with a class of this form, and its entry
    in `writers.py`.
    """

    @property
    def name(self) -> str:
        """What people call it, in lower case; where it is read too, the reader's name."""

    @property
    def title(self) -> str:
        """What it is for, in a few words."""

    @property
    def suffix(self) -> str:
        """The ending of a file's name, with its dot."""

    def write(self, sheet: Sheet) -> bytes:
        """The sheet as a file. The same sheet always gives the same questions, in its order.

        Raises `Unavailable` where a library is missing; touches no disk that anyone sees.
        """
