"""Help."""

from bot.model.command import Command
from bot.model.event import Call
from bot.model.message import Reply, Say
from bot.quiz.commands.routes import Routes
from bot.quiz.errors import CannotAsk
from bot.quiz.messages.help import listing
from bot.quiz.services.services import Services


async def show_help(services: Services, call: Call) -> Reply:
    """List what the person can do."""
    try:
        quizmaster = await services.access.is_quizmaster(call.actor)
    except CannotAsk:
        quizmaster = True  # a list harms nobody, and each command asks again
    return Say(listing(services.table.commands, quizmaster=quizmaster))


ROUTES = Routes(
    commands={Command(("quiz", "help"), "List what you can do here"): show_help},
)
