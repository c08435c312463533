"""The Bolt app: everything that Slack sends, acknowledged and handed on."""

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

from bot.platforms.slack.events import Notification
from bot.platforms.slack.home import Home
from bot.platforms.slack.interaction import (
    Interaction,
    app_opened,
    button_pressed,
    command_typed,
    decoded,
    dialog_sent,
    message_pointed,
    options_wanted,
)
from bot.platforms.slack.interactions import Interactions
from bot.platforms.slack.log_redaction import sdk_logger
from bot.platforms.slack.manifest import CHANNEL_EVENTS
from bot.platforms.slack.submissions import Submissions
from bot.platforms.slack.tenancy.lifecycle import Lifecycle
from bot.platforms.slack.tenancy.workspaces import Workspaces
from bot.quiz.error_trace import trace

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
class Handlers:
    """What everything that Slack sends goes to.

    Each method acknowledges first and then works; only a sent dialog and a completion need their
    answer for it.
    """

    workspaces: Workspaces
    lifecycle: Lifecycle
    interactions: Interactions
    submissions: Submissions
    home: Home

    async def command(
        self, ack: AsyncAck, body: Mapping[str, object], req: AsyncBoltRequest
    ) -> None:
        """A slash command."""
        await ack()
        typed = command_typed(body, self.workspaces.only, repeated=_repeated(req))
        self._met(typed)
        await self.interactions.command(typed)

    async def press(self, ack: AsyncAck, body: Mapping[str, object], req: AsyncBoltRequest) -> None:
        """A button."""
        await ack()
        pressed = button_pressed(body, self.workspaces.only, repeated=_repeated(req))
        self._met(pressed)
        await self.interactions.press(pressed)

    async def submission(
        self, ack: AsyncAck, body: Mapping[str, object], req: AsyncBoltRequest
    ) -> None:
        """A sent dialog."""
        sent = dialog_sent(body, self.workspaces.only, repeated=_repeated(req))
        self._met(sent.at)
        await ack(await self.submissions.take(sent))

    async def point(self, ack: AsyncAck, body: Mapping[str, object], req: AsyncBoltRequest) -> None:
        """A message shortcut."""
        await ack()
        pointed = message_pointed(body, self.workspaces.only, repeated=_repeated(req))
        self._met(pointed.at)
        await self.interactions.point(pointed)

    async def options(self, ack: AsyncAck, body: Mapping[str, object]) -> None:
        """A field that completes what is typed."""
        wanted = options_wanted(body, self.workspaces.only)
        self._met(wanted.at)
        await ack(options=await self.interactions.options(wanted))

    async def opened(self, body: Mapping[str, object]) -> None:
        """Somebody opened the app; only its Home tab is ours to fill."""
        told = decoded(body, Notification)
        visitor = app_opened(told, self.workspaces.only)
        self._met(visitor)
        if told.event.tab == "home":
            await self.home.show(visitor)

    async def uninstalled(self, body: Mapping[str, object]) -> None:
        """The app was removed."""
        await self.lifecycle.uninstalled(decoded(body, Notification))

    async def revoked(self, body: Mapping[str, object]) -> None:
        """Tokens were revoked."""
        await self.lifecycle.revoked(decoded(body, Notification))

    async def channel_changed(self, body: Mapping[str, object]) -> None:
        """Something changed about a channel."""
        await self.lifecycle.channel_changed(decoded(body, Notification))

    async def nothing(self, ack: AsyncAck) -> None:
        """A dialog that was closed."""
        await ack()

    async def unheard(self) -> None:
        """An event that an older manifest asked for."""

    async def failed(self, error: Exception) -> None:
        """Something of ours went wrong; the log says what."""
        _log.error("an event from Slack could not be handled: %s", trace(error))

    def _met(self, at: Interaction) -> None:
        # Only under an organisation's install may a workspace be met without having come itself.
        if at.org_id:
            self.lifecycle.met(at.team_id, at.org_id, at.team_name)


def bolt_app(
    client: AsyncWebClient, signing_secret: str, flow: AsyncOAuthFlow | None, handlers: Handlers
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
    app.command(_ANY)(handlers.command)
    app.action(_ANY)(handlers.press)
    app.view_submission(_ANY)(handlers.submission)
    app.view_closed(_ANY)(handlers.nothing)
    app.shortcut(_ANY)(handlers.point)
    app.options(_ANY)(handlers.options)
    app.event("app_home_opened")(handlers.opened)
    app.event("app_uninstalled")(handlers.uninstalled)
    app.event("tokens_revoked")(handlers.revoked)
    for each in CHANNEL_EVENTS:
        app.event(each)(handlers.channel_changed)
    app.event(_ANY)(handlers.unheard)
    app.error(handlers.failed)
    return app


def _repeated(request: AsyncBoltRequest) -> bool:
    """Whether Slack says that it sent this before."""
    return any(number not in ("", "0") for number in request.headers.get(_RETRY, []))
