"""The shelf: files become sheets, when a process starts and when one is handed over in chat."""

import logging
from collections.abc import Sequence
from pathlib import Path

from bot.model.attachment import Attachment
from bot.model.message import Choice
from bot.model.sheet import Severity, Sheet
from bot.quiz.ports.files import Changes, Unavailable
from bot.quiz.ports.store import LIBRARY, Store
from bot.sheets import SheetUnreadable, inherit_ids, read_path, read_sheet
from bot.sheets.ids import slug
from bot.sheets.writing import WRITERS, writer_named
from bot.sheets.writing import Unavailable as NotInstalled

_log = logging.getLogger(__name__)


async def stock(store: Store, paths: Sequence[Path]) -> tuple[str, ...]:
    """Read files and folders and keep each as a sheet that every team may use.

    A question that was reworded keeps its id, so that its history stays with it. A path that
    cannot be read, or has no question left, is logged and leaves what is stored as it was.
    Returns the ids of the sheets that were read.
    """
    read: list[str] = []
    for path in paths:
        try:
            sheet = read_path(path)
        except SheetUnreadable as unreadable:
            _log.error("%s; its sheet stays as it was", unreadable)
            continue
        known = await store.sheet(LIBRARY, sheet.id)
        if known is not None:
            if known.asked and not sheet.asked:
                _log.error("%s: no question left in it; its sheet stays as it was", path)
                continue
            sheet = inherit_ids(known, sheet).sheet
        errors = sum(problem.severity is Severity.ERROR for problem in sheet.problems)
        if errors:
            _log.warning("%s: %d problems; `quizsheet check` lists them", path, errors)
        await store.save_sheet(LIBRARY, sheet)
        read.append(sheet.id)
    return tuple(read)


class SheetFiles:
    """Files that pass through chat; see `bot.quiz.ports.files.Files`."""

    @property
    def formats(self) -> tuple[Choice, ...]:
        """What a sheet can be written as."""
        return tuple(Choice(writer.name, writer.title) for writer in WRITERS)

    def read(self, file: Attachment) -> Sheet:
        """The sheet in a file of any known format."""
        name = Path(file.name).name
        return read_sheet(file.content, id=slug(Path(name).stem) or "sheet", name=name)

    def changes(self, known: Sheet | None, new: Sheet) -> Changes:
        """Compare a new sheet with the one that it would replace."""
        if known is None:
            return Changes(new, kept=0, reworded=0, added=len(new.questions), removed=0)
        found = inherit_ids(known, new)
        numbers = (found.kept, found.reworded, found.added, found.removed)
        return Changes(found.sheet, *(len(ids) for ids in numbers))

    def write(self, sheet: Sheet, form: str) -> Attachment:
        """A sheet as a file, named after it."""
        writer = writer_named(form)
        if writer is None:
            raise ValueError(form)
        try:
            content = writer.write(sheet)
        except NotInstalled as missing:
            raise Unavailable(str(missing)) from missing
        return Attachment.of(f"{slug(sheet.title) or 'sheet'}{writer.suffix}", content)
