"""Notices: words to one person in private, delivered as dependably as a post."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import compress

from bot.model.delivery import Delivery
from bot.model.event import Actor
from bot.model.message import Button, Reply, Say, Visibility
from bot.model.team import Member
from bot.quiz.actions import Place
from bot.quiz.messages import quizmasters, unread
from bot.quiz.ports import Clock, Store
from bot.quiz.rules import deliveries
from bot.quiz.rules.identity import named, told_key
from bot.quiz.services.access import Access

_TOLD_AT_MOST = 50
"""People who get one word: more would be a mailing."""
_UNREAD_AT_ONCE = 3
"""Words that could not be brought, below one reply; the rest come with the next ones."""
_NOTHING_UNREAD_FOR = timedelta(minutes=10)
"""For so long it is believed of somebody that nothing waits for them, which another process may
have left there.
"""
_KNOWN = 10_000
"""People of whom it is remembered that nothing waits for them."""


class Notices:
    """Owes people a word, and wakes whoever delivers it."""

    def __init__(
        self, store: Store, clock: Clock, access: Access, wake: Callable[[], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._access = access
        self.waiting: set[tuple[str, str]] = set()
        """Team and member of those to whom this process could not bring a word."""
        self._read_until: dict[tuple[str, str], datetime] = {}
        """Who had nothing unread lately, so that meeting them again costs no read."""
        self.wake = wake
        """Wakes whoever delivers them."""

    async def tell(
        self,
        team_id: str,
        channel_id: str,
        member_id: str,
        words: str,
        *,
        key: str,
        buttons: tuple[Button, ...] = (),
        round_id: str = "",
    ) -> None:
        """Owe a word to one member about a channel; the same key again owes nothing more."""
        await self._store.owe(
            deliveries.notice(
                team_id,
                channel_id,
                member_id,
                words,
                key=key,
                now=self._clock.now(),
                round_id=round_id,
                buttons=buttons,
            )
        )
        self.wake()

    async def tell_quizmasters(
        self,
        team_id: str,
        channel_id: str,
        words: str,
        *,
        key: str,
        buttons: tuple[Button, ...] = (),
    ) -> bool:
        """Owe a word to everybody who may decide and wants to be told; False if nobody does.

        The same key again owes nothing more to whoever was told, whoever else is told by then.
        """
        told = await self.listeners(team_id)
        for member in told:
            own = told_key(key, member.id)
            await self.tell(team_id, channel_id, member.id, words, key=own, buttons=buttons)
        return bool(told)

    async def written(
        self,
        team_id: str,
        channel_id: str,
        words: str,
        *,
        key: str,
        buttons: tuple[Button, ...] = (),
    ) -> tuple[Delivery, ...]:
        """The same word to the same people, to be owed together with what it tells of."""
        now = self._clock.now()
        return tuple(
            deliveries.notice(
                team_id,
                channel_id,
                member.id,
                words,
                key=told_key(key, member.id),
                now=now,
                buttons=buttons,
            )
            for member in await self.listeners(team_id)
        )

    async def with_unread(self, actor: Actor, reply: Reply) -> Reply:
        """A reply to one person, with the words below it that could not be brought to them."""
        if not isinstance(reply, Say) or reply.visibility is not Visibility.ONLY_YOU:
            return reply
        who, now = (actor.team_id, actor.member_id), self._clock.now()
        if now < self._read_until.get(who, now):
            return reply
        found = await self._store.unread(*who, _UNREAD_AT_ONCE)
        if not found:
            self.waiting.discard(who)
            if len(self._read_until) >= _KNOWN:
                self._read_until.clear()
            self._read_until[who] = now + _NOTHING_UNREAD_FOR
            return reply
        return replace(reply, message=unread.below(reply.message, found))

    def left_unread(self, team_id: str, member_id: str) -> None:
        """Somebody has a word to read when they come along."""
        who = (team_id, member_id)
        self._read_until.pop(who, None)
        if len(self.waiting) >= _KNOWN:
            self.waiting.clear()
        self.waiting.add(who)

    async def offer(self, actor: Actor) -> None:
        """Ask somebody who manages a team and speaks to the bot whether to tell them, where a quiz
        runs and nobody is told: so that somebody can always be reached.
        """
        if actor.rights is None or not (actor.rights.manages and actor.rights.belongs):
            return
        schedules = await self._store.schedules(actor.team_id, actor.channel_id)
        if not schedules or (await self._store.quizmasters(actor.team_id)).told:
            return
        known = await self._store.member(actor.team_id, actor.member_id)
        if known is not None and known.told is not None:
            return
        name = schedules[0].channel_name
        place = Place.of(actor.team_id, actor.channel_id)
        words, buttons = quizmasters.offered(place, f"#{name}" if name else "this channel")
        await self.tell(
            actor.team_id,
            actor.channel_id,
            actor.member_id,
            words,
            key=f"offer-{named(actor.member_id)}",
            buttons=buttons,
        )

    async def may_hear(self, team_id: str, member_id: str) -> bool:
        """Whether somebody may still read what waits for quizmasters."""
        named = await self._store.quizmasters(team_id)
        return await self._access.still_decides(team_id, member_id, named)

    async def listeners(self, team_id: str) -> tuple[Member, ...]:
        """Those who want to be told and may still decide; who may not any more is told no more."""
        those = await self._store.quizmasters(team_id)
        told = those.told[:_TOLD_AT_MOST]
        deciding = await asyncio.gather(
            *(self._access.still_decides(team_id, member.id, those) for member in told)
        )
        for member, decides in zip(told, deciding, strict=True):
            if not decides:
                await self._store.retire(team_id, member.id)
        return tuple(compress(told, deciding))
