"""A page without a browser: speaks the protocol over a real WebSocket, as one member."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import TypeVar

import msgspec
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from bot.platforms.web import protocol as wire

PATIENCE = 10.0
"""Seconds after which a test that still waits has failed."""

T = TypeVar("T")

_READER = msgspec.json.Decoder(wire.ToPage)
_numbers = count(1)


class Page:
    """One open tab: what it was shown, and what it can do."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.frames: list[wire.ToPage] = []
        self.shown: dict[str, wire.Shown] = {}
        self._changed = asyncio.Condition()

    async def listen(self) -> None:
        """Take frames in until the connection ends."""
        async for message in self.socket:
            if message.type is WSMsgType.TEXT:
                await self._take(_READER.decode(message.data))
        await self._take(None)

    async def ask(self, make: Callable[[str], wire.FromPage], id_: str = "") -> wire.ToPage:
        """Send a frame and wait for its reply."""
        frame = make(id_ or f"frame-{next(_numbers):08}")
        before = len(self.frames)
        await self.socket.send_str(msgspec.json.encode(frame).decode())
        return await self.wait(
            lambda: next(
                (f for f in self.frames[before:] if getattr(f, "to", "") == frame.id), None
            )
        )

    async def wait(self, found: Callable[[], T | None]) -> T:
        """Wait until something is there to be seen."""
        async with asyncio.timeout(PATIENCE), self._changed:
            while (seen := found()) is None:
                await self._changed.wait()
            return seen

    async def _take(self, frame: wire.ToPage | None) -> None:
        async with self._changed:
            match frame:
                case wire.Welcome(messages=messages):
                    self.shown.update({message.id: message for message in messages})
                case wire.Shown():
                    self.shown[frame.id] = frame
                case wire.Told(message=message):
                    self.shown[message.id] = message
            if frame is not None:
                self.frames.append(frame)
            self._changed.notify_all()

    @property
    def welcome(self) -> wire.Welcome:
        """The first frame."""
        first = self.frames[0]
        assert isinstance(first, wire.Welcome)
        return first

    def latest(self, kind: type[T]) -> T | None:
        """The latest frame of a kind."""
        return next((f for f in reversed(self.frames) if isinstance(f, kind)), None)


@asynccontextmanager
async def open_page(url: str, name: str = "", zone: str = "Europe/Berlin") -> AsyncIterator[Page]:
    """Open a tab as somebody, and wait for its welcome."""
    async with (
        ClientSession() as session,
        session.ws_connect(f"{url}socket", params={"as": name, "zone": zone}) as socket,
    ):
        page = Page(socket)
        listening = asyncio.create_task(page.listen())
        try:
            await page.wait(lambda: page.latest(wire.Welcome))
            yield page
        finally:
            await socket.close()
            await listening


def words(message: wire.Shown | wire.Asked) -> str:
    """What a message says, without buttons and pictures."""
    return "\n".join(text for block in message.blocks for text in _texts(block))


def buttons(message: wire.Shown) -> dict[str, str]:
    """Actions by their labels."""
    return {
        button.label: button.action
        for block in message.blocks
        if isinstance(block, wire.Row)
        for button in block.buttons
    }


def pictures(message: wire.Shown) -> tuple[str, ...]:
    """The alternative texts of its pictures."""
    return tuple(block.alt for block in message.blocks if isinstance(block, wire.Image))


def _texts(block: wire.WireBlock) -> list[str]:
    match block:
        case wire.Paragraph(text) | wire.SmallPrint(text):
            return [_plain(text)]
        case wire.Lines(lines):
            return [_plain(line) for line in lines]
        case wire.Labels(fields):
            return [f"{each.label}: {_plain(each.value)}" for each in fields]
        case wire.CodeLines(text):
            return [text]
        case _:
            return []


def _plain(runs: wire.Runs) -> str:
    return "".join(run.text for run in runs)
