"""Speaking on Discord: posts, threads, edits and private messages."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias, TypeVar

import discord

from bot.model.message import Message
from bot.model.obstacle import Obstacle
from bot.model.rights import Rights
from bot.model.round import MessageRef
from bot.platforms.discord import refusal
from bot.platforms.discord.belonging import Belonging
from bot.platforms.discord.blocks import summary_of
from bot.platforms.discord.embed import Rendered, render
from bot.platforms.discord.intake import PLATFORM, in_discord
from bot.platforms.discord.obstacle import absent_in
from bot.platforms.discord.obstacle import obstacle as obstacle_in
from bot.platforms.discord.permission import (
    ATTACH,
    EMBED,
    HISTORY,
    SEND,
    SEND_IN_THREADS,
    VIEW,
    Permission,
)
from bot.quiz.ports.chat import Gone, Refused, Revoked, Unreachable

log = logging.getLogger(__name__)

Place: TypeAlias = discord.TextChannel | discord.Thread | discord.DMChannel | discord.ForumChannel
T = TypeVar("T")

_NO_PINGS = discord.AllowedMentions.none()
_TITLE = 100


class DiscordChat:
    """The port `Chat` on Discord. It speaks through the connection that is open at the time.

    A delivery's key is the message's nonce, which Discord enforces: posting again within a few
    minutes returns the first message. A forum has no nonce for its posts; there a post of ours
    with the same title and buttons is looked for first.
    """

    def __init__(self) -> None:
        self.client: discord.Client | None = None
        self.belonging = Belonging(self._client)

    @property
    def platform(self) -> str:
        """`discord`."""
        return PLATFORM

    @property
    def managers(self) -> str:
        """Who manages a team."""
        return "those who may manage the server"

    async def post(
        self, team_id: str, channel_id: str, message: Message, *, key: str
    ) -> MessageRef:
        """Post in a channel, a thread, or as a new post of a forum."""
        with refusal.explained():
            place = await self._place(channel_id)
            shown = render(message)
            if isinstance(place, discord.ForumChannel):
                return await self._post_in_forum(team_id, place, message, shown)
            sent = await self._explained(
                lambda: self._send(place, shown, key),
                team_id,
                place,
                *(VIEW, _sending(place), EMBED, *((ATTACH,) if shown.pictures else ())),
            )
            return MessageRef(team_id, channel_id, str(sent.id))

    async def reply(self, ref: MessageRef, message: Message, *, key: str) -> MessageRef:
        """Post in the thread under a message; where there can be none, as a reply to it."""
        with refusal.explained():
            shown = render(message)
            thread = await self._thread(ref, message)
            if thread is not None:
                try:
                    return await self._reply_in(thread, ref, shown, key)
                except discord.NotFound:
                    # Somebody deleted the thread; the post may still be there.
                    if ref.channel_id == str(thread.id):
                        raise
            return await self._reply_to(ref, shown, key)

    async def _reply_in(
        self, thread: Any, ref: MessageRef, shown: Rendered, key: str
    ) -> MessageRef:
        sent = await self._explained(
            lambda: self._send(thread, shown, key),
            ref.team_id,
            thread,
            VIEW,
            SEND_IN_THREADS,
            EMBED,
        )
        place = str(thread.id)
        return MessageRef(ref.team_id, place, str(sent.id), thread_id=place)

    async def _reply_to(self, ref: MessageRef, shown: Rendered, key: str) -> MessageRef:
        home = await self._place(ref.channel_id)
        above = discord.MessageReference(
            message_id=_number(ref.message_id), channel_id=home.id, fail_if_not_exists=False
        )
        sent = await self._explained(
            lambda: self._send(home, shown, key, above),
            ref.team_id,
            home,
            *(VIEW, _sending(home), EMBED, HISTORY),
        )
        return MessageRef(ref.team_id, ref.channel_id, str(sent.id))

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Replace a message of ours, opening its thread again if it was put away."""
        with refusal.explained():
            place = self._client().get_partial_messageable(_number(ref.channel_id))
            old = place.get_partial_message(_number(ref.message_id))

            async def replace() -> None:
                shown = render(message)
                await old.edit(
                    content=None,
                    embeds=shown.embeds,
                    view=shown.view(),
                    attachments=shown.files(),
                    allowed_mentions=_NO_PINGS,
                )

            try:
                await self._explained(replace, ref.team_id, place, VIEW, EMBED)
            except discord.HTTPException as error:
                thread = await self._place(ref.channel_id)
                if error.code != refusal.ARCHIVED or not isinstance(thread, discord.Thread):
                    raise
                await thread.edit(archived=False)
                await replace()

    async def tell(self, team_id: str, member_id: str, message: Message, *, key: str) -> None:
        """Send to one person in private."""
        with refusal.explained():
            direct = await self._client().create_dm(discord.Object(_number(member_id)))
            await self._send(direct, render(message), key)

    async def rights(
        self, team_id: str, member_id: str, groups: frozenset[str] = frozenset()
    ) -> Rights:
        """What somebody may do in a server; Discord tells all their roles."""
        return await self.belonging.rights(_number(in_discord(team_id)), _number(member_id))

    async def has_channel(self, team_id: str, channel_id: str) -> bool:
        """Whether a channel is the server's, or the conversation of a team of one."""
        if not channel_id.isdigit():
            return False
        return await self.belonging.has_channel(_number(in_discord(team_id)), int(channel_id))

    async def obstacle(self, team_id: str, channel_id: str) -> Obstacle | None:
        """What stands in the way in a channel: its kind, a lock, or permissions that are missing."""
        with refusal.explained():
            place = await self._place(channel_id)
            if isinstance(place, discord.PartialMessageable):
                # Discord does not show it to us: a channel of ours, or a server that is lost.
                if not await self._in_server(team_id):
                    raise Revoked("the bot is no longer in the server")
                return refusal.lacking((VIEW,), "that channel").obstacle
            return obstacle_in(place)

    def _client(self) -> discord.Client:
        if self.client is None:
            raise Unreachable("the bot is not connected to Discord at the moment")
        return self.client

    async def _place(self, channel_id: str) -> Any:
        """The channel, from what the gateway told or by asking."""
        client, number = self._client(), _number(channel_id)
        known = client.get_channel(number)
        if known is not None:
            return known
        try:
            return await client.fetch_channel(number)
        except discord.Forbidden:
            # Not to see a channel is explained where something is to be posted in it.
            return client.get_partial_messageable(number)

    async def _send(
        self,
        place: Any,
        shown: Rendered,
        key: str,
        above: discord.MessageReference | None = None,
    ) -> discord.Message:
        sent: discord.Message = await place.send(
            embeds=shown.embeds,
            view=shown.view(),
            files=shown.files(),
            nonce=key,
            reference=above,
            allowed_mentions=_NO_PINGS,
        )
        return sent

    async def _explained(
        self,
        send: Callable[[], Awaitable[T]],
        team_id: str,
        place: Any,
        *wanted: Permission,
    ) -> T:
        """Send; a refusal names the permission that is missing, or that the server is lost."""
        try:
            return await send()
        except discord.Forbidden as error:
            if error.code not in (refusal.NO_ACCESS, refusal.NO_PERMISSION):
                raise
            if isinstance(place, discord.DMChannel):
                # A person who shut the conversation is no team that removed the bot.
                raise Refused(
                    "I can't write to you here.", "Allow messages from me, then press Resume."
                ) from None
            if error.code == refusal.NO_ACCESS and not await self._in_server(team_id):
                raise Revoked("the bot is no longer in the server") from None
            known = self._client().get_channel(place.id)
            absent = absent_in(known, wanted)
            if error.code == refusal.NO_ACCESS and not absent:
                absent = (VIEW,)
            name = getattr(known, "name", "")
            raise refusal.lacking(absent, f"#{name}" if name else "this channel") from None

    async def _in_server(self, team_id: str) -> bool:
        try:
            await self._client().fetch_guild(_number(in_discord(team_id)), with_counts=False)
        except (discord.NotFound, discord.Forbidden):
            return False
        return True

    async def _thread(self, ref: MessageRef, message: Message) -> Any:
        """The thread under a post, begun if need be; None where there can be none."""
        if ref.thread_id:
            return self._client().get_partial_messageable(_number(ref.thread_id))
        home = await self._place(ref.channel_id)
        if not isinstance(home, discord.TextChannel):
            return None
        post = home.get_partial_message(_number(ref.message_id))
        try:
            return await post.create_thread(name=summary_of(message.summary, _TITLE))
        except discord.HTTPException as error:
            if error.code == refusal.THREAD_EXISTS:
                return self._client().get_partial_messageable(post.id)
            if error.code in (refusal.NO_PERMISSION, *refusal.TOO_MANY_THREADS):
                log.info("No thread could be begun: Discord's code %s", error.code)
                return None
            raise

    async def _post_in_forum(
        self, team_id: str, forum: discord.ForumChannel, message: Message, shown: Rendered
    ) -> MessageRef:
        title = summary_of(message.summary, _TITLE)
        found = await self._same_in_forum(forum, title, shown)
        if found is None:
            tags = [tag for tag in forum.available_tags if not tag.moderated]
            required = forum.flags.require_tag
            made = await self._explained(
                lambda: forum.create_thread(
                    name=title,
                    embeds=shown.embeds,
                    view=shown.view(),
                    files=shown.files(),
                    applied_tags=tags[:1] if required else [],
                    allowed_mentions=_NO_PINGS,
                ),
                team_id,
                forum,
                *(VIEW, SEND, EMBED),
            )
            found = made.thread.id
        # The first message of a forum post stands in the thread, and both have one id.
        return MessageRef(team_id, str(found), str(found), thread_id=str(found))

    async def _same_in_forum(
        self, forum: discord.ForumChannel, title: str, shown: Rendered
    ) -> int | None:
        own = self._client().application_id
        for thread in await forum.guild.active_threads():
            if thread.parent_id != forum.id or thread.owner_id != own or thread.name != title:
                continue
            try:
                first = await thread.fetch_message(thread.id)
            except discord.HTTPException:
                continue
            buttons = [item for row in first.components for item in getattr(row, "children", ())]
            if {button.custom_id for button in buttons} == shown.actions():
                return thread.id
        return None


def _sending(place: Any) -> Permission:
    return SEND_IN_THREADS if isinstance(place, discord.Thread) else SEND


def _number(discord_id: str) -> int:
    if not discord_id.isdigit():
        raise Gone("there is no such place or person on Discord")
    return int(discord_id)
