"""Our own JSON: a sheet exactly as the product holds it."""

from dataclasses import dataclass

import msgspec

from bot.model.sheet import Sheet
from bot.sheets.quizsheet import VERSION, Document


@dataclass(frozen=True, slots=True)
class JsonFile:
    """Everything, for programs."""

    name: str = "json"
    title: str = "JSON, everything kept, for programs"
    suffix: str = ".json"

    def write(self, sheet: Sheet) -> bytes:
        """The sheet with its version, indented."""
        return msgspec.json.format(msgspec.json.encode(Document(VERSION, sheet)), indent=1) + b"\n"
