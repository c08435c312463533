"""Calls to Slack's Web API for a workspace: its token, its limits, and what an answer means."""

import logging
from collections.abc import Awaitable, Callable, Mapping

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient
from yarl import URL

from bot.platforms.slack.errors import Rejected, common
from bot.platforms.slack.log_redaction import sdk_logger
from bot.platforms.slack.rate_limit import PATIENCE, RateLimit
from bot.platforms.slack.tenancy.workspaces import Workspaces
from bot.platforms.slack.text import Json
from bot.quiz.ports.chat import Busy, Revoked, Unreachable

_log = logging.getLogger(__name__)

Answer = Mapping[str, object]
Lost = Callable[[str, str], Awaitable[None]]
"""Told of a team that lets the bot in no more, and why."""

_TIMEOUT = aiohttp.ClientTimeout(total=15, connect=5)
_SOCKETS = 200
_FILES = "files.slack.com"
_CHUNK = 65_536
_BY_QUERY = frozenset(
    {"conversations.info", "users.info", "usergroups.users.list", "files.getUploadURLExternal"}
)
"""Methods that only read take no JSON."""


def open_session() -> aiohttp.ClientSession:
    """The connections to Slack, kept open: a new one for each call costs a handshake."""
    return aiohttp.ClientSession(
        timeout=_TIMEOUT, connector=aiohttp.TCPConnector(limit=_SOCKETS, keepalive_timeout=60)
    )


class _Client(AsyncWebClient):
    """The SDK's client, with the credentials of an install sent as fields: the SDK puts them
    into a header by a function that aiohttp is about to drop.
    """

    async def oauth_v2_access(
        self,
        *,
        client_id: str,
        client_secret: str,
        code: str | None = None,
        redirect_uri: str | None = None,
        grant_type: str | None = None,
        refresh_token: str | None = None,
        **_: object,
    ) -> AsyncSlackResponse:
        """Exchange the code of an install, or a refresh token."""
        fields = {
            "client_id": client_id,
            "client_secret": client_secret,
            "code": code,
            "redirect_uri": redirect_uri,
            "grant_type": grant_type,
            "refresh_token": refresh_token,
        }
        return await self.api_call("oauth.v2.access", data=fields)


def web_client(session: aiohttp.ClientSession, api: str, token: str | None) -> AsyncWebClient:
    """A client that repeats nothing by itself.

    The SDK's default sends a request again after a dropped connection, and Slack may have done
    the first one: a post would stand there twice.
    """
    return _Client(
        token=token, base_url=api, session=session, logger=sdk_logger(), retry_handlers=[]
    )


class WebApi:
    """One process's line to the Web API."""

    def __init__(
        self,
        workspaces: Workspaces,
        session: aiohttp.ClientSession,
        api: str,
        rate_limit: RateLimit,
        lost: Lost,
    ) -> None:
        self.workspaces = workspaces
        self.rate_limit = rate_limit
        self._session = session
        self._client = web_client(session, api, None)
        self._logger = sdk_logger()
        self._lost = lost

    async def call(
        self, team_id: str, method: str, arguments: Json, *, repeatable: bool = False
    ) -> Answer:
        """Call a method and return what Slack answered.

        `repeatable` says that doing it twice does no harm: then it is tried once more after a
        broken connection. Raises `Busy`, `Unreachable`, `Revoked`, or `Rejected` for a no whose
        meaning depends on the call. A token that has expired is renewed once.
        """
        token = await self.workspaces.token(team_id)
        try:
            return await self._patiently(team_id, token, method, arguments, repeatable)
        except Rejected as rejected:
            if rejected.error != "token_expired":
                raise
        try:
            renewed = await self.workspaces.renewed(team_id, token)
            return await self._patiently(team_id, renewed, method, arguments, repeatable)
        except (Rejected, Revoked) as refused:
            raise await self._shut_out(team_id, "token_expired") from refused

    async def respond(self, url: str, payload: Json) -> bool:
        """Answer through a response address; False if it is used up or nobody is there."""
        hook = AsyncWebhookClient(
            url, session=self._session, logger=self._logger, retry_handlers=[]
        )
        try:
            return (await hook.send_dict(dict(payload))).status_code == 200
        except (aiohttp.ClientError, TimeoutError):
            return False

    async def upload(self, url: str, data: bytes) -> None:
        """Send a file's bytes to the address that Slack gave for it."""
        try:
            async with self._session.post(url, data=data) as answer:
                if answer.status != 200:
                    raise Unreachable(f"The upload was answered with {answer.status}.")
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unreachable(f"The upload broke off ({type(error).__name__}).") from error

    async def download(self, team_id: str, url: str, largest: int) -> bytes:
        """A private file's bytes, no more than `largest` of them; empty for one that is larger.

        The token goes to Slack alone, wherever the address may point.
        """
        if URL(url).host not in (_FILES, URL(self._client.base_url).host):
            raise Unreachable("The file does not lie at Slack.")
        headers = {"Authorization": f"Bearer {await self.workspaces.token(team_id)}"}
        try:
            async with self._session.get(url, headers=headers, allow_redirects=False) as answer:
                if answer.status != 200 or answer.content_type == "text/html":
                    raise Rejected("missing_scope", "files:read")
                content = await answer.content.read(largest + 1)
                while len(content) <= largest and (more := await answer.content.read(_CHUNK)):
                    content += more
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unreachable(f"The file did not come ({type(error).__name__}).") from error
        return content if len(content) <= largest else b""

    async def _patiently(
        self, team_id: str, token: str, method: str, arguments: Json, repeatable: bool
    ) -> Answer:
        """One call, again after a short rest that Slack orders."""
        await self.rate_limit.rested(team_id, method)
        try:
            return await self._tried(team_id, token, method, arguments, repeatable)
        except Busy as busy:
            self.rate_limit.rest(team_id, method, busy.seconds)
            if busy.seconds > PATIENCE:
                raise
        await self.rate_limit.rested(team_id, method)
        try:
            return await self._tried(team_id, token, method, arguments, repeatable)
        except Busy as busy:
            self.rate_limit.rest(team_id, method, busy.seconds)
            raise

    async def _tried(
        self, team_id: str, token: str, method: str, arguments: Json, repeatable: bool
    ) -> Answer:
        try:
            return await self._once(team_id, token, method, arguments)
        except Unreachable:
            if not repeatable:
                raise
        return await self._once(team_id, token, method, arguments)

    async def _once(self, team_id: str, token: str, method: str, arguments: Json) -> Answer:
        try:
            answer = await self._asked(method, {**arguments, "token": token})
        except SlackApiError as error:
            raise await self._meaning(team_id, token, method, error) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unreachable(f"{method} got no answer ({type(error).__name__}).") from error
        return answer.data if isinstance(answer.data, dict) else {}

    async def _asked(self, method: str, arguments: Json) -> AsyncSlackResponse:
        if method in _BY_QUERY:
            return await self._client.api_call(method, http_verb="GET", params=arguments)
        return await self._client.api_call(method, json=arguments)

    async def _meaning(
        self, team_id: str, token: str, method: str, error: SlackApiError
    ) -> Exception:
        response = error.response
        status = int(getattr(response, "status_code", 0) or getattr(response, "status", 0))
        data = getattr(response, "data", None)
        said: Mapping[str, object] = data if isinstance(data, dict) else {}
        headers: Mapping[str, str] = getattr(response, "headers", {})
        word = str(said.get("error", ""))
        if status == 429:
            word = "ratelimited"
        if status >= 500 or not word:
            return Unreachable(f"{method} was answered with {status}.")
        if word == "token_expired":
            return Rejected(word)
        meant = common(word, _seconds(headers))
        if isinstance(meant, Revoked):
            if await self.workspaces.replaced(team_id, token):
                # It was installed again meanwhile: the call is made once more with its new token.
                return Rejected("token_expired")
            if await self._is_good(token):
                return Unreachable(f"{method} was refused a token that Slack takes ({word}).")
            return await self._shut_out(team_id, word)
        return meant or Rejected(word, str(said.get("needed", "")), str(said.get("errors", "")))

    async def _is_good(self, token: str) -> bool:
        """Whether Slack takes a token after all: one refusal may be a mistake, and to believe it
        silences a team.
        """
        try:
            await self._client.api_call("auth.test", json={"token": token})
        except SlackApiError as error:
            said = getattr(error.response, "data", None)
            word = said.get("error", "") if isinstance(said, dict) else ""
            return not isinstance(common(str(word), 0), Revoked)
        except (aiohttp.ClientError, TimeoutError):
            return True
        return True

    async def _shut_out(self, team_id: str, word: str) -> Revoked:
        revoked = common(word, 0)
        assert isinstance(revoked, Revoked)  # noqa: S101 - the caller asked for such a word
        _log.error(
            "%s: %s (%s) Nothing is sent there until it is installed again.", team_id, revoked, word
        )
        await self._lost(team_id, str(revoked))
        return revoked


def _seconds(headers: Mapping[str, str]) -> float:
    value = next((v for name, v in headers.items() if name.lower() == "retry-after"), "")
    return float(value) if value.isdigit() else 1.0
