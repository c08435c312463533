"""The pace of our requests: never more in a second than Discord takes from one bot."""

import asyncio
from types import SimpleNamespace

import aiohttp

_SECOND = 1.0
_EXEMPT = ("/interactions/", "/webhooks/")
"""Answers to people are not counted by Discord."""


class Pace:
    """Holds requests back so that Discord never sees more than `rate` of them within a second.

    discord.py keeps the buckets of single routes; the global limit it learns only from a 429,
    so it is kept here. A request takes one of `rate` places and gives it back a second after its
    answer: at whatever moment in between Discord counted it, no second counts too many, however
    uneven the network is. Requests that the library repeats pass here again.
    """

    def __init__(self, rate: int) -> None:
        self._places = asyncio.Semaphore(rate)

    def trace(self) -> aiohttp.TraceConfig:
        """The hooks through which every request of a session passes."""
        trace = aiohttp.TraceConfig()
        trace.on_request_start.append(self._on_start)
        trace.on_request_end.append(self._on_end)
        trace.on_request_exception.append(self._on_end)
        return trace

    async def _on_start(
        self,
        _session: aiohttp.ClientSession,
        request: SimpleNamespace,
        params: aiohttp.TraceRequestStartParams,
    ) -> None:
        request.counted = False
        if not any(part in params.url.path for part in _EXEMPT):
            await self._places.acquire()
            request.counted = True

    async def _on_end(
        self,
        _session: aiohttp.ClientSession,
        request: SimpleNamespace,
        _params: aiohttp.TraceRequestEndParams | aiohttp.TraceRequestExceptionParams,
    ) -> None:
        if request.counted:
            asyncio.get_running_loop().call_later(_SECOND, self._places.release)
