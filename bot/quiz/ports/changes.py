"""What the store tells whoever changed something that others may change at the same time."""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.round import Round
from bot.model.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change made of a schedule."""

    before: Schedule
    """As it stood until then."""
    schedule: Schedule
    """As it stands now; the same as before where there was nothing to change."""
    withdrawn: int = 0
    """How many rounds were taken back."""
    coming: tuple[Round, ...] = ()
    """Rounds of the channel that are still to be posted all the same: a worker has them in hand,
    or somebody asked for them by hand.
    """

    @property
    def done(self) -> bool:
        """Whether there was anything to change."""
        return self.schedule.version != self.before.version


class Taken(StrEnum):
    """What became of taking a proposed sheet."""

    TAKEN = "taken"
    DECIDED = "decided"
    """Somebody decided before, or the proposal is gone."""
    CHANGED = "changed"
    """Another sheet stands there than the one that it was compared with."""
