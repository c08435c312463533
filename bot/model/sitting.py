"""A sitting: one member in one round."""

from dataclasses import dataclass

from bot.model.answer import Answer
from bot.model.round import Round


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a member has done in a round so far."""

    round: Round
    member_id: str
    said: tuple[Answer, ...] = ()
    """Their answers, in the order in which they came."""
    hinted: bool = False
    """Whether they took the hint."""
