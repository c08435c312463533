"""The stand-in on its socket, and discord.py pointed at it."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import discord
import yarl
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.platforms.discord.standin.acts import Acts
from tests.platforms.discord.standin.gateway import Gateway
from tests.platforms.discord.standin.rest import Fault, Request, Rest
from tests.platforms.discord.standin.world import World


class StandIn:
    """A Discord with one server, one channel and three people, ready to be connected to."""

    def __init__(self) -> None:
        self.address = ""
        """Host and port, once it runs."""
        self.world = World()
        self.gateway = Gateway(self.world)
        self.rest = Rest(self.world, lambda: self.gateway.url)
        self.guild = self.world.add_guild("Study group")
        self.channel = self.world.add_channel(self.guild, "ml-study")
        self.ada = self.world.add_person("Ada")
        self.ada.roles.append(self.world.add_role(self.guild, "Hosts", (1 << 53) - 1))
        self.grace = self.world.add_person("Grace")
        self.edsger = self.world.add_person("Edsger")
        self.acts = Acts(self.world, self.gateway)

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.token

    def requests(self, pattern: str) -> list[Request]:
        """The requests so far that fit, such as `POST .*/messages`."""
        return [r for r in self.rest.requests if re.search(pattern, str(r))]

    def fail(self, pattern: str, status: int = 502, **more: Any) -> Fault:
        """Let the next request that fits go wrong."""
        fault = Fault(re.compile(pattern), status, **more)
        self.rest.faults.append(fault)
        return fault

    def judge(self) -> None:
        """Fail if a request broke a rule of Discord's or earned a 429."""
        wrong = [*self.rest.complaints, *(f"429 for {r}" for r in self.rest.limits.broken)]
        if wrong:
            raise AssertionError("\n".join(wrong))


@contextmanager
def pointed_at(address: str) -> Iterator[None]:
    """Let the discord library of this process talk to a stand-in at `host:port`."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = f"http://{address}/api/v{discord.http.INTERNAL_API_VERSION}"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{address}/gateway/")
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


@asynccontextmanager
async def standing_in() -> AsyncIterator[StandIn]:
    """A running stand-in that the discord library talks to until the end."""
    standin = StandIn()
    app = web.Application()
    app.router.add_get("/gateway/", standin.gateway.handle)
    app.router.add_get("/cdn/{id}/{name}", standin.rest.file)
    app.router.add_route("*", "/api/v10/{rest:.*}", standin.rest.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    standin.address = "{}:{}".format(*runner.addresses[0])
    standin.gateway.url = f"ws://{standin.address}/gateway/"
    standin.world.cdn = f"http://{standin.address}/cdn"
    try:
        with pointed_at(standin.address):
            yield standin
    finally:
        await standin.gateway.close(1001)
        await runner.cleanup()
