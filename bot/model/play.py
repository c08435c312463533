"""A play: one member's part in one round."""

from dataclasses import dataclass

from bot.model.answer import Answer
from bot.model.round import Round


@dataclass(frozen=True, slots=True)
class Play:
    """What a member has done in a round so far."""

    round: Round
    member_id: str
    answers: tuple[Answer, ...] = ()
    """What they said, in the order in which it came."""
    hinted: bool = False
    """Whether they took the hint."""
