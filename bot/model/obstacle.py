"""An obstacle: what keeps the quiz out of a channel."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Two sentences for a quizmaster, which name the channel."""

    problem: str
    """What is so: `I can't post in #ml-study: it is archived.`"""
    remedy: str
    """What they can do about it: `Bring it back from the archive.`"""

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}"
