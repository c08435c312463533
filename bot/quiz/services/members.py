"""Members: who they are."""

from dataclasses import replace

from bot.model.event import Actor
from bot.model.round import MessageRef
from bot.model.team import Member
from bot.quiz.ports import Store

_KNOWN = 10_000
"""Members whose names are remembered, so that meeting them again costs no read."""


class Members:
    """Knows the members of every team."""

    def __init__(self, store: Store) -> None:
        self._store = store
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

    async def where_last(self, actor: Actor) -> Actor:
        """The actor in the channel of their latest answer, where they come without one: from
        their own page or a private message.
        """
        if actor.channel_id:
            return actor
        for round_, _ in await self._store.history(actor.team_id, actor.member_id, 1):
            return replace(actor, channel_id=round_.channel_id, channel_name=round_.channel_name)
        return actor

    async def under_a_post(self, actor: Actor) -> Actor:
        """The actor in the channel of a question, where they are in a thread under its post that
        has no quiz of its own; a thread has the id of the message that it stands under.
        """
        if await self._store.schedules(actor.team_id, actor.channel_id):
            return actor
        above = MessageRef(actor.team_id, actor.parent_id, actor.channel_id)
        round_ = await self._store.round_at(above)
        if round_ is None:
            return actor
        return replace(actor, channel_id=round_.channel_id, channel_name=round_.channel_name)
