"""The open tabs: each has its own line of frames to show, so that a slow one delays nobody."""

import asyncio
from collections.abc import Iterator

from aiohttp import WSCloseCode, web

from bot.platforms.web.protocol import ToPage, Welcome, write
from bot.platforms.web.visitor import Visitor

MOST_TABS = 200
LONGEST_QUEUE = 500
"""Frames that wait for one tab; one that falls further behind is let go and comes back fresh."""
LATER = WSCloseCode.TRY_AGAIN_LATER


class Tab:
    """One page that is open, and who looks at it."""

    def __init__(self, visitor: Visitor, socket: web.WebSocketResponse) -> None:
        self.visitor = visitor
        self._socket = socket
        self._queue: asyncio.Queue[str | None] = asyncio.Queue(LONGEST_QUEUE)
        self._held: list[str] | None = []

    def welcome(self, frame: Welcome) -> None:
        """Show the first frame, then what came up while it was made: newer than what it holds."""
        held, self._held = self._held or [], None
        for text in (write(frame), *held):
            self._put(text)

    def show(self, frame: ToPage) -> None:
        """Show a frame, in turn."""
        self.show_text(write(frame))

    def show_text(self, text: str) -> None:
        """Show a frame that is already written."""
        if self._held is None:
            self._put(text)
        elif len(self._held) < LONGEST_QUEUE:
            self._held.append(text)

    async def write(self) -> None:
        """Send what is to be shown until the tab is gone."""
        try:
            while (text := await self._queue.get()) is not None:
                await self._socket.send_str(text)
            await self._socket.close(code=LATER)
        except ConnectionError:
            return

    async def close(self) -> None:
        """Tell the page that the server goes away; it comes back by itself."""
        await self._socket.close(code=WSCloseCode.GOING_AWAY)

    def _put(self, text: str) -> None:
        if self._queue.full():
            while not self._queue.empty():
                self._queue.get_nowait()
            self._queue.put_nowait(None)
        else:
            self._queue.put_nowait(text)


class Tabs:
    """All tabs that are open."""

    def __init__(self) -> None:
        self._open: set[Tab] = set()

    def __iter__(self) -> Iterator[Tab]:
        return iter(tuple(self._open))

    @property
    def full(self) -> bool:
        """Whether one more would be too many."""
        return len(self._open) >= MOST_TABS

    def add(self, tab: Tab) -> None:
        """A tab was opened."""
        self._open.add(tab)

    def remove(self, tab: Tab) -> None:
        """A tab was closed."""
        self._open.discard(tab)

    def show(self, frame: ToPage, member_id: str = "") -> None:
        """Show a frame in every tab, or in one member's."""
        if not self._open:
            return
        text = write(frame)
        for tab in self._open:
            if member_id in ("", tab.visitor.id):
                tab.show_text(text)

    async def close(self) -> None:
        """Close every tab's connection."""
        await asyncio.gather(*(tab.close() for tab in self))
