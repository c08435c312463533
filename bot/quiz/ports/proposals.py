"""The part of the store that keeps what members suggest and quizmasters bring; see
`bot.quiz.ports.store`.
"""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.model.delivery import Delivery
from bot.model.proposal import Decision, Proposal
from bot.model.sheet import Sheet
from bot.quiz.ports.sheets import SheetEntry


class Taken(StrEnum):
    """What became of taking a proposed sheet."""

    TAKEN = "taken"
    DECIDED = "decided"
    """Somebody decided before, or the proposal is gone."""
    CHANGED = "changed"
    """Another sheet stands there than the one that it was compared with."""


class Proposals(Protocol):
    """What members suggest and quizmasters bring, and what was decided about it."""

    async def save_proposal(self, proposal: Proposal) -> None:
        """Keep a proposal; the same id again changes nothing."""
        ...

    async def proposal(self, team_id: str, proposal_id: str) -> Proposal | None:
        """The proposal, with the decision where there is one; None if there is no such proposal."""
        ...

    async def undecided(self, team_id: str, limit: int) -> tuple[Proposal, ...]:
        """The latest proposals to add questions on which nobody has decided, the oldest of them
        first; at most `limit`.
        """
        ...

    async def decide(
        self, team_id: str, proposal_id: str, decision: Decision, owed: tuple[Delivery, ...] = ()
    ) -> bool:
        """Note what was decided about a proposal, with what is owed for it. False, changing
        nothing, if somebody decided before or it is gone.

        The questions of one that adds them and is accepted join the stored sheet of their id,
        made where there is none: a question whose id is there already changes nothing, and of two
        additions at once none is lost. One that takes a sheet's place is accepted by `take`.
        """
        ...

    async def take(
        self,
        team_id: str,
        proposal_id: str,
        decision: Decision,
        sheet: Sheet,
        over: SheetEntry | None,
        renamed: tuple[tuple[str, str], ...],
    ) -> Taken:
        """Note that a proposed sheet was accepted, and write it in the place of the one with which
        it was compared, as `Sheets.replace_sheet` does; both or nothing.
        """
        ...

    async def forget_proposals(self, before: datetime) -> None:
        """Drop the proposals made before an instant, decided or not."""
        ...
