"""The game's port to Slack: post, reply, edit, tell."""

import asyncio
import logging
import re
import uuid
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.model.message import Message
from bot.model.obstacle import Obstacle
from bot.model.rights import Rights
from bot.model.round import MessageRef
from bot.platforms.slack.errors import LACKING, Rejected, told
from bot.platforms.slack.groups import Groups
from bot.platforms.slack.interaction import PLATFORM
from bot.platforms.slack.obstacle import DIRECT, refusal
from bot.platforms.slack.obstacle import obstacle as obstacle_in
from bot.platforms.slack.people import People
from bot.platforms.slack.pictures import Pictures
from bot.platforms.slack.rendering import Files, Rendered, rendered
from bot.platforms.slack.text import Json
from bot.platforms.slack.web_api import Answer, WebApi
from bot.quiz.ports.chat import ChatError, Gone, Refused

_log = logging.getLogger(__name__)
_KEYS = uuid.UUID("2f0f9f3c-6d0e-5b0a-9a3e-7c1d5f0c9a11")
"""The namespace in which a delivery's key becomes a client message id."""
_EVENT = "quizsheet_delivery"
_REMEMBERED = 5_000
_CHANNEL = re.compile(r"[CDG][A-Z0-9]+")
"""How Slack names a channel or conversation."""
_PROCESSING = (0.5, 1.0, 2.0, 4.0)
"""Seconds between tries while Slack still processes a picture."""


class SlackChat:
    """`bot.quiz.ports.Chat` for Slack.

    A post is sent once: after a lost reply it is `Unreachable`, and only the outbox sends it
    again, with the same key in metadata and client message id. What this process posted under a
    key it does not post again.
    """

    def __init__(
        self,
        api: WebApi,
        pictures: Pictures,
        people: People,
        groups: Groups,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._api = api
        self._pictures = pictures
        self._people = people
        self._groups = groups
        self._sleep = sleep
        self._posted: OrderedDict[tuple[str, str], MessageRef] = OrderedDict()
        self._direct: OrderedDict[tuple[str, str], str] = OrderedDict()

    @property
    def platform(self) -> str:
        """The word before the colon."""
        return PLATFORM

    @property
    def managers(self) -> str:
        """Who manages a team."""
        return "admins and owners of the workspace"

    async def post(
        self, team_id: str, channel_id: str, message: Message, *, key: str
    ) -> MessageRef:
        """Post in a channel, in its turn."""
        return await self._post(team_id, channel_id, message, key, {})

    async def reply(self, ref: MessageRef, message: Message, *, key: str) -> MessageRef:
        """Post in the thread under a message."""
        thread = ref.thread_id or ref.message_id
        return await self._post(ref.team_id, ref.channel_id, message, key, {"thread_ts": thread})

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Replace a message of ours."""
        call: Json = {"channel": ref.channel_id, "ts": ref.message_id}
        await self._send(ref.team_id, ref.channel_id, "chat.update", message, call)

    async def tell(self, team_id: str, member_id: str, message: Message, *, key: str) -> None:
        """Send to one person in the conversation with the bot."""
        channel_id = await self._conversation(team_id, member_id)
        await self._post(team_id, channel_id, message, key, {})

    async def rights(
        self, team_id: str, member_id: str, groups: frozenset[str] = frozenset()
    ) -> Rights:
        """What somebody may do in a workspace; the groups of who manages it are not looked up."""
        rights = await self._people.rights(team_id, member_id)
        if rights.manages or not rights.belongs or not groups:
            return rights
        return replace(rights, groups=await self._groups.of(team_id, member_id, groups))

    async def has_channel(self, team_id: str, channel_id: str) -> bool:
        """Whether a channel is the workspace's.

        With a workspace's own token no other workspace's channel can be posted to, so nothing is
        asked, and no scope for it. The token of an organisation opens the channels of all its
        workspaces: there it is only a channel in which this process met somebody of this one.
        """
        if not _CHANNEL.fullmatch(channel_id):
            return False
        if not await self._api.workspaces.shared(team_id):
            return True
        return self._people.met_in(team_id, channel_id)

    async def obstacle(self, team_id: str, channel_id: str) -> Obstacle | None:
        """What stands in the way in a channel, as `conversations.info` says; where the app may not
        ask that, nothing is known to.
        """
        if channel_id.startswith("D"):
            return DIRECT
        bot = self._api.workspaces.bot_name(team_id)
        try:
            answer = await self._api.call(
                team_id, "conversations.info", {"channel": channel_id}, repeatable=True
            )
        except Rejected as rejected:
            if rejected.error in LACKING:
                _log.info("%s: the app may not ask about channels: no %s", team_id, rejected.needed)
                return None
            return refusal(rejected, self._people.channel(team_id, channel_id), bot)
        return obstacle_in(answer, bot)

    async def _conversation(self, team_id: str, member_id: str) -> str:
        person = (team_id, member_id)
        if person not in self._direct:
            try:
                answer = await self._api.call(
                    team_id, "conversations.open", {"users": member_id}, repeatable=True
                )
            except Rejected as rejected:
                raise self._told(team_id, "", rejected) from rejected
            channel = answer.get("channel")
            self._direct[person] = str(channel["id"]) if isinstance(channel, dict) else member_id
            if len(self._direct) > _REMEMBERED:
                self._direct.popitem(last=False)
        return self._direct[person]

    async def _post(
        self, team_id: str, channel_id: str, message: Message, key: str, more: Json
    ) -> MessageRef:
        if key and (known := self._posted.get((team_id, key))):
            return known
        await self._api.rate_limit.turn(team_id, channel_id)
        call: Json = {
            "channel": channel_id,
            "unfurl_links": False,
            "unfurl_media": False,
            "link_names": False,
            "parse": "none",
            **more,
        }
        if key:
            call["metadata"] = {"event_type": _EVENT, "event_payload": {"key": key}}
            call["client_msg_id"] = str(uuid.uuid5(_KEYS, f"{team_id} {key}"))
        answer = await self._send(team_id, channel_id, "chat.postMessage", message, call)
        thread = str(more.get("thread_ts", ""))
        ref = MessageRef(team_id, channel_id, str(answer.get("ts", "")), thread)
        try:
            await self._pictures.share(team_id, channel_id, message.blocks, thread)
        except (ChatError, Rejected) as error:
            _log.warning("a file in %s was not shared: %s", team_id, error)
        if key:
            self._posted[team_id, key] = ref
            if len(self._posted) > _REMEMBERED:
                self._posted.popitem(last=False)
        return ref

    async def _send(
        self, team_id: str, channel_id: str, method: str, message: Message, call: Json
    ) -> Answer:
        """Send with its pictures, waiting while Slack processes them; without them in the end."""
        files = await self._pictures.files(team_id, message.blocks)
        pauses = list(_PROCESSING) if files.ids else []
        shown = rendered(message, files)
        while True:
            try:
                return await self._api.call(
                    team_id, method, call | _content(shown), repeatable=method == "chat.update"
                )
            except Rejected as rejected:
                if "slack_file" not in rejected.detail and "slack file" not in rejected.detail:
                    raise self._told(team_id, channel_id, rejected) from rejected
            if pauses:
                await self._sleep(pauses.pop(0))
            else:
                shown = rendered(message, Files())

    def _told(self, team_id: str, channel_id: str, rejected: Rejected) -> Exception:
        place = self._people.channel(team_id, channel_id)
        error = told(rejected, place, self._api.workspaces.bot_name(team_id))
        if isinstance(error, Refused | Gone):
            _log.info("%s %s: %s", team_id, channel_id, rejected.error)
        return error


def _content(shown: Rendered) -> Json:
    return {"blocks": shown.blocks, "text": shown.text}
