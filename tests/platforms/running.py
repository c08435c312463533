"""A platform at work for the length of a test, and the wait for what happens behind a socket."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.platforms.platform import Platform

PATIENCE = 30.0
"""Seconds after which a platform that is not ready has failed."""


@asynccontextmanager
async def running(platform: Platform) -> AsyncIterator[asyncio.Task[None]]:
    """A connection that is up, and closed at the end; raises what ended it before it was up."""
    ready = asyncio.Event()
    task = asyncio.create_task(platform.run(ready.set))
    welcome = asyncio.create_task(ready.wait())
    try:
        done, _ = await asyncio.wait(
            {task, welcome}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED
        )
        if task in done:
            task.result()
        assert done, f"not ready in {PATIENCE:.0f} seconds"
        yield task
    finally:
        welcome.cancel()
        task.cancel()
        await asyncio.wait({task, welcome})


async def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something has come true."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for happens behind a socket
            await asyncio.sleep(0.005)
