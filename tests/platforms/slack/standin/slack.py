"""The stand-in itself: a server with the Web API, Socket Mode, uploads and the consent page."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSMsgType, web

from tests.platforms.slack.standin.faults import Fault, Faults
from tests.platforms.slack.standin.web_api import WebApi
from tests.platforms.slack.standin.world import Grant, Json, World

READING = {"users.info", "usergroups.users.list", "files.getUploadURLExternal"}
"""Methods that take no JSON."""


class Slack:
    """One Slack; `calls` lists what was called, with what, and when (monotonic seconds)."""

    def __init__(self) -> None:
        self.world = World()
        self.faults = Faults()
        self.port = 0
        self.api = WebApi(self.world, lambda: self.address)
        self.calls: list[tuple[str, Json, float]] = []
        self.links: list[web.WebSocketResponse] = []
        self.acknowledged: dict[str, asyncio.Future[Json]] = {}
        self.opened_links = 0

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """What the clients are pointed at."""
        return f"{self.address}/api/"

    def called(self, method: str) -> list[Json]:
        """What a method was called with, oldest first; calls that went wrong included."""
        return [call for name, call, _ in self.calls if name == method]

    def app(self) -> web.Application:
        """The server's routes."""
        app = web.Application(client_max_size=4 * 1024 * 1024)
        app.router.add_route("*", "/api/{method}", self._on_call)
        app.router.add_post("/response/{name}", self._on_response)
        app.router.add_post("/upload/{name}", self._on_upload)
        app.router.add_get("/private/{name}", self._on_private)
        app.router.add_get("/link/{name}", self._on_link)
        app.router.add_get("/oauth/v2/authorize", self._on_consent)
        return app

    async def _on_call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        call = await arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        token = token or str(call.pop("token", ""))
        self.calls.append((method, call, time.monotonic()))
        fault = self.faults.take(method)
        if method in READING and request.content_type == "application/json":
            return web.json_response({"ok": False, "error": "invalid_arguments"})
        if fault is None:
            return web.json_response(self.api.call(method, token, call))
        return await self._mishap(
            request, fault, lambda: web.json_response(self.api.call(method, token, call))
        )

    async def _mishap(self, request: web.Request, fault: Fault, do: Any) -> web.StreamResponse:
        if fault.delay:
            await asyncio.sleep(fault.delay)
        done: web.StreamResponse | None = do() if fault.taken else None
        if fault.drop and request.transport is not None:
            request.transport.close()
            return web.Response()
        if done is not None:
            return done
        headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after else None
        answer = {"ok": False, "error": fault.error}
        return web.json_response(answer, status=fault.status, headers=headers)

    async def _on_response(self, request: web.Request) -> web.StreamResponse:
        call = await request.json()
        self.calls.append(("response_url", call, time.monotonic()))
        fault = self.faults.take("response_url")

        def answer() -> web.Response:
            status, word = self.api.respond(request.match_info["name"], call)
            return web.Response(status=status, text=word)

        return answer() if fault is None else await self._mishap(request, fault, answer)

    async def _on_upload(self, request: web.Request) -> web.Response:
        self.world.files[request.match_info["name"]].data = await request.read()
        return web.Response(text="OK")

    async def _on_private(self, request: web.Request) -> web.Response:
        """A private file: for the app's token only, else Slack shows the page to sign in."""
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self.world.tokens or not self.world.reads_files:
            return web.Response(text="<html>Sign in</html>", content_type="text/html")
        file = self.world.files[request.match_info["name"]]
        return web.Response(body=file.data, content_type="text/markdown")

    async def _on_link(self, request: web.Request) -> web.StreamResponse:
        link = web.WebSocketResponse()
        await link.prepare(request)
        self.links.append(link)
        self.opened_links += 1
        self.world.touch()
        await link.send_json({"type": "hello", "num_connections": len(self.links)})
        try:
            async for message in link:
                if message.type is WSMsgType.TEXT:
                    self._acknowledge(json.loads(message.data))
        finally:
            self.links.remove(link)
            self.world.touch()
        return link

    def _acknowledge(self, answer: Json) -> None:
        waiting = self.acknowledged.get(answer["envelope_id"])
        if waiting is not None and not waiting.done():
            waiting.set_result(answer.get("payload") or {})

    async def _on_consent(self, request: web.Request) -> web.StreamResponse:
        """The page where an admin allows the app: always says yes, for `T0123` or as asked."""
        code = self.world.fresh("code")
        team = request.query.get("team") or "T0123"
        org = team.startswith("E")
        self.world.codes[code] = Grant(
            "" if org else team, team if org else "", org=org, expires=True
        )
        back = request.query["redirect_uri"]
        raise web.HTTPFound(f"{back}?code={code}&state={request.query['state']}")

    async def refresh_links(self, reason: str = "refresh_requested") -> None:
        """Ask every connection to come back, as Slack does every few hours."""
        for link in list(self.links):
            await link.send_json({"type": "disconnect", "reason": reason})

    async def cut_links(self) -> None:
        """Break every connection."""
        for link in list(self.links):
            await link.close()


async def arguments(request: web.Request) -> Json:
    """What was sent with a call, whichever way."""
    if request.content_type == "application/json":
        given: Json = await request.json()
        return given
    call: Json = {**request.query, **await request.post()}
    for name in ("view", "blocks", "metadata", "files"):
        if isinstance(call.get(name), str):
            call[name] = json.loads(call[name])
    return call


@asynccontextmanager
async def open_slack() -> AsyncIterator[Slack]:
    """Run a stand-in on a free port; fails at the end if anything broke Slack's rules."""
    slack = Slack()
    runner = web.AppRunner(slack.app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    slack.port = runner.addresses[0][1]
    try:
        yield slack
    finally:
        await slack.cut_links()
        await runner.cleanup()
    assert slack.api.complaints == []
