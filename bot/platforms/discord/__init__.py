"""Discord: everything that knows discord.py, from the gateway to the last button."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot.platforms.discord.settings import Settings
from bot.platforms.platform import Platform, Surroundings


def connect(surroundings: Surroundings) -> AbstractAsyncContextManager[Platform] | None:
    """The adapter, or None where DISCORD_TOKEN is not set; raises `Misconfigured`."""
    settings = Settings.read(surroundings.environment)
    return None if settings is None else _open(settings, surroundings)


@asynccontextmanager
async def _open(settings: Settings, surroundings: Surroundings) -> AsyncIterator[Platform]:
    from bot.platforms.discord.platform import DiscordPlatform
    from bot.platforms.discord.quiet import hush

    hush()
    platform = DiscordPlatform(settings, surroundings)
    try:
        yield platform
    finally:
        await platform.chat.belonging.close()
