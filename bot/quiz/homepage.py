"""A member's own page: today's question, how they stand, their settings."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model.event import Actor, Call
from bot.model.message import Block, Message, Say
from bot.quiz.commands import answer
from bot.quiz.errors import NoRound
from bot.quiz.speech import board, trouble

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def homepage(game: "Game", actor: Actor) -> Message:
    """Everything about one member in one message, in the channel where they last played."""
    here = await where_last(game, actor)
    blocks: list[Block] = []
    try:
        reply = await answer.today(game, Call(here, ("quiz", "today")))
        if isinstance(reply, Say):
            blocks.extend(reply.message.blocks)
    except NoRound as none:
        blocks.extend(trouble.told(none).blocks)
    profile = await game.boards.profile(here, here.member_id)
    if profile is not None:
        blocks.extend(board.profile(profile).blocks)
    return Message(tuple(blocks), summary="Your quiz")


async def where_last(game: "Game", actor: Actor) -> Actor:
    """The actor in the channel of their latest answer, where they have no channel now."""
    if actor.channel_id:
        return actor
    for round_, _ in await game.store.history(actor.team_id, actor.member_id, 1):
        return replace(actor, channel_id=round_.channel_id, channel_name=round_.channel_name)
    return actor
