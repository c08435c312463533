"""What a mode found in a response, before it is explained."""

from dataclasses import dataclass, field
from typing import NamedTuple

from bot.grading.names.match import Match
from bot.grading.prose.key_points import Said
from bot.model.grade import Extra


class ProseSigns(NamedTuple):
    """What tells how sure a verdict on prose is."""

    chance: float
    """The model's chance of the verdict that was given."""
    covered: float
    """Share of the reference, beyond the question, that the answer has."""
    contrary: bool
    """Whether it is plain what is wrong with it: the contrary, an echo, a flood."""
    pointed: bool
    """Whether the author named key points."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The score of a response with the matches that earned it."""

    score: float
    matches: tuple[Match, ...] = ()
    extras: tuple[Extra, ...] = ()
    kind: str = ""
    """Why the score is what it is, where no match says it: `hedge`, `everything`, `denied`, …"""
    sure: float = 1.0
    correct_from: float = 0.999
    """The score from which the verdict is `correct`; below it, and from `partial_from` on, partial."""
    partial_from: float = 1e-9
    said: tuple[Said, ...] = ()
    """The key points that were found."""
    unsaid: tuple[str, ...] = ()
    """The names of those that were not."""
    prose: ProseSigns | None = None
    """Of prose: what the confidence in the verdict is read from."""
    near: tuple[Match, ...] = field(default=())
    """Matches that a guard forbade or that were not near enough."""
