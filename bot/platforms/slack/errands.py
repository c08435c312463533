"""Errands: work that goes on by itself after somebody was answered."""

import asyncio
import logging
from collections.abc import Awaitable

_log = logging.getLogger(__name__)


class Errands:
    """Keeps running work from being lost half-way, and logs what fails."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def send(self, work: Awaitable[None]) -> "asyncio.Task[None]":
        """Let something go on by itself."""

        async def done() -> None:
            try:
                await work
            except Exception:
                _log.exception("something in the background failed")

        errand = asyncio.create_task(done())
        self._running.add(errand)
        errand.add_done_callback(self._running.discard)
        return errand

    async def close(self, within: float) -> None:
        """Wait for what is under way, then end it."""
        running = set(self._running)
        if running:
            await asyncio.wait(running, timeout=within)
        for errand in running:
            errand.cancel()
        await asyncio.gather(*running, return_exceptions=True)
