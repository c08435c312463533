"""The port through which files become sheets, and sheets files."""

from dataclasses import dataclass
from typing import Protocol

from bot.model.attachment import Attachment
from bot.model.message import Choice
from bot.model.question import Question
from bot.model.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Changes:
    """What replacing a sheet would change; `kept` and so on are numbers of questions."""

    sheet: Sheet
    """The new sheet, its questions under the ids that they had before, or the author's new ones."""
    kept: int
    reworded: int
    added: int
    removed: int
    renamed: tuple[tuple[str, str], ...] = ()
    """Ids under which a question was known and is known now; see `Sheets.replace_sheet`."""


class Files(Protocol):
    """Reads and writes sheets; never touches a disk or a network.

    Both directions may take a moment for a large sheet: the game calls them in a thread.
    """

    @property
    def formats(self) -> tuple[Choice, ...]:
        """What a sheet can be written as."""
        ...

    def read(self, file: Attachment) -> Sheet:
        """The sheet in a file of any known format, its id made from the file's name.

        Never raises for its content: what is wrong is in the sheet's problems.
        """
        ...

    def changes(self, known: Sheet | None, new: Sheet, added: tuple[Question, ...] = ()) -> Changes:
        """Compare a new sheet with the one that it would replace.

        `added` stands beside the known sheet and stays there: none of it counts as removed.
        """
        ...

    def write(self, sheet: Sheet, form: str) -> Attachment:
        """A sheet as a file in one of `formats`; raises ValueError for another one.

        Raises `Unavailable` where a format needs a package that is not installed.
        """
        ...


class Unavailable(Exception):
    """A format that this installation cannot write; the message says what is missing."""
