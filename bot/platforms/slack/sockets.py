"""Socket Mode: one to ten connections, any of which may bring an event."""

import asyncio
import logging
from collections.abc import Callable

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.platform import Misconfigured
from bot.platforms.slack.log_redaction import sdk_logger
from bot.platforms.slack.settings import APP_TOKEN

_log = logging.getLogger(__name__)
_PING = 5.0
_GIVEN_UP = 60.0
"""Seconds without any connection after which a wholly new start is made."""
_LOOK = 2.0
_WRONG = {"invalid_auth", "not_authed", "not_allowed_token_type", "missing_scope", "token_revoked"}


class Lost(Exception):
    """No connection came up again."""


class Sockets:
    """The connections. The SDK brings each back after `refresh_requested`, a drop, or silence."""

    def __init__(
        self, app: AsyncApp, client: AsyncWebClient, app_token: Callable[[], str], number: int
    ) -> None:
        self._app = app
        self._client = client
        self._app_token = app_token
        self._number = number
        self._was_connected = False

    async def run(self, connected: "asyncio.Event") -> None:
        """Connect, tell, and stay connected until cancelled; raises `Lost` or `Misconfigured`."""
        app_token = self._app_token()
        await self._check(app_token)
        self._was_connected = True
        handlers = [
            AsyncSocketModeHandler(
                self._app,
                app_token,
                logger=sdk_logger(),
                web_client=self._client,
                ping_interval=_PING,
            )
            for _ in range(self._number)
        ]
        try:
            for handler in handlers:
                await handler.connect_async()  # type: ignore[no-untyped-call] # untyped in the SDK
            _log.info("connected to Slack by %d connection(s)", self._number)
            connected.set()
            await self._watch(handlers)
        finally:
            for handler in handlers:
                await _closed(handler)

    async def _check(self, app_token: str) -> None:
        """Ask once whether the token is good: the SDK would ask for ever. One that was good may be
        so again, or be replaced.
        """
        try:
            await self._client.apps_connections_open(app_token=app_token)
        except SlackApiError as error:
            word = error.response.get("error") if hasattr(error.response, "get") else ""
            if word in _WRONG and not self._was_connected:
                raise Misconfigured(
                    f"Slack does not take {APP_TOKEN} ({word}). Make an app-level token with the "
                    "scope connections:write under “Basic Information” of your app."
                ) from None
            raise Lost(f"Slack gives no connection ({word or 'no answer'}).") from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Lost(f"Slack cannot be reached ({type(error).__name__}).") from error

    async def _watch(self, handlers: list[AsyncSocketModeHandler]) -> None:
        loop = asyncio.get_running_loop()
        last = loop.time()
        while loop.time() - last < _GIVEN_UP:
            await asyncio.sleep(_LOOK)
            if any([await handler.client.is_connected() for handler in handlers]):
                last = loop.time()
        raise Lost("Slack has been out of reach for a minute.")


async def _closed(handler: AsyncSocketModeHandler) -> None:
    """Close a connection and wait for its tasks, which the SDK only cancels."""
    client = handler.client
    await handler.close_async()  # type: ignore[no-untyped-call] # untyped in the SDK
    tasks = (client.message_processor, client.current_session_monitor, client.message_receiver)
    await asyncio.gather(*(task for task in tasks if task is not None), return_exceptions=True)
