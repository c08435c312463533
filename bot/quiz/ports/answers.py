"""The part of the store that keeps answers and hints; see `bot.quiz.ports.store`."""

from datetime import datetime
from typing import Protocol

from bot.model.answer import Answer, Recorded
from bot.model.play import Play
from bot.model.round import Round


class Answers(Protocol):
    """What members said, hints they took, and the points that follow."""

    async def record(self, answer: Answer, team_name: str = "", regrades: int = 0) -> Recorded:
        """Write an answer with its points in the ledger and count its member in the round.

        The member is written under the name that the answer has, and so is a team that was never
        met, under `team_name`: nothing else need be written before. Refused as CLOSED if the round takes no answers at `answer.said_at`; REPEATED if the
        member's event key was recorded before; OVERTAKEN if `answer.number` is not the next
        one of this member in this round, or `regrades` is not the round's any more: something was
        decided by which it has to be graded. Only RECORDED changes anything.
        """
        ...

    async def answers(
        self, team_id: str, round_id: str, member_id: str | None = None
    ) -> tuple[Answer, ...]:
        """The answers of a round, of one member or of all, in the order in which they came."""
        ...

    async def play(self, team_id: str, round_id: str, member_id: str) -> Play | None:
        """A round with what one member has done in it, seen at one moment; None if there is no
        such round. Every press on a post begins here: it is one short look.
        """
        ...

    async def take_hint(self, round_: Round, member_id: str, now: datetime) -> bool:
        """Remember that a member took the round's hint; False if they had it before."""
        ...
