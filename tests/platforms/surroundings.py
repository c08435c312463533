"""What an adapter is given in tests: the rules and limits of its environment, as in the app."""

from collections.abc import Mapping

from bot.platforms.platform import Responder, Surroundings
from bot.quiz.ports import Clock
from bot.quiz.rules.rules import SameRules
from bot.settings import Settings
from bot.store import SqlStore


def surroundings(
    environment: Mapping[str, str], responder: Responder, store: SqlStore, clock: Clock
) -> Surroundings:
    """An adapter's surroundings."""
    settings = Settings.from_environment(environment)
    rule_book = SameRules(settings.rules)
    return Surroundings(environment, responder, store, clock, rule_book, settings.limits)
