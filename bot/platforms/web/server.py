"""The playground's server: a page, its files, and one WebSocket for each open tab."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import WSMsgType, web

from bot.clock import MovableClock
from bot.model.team import Team
from bot.platforms.platform import Responder, Surroundings
from bot.platforms.web import protocol as wire
from bot.platforms.web.address import Bound, Wanted, bind
from bot.platforms.web.allowance import Allowance
from bot.platforms.web.chat import WebChat
from bot.platforms.web.conversation import Conversation
from bot.platforms.web.guard import Handler, guard
from bot.platforms.web.room import CHANNEL_NAME, TEAM_ID, TEAM_NAME
from bot.platforms.web.tabs import LATER, Tab, Tabs
from bot.platforms.web.timeline import Timeline, restore
from bot.platforms.web.transcript import Transcript
from bot.platforms.web.visitor import visitor
from bot.store import SqlStore

STATIC = Path(__file__).parent / "static"
KINDS = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
HEARTBEAT = 30.0
"""Seconds after which a silent connection is asked whether it still lives."""
FAREWELL = 2.0
"""Seconds that a page has to answer when its connection is closed."""
SLOWER = 0.25
"""Seconds that a tab waits which sent too much or nothing but junk."""

UNREADABLE = "The playground could not read that, so nothing was done. Reload the page to go on."
TOO_FAST = "That was a lot at once, so this was not done. Wait a moment, then try again."
TOO_MANY = "Very many tabs are open. Close some of them, then reload this one."


@dataclass(frozen=True, slots=True)
class Room:
    """Everything that a tab needs."""

    responder: Responder
    store: SqlStore
    chat: WebChat
    tabs: Tabs
    timeline: Timeline
    transcript: Transcript
    stirred: asyncio.Event
    """Set when something happened after which another event may come next."""


class WebPlatform:
    """The playground, open on an address of this machine."""

    def __init__(self, room: Room, bound: Bound) -> None:
        self._room = room
        self._bound = bound

    @property
    def chat(self) -> WebChat:
        """How the game speaks in the playground."""
        return self._room.chat

    @property
    def url(self) -> str:
        """What to open in a browser, such as `http://127.0.0.1:8737/`."""
        return self._bound.url

    @property
    def notice(self) -> str:
        """A sentence for the operator where the port is another one than was asked for."""
        return self._bound.notice

    async def run(self, ready: Callable[[], None]) -> None:
        """Let the game know the team, and keep the pages' clocks right until cancelled."""
        await self._room.responder.arrived(Team(TEAM_ID, TEAM_NAME))
        ready()
        async for time in self._room.timeline.follow(self._room.stirred):
            self._room.tabs.show(time)


@asynccontextmanager
async def serve(surroundings: Surroundings, place: Wanted) -> AsyncIterator[WebPlatform]:
    """Serve the playground at a port or the next free one; leaving closes every tab's connection."""
    bound = bind(place)
    store, clock = surroundings.store, surroundings.clock
    if isinstance(clock, MovableClock):
        await restore(clock, store)
    tabs, stirred = Tabs(), asyncio.Event()
    transcript = Transcript(store, clock)
    room = Room(
        responder=surroundings.responder,
        store=store,
        chat=WebChat(transcript, tabs, stirred.set),
        tabs=tabs,
        timeline=Timeline(clock, store, surroundings.rule_book, surroundings.limits),
        transcript=transcript,
        stirred=stirred,
    )
    runner = web.AppRunner(application(room), access_log=None, shutdown_timeout=FAREWELL)
    await runner.setup()
    try:
        await web.SockSite(runner, bound.listener).start()
        yield WebPlatform(room, bound)
    finally:
        await tabs.close()
        await runner.cleanup()


def application(room: Room) -> web.Application:
    """The page at `/`, its files below `/static/`, the socket at `/socket`."""
    app = web.Application(middlewares=[guard])
    app.router.add_get("/", _file(STATIC / "page.html"))
    for path in sorted(STATIC.iterdir()):
        if path.suffix in KINDS:
            app.router.add_get(f"/static/{path.name}", _file(path))

    async def socket(request: web.Request) -> web.WebSocketResponse:
        return await _socket(room, request)

    app.router.add_get("/socket", socket)
    return app


def _file(path: Path) -> Handler:
    body = path.read_bytes()

    async def send(_: web.Request) -> web.Response:
        return web.Response(body=body, content_type=KINDS[path.suffix], charset="utf-8")

    return send


async def _socket(room: Room, request: web.Request) -> web.WebSocketResponse:
    socket = web.WebSocketResponse(
        timeout=FAREWELL, max_msg_size=wire.LARGEST_FRAME, heartbeat=HEARTBEAT, compress=False
    )
    await socket.prepare(request)
    if room.tabs.full:
        await socket.send_str(wire.write(wire.Trouble("", TOO_MANY)))
        await socket.close(code=LATER)
        return socket
    tab = Tab(visitor(request.query.get("as", ""), request.query.get("zone", "")), socket)
    room.tabs.add(tab)
    writing = asyncio.create_task(tab.write())
    try:
        await _converse(room, tab, socket)
    finally:
        room.tabs.remove(tab)
        writing.cancel()
    return socket


async def _converse(room: Room, tab: Tab, socket: web.WebSocketResponse) -> None:
    talk = Conversation(tab, room.tabs, room.responder, room.chat, room.store, room.timeline)
    tab.welcome(
        wire.Welcome(
            you=wire.Person(tab.visitor.id, tab.visitor.name, await talk.is_quizmaster()),
            team=TEAM_NAME,
            channel=CHANNEL_NAME,
            messages=await room.transcript.latest(tab.visitor.id),
            time=await room.timeline.look(),
        )
    )
    allowance, seconds = Allowance(), asyncio.get_running_loop().time
    async for message in socket:
        if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
            continue
        try:
            frame = wire.read(message.data)
        except wire.Unreadable as error:
            tab.show(wire.Trouble(error.to, UNREADABLE))
            # Junk counts too: whoever sends only that waits like everyone else.
            if not allowance.take(seconds()):
                await asyncio.sleep(SLOWER)
            continue
        if allowance.take(seconds()):
            await talk.hear(frame)
            if not isinstance(frame, wire.Typing):
                room.stirred.set()
        else:
            tab.show(wire.Trouble(frame.id, TOO_FAST))
            await asyncio.sleep(SLOWER)
