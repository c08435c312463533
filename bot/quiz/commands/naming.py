"""Naming somebody to a person."""

from bot.model.event import Actor
from bot.quiz.services.services import Services


async def named(services: Services, actor: Actor, member_id: str) -> str:
    """The member at the beginning of a sentence; empty where it was nobody."""
    if member_id == actor.member_id:
        return "You"
    known = await services.store.member(actor.team_id, member_id) if member_id else None
    return known.name if known else "Somebody" if member_id else ""
