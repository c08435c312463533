"""The gateway side, version 10: sessions that can be resumed, compressed as the client asks."""

import asyncio
import json
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.platforms.discord.standin import recorded
from tests.platforms.discord.standin.snowflake import snowflake
from tests.platforms.discord.standin.world import Payload, World

SENDS_A_MINUTE = 120
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15


def _compressor(kind: str) -> Callable[[bytes], bytes]:
    if kind == "zlib-stream":
        context = zlib.compressobj()
        return lambda data: context.compress(data) + context.flush(zlib.Z_SYNC_FLUSH)
    import zstandard

    stream = zstandard.ZstdCompressor().compressobj()
    block = zstandard.COMPRESSOBJ_FLUSH_BLOCK
    return lambda data: stream.compress(data) + stream.flush(block)


@dataclass
class Session:
    """What a client may resume."""

    id: str
    shard: tuple[int, int]
    sent: list[Payload] = field(default_factory=list)
    connection: "Connection | None" = None
    valid: bool = True


@dataclass
class Connection:
    """One open socket."""

    request: web.Request
    socket: web.WebSocketResponse
    pack: Callable[[bytes], bytes]
    sends: deque[float] = field(default_factory=deque)
    session: Session | None = None

    async def send(self, payload: Payload) -> None:
        """Send one payload, compressed."""
        if not self.socket.closed:
            await self.socket.send_bytes(self.pack(json.dumps(payload).encode()))


class Gateway:
    """Keeps the sessions and sends them events."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.identified: list[Payload] = []
        self.resumed: list[Payload] = []
        self.connections = 0
        self.refuse: deque[int | str] = deque()
        """What the next connections get instead of a welcome: a close code after they identify,
        `drop` for an aborted socket, `mute` for one that says nothing, `http` for no upgrade."""
        self.silent = False
        """Whether heartbeats go unacknowledged."""
        self.changed = asyncio.Condition()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One socket, from the upgrade to its end."""
        self.connections += 1
        refusal = self.refuse.popleft() if self.refuse else None
        if refusal == "http":
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if refusal == "drop":
            assert request.transport is not None
            request.transport.abort()
            return socket
        if refusal == "mute":
            await socket.receive()
            return socket
        connection = Connection(request, socket, _compressor(request.query["compress"]))
        await connection.send(
            {"op": 10, "d": recorded.first("gateway_hello"), "s": None, "t": None}
        )
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            if not self._counts(connection):
                await socket.close(code=4008)
                break
            await self._hear(connection, json.loads(message.data), refusal)
        if connection.session and connection.session.connection is connection:
            connection.session.connection = None
        return socket

    def _counts(self, connection: Connection) -> bool:
        now = self.world.now()
        connection.sends.append(now)
        while now - connection.sends[0] > 60:
            connection.sends.popleft()
        return len(connection.sends) <= SENDS_A_MINUTE

    async def _hear(self, connection: Connection, said: Payload, refusal: Any) -> None:
        if said["op"] == 1 and not self.silent:
            await connection.send(recorded.all_of("gateway_heartbeat_ack")[0])
        elif said["op"] == 2:
            self.identified.append(said["d"])
            code = refusal or self._refusal(said["d"])
            if code:
                await connection.socket.close(code=int(code))
            else:
                await self._welcome(connection, said["d"])
        elif said["op"] == 6:
            self.resumed.append(said["d"])
            await self._resume(connection, said["d"])

    def _refusal(self, identity: Payload) -> int:
        shard, count = identity.get("shard", (0, 1))
        if identity["token"] != self.world.token:
            return 4004
        if identity["intents"] & PRIVILEGED:
            return 4014
        return 4010 if shard >= count else 0

    async def _welcome(self, connection: Connection, identity: Payload) -> None:
        shard, count = identity.get("shard", (0, 1))
        session = Session(snowflake(), (shard, count))
        self.sessions[session.id] = session
        guilds = [
            guild
            for guild in self.world.guilds.values()
            if guild.present and (int(guild.id) >> 22) % count == shard
        ]
        ready: Payload = recorded.first("gateway_ready")
        ready |= {"session_id": session.id, "shard": [shard, count]}
        ready |= {"resume_gateway_url": self.url}
        ready |= {"guilds": [{"id": guild.id, "unavailable": True} for guild in guilds]}
        ready["application"]["id"] = self.world.application_id
        session.connection = connection
        connection.session = session
        await self._say(session, "READY", ready)
        for guild in guilds:
            payload = guild.payload(self.world.bot, self.world.channels_of(guild))
            await self._say(session, "GUILD_CREATE", payload | {"unavailable": False})
        async with self.changed:
            self.changed.notify_all()

    async def _resume(self, connection: Connection, asked: Payload) -> None:
        session = self.sessions.get(asked["session_id"] or "")
        if session is None or not session.valid or asked["token"] != self.world.token:
            await connection.send({"op": 9, "d": False, "s": None, "t": None})
            return
        session.connection = connection
        connection.session = session
        for payload in session.sent[asked["seq"] or 0 :]:
            await connection.send(payload)
        await self._say(session, "RESUMED", {"_trace": []})
        async with self.changed:
            self.changed.notify_all()

    async def _say(self, session: Session, event: str, data: Payload) -> None:
        payload = {"op": 0, "t": event, "s": len(session.sent) + 1, "d": data}
        session.sent.append(payload)
        if session.connection is not None:
            await session.connection.send(payload)

    async def dispatch(self, event: str, data: Payload, guild_id: str = "") -> None:
        """Send an event to the session whose shard has the guild; shard 0 has the rest."""
        for session in list(self.sessions.values())[::-1]:
            shard, count = session.shard
            wanted = (int(guild_id) >> 22) % count if guild_id else 0
            if session.valid and shard == wanted:
                await self._say(session, event, data)
                return
        raise AssertionError(f"nobody is connected to hear {event}")

    def live(self) -> list[Session]:
        """Sessions with an open socket."""
        return [session for session in self.sessions.values() if session.connection]

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until the sessions look a certain way."""
        async with self.changed:
            await asyncio.wait_for(self.changed.wait_for(true), 20)

    async def close(self, code: int) -> None:
        """Close every socket with a code; after some, Discord forgets the session."""
        for session in self.live():
            session.valid = code not in (4007, 4009)
            assert session.connection is not None
            await session.connection.socket.close(code=code)

    async def drop(self) -> None:
        """Cut every socket without a word."""
        for session in self.live():
            assert session.connection is not None
            transport = session.connection.request.transport
            assert transport is not None
            transport.abort()

    async def say_raw(self, op: int, data: Any) -> None:
        """Send a bare operation (7 reconnect, 9 invalid session) to everybody."""
        for session in self.live():
            session.valid = op != 9 or bool(data)
            assert session.connection is not None
            await session.connection.send({"op": op, "d": data, "s": None, "t": None})
