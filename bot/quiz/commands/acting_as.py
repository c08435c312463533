"""Where a button in a private message counts, and with whose rights: it carries the team and channel
it came from.
"""

from dataclasses import replace

from bot.model.event import Actor
from bot.model.rights import Rights
from bot.model.team import platform_of
from bot.quiz.actions import Place
from bot.quiz.errors import UnknownAction
from bot.quiz.services.services import Services


async def in_team(services: Services, actor: Actor, name: str) -> Actor:
    """The actor as a member of the team with this name on their platform; as they are without
    a name.

    Whoever was never met in that team is a stranger there and gets `UnknownAction`; they go by the
    name that it knows, and what somebody manages elsewhere gives no rights in it.
    """
    team_id = f"{platform_of(actor.team_id)}:{name}"
    if not name or team_id == actor.team_id:
        return actor
    known = await services.store.member(team_id, actor.member_id)
    if known is None:
        raise UnknownAction
    return replace(actor, team_id=team_id, team_name="", name=known.name, rights=Rights())


async def in_place(services: Services, actor: Actor, place: Place) -> Actor:
    """The actor in the team and channel that a button names; where they are if it names none."""
    if not place.channel_id:
        return actor
    member = await in_team(services, actor, place.team)
    if place.channel_id == member.channel_id:
        return member
    return replace(member, channel_id=place.channel_id, channel_name="")


async def require_asked(
    services: Services, pressed_by: Actor, actor: Actor, channel_id: str, what: str
) -> None:
    """Raise `NotQuizmaster` unless the actor is a quizmaster, or was asked in private as the one
    who set the quiz up in the channel: there, a platform may not tell who manages the team.
    """
    if actor.team_id != pressed_by.team_id:
        schedules = await services.store.schedules(actor.team_id, channel_id)
        if any(schedule.made_by == actor.member_id for schedule in schedules):
            return
    await services.members.require_quizmaster(actor, what)
