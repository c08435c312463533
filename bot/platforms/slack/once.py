"""What was delivered before: a repetition waits for the first one instead of doing it again."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from hashlib import blake2b
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_REMEMBERED = 10_000


def name_of(*parts: str) -> str:
    """A short name for something that Slack calls by a long or telling one."""
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


class Once(Generic[T]):
    """Work by the id under which it was delivered; the latest thousands are remembered."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, asyncio.Task[T]] = OrderedDict()

    def done(self, key: str, work: Callable[[], Coroutine[Any, Any, T]]) -> "asyncio.Task[T]":
        """The task that does the work of this key: begun now, or long ago."""
        if key not in self._known:
            self._known[key] = asyncio.create_task(work())
            self._forget()
        return self._known[key]

    def _forget(self) -> None:
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    async def close(self, within: float) -> None:
        """Give what is under way a while to finish, then end it."""
        running = {task for task in self._known.values() if not task.done()}
        if running:
            await asyncio.wait(running, timeout=within)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
