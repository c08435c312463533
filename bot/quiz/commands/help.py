"""Help."""

from typing import TYPE_CHECKING

from bot.model.event import Call
from bot.model.message import Reply, Say
from bot.quiz.commands.command import Command
from bot.quiz.speech.help import listing

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def show_help(game: "Game", call: Call) -> Reply:
    """List what the person can do."""
    quizmaster = await game.is_quizmaster(call.actor)
    return Say(listing(game.commands, quizmaster=quizmaster))


COMMANDS = (Command(("quiz", "help"), "List what you can do here", show_help),)
