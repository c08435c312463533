"""Many workspaces: the tokens of those that installed the app, renewed before they expire."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.settings import Install
from bot.platforms.slack.tenancy.token_encryption import Keys, TokenEncryption, Unreadable
from bot.quiz.ports.chat import Revoked, Unreachable
from bot.store import SqlStore
from bot.store.installations import Installation

_log = logging.getLogger(__name__)

EARLY = 7200.0
"""Seconds before its end at which a token is renewed, as Slack recommends."""
_SOON = 300.0
_BELIEVED = 60.0
"""Seconds after which another process's changes are looked for."""
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class _Held:
    keys: Keys
    owner: str
    """The team id under which the tokens stand: the workspace's own, or its organisation's."""
    version: int
    read_at: float


class ManyWorkspaces:
    """Tokens out of the store. `now` is the real time in Unix seconds, whatever the game's is."""

    only = ""
    """There are many."""

    def __init__(
        self,
        store: SqlStore,
        encryption: TokenEncryption,
        install: Install,
        client: AsyncWebClient,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._store = store
        self._encryption = encryption
        self._install = install
        self._client = client
        self._now = now
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._orgs: dict[str, str] = {}
        self._renewing: dict[str, asyncio.Task[Keys]] = {}

    def bot_name(self, team_id: str) -> str:
        """The name that Slack gave at the install."""
        held = self._held.get(team_id)
        return held.keys.bot_name if held and held.keys.bot_name else "quizsheet"

    async def token(self, team_id: str) -> str:
        """A token that is good for a while; one that ends soon is renewed meanwhile."""
        held = await self._find(team_id)
        left = held.keys.expires_at - self._now()
        if not held.keys.expires_at or left > EARLY:
            return held.keys.token
        renewing = self._renew(held)
        if left > _SOON:
            return held.keys.token
        return (await asyncio.shield(renewing)).token

    async def shared(self, team_id: str) -> bool:
        """Whether the team plays under its organisation's install."""
        return (await self._find(team_id)).owner != team_id

    async def renewed(self, team_id: str, stale: str) -> str:
        """A token in place of one that Slack calls expired."""
        self._held.pop(team_id, None)
        held = await self._find(team_id)
        if held.keys.token != stale:
            return held.keys.token
        return (await asyncio.shield(self._renew(held))).token

    async def replaced(self, team_id: str, stale: str) -> bool:
        """Whether another token stands in the store than one that Slack refuses."""
        self._held.pop(team_id, None)
        try:
            return (await self._find(team_id)).keys.token != stale
        except (Revoked, Unreachable):
            return False

    async def installed(self, team_id: str, keys: Keys) -> None:
        """Keep what an install brought."""
        await self._store.save_installation(
            Installation(team_id, sealed=self._encryption.seal(keys))
        )
        self._held.clear()

    def met(self, team_id: str, org_id: str) -> bool:
        """Note that a workspace plays under its organisation's install; whether that is news."""
        news = self._orgs.get(team_id) != org_id
        self._orgs[team_id] = org_id
        return news

    async def keep(self, team_id: str, org_id: str) -> bool:
        """Write down under which install a workspace plays; whether that was news to the store."""
        return await self._store.place_under(team_id, org_id)

    async def removed(self, team_id: str) -> tuple[str, ...]:
        """Forget a team's tokens; the teams that this shuts out.

        None, if Slack still takes the tokens: the word of a removal may come late, or again, when
        the app has been installed anew.
        """
        found = await self._store.installation(team_id)
        if found is not None:
            if found.sealed and await self._taken(found):
                return ()
            if not await self._store.remove_installation(team_id, found.version):
                return ()
        self._held.clear()
        return (team_id, *await self._store.installed_under(team_id))

    async def _taken(self, found: Installation) -> bool:
        """Whether Slack takes the tokens now; without an answer, what it sent last is believed."""
        try:
            keys, _old = self._encryption.open(found.sealed)
            await self._client.auth_test(token=keys.token)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, Unreadable):
            return False
        return True

    async def close(self) -> None:
        """Let renewals finish: a token that Slack gave and nobody kept would be lost."""
        await asyncio.gather(*self._renewing.values(), return_exceptions=True)

    async def _find(self, team_id: str) -> _Held:
        held = self._held.get(team_id)
        if held is not None and self._now() - held.read_at < _BELIEVED:
            return held
        found = await self._store.installation(team_id)
        owner = found.org_id if found else ""
        owner = owner or (self._orgs.get(team_id, "") if found is None else "")
        if owner:
            found = await self._store.installation(owner)
        if found is None or not found.sealed:
            raise Revoked("The app is not installed in this workspace.")
        held = await self._opened(found)
        self._held[team_id] = held
        if len(self._held) > _REMEMBERED:
            self._held.popitem(last=False)
        return held

    async def _opened(self, found: Installation) -> _Held:
        try:
            keys, old = self._encryption.open(found.sealed)
        except Unreadable as unreadable:
            _log.error("%s: %s", found.team_id, unreadable)
            raise Unreachable(str(unreadable)) from unreadable
        version = found.version
        if old and await self._store.reseal(found.team_id, version, self._encryption.seal(keys)):
            version += 1
        return _Held(keys, found.team_id, version, self._now())

    def _renew(self, held: _Held) -> "asyncio.Task[Keys]":
        if held.owner not in self._renewing:
            task = asyncio.create_task(self._new_keys(held))
            self._renewing[held.owner] = task
            task.add_done_callback(lambda done: self._renewal_ended(held.owner, done))
        return self._renewing[held.owner]

    def _renewal_ended(self, owner: str, task: "asyncio.Task[Keys]") -> None:
        self._renewing.pop(owner, None)
        if not task.cancelled() and (error := task.exception()):
            _log.warning("%s: the token was not renewed: %s", owner, error)

    async def _new_keys(self, held: _Held) -> Keys:
        """Exchange the refresh token. It is good once: who comes second, in another process,
        finds what the first one wrote.
        """
        try:
            answer = await self._client.oauth_v2_access(
                client_id=self._install.client_id,
                client_secret=self._install.client_secret,
                grant_type="refresh_token",
                refresh_token=held.keys.refresh,
            )
        except SlackApiError as error:
            word = error.response.get("error") if hasattr(error.response, "get") else "no answer"
            return await self._renewed_elsewhere(held, str(word))
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unreachable(f"The token was not renewed ({type(error).__name__}).") from error
        keys = Keys(
            token=str(answer["access_token"]),
            refresh=str(answer["refresh_token"]),
            expires_at=self._now() + float(str(answer["expires_in"])),
            bot_name=held.keys.bot_name,
        )
        await self._written_down(held, keys)
        self._held.clear()
        return keys

    async def _written_down(self, held: _Held, keys: Keys) -> None:
        """Write down what a token was exchanged for, unless a new install has come in its place.

        Another process may have sealed the old token anew meanwhile: what Slack gave is good for
        that one, too, and would be lost.
        """
        version = held.version
        while not await self._store.reseal(held.owner, version, self._encryption.seal(keys)):
            found = await self._store.installation(held.owner)
            if found is None or not found.sealed:
                return
            present, _old = self._encryption.open(found.sealed)
            if present.refresh != held.keys.refresh:
                return
            version = found.version

    async def _renewed_elsewhere(self, held: _Held, word: str) -> Keys:
        self._held.clear()
        for _ in range(4):
            found = await self._store.installation(held.owner)
            if found is None:
                break
            keys, _old = self._encryption.open(found.sealed)
            if keys.token != held.keys.token:
                return keys
            await asyncio.sleep(0.25)
        raise Revoked(f"Slack does not renew the token of this workspace ({word}).")
