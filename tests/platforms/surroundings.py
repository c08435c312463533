"""What an adapter is given in tests: the usual rules and limits beside what the test brings."""

from collections.abc import Mapping

from bot.platforms.platform import Responder, Surroundings
from bot.quiz.ports import Clock
from bot.quiz.rules.rules import Limits, Rules, SameRules
from bot.store import SqlStore


def surroundings(
    environment: Mapping[str, str], responder: Responder, store: SqlStore, clock: Clock
) -> Surroundings:
    """An adapter's surroundings."""
    return Surroundings(environment, responder, store, clock, SameRules(Rules()), Limits())
