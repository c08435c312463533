"""Markdown that is written reads as the same sheet again."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings

from bot.model.sheet import Severity, Sheet
from bot.sheets import read_path, read_sheet
from bot.sheets.writing.markdown import MarkdownFile

from .sheets import bare, sheets


def again(sheet: Sheet) -> Sheet:
    """The sheet as it comes back from a file."""
    return read_sheet(MarkdownFile().write(sheet), id=sheet.id, name="sheet.md")


def rewritten(text: str) -> str:
    """What a file becomes when it is read and written."""
    sheet = read_sheet(dedent(text).encode(), id="sheet", name="sheet.md")
    return MarkdownFile().write(sheet).decode()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheets())
def test_any_sheet_survives_being_written(sheet: Sheet) -> None:
    assert bare(again(sheet)) == bare(sheet)
