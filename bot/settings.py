"""Settings: what the operator decides, read once from the environment and the command line."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.platforms.platform import Misconfigured
from bot.quiz.rules.rules import Limits, Rules

DATABASE = "QUIZSHEET_DATABASE"
SHEETS = "QUIZSHEET_SHEETS"
LARGEST_FILE = "QUIZSHEET_LARGEST_FILE"
MOST_QUESTIONS = "QUIZSHEET_MOST_QUESTIONS"

_MOST = 100_000_000
_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Settings:
    """What a process needs to know before it starts."""

    database: str
    """A path of a SQLite file, or an address that begins with `postgresql://`."""
    sheets: tuple[Path, ...]
    """Files and folders of sheets that every team may use."""
    environment: Mapping[str, str]
    """Where each platform finds its own settings."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], **defaults: str) -> "Settings":
        """Read the environment; `defaults` stand where it says nothing."""
        known = {
            **defaults,
            **{name: value for name, value in environment.items() if value.strip()},
        }
        given = known.get(SHEETS, "")
        paths = tuple(Path(part) for part in given.split(os.pathsep) if part) or (shipped(),)
        return cls(known.get(DATABASE, "quizsheet.sqlite3"), paths, known)

    @property
    def rules(self) -> Rules:
        """How every channel plays."""
        return Rules()

    @property
    def limits(self) -> Limits:
        """What this installation bears: the limits of files in chat are the operator's to set.

        Raises `Misconfigured` for one that is no number.
        """
        usual = Limits()
        return Limits(
            largest_file=self._number(LARGEST_FILE, usual.largest_file),
            most_questions=self._number(MOST_QUESTIONS, usual.most_questions),
        )

    def _number(self, name: str, usual: int) -> int:
        text = self.environment.get(name, "").strip()
        if not text:
            return usual
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= _MOST):
            raise Misconfigured(f"{name} is {text!r}. Set it to a whole number such as {usual}.")
        return int(text)


def shipped() -> Path:
    """The folder of the sheet that comes with the installation.

    An installed package carries it inside; a checkout has it beside the package.
    """
    inside = _PACKAGE / "shipped"
    return inside if inside.is_dir() else _PACKAGE.parent / "content"
