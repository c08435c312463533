"""The pace of our requests: never more in a second than Discord takes from one bot."""

import asyncio
from collections import deque
from types import SimpleNamespace

import aiohttp

_WINDOW = 1.05
"""Seconds. A little over one, because requests reach Discord closer together than they left."""
_EXEMPT = ("/interactions/", "/webhooks/", "/gateway")
"""Answers to people are not counted by Discord, and a socket is no request of this kind."""


class Pace:
    """Holds requests back so that no window of a second has more than `rate` of them.

    discord.py keeps the buckets of single routes; the global limit it learns only from a 429,
    so it is kept here. Requests that the library repeats pass here again.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._leaving: deque[float] = deque()

    def trace(self) -> aiohttp.TraceConfig:
        """The hook through which every request of a session passes."""
        trace = aiohttp.TraceConfig()
        trace.on_request_start.append(self._on_request_start)
        return trace

    async def _on_request_start(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        params: aiohttp.TraceRequestStartParams,
    ) -> None:
        if not any(part in params.url.path for part in _EXEMPT):
            await self.turn()

    async def turn(self) -> None:
        """Return when it is this request's turn; turns are given in the order of asking."""
        now = asyncio.get_running_loop().time()
        while self._leaving and self._leaving[0] <= now - _WINDOW:
            self._leaving.popleft()
        at = now
        if len(self._leaving) >= self._rate:
            at = max(now, self._leaving[-self._rate] + _WINDOW)
        self._leaving.append(at)
        if at > now:
            await asyncio.sleep(at - now)
