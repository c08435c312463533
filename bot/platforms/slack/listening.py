"""The Bolt app: everything that Slack sends, acknowledged and handed to the reception."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.actors import Actors
from bot.platforms.slack.homes import Homes
from bot.platforms.slack.lifecycle import Lifecycle
from bot.platforms.slack.payloads import Interaction, Notification, Typed, decoded
from bot.platforms.slack.quiet import sdk_logger
from bot.platforms.slack.reception import Reception
from bot.platforms.slack.submissions import Submissions
from bot.platforms.slack.suggestions import Suggestions

_log = logging.getLogger(__name__)
_ANY = re.compile(".*", re.DOTALL)
_RETRY = "x-slack-retry-num"


class Admitted(AsyncAuthorize):
    """Lets every genuine request in without looking a token up: nothing that may be slow stands
    between a press and its acknowledgement. Tokens are found when something is sent.
    """

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,
        actor_team_id: str | None = None,
        actor_user_id: str | None = None,
    ) -> AuthorizeResult:
        """Who it is, without a token."""
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)


@dataclass(frozen=True, slots=True)
class Ears:
    """Who listens to what."""

    actors: Actors
    reception: Reception
    submissions: Submissions
    suggestions: Suggestions
    homes: Homes
    lifecycle: Lifecycle


def bolt_app(
    client: AsyncWebClient, signing_secret: str, flow: AsyncOAuthFlow | None, ears: Ears
) -> AsyncApp:
    """The app with its listeners; requests by HTTP are taken only with a good signature."""
    app = AsyncApp(
        name="quizsheet",
        logger=sdk_logger(),
        client=client,
        signing_secret=signing_secret or "socket mode takes no requests by HTTP",
        authorize=Admitted(),  # type: ignore[no-untyped-call] # the SDK leaves its __init__ untyped
        oauth_flow=flow,
        request_verification_enabled=True,
    )
    listeners = _Listeners(ears)
    app.command(_ANY)(listeners.command)
    app.action(_ANY)(listeners.press)
    app.view_submission(_ANY)(listeners.submission)
    app.view_closed(_ANY)(listeners.nothing)
    app.shortcut(_ANY)(listeners.point)
    app.options(_ANY)(listeners.suggest)
    app.event("app_home_opened")(listeners.home)
    app.event("app_uninstalled")(listeners.uninstalled)
    app.event("tokens_revoked")(listeners.revoked)
    app.event(_ANY)(listeners.unheard)
    app.error(listeners.failed)
    return app


class _Listeners:
    """Acknowledge first, then work; only a sent dialog and a completion need their answer."""

    def __init__(self, ears: Ears) -> None:
        self._ears = ears

    async def command(
        self, ack: AsyncAck, body: Mapping[str, object], req: AsyncBoltRequest
    ) -> None:
        await ack()
        typed = decoded(body, Typed)
        self._ears.lifecycle.met(self._ears.actors.team_of(typed), typed)
        await self._ears.reception.command(typed, repeated=_repeated(req))

    async def press(self, ack: AsyncAck, body: Mapping[str, object], req: AsyncBoltRequest) -> None:
        await ack()
        await self._ears.reception.press(self._met(body), repeated=_repeated(req))

    async def submission(
        self, ack: AsyncAck, body: Mapping[str, object], req: AsyncBoltRequest
    ) -> None:
        view = body.get("view")
        raw = view if isinstance(view, dict) else {}
        await ack(await self._ears.submissions.take(self._met(body), raw, repeated=_repeated(req)))

    async def point(self, ack: AsyncAck, body: Mapping[str, object], req: AsyncBoltRequest) -> None:
        await ack()
        await self._ears.reception.point(self._met(body), repeated=_repeated(req))

    async def suggest(self, ack: AsyncAck, body: Mapping[str, object]) -> None:
        await ack(options=await self._ears.suggestions.options(self._met(body)))

    async def home(self, body: Mapping[str, object]) -> None:
        told = decoded(body, Notification)
        team_id = self._ears.actors.team_told(told)
        self._ears.lifecycle.met(team_id, told)
        await self._ears.homes.opened(told, team_id)

    async def uninstalled(self, body: Mapping[str, object]) -> None:
        await self._ears.lifecycle.uninstalled(decoded(body, Notification))

    async def revoked(self, body: Mapping[str, object]) -> None:
        await self._ears.lifecycle.revoked(decoded(body, Notification))

    async def nothing(self, ack: AsyncAck) -> None:
        await ack()

    async def unheard(self) -> None:
        """An event that an older manifest asked for."""

    async def failed(self, error: Exception) -> None:
        _log.error("an event from Slack could not be handled", exc_info=error)

    def _met(self, body: Mapping[str, object]) -> Interaction:
        event = decoded(body, Interaction)
        self._ears.lifecycle.met(self._ears.actors.team_of(event), event)
        return event


def _repeated(request: AsyncBoltRequest) -> bool:
    """Whether Slack says that it sent this before."""
    return any(number not in ("", "0") for number in request.headers.get(_RETRY, []))
