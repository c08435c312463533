"""The numbers of the game: how a channel plays, and what an installation bears."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.model.question import Question


@dataclass(frozen=True, slots=True)
class Rules:
    """How a round is played in a channel."""

    tries: int = 2
    picks: int = 1
    """Tries where the options are given: a second one would be a guess."""
    points: int = 10
    """For a right answer at the first try."""
    retry_costs: int = 3
    """Points less for each further try."""
    hint_costs: int = 2
    grace: timedelta = timedelta(hours=4)
    """How late a question may still be posted, on the same local day."""
    extra_open: timedelta = timedelta(hours=4)
    """How long a question asked by hand stays open where no reveal is near."""
    shortest_open: timedelta = timedelta(minutes=30)
    """A reveal nearer than this is too near for a question asked by hand."""
    remind_before: timedelta = timedelta(hours=1)
    often_said: int = 3
    """From how many members on a wrong answer may be named at the reveal."""

    def tries_for(self, question: Question) -> int:
        """How many tries a question gives."""
        return self.picks if question.options else self.tries


class RuleBook(Protocol):
    """By which rules each channel plays."""

    def of(self, team_id: str, channel_id: str) -> Rules:
        """The rules of a channel."""
        ...


@dataclass(frozen=True, slots=True)
class SameRules:
    """A rule book in which every channel plays alike."""

    rules: Rules

    def of(self, team_id: str, channel_id: str) -> Rules:
        """The same rules for every channel."""
        return self.rules


@dataclass(frozen=True, slots=True)
class Limits:
    """What one installation bears, and for how long it waits; the operator's to set."""

    count_every: timedelta = timedelta(seconds=30)
    """How often the count under a post is refreshed at most."""
    lease: timedelta = timedelta(seconds=30)
    """How long a worker may take for one delivery; well under the minutes for which Discord
    remembers a nonce."""
    attempts: int = 300
    """How often a delivery is tried before it is given up: about a day."""
    close_attempts: int = 6
    """How often a post is tried to be shown as closed before the reveal goes on without it."""
    longest_answer: int = 3000
    """Characters."""
    largest_file: int = 1_000_000
    """Bytes of a sheet that is handed over in chat."""
    most_questions: int = 5000
    """Questions of a sheet that is handed over in chat."""
    proposals_kept: timedelta = timedelta(days=30)
    deliveries_kept: timedelta = timedelta(days=30)
    audit_kept: timedelta = timedelta(days=365)
    """How long it is kept what quizmasters did."""
    words_kept: timedelta = timedelta(days=90)
    """How long the log of that keeps what members had said."""
    keys_kept: timedelta = timedelta(days=1)
    """How long an event is known again; platforms deliver again within minutes or hours."""
