"""Installing by oneself: Slack's consent page, there and back."""

import hashlib
import hmac
import logging
import secrets
import time
from collections.abc import Callable

from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.models.installation import Installation
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.interaction import team_id_of
from bot.platforms.slack.log_redaction import sdk_logger
from bot.platforms.slack.manifest import scopes
from bot.platforms.slack.settings import Install
from bot.platforms.slack.tenancy.lifecycle import Lifecycle
from bot.platforms.slack.tenancy.token_encryption import Keys
from bot.quiz.ports import Clock
from bot.store import SqlStore

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
_LIFE = 600
"""Seconds in which the way to the consent page and back has to be made."""
_TEAM = "slack:oauth"
"""Under which spent states are remembered: no workspace is known yet."""


class States(AsyncOAuthStateStore):
    """States that carry their own proof: any process issues one, any takes it back, once."""

    def __init__(
        self,
        secret: str,
        store: SqlStore,
        clock: Clock,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._secret = hashlib.sha256(f"oauth state {secret}".encode()).digest()
        self._store = store
        self._clock = clock
        self._now = now

    @property
    def logger(self) -> logging.Logger:
        """The logger without secrets."""
        return sdk_logger()

    async def async_issue(self, *args: object, **kwargs: object) -> str:
        """A new state."""
        stamp = f"{secrets.token_hex(16)}.{int(self._now())}"
        return f"{stamp}.{self._proof(stamp)}"

    async def async_consume(self, state: str) -> bool:
        """Whether the state is ours, young, and comes back for the first time."""
        stamp, _, proof = (state or "").rpartition(".")
        if not hmac.compare_digest(proof, self._proof(stamp)):
            return False
        age = self._now() - float(stamp.rpartition(".")[2])
        if not 0 <= age <= _LIFE:
            return False
        return await self._store.first_time(_TEAM, proof, self._clock.now())

    def _proof(self, stamp: str) -> str:
        return hmac.new(self._secret, stamp.encode(), hashlib.sha256).hexdigest()


class Installs(AsyncInstallationStore):
    """Hands what an install brought to the lifecycle; tokens are found elsewhere."""

    def __init__(self, lifecycle: Lifecycle) -> None:
        self._lifecycle = lifecycle

    @property
    def logger(self) -> logging.Logger:
        """The logger without secrets."""
        return sdk_logger()

    async def async_save(self, installation: Installation) -> None:
        """A workspace, or a whole organisation, said yes."""
        org = installation.is_enterprise_install
        owner = installation.enterprise_id if org else installation.team_id
        name = installation.enterprise_name if org else installation.team_name
        keys = Keys(
            token=installation.bot_token or "",
            refresh=installation.bot_refresh_token or "",
            expires_at=float(installation.bot_token_expires_at or 0),
        )
        await self._lifecycle.installed(team_id_of(owner or ""), name or "", keys)


def oauth_flow(
    install: Install, client: AsyncWebClient, states: States, installs: Installs
) -> AsyncOAuthFlow:
    """Bolt's flow with our states and our store; `client` reaches Slack without a token."""
    base = client.base_url.removesuffix("/").removesuffix("/api")
    settings = AsyncOAuthSettings(
        client_id=install.client_id,
        client_secret=install.client_secret,
        scopes=scopes(uploads=install.uploads, groups=install.groups),
        redirect_uri=install.url + REDIRECT,
        install_path=INSTALL,
        redirect_uri_path=REDIRECT,
        authorization_url=f"{base}/oauth/v2/authorize",
        installation_store=installs,
        state_store=states,
        state_expiration_seconds=_LIFE,
        logger=sdk_logger(),
    )
    return AsyncOAuthFlow(client=client, logger=sdk_logger(), settings=settings)
