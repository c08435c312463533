"""A member's own page: today's question, how they stand, their settings."""

from bot.model.event import Actor
from bot.model.message import Block, Message
from bot.quiz.commands.answer import todays_question
from bot.quiz.errors import NoRound
from bot.quiz.messages import board, errors
from bot.quiz.services.services import Services


async def home(services: Services, actor: Actor) -> Message:
    """Everything about one member in one message, in the channel where they last played."""
    here = await services.members.where_last(actor)
    blocks: list[Block] = list((await _today(services, here)).blocks)
    profile = await services.boards.profile(here, here.member_id)
    if profile is not None:
        answers = await services.own_answers.page(here)
        blocks.extend(board.profile(profile, answers).blocks)
    return Message(tuple(blocks), summary="Your quiz")


async def _today(services: Services, actor: Actor) -> Message:
    try:
        return await todays_question(services, actor)
    except NoRound as none:
        return errors.told(none)
