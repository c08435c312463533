"""Logs of the library without what nobody should read there."""

import logging
import traceback

import discord

_LOGGERS = (
    "discord",
    "discord.client",
    "discord.gateway",
    "discord.http",
    "discord.shard",
    "discord.state",
    "discord.ui.modal",
    "discord.ui.view",
    "discord.webhook.async_",
)


def hush() -> None:
    """Keep the library from logging payloads.

    Below this level it writes whole requests and events: the token, what members answered, and
    addresses with which anybody could speak for the bot.
    """
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.setLevel(max(logging.WARNING, logger.level))
    # It would warn at every start that it cannot speak aloud.
    discord.VoiceClient.warn_nacl = False
    discord.VoiceClient.warn_dave = False


def place_of(error: BaseException) -> str:
    """Kind and place of an error, without its message: that may hold what a member typed."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {frames[-1].name}, {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return type(error).__name__ + where
