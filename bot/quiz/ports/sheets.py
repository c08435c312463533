"""The part of the store that keeps sheets and their questions; see `bot.quiz.ports.store`."""

from dataclasses import dataclass
from typing import Protocol

from bot.model.sheet import Sheet

LIBRARY = "library:shipped"
"""The team id under which sheets stand that come with the installation; every team may read it."""

ADDITIONS = "+"
"""Ends the id of a team's additions to the sheet whose id stands before it."""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A stored sheet as lists show it; `version` changes with every change of its content."""

    team_id: str
    id: str
    title: str
    asked: int
    version: str


class Sheets(Protocol):
    """Sheets and their questions."""

    async def save_sheet(self, team_id: str, sheet: Sheet) -> str:
        """Write a sheet whole, by its id, and return its version; same content, same version.

        No history moves: this is for a sheet whose ids are those that it had.
        """
        ...

    async def replace_sheet(
        self,
        team_id: str,
        sheet: Sheet,
        over: SheetEntry | None,
        renamed: tuple[tuple[str, str], ...],
    ) -> bool:
        """Write a sheet in the place of another one and, with it, move what hangs on the ids of
        its questions.

        `over` is the entry of the sheet with which the new one was compared: the team's own by
        this id, else that of `LIBRARY`, which the new one hides from this team; None if there is
        neither. If it is not what stands there now, somebody else was first: nothing changes,
        the answer is False, and the new sheet has to be compared again. A sheet that stands
        there as it is already changes nothing either; that is True.

        `renamed` holds pairs (old id, new id), which hold at once: two questions may swap their
        ids. The sheet's rounds, in whatever state, belong to the new id from then on, and
        everything that is asked by a question's id (`asked`, a round's `question.id`) says so;
        what was posted, said and earned stays as it is. Rounds that have the new id already and
        are in no pair keep it: they are one history then. Rounds of a sheet of `LIBRARY` move in
        every team but those that have a sheet of their own by its id. What a team added to the
        sheet under an old id (see `ADDITIONS`) stands under the new one, where it is one with
        the sheet's own. Costs grow with the rounds of these questions, not with all rounds.

        A round that is planned while the sheet is replaced, from the sheet before, keeps the id
        that it was planned with. Raises ValueError if two questions have the same id.
        """
        ...

    async def sheet(self, team_id: str, sheet_id: str) -> Sheet | None:
        """The sheet with its questions and glossary (problems are not kept), or None."""
        ...

    async def sheets(self, team_id: str) -> tuple[SheetEntry, ...]:
        """The team's own sheets by title; those of `LIBRARY` only when asked for by that id."""
        ...
