"""The registry: every platform, one line each."""

from contextlib import AbstractAsyncContextManager
from importlib import import_module

from bot.platforms.platform import Entry, Platform, Surroundings


def _entry(name: str) -> Entry:
    def connect(surroundings: Surroundings) -> AbstractAsyncContextManager[Platform] | None:
        room = import_module(f"bot.platforms.{name}")
        opened: AbstractAsyncContextManager[Platform] | None = room.connect(surroundings)
        return opened

    return Entry(name, connect)


PLAYGROUND = _entry("web")
PLATFORMS: tuple[Entry, ...] = (
    PLAYGROUND,
    _entry("slack"),
    _entry("discord"),
)
