"""The shelf: sheets of the operator's files, brought into the store when a process starts."""

import logging
from collections.abc import Sequence
from pathlib import Path

from bot.model.sheet import Severity
from bot.quiz.ports.store import LIBRARY, Store
from bot.sheets import inherit_ids, read_path

_log = logging.getLogger(__name__)


async def stock(store: Store, paths: Sequence[Path]) -> None:
    """Read files and folders and keep each as a sheet that every team may use.

    A question that was reworded keeps its id, so that its history stays with it. A path that
    cannot be read is logged and leaves what is stored as it was.
    """
    for path in paths:
        if not path.exists():
            _log.error("%s: no such file or folder; its sheet stays as it was", path)
            continue
        sheet = read_path(path)
        known = await store.sheet(LIBRARY, sheet.id)
        if known is not None:
            sheet = inherit_ids(known, sheet).sheet
        errors = sum(problem.severity is Severity.ERROR for problem in sheet.problems)
        if errors:
            _log.warning("%s: %d problems; `quizsheet check` lists them", path, errors)
        await store.save_sheet(LIBRARY, sheet)
