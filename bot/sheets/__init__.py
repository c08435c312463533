"""Files → questions: reads what authors write, and tells them what is wrong with it."""

from bot.sheets.files import SheetUnreadable, read_folder, read_path, read_sheet
from bot.sheets.inherit import Inheritance, inherit_ids
from bot.sheets.notes import notes_on

__all__ = [
    "Inheritance",
    "SheetUnreadable",
    "inherit_ids",
    "notes_on",
    "read_folder",
    "read_path",
    "read_sheet",
]
