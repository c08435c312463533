"""Inquiries: what a platform was asked about, and what it said."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

from bot.quiz.error_trace import trace
from bot.quiz.ports.chat import ChatError, Unreachable

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

FRESH = 600.0
"""Seconds for which what a platform said is believed."""
FAILED = 5.0
"""Seconds for which a platform that gave no answer is not asked the same again."""
WITHIN = 5.0
"""Seconds that somebody waits for an answer."""
_REMEMBERED = 20_000

_log = logging.getLogger(__name__)


class Inquiries(Generic[K, V]):
    """Asks a platform for one kind of thing, and remembers what it said.

    Whoever asks for the same at the same time waits for the same answer. A failure is no answer:
    it is raised to all of them, and for a few seconds to whoever comes next, and is then forgotten.
    `ask` raises only `ChatError`s.
    """

    def __init__(
        self, ask: Callable[[K], Awaitable[V]], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask = ask
        self._now = now
        self._said: OrderedDict[K, tuple[V, float]] = OrderedDict()
        self._failed: OrderedDict[K, tuple[ChatError, float]] = OrderedDict()
        self._asking: dict[K, asyncio.Task[None]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._closed = False

    async def of(self, key: K, within: float = WITHIN) -> V:
        """What the platform says, no older than `FRESH`; raises a `ChatError` if it cannot be
        asked, or takes longer than `within` seconds.
        """
        try:
            async with asyncio.timeout(within):
                return await self._answer(key)
        except TimeoutError:
            raise Unreachable(f"there was no answer within {within:g} s") from None

    def fresh(self, key: K) -> V | None:
        """What was said no longer ago than it is believed; None if nothing was."""
        said = self._said.get(key)
        return said[0] if said is not None and self._now() - said[1] <= FRESH else None

    def last(self, key: K) -> tuple[V, bool] | None:
        """What was said last, however long ago, and whether it is still believed."""
        said = self._said.get(key)
        return (said[0], self._now() - said[1] <= FRESH) if said is not None else None

    def heard(self, key: K, said: V) -> None:
        """The platform said so without being asked; what is being asked now is older."""
        self._asking.pop(key, None)
        self._keep(key, said)

    def forget(self, about: Callable[[K], bool]) -> None:
        """Something changed: what was said about these, and what is being asked now, is over."""
        for key in [key for key in self._said if about(key)]:
            del self._said[key]
        for key in [key for key in self._asking if about(key)]:
            del self._asking[key]

    async def close(self) -> None:
        """Ask no more."""
        self._closed = True
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _answer(self, key: K) -> V:
        # What was forgotten while it was asked for is asked for again.
        while True:
            said = self.fresh(key)
            if said is not None:
                return said
            if failure := self._failure(key):
                raise failure.with_traceback(None)
            if self._closed:
                raise Unreachable("the connection is being closed")
            task = self._task(key)
            await asyncio.wait({task})
            if not task.cancelled() and (broken := task.exception()):
                raise broken

    def _task(self, key: K) -> "asyncio.Task[None]":
        if key not in self._asking:
            task = asyncio.create_task(self._answered(key))
            self._asking[key] = task
            self._running.add(task)
            task.add_done_callback(lambda done: self._ended(key, done))
        return self._asking[key]

    async def _answered(self, key: K) -> None:
        this = asyncio.current_task()
        try:
            said = await self._ask(key)
        except ChatError as error:
            self._failed[key] = (error, self._now())
            if len(self._failed) > _REMEMBERED:
                self._failed.popitem(last=False)
            return
        if self._asking.get(key) is this:
            self._keep(key, said)

    def _ended(self, key: K, task: "asyncio.Task[None]") -> None:
        self._running.discard(task)
        if self._asking.get(key) is task:
            del self._asking[key]
        if not task.cancelled() and (error := task.exception()):
            _log.error("an inquiry failed: %s", trace(error))

    def _keep(self, key: K, said: V) -> None:
        self._failed.pop(key, None)
        self._said[key] = (said, self._now())
        self._said.move_to_end(key)
        if len(self._said) > _REMEMBERED:
            self._said.popitem(last=False)

    def _failure(self, key: K) -> ChatError | None:
        failed = self._failed.get(key)
        return failed[0] if failed is not None and self._now() - failed[1] < FAILED else None
