"""Where a button in a private message counts: it carries the team and channel it came from."""

from dataclasses import replace

from bot.model.event import Actor
from bot.model.team import platform_of
from bot.quiz.actions import Place
from bot.quiz.errors import UnknownAction
from bot.quiz.services.services import Services


async def in_team(services: Services, actor: Actor, name: str) -> Actor:
    """The actor as a member of the team with this name on their platform; as they are without
    a name.

    Whoever was never met in that team is a stranger there and gets `UnknownAction`; what somebody
    manages elsewhere gives no rights in it.
    """
    if not name or actor.team_id.endswith(f":{name}"):
        return actor
    team_id = f"{platform_of(actor.team_id)}:{name}"
    if await services.store.member(team_id, actor.member_id) is None:
        raise UnknownAction
    return replace(actor, team_id=team_id, admin=False)


async def in_place(services: Services, actor: Actor, place: Place) -> Actor:
    """The actor in the team and channel that a button names; where they are if it names none."""
    if not place.channel_id:
        return actor
    member = await in_team(services, actor, place.team)
    if place.channel_id == member.channel_id:
        return member
    return replace(member, channel_id=place.channel_id, channel_name="")
