"""Cells that a spreadsheet would run as a formula: made harmless on the way out, restored on the way
in. See OWASP, "CSV Injection".
"""

import re

_RUNS = re.compile(r"'*[=+\-@\t\r\n]")
_HARMLESS = re.compile(r"'+[=+\-@\t\r\n]")


def neutralised(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run; others as they are."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def restored(cell: str) -> str:
    """What `neutralised` was given."""
    return cell[1:] if _HARMLESS.match(cell) else cell
