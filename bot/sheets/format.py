"""What the reader of one format provides."""

from typing import Protocol

from bot.model.sheet import Sheet


class Format(Protocol):
    """One way to write a sheet. A new one is one file with a class of this form, and its entry in
    `formats.py`.
    """

    @property
    def name(self) -> str:
        """What people call it, in lower case."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of file names, with their dot, that a folder is searched for."""

    def recognises(self, source: bytes, name: str) -> bool:
        """Whether a file with this content and name is of this format; cheap, never raises."""

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the word of the model
        """The sheet in a file. Never raises for its content: what is wrong becomes a problem.

        Ids are unique within the sheet and the same on every run; `asked` questions have items.
        """
