"""The Slack room: everything built from its settings, run, and closed in reverse."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.model.team import Team
from bot.platforms.platform import Misconfigured, Responder, Surroundings
from bot.platforms.slack.background import BackgroundTasks
from bot.platforms.slack.bolt_app import Handlers, bolt_app
from bot.platforms.slack.chat import SlackChat
from bot.platforms.slack.errors import REVOKED
from bot.platforms.slack.groups import Groups
from bot.platforms.slack.home import Home
from bot.platforms.slack.interaction import team_id_of
from bot.platforms.slack.interactions import Interactions
from bot.platforms.slack.people import People
from bot.platforms.slack.pictures import Pictures
from bot.platforms.slack.rate_limit import RateLimit
from bot.platforms.slack.replies import Replies
from bot.platforms.slack.server import Server
from bot.platforms.slack.settings import APP_TOKEN, BOT_TOKEN, Settings, read_token
from bot.platforms.slack.sockets import Lost, Sockets
from bot.platforms.slack.submissions import Submissions
from bot.platforms.slack.tenancy.installations import ManyWorkspaces
from bot.platforms.slack.tenancy.lifecycle import Lifecycle
from bot.platforms.slack.tenancy.oauth import Installs, States, oauth_flow
from bot.platforms.slack.tenancy.token_encryption import TokenEncryption
from bot.platforms.slack.tenancy.token_watch import TokenWatch
from bot.platforms.slack.tenancy.workspaces import OneWorkspace
from bot.platforms.slack.web_api import WebApi, open_session, web_client
from bot.quiz.ports import Chat

_log = logging.getLogger(__name__)
_CLOSING = 10.0


class SlackPlatform:
    """Slack, open and ready to run."""

    def __init__(
        self,
        settings: Settings,
        chat: SlackChat,
        client: AsyncWebClient,
        app: AsyncApp,
        responder: Responder,
        one: OneWorkspace | None,
        watch: TokenWatch | None,
    ) -> None:
        self._settings = settings
        self._chat = chat
        self._client = client
        self._responder = responder
        self._one = one
        self.watch = watch
        self._was_ready = False
        self.server = (
            Server(
                app,
                settings.host,
                settings.port,
                settings.signing_secret,
                events=not settings.socket,
            )
            if settings.serves
            else None
        )
        self._sockets = (
            Sockets(app, client, self._app_token, settings.connections) if settings.socket else None
        )

    @property
    def chat(self) -> Chat:
        """How the game speaks on Slack."""
        return self._chat

    async def run(self, ready: Callable[[], None]) -> None:
        """Meet the workspace, connect, and stay connected."""
        if self._one is not None:
            await self._meet(self._one)
        parts = [part for part in (self.server, self._sockets) if part is not None]
        events = [asyncio.Event() for _ in parts]
        running = [
            asyncio.create_task(part.run(event)) for part, event in zip(parts, events, strict=True)
        ]
        if self._one is not None and self.watch is not None:
            running.append(asyncio.create_task(self._rejoin(self._one, self.watch)))
        telling = asyncio.create_task(self._tell(events, ready))
        try:
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in (*running, telling):
                task.cancel()
            await asyncio.gather(*running, telling, return_exceptions=True)

    async def _tell(self, events: list[asyncio.Event], ready: Callable[[], None]) -> None:
        for event in events:
            await event.wait()
        self._was_ready = True
        ready()

    async def _rejoin(self, one: OneWorkspace, watch: TokenWatch) -> None:
        """Let the workspace in again whenever its token is good again."""
        while True:
            await watch.regained()
            await self._meet(one)

    def _app_token(self) -> str:
        """The app-level token that is set at the time."""
        path = self._settings.app_token_file
        return read_token(APP_TOKEN, path) if path else self._settings.app_token

    async def _meet(self, one: OneWorkspace) -> None:
        """Learn whose token it is; the first start fails with a token that Slack refuses."""
        try:
            answer = await self._client.auth_test(token=one.look())
        except SlackApiError as error:
            word = str(error.response.get("error")) if hasattr(error.response, "get") else ""
            if word not in REVOKED:
                raise Lost(f"Slack does not say whose token it is ({word}).") from None
            if self._was_ready and one.only:
                await self._responder.left(one.only, REVOKED[word])
                raise Lost(f"{REVOKED[word]} Install the app again and set {BOT_TOKEN}.") from None
            raise Misconfigured(
                f"Slack does not take {BOT_TOKEN} ({word}). Copy the bot token from “OAuth & "
                "Permissions” of your app; if the app was removed, install it again first."
            ) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Lost(f"Slack cannot be reached ({type(error).__name__}).") from error
        org = bool(answer.get("is_enterprise_install"))
        team_id = team_id_of(str(answer["team_id"]))
        one.met(team_id, str(answer.get("user") or "quizsheet"), org=org)
        if not org:
            await self._responder.arrived(Team(team_id, str(answer.get("team") or "")))


def _in_file(settings: Settings) -> Callable[[], str] | None:
    """How to read the bot token again, where it stands in a file."""
    path = settings.bot_token_file
    return (lambda: read_token(BOT_TOKEN, path)) if path else None


@asynccontextmanager
async def open_slack(
    settings: Settings, surroundings: Surroundings
) -> AsyncIterator[SlackPlatform]:
    """Build the room; leaving lets what is under way finish and closes every connection."""
    responder, store, clock = surroundings.responder, surroundings.store, surroundings.clock
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(open_session())
        client = web_client(session, settings.api, None)
        background = BackgroundTasks()
        one: OneWorkspace | None = None
        many: ManyWorkspaces | None = None
        if settings.install is None:
            one = OneWorkspace(settings.bot_token, _in_file(settings))
        else:
            encryption = TokenEncryption(settings.install.token_keys)
            many = ManyWorkspaces(store, encryption, settings.install, client)
            stack.push_async_callback(many.close)
        workspaces = many or one
        assert workspaces is not None  # noqa: S101 - one of the two was made above
        watch = TokenWatch(one, client) if one is not None else None
        lifecycle = Lifecycle(responder, background, many, watch)
        limit = RateLimit(settings.posts_per_minute)
        api = WebApi(workspaces, session, settings.api, limit, lifecycle.lost)
        pictures, people, groups = Pictures(api), People(api), Groups(api)
        chat = SlackChat(api, pictures, people, groups)
        replies = Replies(api, chat, pictures, store, clock)
        home = Home(responder, people, replies)
        interactions = Interactions(responder, store, clock, people, replies, home)
        submissions = Submissions(responder, api, people, replies, home, background)
        flow = None
        if settings.install is not None:
            states = States(settings.install.client_secret, store, clock)
            flow = oauth_flow(settings.install, client, states, Installs(lifecycle))
        handlers = Handlers(workspaces, lifecycle, interactions, submissions, home)
        app = bolt_app(client, settings.signing_secret, flow, handlers)
        stack.push_async_callback(people.close)
        stack.push_async_callback(groups.close)
        stack.push_async_callback(background.close, _CLOSING)
        stack.push_async_callback(submissions.close, _CLOSING)
        stack.push_async_callback(interactions.close, _CLOSING)
        yield SlackPlatform(settings, chat, client, app, responder, one, watch)
