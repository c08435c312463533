"""Tables with the headers that Anki reads above them; spreadsheets show them as they are."""

import csv
import io
from dataclasses import dataclass

from bot.model.sheet import Sheet
from bot.sheets.formula import neutralised
from bot.sheets.writing.fields import NAMES, fields_of, tags_of, written


@dataclass(frozen=True, slots=True)
class CsvFile:
    """Comma-separated values."""

    name: str = "csv"
    title: str = "Table for spreadsheets and Anki"
    suffix: str = ".csv"

    def write(self, sheet: Sheet) -> bytes:
        """One question a row; what a spreadsheet would run as a formula is made harmless."""
        return _table(sheet, ",", "Comma")


@dataclass(frozen=True, slots=True)
class TsvFile:
    """Tab-separated values."""

    name: str = "tsv"
    title: str = "Table, parted by tabs"
    suffix: str = ".tsv"

    def write(self, sheet: Sheet) -> bytes:
        """One question a row; what a spreadsheet would run as a formula is made harmless."""
        return _table(sheet, "\t", "Tab")


def _table(sheet: Sheet, separator: str, name: str) -> bytes:
    columns = (*NAMES, "Tags")
    out = io.StringIO()
    out.write(f"#separator:{name}\n#html:true\n#deck:{sheet.title.replace('::', ': ')}\n")
    out.write(f"#columns:{separator.join(columns)}\n#tags column:{len(columns)}\n")
    table = csv.writer(out, delimiter=separator, lineterminator="\n")
    for question in written(sheet):
        cells = (*fields_of(question), " ".join(tags_of(question)))
        table.writerow([neutralised(cell) for cell in cells])
    return out.getvalue().encode()
