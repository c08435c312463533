"""Making somebody a quizmaster."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model.action import Action
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Block, Button, Buttons, Message, Reply, Say, Section
from bot.model.text import line, strong
from bot.quiz.commands.command import Audience, Command
from bot.quiz.commands.option import Option, OptionKind
from bot.quiz.errors import BadArgument, UnknownAction

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def quizmaster(game: "Game", call: Call) -> Reply:
    """Make a member a quizmaster."""
    return await _appoint(game, call.actor, str(call.arguments["member"]), wanted=True)


async def dismiss(game: "Game", press: Press | Submission) -> Reply:
    """The button that takes it back."""
    await game.require_quizmaster(press.actor, "/quiz quizmaster")
    if not press.action.arguments:
        raise UnknownAction
    return await _appoint(game, press.actor, press.action.arguments[0], wanted=False)


async def _appoint(game: "Game", actor: Actor, member_id: str, *, wanted: bool) -> Reply:
    """The same twice is the same once: an event may be delivered twice."""
    member = await game.store.member(actor.team_id, member_id)
    if member is None:
        raise BadArgument("I have not met that person yet. They need to use the bot once first.")
    await game.store.save_member(replace(member, quizmaster=wanted))
    words = " is a quizmaster now." if wanted else " is no quizmaster any more."
    blocks: tuple[Block, ...] = (Section(line(strong(member.name), words)),)
    if wanted:
        blocks = (*blocks, Buttons((Button("Take it back", Action("dismiss", (member_id,))),)))
    return Say(Message(blocks, summary=f"{member.name}{words}"), replaces=not wanted)


COMMANDS = (
    Command(
        ("quiz", "quizmaster"),
        "Make somebody a quizmaster, or take it back",
        quizmaster,
        (Option("member", "The person", OptionKind.MEMBER, required=True),),
        Audience.QUIZMASTER,
    ),
)
ACTIONS = {"dismiss": dismiss}
