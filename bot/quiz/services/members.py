"""Members: who they are, and what they may do."""

from collections.abc import Mapping
from dataclasses import replace

from bot.model.event import Actor
from bot.model.team import Member, platform_of
from bot.quiz.errors import NotQuizmaster
from bot.quiz.ports import Chat, Store

_KNOWN = 10_000
"""Members whose names are remembered, so that meeting them again costs no read."""


class Members:
    """Knows the members of every team."""

    def __init__(self, store: Store, chats: Mapping[str, Chat]) -> None:
        self._store = store
        self._chats = chats
        self._names: dict[tuple[str, str], str] = {}

    async def meet(self, actor: Actor) -> None:
        """Write down whoever is new or renamed; somebody who was just seen costs nothing."""
        who = (actor.team_id, actor.member_id)
        if self._names.get(who) != actor.name:
            await self.member(actor)
            if len(self._names) >= _KNOWN:
                self._names.clear()
            self._names[who] = actor.name

    def heard(self, actor: Actor) -> None:
        """Somebody said something, and their name may have been written down with it: if it is
        another one than they were met under, they are met anew next time.
        """
        who = (actor.team_id, actor.member_id)
        if self._names.get(who) != actor.name:
            self._names.pop(who, None)

    async def member(self, actor: Actor) -> Member:
        """The member behind an actor, written down under the name they now have."""
        who = (actor.team_id, actor.member_id)
        known = await self._store.member(*who)
        if known is not None and known.name == actor.name:
            return known
        await self._store.greet(*who, actor.name, actor.team_name)
        return replace(known or Member(*who, actor.name), name=actor.name)

    async def is_quizmaster(self, actor: Actor) -> bool:
        """Whether the platform, or another quizmaster, lets this person configure the quiz."""
        rights = actor.rights
        chat = self._chats.get(platform_of(actor.team_id))
        if rights is None and chat is not None:
            rights = await chat.rights(actor.team_id, actor.member_id)
        manages = rights is not None and rights.belongs and rights.manages
        return manages or (await self.member(actor)).quizmaster

    async def require_quizmaster(self, actor: Actor, what: str) -> None:
        """Raise `NotQuizmaster` unless the actor is one."""
        if not await self.is_quizmaster(actor):
            raise NotQuizmaster(what)

    async def where_last(self, actor: Actor) -> Actor:
        """The actor in the channel of their latest answer, where they come without one: from
        their own page or a private message.
        """
        if actor.channel_id:
            return actor
        for round_, _ in await self._store.history(actor.team_id, actor.member_id, 1):
            return replace(actor, channel_id=round_.channel_id, channel_name=round_.channel_name)
        return actor
