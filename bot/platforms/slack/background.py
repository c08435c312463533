"""Work that goes on by itself: what was delivered before, and what nobody waits for."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Generic, TypeVar

from bot.quiz.error_trace import trace

T = TypeVar("T")

_log = logging.getLogger(__name__)
_REMEMBERED = 10_000


class Deduplicated(Generic[T]):
    """Work by the id under which it was delivered; the latest thousands are remembered.

    A repetition waits for the first one instead of doing it again.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[str, asyncio.Task[T]] = OrderedDict()

    def once(self, key: str, work: Callable[[], Coroutine[Any, Any, T]]) -> "asyncio.Task[T]":
        """The task that does the work of this key: begun now, or long ago."""
        if key not in self._known:
            self._known[key] = asyncio.create_task(work())
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return self._known[key]

    async def close(self, within: float) -> None:
        """Give what is under way a while (seconds) to finish, then end it."""
        await _finished((task for task in self._known.values() if not task.done()), within)


class BackgroundTasks:
    """Keeps running work from being lost half-way, and logs what fails."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        """Let something go on by itself."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def close(self, within: float) -> None:
        """Give what is under way a while (seconds) to finish, then end it."""
        await _finished(self._running, within)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("something in the background failed: %s", trace(error))


async def _finished(tasks: "Iterable[asyncio.Task[Any]]", within: float) -> None:
    running = set(tasks)
    if running:
        await asyncio.wait(running, timeout=within)
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
