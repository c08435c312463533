"""Auditing: what quizmasters do is written down."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.model.audit import AuditEntry
from bot.model.event import Actor
from bot.quiz.ports import Clock, Store

LONGEST = 300
"""Characters of each part of an entry."""


@dataclass(frozen=True, slots=True)
class Auditing:
    """Writes the audit log."""

    store: Store
    clock: Clock
    new_id: Callable[[], str]

    def entry(
        self, actor: Actor, what: str, about: str = "", *, why: str = "", words: str = ""
    ) -> AuditEntry:
        """What somebody does, to be written together with it."""
        return AuditEntry(
            team_id=actor.team_id,
            id=self.new_id(),
            at=self.clock.now(),
            member_id=actor.member_id,
            name=actor.name,
            what=what,
            about=about[:LONGEST],
            why=why[:LONGEST],
            words=words[:LONGEST],
        )

    async def note(self, actor: Actor, what: str, about: str = "") -> None:
        """What somebody has just done."""
        await self.store.log(self.entry(actor, what, about))
