"""The connection to Discord's gateway, and what comes in through it."""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

import discord

from bot.model.team import Team
from bot.platforms.discord.intake import team_id
from bot.platforms.discord.pace import Pace
from bot.platforms.discord.quiet import place_of
from bot.platforms.discord.settings import Settings

log = logging.getLogger(__name__)

_LAST_WORDS = 5.0
"""Seconds that answers under way get when the connection is closed."""


class Gateway(discord.AutoShardedClient):
    """One connection of this process, over all its shards; a lost one is replaced by a new one.

    It needs servers and channels (the `guilds` intent) and nothing privileged.
    """

    def __init__(
        self,
        settings: Settings,
        pace: Pace,
        on_interaction: Callable[[discord.Interaction[Any]], Awaitable[None]],
        on_arrival: Callable[[Team, bool], Awaitable[None]],
        on_removal: Callable[[str], Awaitable[None]],
        on_change: Callable[[int], None],
        on_place: Callable[[int, str, str], Awaitable[None]],
        *,
        identify_pause: float,
    ) -> None:
        shards = settings.shards
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            shard_ids=list(shards.ids) if shards else None,  # type: ignore[arg-type]  # None is its default
            shard_count=shards.count if shards else None,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=30.0,
            http_trace=pace.trace(),
        )
        self._handle = on_interaction
        self._arrival = on_arrival
        self._removal = on_removal
        self._changed = on_change
        self._place = on_place
        self._identify_pause = identify_pause
        self._open: set[int] = set()
        self._under_way: set[asyncio.Task[Any]] = set()
        self.connected = asyncio.Event()
        """Set once every shard of this process has been welcomed."""

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Discord takes one IDENTIFY in five seconds."""
        if not initial:
            await asyncio.sleep(self._identify_pause)

    async def on_shard_connect(self, shard_id: int) -> None:
        """A shard was welcomed."""
        self._open.add(shard_id)
        wanted = self.shard_ids or range(self.shard_count or 1)
        if self._open.issuperset(wanted):
            self.connected.set()

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Somebody used a command, a button or a form."""
        with self._tracked():
            await self._handle(interaction)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A server added the bot."""
        with self._tracked():
            await self._arrival(Team(team_id(guild.id), guild.name), True)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server is there, as at every start; it may have come while the bot was away."""
        with self._tracked():
            await self._arrival(Team(team_id(guild.id), guild.name), False)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """A server removed the bot."""
        self._changed(guild.id)
        with self._tracked():
            await self._removal(team_id(guild.id))

    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        """A channel is there, perhaps one that the bot could not see before."""
        await self._hint(channel.guild.id, str(channel.id), channel.name)

    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """A channel has another name, or other permissions."""
        if (before.name, before.overwrites) != (after.name, after.overwrites):
            await self._hint(after.guild.id, str(after.id), after.name)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A channel is no more, or is not shown to the bot any more."""
        await self._hint(channel.guild.id, str(channel.id))

    async def on_raw_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        """A thread has another name, or was locked, opened or put away: then the library knows it no
        more, and tells of it in this way alone.
        """
        name = str(payload.data.get("name") or "")
        await self._hint(payload.guild_id, str(payload.thread_id), name)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """A thread is no more."""
        await self._hint(payload.guild_id, str(payload.thread_id))

    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """The bot itself has other roles, or a timeout; of others Discord tells nothing without an
        intent.
        """
        changed = (before.roles, before.timed_out_until) != (after.roles, after.timed_out_until)
        if self.user is not None and after.id == self.user.id and changed:
            await self._hint(after.guild.id)

    async def _hint(self, guild_id: int, channel_id: str = "", name: str = "") -> None:
        with self._tracked():
            await self._place(guild_id, channel_id, name)

    async def on_guild_update(self, before: discord.Guild, after: discord.Guild) -> None:
        """A server changed; perhaps its owner did."""
        self._changed(after.id)

    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """A role gives other permissions now."""
        self._changed(after.guild.id)
        if before.permissions != after.permissions:
            await self._hint(after.guild.id)

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        """A role is no more."""
        self._changed(role.guild.id)
        await self._hint(role.guild.id)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """An event could not be handled; its content is nobody's business in a log."""
        error = sys.exc_info()[1]
        cause = place_of(error) if error else "unknown"
        log.error("An event of Discord could not be handled (%s): %s", event_method, cause)

    async def finish(self) -> None:
        """Let what is under way come to its end, then close."""
        await self._settle()
        await self.close()
        await self._settle()

    @contextmanager
    def _tracked(self) -> Iterator[None]:
        # The library runs every event in a task of its own.
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        self._under_way.add(task)
        try:
            yield
        finally:
            self._under_way.discard(task)

    async def _settle(self) -> None:
        # Events that came last have their task, but it has not begun.
        await asyncio.sleep(0)
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=_LAST_WORDS)
