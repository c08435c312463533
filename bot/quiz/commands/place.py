"""Where a button in a private message counts: it carries the team and channel it came from."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model.event import Actor
from bot.model.team import platform_of
from bot.quiz.errors import UnknownAction

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def in_team(game: "Game", actor: Actor, name: str) -> Actor:
    """The actor as a member of the team with this name on their platform.

    Whoever was never met in that team is a stranger there and gets `UnknownAction`; what somebody
    manages elsewhere gives no rights in it.
    """
    team_id = f"{platform_of(actor.team_id)}:{name}"
    if team_id == actor.team_id:
        return actor
    if await game.store.member(team_id, actor.member_id) is None:
        raise UnknownAction
    return replace(actor, team_id=team_id, admin=False)


async def in_channel(game: "Game", actor: Actor, home: tuple[str, ...]) -> Actor:
    """The actor in the team and channel that a button names; where they are if it names none."""
    if len(home) != 2:
        return actor
    team, channel_id = home
    member = await in_team(game, actor, team)
    if channel_id == member.channel_id:
        return member
    return replace(member, channel_id=channel_id, channel_name="")
