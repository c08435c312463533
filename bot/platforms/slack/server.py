"""HTTP: events that Slack sends, and the pages of an install."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from http import HTTPStatus

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

from bot.platforms.platform import Misconfigured
from bot.platforms.slack.settings import LISTEN
from bot.platforms.slack.tenancy.oauth import INSTALL, REDIRECT

_log = logging.getLogger(__name__)

EVENTS, HEALTH = "/slack/events", "/slack/health"
_LARGEST = 2 * 1024 * 1024
_WINDOW = 300.0
"""Seconds for which a signature is good; the verifier's own window."""
_REMEMBERED = 50_000


class Signatures:
    """Takes a signed request once: a second one with the very same signature is a replay.

    Slack signs its own repetitions anew and numbers them; those, and whatever reaches another
    process, change nothing twice all the same.
    """

    def __init__(self, secret: str, now: Callable[[], float] = time.monotonic) -> None:
        self._verifier = SignatureVerifier(secret)
        self._now = now
        self._seen: OrderedDict[str, float] = OrderedDict()

    def good(self, body: bytes, stamp: str, signature: str, *, numbered: bool) -> bool:
        """Whether the request is Slack's, fresh, and new."""
        if not stamp.isdigit() or not self._verifier.is_valid(body, stamp, signature):
            return False
        now = self._now()
        while self._seen and next(iter(self._seen.values())) < now - 2 * _WINDOW:
            self._seen.popitem(last=False)
        new = signature not in self._seen
        self._seen[signature] = now
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return new or numbered


class Server:
    """Listens until cancelled. `events` says whether requests with events are taken here."""

    def __init__(
        self, app: AsyncApp, host: str, port: int, signing_secret: str, *, events: bool
    ) -> None:
        self._app = app
        self._host = host
        self._port = port
        self._signatures = Signatures(signing_secret) if events else None
        self.bound = port
        """The port that it listens on, which differs where 0 was asked for."""

    async def run(self, connected: "asyncio.Event") -> None:
        """Listen and tell; raises `Misconfigured` if the address is taken."""
        runner = web.AppRunner(self._routes(), access_log=None, shutdown_timeout=5.0)
        await runner.setup()
        try:
            site = web.TCPSite(runner, self._host, self._port)
            try:
                await site.start()
            except OSError as error:
                raise Misconfigured(
                    f"Slack: {self._host}:{self._port} cannot be listened on "
                    f"({error.strerror}). Set {LISTEN} to a free address."
                ) from error
            self.bound = runner.addresses[0][1]
            _log.info("listening for Slack on port %d", self.bound)
            connected.set()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    def _routes(self) -> web.Application:
        routes = web.Application(client_max_size=_LARGEST)
        routes.router.add_get(HEALTH, self._health)
        if self._signatures is not None:
            routes.router.add_post(EVENTS, self._event)
        if self._app.oauth_flow is not None:
            routes.router.add_get(INSTALL, self._install)
            routes.router.add_get(REDIRECT, self._redirect)
        return routes

    async def _health(self, _: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def _event(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = request.headers
        if self._signatures is None or not self._signatures.good(
            body,
            headers.get("X-Slack-Request-Timestamp", ""),
            headers.get("X-Slack-Signature", ""),
            numbered="X-Slack-Retry-Num" in headers,
        ):
            return web.Response(status=HTTPStatus.UNAUTHORIZED, text="The signature is not good.")
        try:
            event = await to_bolt_request(request)
        except ValueError:
            return web.Response(status=HTTPStatus.BAD_REQUEST, text="This cannot be read.")
        return await to_aiohttp_response(await self._app.async_dispatch(event))

    async def _install(self, request: web.Request) -> web.Response:
        flow = self._app.oauth_flow
        if flow is None:
            raise web.HTTPNotFound
        return await to_aiohttp_response(
            await flow.handle_installation(await to_bolt_request(request))
        )

    async def _redirect(self, request: web.Request) -> web.Response:
        flow = self._app.oauth_flow
        if flow is None:
            raise web.HTTPNotFound
        return await to_aiohttp_response(await flow.handle_callback(await to_bolt_request(request)))
