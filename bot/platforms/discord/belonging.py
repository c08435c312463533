"""Belonging: who and what is of a server, or of a team of one."""

import asyncio
import time
from collections.abc import Callable

import discord

from bot.model.event import Actor
from bot.model.rights import NO_RIGHTS, Rights
from bot.platforms.discord import refusal
from bot.platforms.discord.intake import alone, in_discord, member_rights
from bot.platforms.inquiries import WITHIN, Inquiries
from bot.quiz.ports.chat import Revoked

_UNKNOWN = (refusal.UNKNOWN_MEMBER, refusal.UNKNOWN_USER)
_NOWHERE = 0
"""In place of the owner of a channel in which nothing can be posted."""


class Belonging:
    """Tells the rights of members and the home of channels.

    Every interaction says them of whoever acts; of others, and of whoever acts elsewhere, Discord
    is asked. A team of one has the id of its person: they manage it, and nobody else belongs to it.
    Of a server that removed the bot nothing can be known: that is `Revoked`, and no answer.
    """

    def __init__(
        self, client: Callable[[], discord.Client], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._client = client
        self._members: Inquiries[tuple[int, int], Rights] = Inquiries(self._asked, now)

    async def rights(self, team: int, person: int) -> Rights:
        """What a person may do in a server or team of one."""
        if team == person:
            return alone(private=True)
        return await self._members.of((team, person))

    async def has_channel(self, team: int, channel: int) -> bool:
        """Whether a channel is of a server, or is the conversation with a team of one."""
        known = self._client().get_channel(channel)
        return team == (_home(known) or await self._home_of(channel))

    def heard(self, actor: Actor) -> None:
        """An interaction told the rights of whoever acted."""
        team, person = in_discord(actor.team_id), actor.member_id
        if actor.rights is not None and team != person:
            self._members.heard((int(team), int(person)), actor.rights)

    def changed(self, guild: int) -> None:
        """Roles of a server, or its owner, were changed; what they gave is asked for anew."""
        self._members.forget(lambda key: key[0] == guild)

    async def close(self) -> None:
        """Ask no more."""
        await self._members.close()

    async def _asked(self, key: tuple[int, int]) -> Rights:
        team, person = key
        client = self._client()
        with refusal.explained():
            try:
                guild = client.get_guild(team) or await client.fetch_guild(team, with_counts=False)
                member = await guild.fetch_member(person)
            except discord.NotFound as error:
                if error.code in _UNKNOWN or await self._is_a_person(team):
                    return NO_RIGHTS
                raise
            except discord.Forbidden as error:
                if error.code == refusal.NO_ACCESS:
                    raise Revoked("the bot is no longer in the server") from None
                raise
        return member_rights(member.guild_permissions, member.roles)

    async def _is_a_person(self, team: int) -> bool:
        try:
            await self._client().fetch_user(team)
        except discord.NotFound:
            return False
        return True

    async def _home_of(self, channel: int) -> int:
        client = self._client()
        with refusal.explained():
            try:
                # The library tries a server that fails for half a minute; nobody waits so long.
                async with asyncio.timeout(WITHIN):
                    return _home(await client.fetch_channel(channel))
            except (discord.NotFound, discord.Forbidden, discord.InvalidData):
                return _NOWHERE


def _home(place: object) -> int:
    """The server of a channel, or the person of a conversation."""
    if isinstance(place, discord.DMChannel):
        return place.recipient.id if place.recipient else _NOWHERE
    if isinstance(place, discord.CategoryChannel):
        return _NOWHERE
    if isinstance(place, discord.abc.GuildChannel | discord.Thread):
        return place.guild.id
    return _NOWHERE
