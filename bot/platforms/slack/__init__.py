"""Slack: by Socket Mode or HTTP, for one workspace or for many."""

from contextlib import AbstractAsyncContextManager

from bot.platforms.platform import Platform, Surroundings
from bot.platforms.slack.settings import Settings

__all__ = ["connect"]


def connect(surroundings: Surroundings) -> AbstractAsyncContextManager[Platform] | None:
    """The room, or None where the environment sets nothing of Slack's.

    Raises `Misconfigured` for settings that cannot work.
    """
    settings = Settings.read(surroundings.environment)
    if settings is None:
        return None
    # The SDK is imported only where it is used: an absent extra hurts nobody else.
    from bot.platforms.slack.platform import open_slack

    return open_slack(settings, surroundings)
