"""Settings: what the operator decides, read once from the environment and the command line."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATABASE = "QUIZSHEET_DATABASE"
SHEETS = "QUIZSHEET_SHEETS"

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


def shipped() -> Path:
    """The folder of the sheet that comes with the installation.

    An installed package carries it inside; a checkout has it beside the package.
    """
    inside = _PACKAGE / "shipped"
    return inside if inside.is_dir() else _PACKAGE.parent / "content"
