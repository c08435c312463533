"""Access: in which team and channel something is done, and whether the person may do it there.

The one place where this is decided: a handler gets an actor who stands where the event counts and
may do what it asks for.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.model.command import Audience
from bot.model.event import Actor
from bot.model.rights import NO_RIGHTS, Rights
from bot.model.team import Quizmasters, platform_of
from bot.quiz.actions import Place
from bot.quiz.errors import BadArgument, CannotAsk, NotQuizmaster, UnknownAction
from bot.quiz.ports import Chat, Store
from bot.quiz.ports.chat import ChatError, Gone, Refused, Revoked


class Access:
    """Knows where people are and what they may do, from the store and from their platforms."""

    def __init__(self, store: Store, chats: Mapping[str, Chat]) -> None:
        self._store = store
        self._chats = chats

    async def admit(self, actor: Actor, place: Place, audience: Audience, what: str) -> Actor:
        """The actor in the place that a button, form or command names, if they may do `what` there.

        Team and channel are looked up first and rights are asked for after, in that team.
        """
        here = await self._in_channel(await self.in_team(actor, place.team), place.channel_id)
        if audience is Audience.QUIZMASTER:
            await self.require_quizmaster(here, what)
        return here

    async def in_team(self, actor: Actor, name: str) -> Actor:
        """The actor as a member of the team with this name on their platform; as they are without
        a name.

        Whoever was never met in that team is a stranger there and gets `UnknownAction`; they go by
        the name that it knows, and what they manage elsewhere gives no rights in it.
        """
        if not name or actor.team_id.endswith(f":{name}"):
            return actor
        team_id = f"{platform_of(actor.team_id)}:{name}"
        known = await self._store.member(team_id, actor.member_id)
        if known is None:
            raise UnknownAction
        return replace(
            actor,
            team_id=team_id,
            team_name="",
            channel_id="",
            channel_name="",
            name=known.name,
            rights=None,
            away=True,
        )

    async def _in_channel(self, actor: Actor, channel_id: str) -> Actor:
        """The actor in a channel of their team; where they are without one."""
        if not channel_id or channel_id == actor.channel_id:
            return actor
        name = await self._channel_name(actor.team_id, channel_id)
        return replace(actor, channel_id=channel_id, channel_name=name, away=True)

    async def _channel_name(self, team_id: str, channel_id: str) -> str:
        """The name of a channel of a team, empty if it is not known; raises `BadArgument` for one
        of another team.
        """
        for schedule in await self._store.schedules(team_id, channel_id):
            return schedule.channel_name
        for round_ in await self._store.rounds(team_id, channel_id, 1):
            return round_.channel_name
        try:
            if await self._chat(team_id).has_channel(team_id, channel_id):
                return ""
        except (Gone, Revoked):
            pass
        except ChatError as failed:
            raise CannotAsk(platform_of(team_id), "which channel that is") from failed
        raise BadArgument(
            "I do not know that channel in this team. Please type the command in the channel itself."
        )

    async def require_quizmaster(self, actor: Actor, what: str) -> None:
        """Raise `NotQuizmaster` unless the actor is one, or `CannotAsk` if that cannot be known."""
        if not await self.is_quizmaster(actor):
            raise NotQuizmaster(what)

    async def is_quizmaster(self, actor: Actor) -> bool:
        """Whether another quizmaster, a group of theirs, or the platform makes this person one;
        raises `CannotAsk` if that hangs on a platform that does not answer.
        """
        if actor.rights is not None and actor.rights.manages and actor.rights.belongs:
            return True
        named = await self._store.quizmasters(actor.team_id)
        if actor.rights is not None and _is_enough(actor.rights, named):
            return _decides(actor.member_id, actor.rights, named)
        if not actor.away and actor.rights is None and _is_named(actor.member_id, named):
            return True  # they are here, so the team is theirs
        rights = await self._asked(actor.team_id, actor.member_id, named)
        return _decides(actor.member_id, rights, named)

    async def may_be_quizmaster(self, actor: Actor) -> bool:
        """Whether to show somebody what quizmasters do; yes while the platform cannot be asked:
        a list harms nobody, and each thing on it asks again.
        """
        try:
            return await self.is_quizmaster(actor)
        except CannotAsk:
            return True

    async def still_decides(self, team_id: str, member_id: str, named: Quizmasters) -> bool:
        """Whether somebody who is not here may decide; yes while the platform cannot be asked, for
        then a word too many does less harm than none.
        """
        try:
            rights = await self._asked(team_id, member_id, named)
        except CannotAsk:
            return True
        return _decides(member_id, rights, named)

    async def is_at_home(self, team_id: str, member_id: str) -> bool:
        """Whether the team is theirs by the platform's word at this time; raises `CannotAsk`."""
        return (await self._asked(team_id, member_id, Quizmasters())).belongs

    async def require_group(self, actor: Actor, group_id: str) -> None:
        """See that the platform will say who is in a group; raises `BadArgument` with what is
        missing, or `CannotAsk`. Else everybody's rights would hang on what nobody can know.
        """
        platform = platform_of(actor.team_id)
        try:
            await self._chat(actor.team_id).rights(
                actor.team_id, actor.member_id, frozenset({group_id})
            )
        except Refused as refused:
            raise BadArgument(str(refused)) from refused
        except ChatError as failed:
            raise CannotAsk(platform, "who is in that group") from failed

    async def belongs(self, team_id: str, member_id: str) -> bool:
        """Whether a person is one of a team: who was met there is, anybody else if the platform
        says so; raises `CannotAsk`.
        """
        if await self._store.member(team_id, member_id) is not None:
            return True
        return await self.is_at_home(team_id, member_id)

    def managers(self, team_id: str) -> str:
        """Who manages a team on its platform, in the words of its people."""
        chat = self._chats.get(platform_of(team_id))
        return chat.managers if chat else "whoever manages the team"

    async def _asked(self, team_id: str, member_id: str, named: Quizmasters) -> Rights:
        try:
            return await self._chat(team_id).rights(team_id, member_id, named.group_ids)
        except (Gone, Revoked):
            return NO_RIGHTS
        except ChatError as failed:
            raise CannotAsk(platform_of(team_id), "what you may do here") from failed

    def _chat(self, team_id: str) -> Chat:
        platform = platform_of(team_id)
        chat = self._chats.get(platform)
        if chat is None:
            raise CannotAsk(platform, "that")
        return chat


def _is_named(member_id: str, named: Quizmasters) -> bool:
    return any(member.id == member_id for member in named.appointed)


def _is_enough(rights: Rights, named: Quizmasters) -> bool:
    """Whether the platform said all that matters: somebody's groups do only where some are named."""
    return rights.groups is not None or not named.groups


def _decides(member_id: str, rights: Rights, named: Quizmasters) -> bool:
    in_group = bool(named.group_ids & (rights.groups or frozenset()))
    return rights.belongs and (rights.manages or in_group or _is_named(member_id, named))
