"""Waiting for the one token: after Slack refused it, it is looked whether it is good again."""

import asyncio
import logging

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.tenancy.workspaces import OneWorkspace

_log = logging.getLogger(__name__)
FIRST, LONGEST = 5.0, 120.0
"""Seconds between two looks: each pause is twice the one before."""


class TokenWatch:
    """Looks after a token that the operator set, which nothing but a look can tell to be good."""

    def __init__(self, one: OneWorkspace, client: AsyncWebClient, first: float = FIRST) -> None:
        self._one = one
        self._client = client
        self._first = first
        self._lost = asyncio.Event()

    def lost(self) -> None:
        """Slack refused the token."""
        self._lost.set()

    async def regained(self) -> None:
        """Return once the token was refused and is good again, or another one is set that is."""
        await self._lost.wait()
        pause = self._first
        while not await self._is_good():
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST)
        self._lost.clear()
        _log.warning("Slack takes the token again")

    async def _is_good(self) -> bool:
        try:
            await self._client.auth_test(token=self._one.look())
        except (SlackApiError, aiohttp.ClientError, TimeoutError):
            return False
        return True
