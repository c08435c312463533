"""The shelf: files become sheets, when a process starts and when one is handed over in chat."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.model.attachment import Attachment
from bot.model.message import Choice
from bot.model.question import Question
from bot.model.sheet import Severity, Sheet
from bot.quiz.ports.files import Changes, Unavailable
from bot.quiz.ports.sheets import LIBRARY
from bot.quiz.ports.store import Store
from bot.quiz.services.replacing import replace_sheet
from bot.sheets import SheetUnreadable, inherit_ids, read_path, read_sheet
from bot.sheets.ids import slug
from bot.sheets.writing import WRITERS, writer_named
from bot.sheets.writing import Unavailable as NotInstalled

_log = logging.getLogger(__name__)


async def stock(store: Store, paths: Sequence[Path]) -> tuple[str, ...]:
    """Read files and folders and keep each as a sheet that every team may use.

    A question that was reworded keeps its id, and one that was given another id its history. A path that
    cannot be read, or has no question left, is logged and leaves what is stored as it was.
    Returns the ids of the sheets that were read.
    """
    read: list[str] = []
    files = SheetFiles()
    for path in paths:
        try:
            sheet = read_path(path)
        except SheetUnreadable as unreadable:
            _log.error("%s; its sheet stays as it was", unreadable)
            continue
        known = await store.sheet(LIBRARY, sheet.id)
        if known is not None and known.asked and not sheet.asked:
            _log.error("%s: no question left in it; its sheet stays as it was", path)
            continue
        errors = sum(problem.severity is Severity.ERROR for problem in sheet.problems)
        if errors:
            _log.warning("%s: %d problems; `quizsheet check` lists them", path, errors)
        await replace_sheet(store, files, LIBRARY, sheet)
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

    def changes(self, known: Sheet | None, new: Sheet, added: tuple[Question, ...] = ()) -> Changes:
        """Compare a new sheet with the one that it would replace and what was added to that."""
        if known is None:
            return Changes(new, kept=0, reworded=0, added=len(new.questions), removed=0)
        own = {question.id for question in known.questions}
        beside = tuple(question for question in added if question.id not in own)
        found = inherit_ids(replace(known, questions=(*known.questions, *beside)), new)
        return Changes(
            found.sheet,
            kept=len(found.kept),
            reworded=len(found.reworded),
            added=len(found.added),
            removed=len(own.intersection(found.removed)),
            renamed=found.renamed,
        )

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
