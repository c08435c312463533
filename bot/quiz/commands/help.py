"""Help, and what the first words of commands do alone."""

from bot.model.command import Command, Group
from bot.model.event import Call
from bot.model.message import Reply, Say
from bot.quiz.commands.routes import Routes
from bot.quiz.messages.help import listing, quizmasters_part
from bot.quiz.services.services import Services

_QUIZ = Group("quiz", "Play the daily quiz: answer, see where you stand, suggest")
_QUIZMASTER = Group("quizmaster", "Run the quiz here: when it asks, from which sheet, with whom")


async def show_help(services: Services, call: Call) -> Reply:
    """List what the person can do."""
    quizmaster = await services.access.may_be_quizmaster(call.actor)
    return Say(listing(services.table.commands, quizmaster=quizmaster))


async def show_quizmasters_part(services: Services, call: Call) -> Reply:
    """List what quizmasters do; whoever is none hears who can make them one."""
    await services.access.require_quizmaster(call.actor, f"What begins with /{_QUIZMASTER.name}")
    return Say(quizmasters_part(services.table.commands))


ROUTES = Routes(
    commands={Command(("quiz", "help"), "List what you can do here"): show_help},
    groups={_QUIZ: show_help, _QUIZMASTER: show_quizmasters_part},
)
