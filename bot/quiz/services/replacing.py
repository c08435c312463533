"""Replacing a sheet: the new one is compared with what stands there, and the history of its
questions goes with them.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.question import Question
from bot.model.sheet import Sheet
from bot.quiz.ports.files import Changes, Files
from bot.quiz.ports.sheets import ADDITIONS, LIBRARY, SheetEntry, Sheets

_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Replacement:
    """A new sheet beside the one that it would replace."""

    over: SheetEntry | None
    """The sheet that stands there, None if there is none."""
    changes: Changes
    standing: str
    """A short name of what stands there, with what the team added: it is another one as soon as
    either changes.
    """


async def compared(store: Sheets, files: Files, team_id: str, sheet: Sheet) -> Replacement:
    """Compare a sheet, as it was read, with the team's sheet of its id, or with the one of the
    installation that it would hide; what the team added to that one counts with it.
    """
    for owner in dict.fromkeys((team_id, LIBRARY)):
        # The entry first: a sheet that changes in between is noticed by its version.
        entries = await store.sheets(owner)
        over = next((entry for entry in entries if entry.id == sheet.id), None)
        known = over and await store.sheet(owner, sheet.id)
        if over and known:
            added = await store.sheet(team_id, sheet.id + ADDITIONS)
            questions = added.questions if added else ()
            changes = await asyncio.to_thread(files.changes, known, sheet, questions)
            return Replacement(over, changes, _named(over, questions))
    changes = await asyncio.to_thread(files.changes, None, sheet)
    return Replacement(None, changes, _named(None, ()))


def _named(over: SheetEntry | None, added: Sequence[Question]) -> str:
    parts = [over.team_id, over.version] if over else []
    parts += [question.id for question in added]
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:_LENGTH]


async def replace_sheet(store: Sheets, files: Files, team_id: str, sheet: Sheet) -> Changes:
    """Save a sheet, as it was read, in the place of the one that stands there now."""
    while True:
        found = await compared(store, files, team_id, sheet)
        changes = found.changes
        if await store.replace_sheet(team_id, changes.sheet, found.over, changes.renamed):
            return changes
