"""Making somebody a quizmaster."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model.event import Call
from bot.model.message import Message, Reply, Say, Section
from bot.model.text import line, strong
from bot.quiz.commands.command import Audience, Command
from bot.quiz.commands.option import Option, OptionKind
from bot.quiz.errors import BadArgument

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def quizmaster(game: "Game", call: Call) -> Reply:
    """Make a member a quizmaster, or an ordinary member again."""
    member = await game.store.member(call.actor.team_id, str(call.arguments["member"]))
    if member is None:
        raise BadArgument("I have not met that person yet. They need to use the bot once first.")
    changed = replace(member, quizmaster=not member.quizmaster)
    await game.store.save_member(changed)
    words = " is a quizmaster now." if changed.quizmaster else " is no quizmaster any more."
    text = line(strong(member.name), words)
    return Say(Message((Section(text),), summary=f"{member.name}{words}"))


COMMANDS = (
    Command(
        ("quiz", "quizmaster"),
        "Make somebody a quizmaster, or take it back",
        quizmaster,
        (Option("member", "The person", OptionKind.MEMBER, required=True),),
        Audience.QUIZMASTER,
    ),
)
