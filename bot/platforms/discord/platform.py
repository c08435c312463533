"""Discord as a platform: a connection that is watched, and what goes through it."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import discord

from bot.model.event import Actor
from bot.model.team import Team, is_alone
from bot.platforms.discord.chat import DiscordChat
from bot.platforms.discord.client import Gateway
from bot.platforms.discord.draft import Drafts
from bot.platforms.discord.exchange import Exchange
from bot.platforms.discord.intake import actor_of, team_id
from bot.platforms.discord.pace import Pace
from bot.platforms.discord.registration import register
from bot.platforms.discord.settings import Settings
from bot.platforms.platform import Misconfigured, Surroundings

log = logging.getLogger(__name__)

_HOPELESS = {
    4004: "Discord does not accept DISCORD_TOKEN any more. Make a new one under Bot at "
    "https://discord.com/developers/applications and set it.",
    4010: "QUIZSHEET_DISCORD_SHARDS names a shard that Discord does not know. Set a range such "
    "as 0-3/16, or `auto`.",
    4011: "The bot is in so many servers that Discord asks for more shards. Set "
    "QUIZSHEET_DISCORD_SHARDS to `auto`, or raise the number of shards.",
    4012: "Discord no longer speaks this version of its gateway. Install a newer quizsheet.",
    4013: "Discord does not know an intent that the bot asks for. Install a newer quizsheet.",
    4014: "Discord does not grant an intent that the bot asks for. Install a newer quizsheet.",
}
"""Close codes after which connecting again cannot help, and what to do."""
_LAST_WORDS = 5.0
"""Seconds for what is under way when the connection ends."""


class ConnectionLost(Exception):
    """The connection ended and was not resumed; a new one may work."""


@dataclass(frozen=True, slots=True)
class Times:
    """How long things may take, in seconds."""

    patience: float = 1.5
    """Before an interaction is acknowledged without its answer; Discord gives 3 s in all."""
    first: float = 60.0
    """For the first shard to be welcomed."""
    identify: float = 5.0
    """Between two shards; Discord's rule."""


@dataclass(slots=True)
class DiscordPlatform:
    """The adapter. A connection that is lost for good is left to the supervisor."""

    settings: Settings
    surroundings: Surroundings
    times: Times = field(default_factory=Times)
    chat: DiscordChat = field(default_factory=DiscordChat)
    _drafts: Drafts = field(default_factory=Drafts)

    async def run(self, ready: Callable[[], None]) -> None:
        """Connect, call `ready`, and stay connected; see `Platform`."""
        gateway = Gateway(
            self.settings,
            Pace(self.settings.rate),
            self._interaction,
            self._arrival,
            self._removal,
            self.chat.belonging.changed,
            self._place,
            identify_pause=self.times.identify,
        )
        try:
            await self._log_in(gateway)
            self.chat.client = gateway
            await self._stay(gateway, ready)
        finally:
            self.chat.client = None
            await gateway.finish()

    async def _log_in(self, gateway: Gateway) -> None:
        try:
            await gateway.login(self.settings.token)
        except discord.LoginFailure:
            raise Misconfigured(
                "Discord does not accept DISCORD_TOKEN. Copy the token under Bot at "
                "https://discord.com/developers/applications and set it."
            ) from None
        limits = await gateway.fetch_session_start_limits()
        if limits.remaining < len(self.settings.shards.ids if self.settings.shards else (0,)):
            # A thousand starts a day; after one more, Discord would take the token away.
            pause = limits.reset_after / 1000
            log.error("Discord allows no more connections today; waiting %.0f s", pause)
            await asyncio.sleep(pause)

    async def _stay(self, gateway: Gateway, ready: Callable[[], None]) -> None:
        """Hold the connection, and give up on one that never comes about.

        The library retries a first connection without end, and some of its failures there are
        errors of its own (AttributeError); both end here as a lost connection.
        """
        connection = asyncio.create_task(gateway.connect())
        welcome = asyncio.create_task(gateway.connected.wait())
        under_way: set[asyncio.Task[Any]] = {connection, welcome}
        try:
            shards = len(self.settings.shards.ids) if self.settings.shards else 1
            limit = self.times.first + shards * 2 * self.times.identify
            await asyncio.wait(under_way, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
            if connection.done():
                await _outcome(connection)
            if not welcome.done():
                raise ConnectionLost("Discord's gateway did not answer in time")
            ready()
            table = register(gateway, self.surroundings.responder, self.surroundings.store)
            under_way.add(asyncio.create_task(table))
            await _outcome(connection)
        finally:
            connection.cancel()
            welcome.cancel()
            # What is being written to the store is not cut off.
            await asyncio.wait(under_way, timeout=_LAST_WORDS)

    async def _interaction(self, interaction: discord.Interaction[Any]) -> None:
        largest = self.surroundings.limits.largest_file
        responder = self.surroundings.responder
        actor = actor_of(interaction)
        self.chat.belonging.heard(actor)
        await Exchange(interaction, responder, self._drafts, self.times.patience, largest).run()
        if is_alone(actor.team_id, actor.member_id):
            await self._met_alone(actor)

    async def _met_alone(self, actor: Actor) -> None:
        """Somebody in private lets the bot in by speaking to it: nothing else ever tells of it."""
        known = await self.surroundings.store.team(actor.team_id)
        if known is not None and known.paused:
            await self.surroundings.responder.arrived(Team(actor.team_id, known.name))

    async def _arrival(self, team: Team, joined: bool) -> None:
        """A server is there; one that sent the bot away has invited it again, perhaps while nobody
        was connected.
        """
        known = await self.surroundings.store.team(team.id)
        again = known is not None and bool(known.paused)
        if joined or known is None or again:
            await self.surroundings.responder.arrived(team, added=joined or again)

    async def _place(self, guild_id: int, channel_id: str, name: str) -> None:
        """Something changed about a channel of a server, or about any."""
        await self.surroundings.responder.channel_changed(team_id(guild_id), channel_id, name)

    async def _removal(self, team: str) -> None:
        await self.surroundings.responder.left(team, "The bot was removed from the server.")


async def _outcome(connection: asyncio.Task[None]) -> None:
    """Wait for the end of a connection and say what it means."""
    try:
        await connection
    except discord.PrivilegedIntentsRequired:
        raise Misconfigured(_HOPELESS[4014]) from None
    except discord.ConnectionClosed as closed:
        if closed.code in _HOPELESS:
            raise Misconfigured(_HOPELESS[closed.code]) from None
        raise ConnectionLost(f"Discord closed the connection with code {closed.code}") from closed
    except AttributeError as error:
        raise ConnectionLost("the first connection to Discord's gateway failed") from error
    raise ConnectionLost("Discord closed the connection")
