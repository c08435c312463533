"""The sheets of a team, and which one a channel uses."""

from dataclasses import replace

from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Actor, Call, Press
from bot.model.message import Reply, Say
from bot.quiz.actions import USE, OfSheet
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import NoSheet
from bot.quiz.messages import setup
from bot.quiz.services.services import Services

_NAME = Option("name", "The sheet to ask from in this channel", OptionKind.SHEET, required=True)
_LIST = Command(("quiz", "sheets"), "List the sheets", formerly=(("quiz", "sheet"),))
_CHOOSE = Command(
    ("quizmaster", "sheet"),
    "Choose the sheet for this channel",
    (_NAME,),
    Audience.QUIZMASTER,
    formerly=(("quiz", "sheet"),),
)


async def sheets(services: Services, call: Call) -> Reply:
    """List the sheets."""
    actor = call.actor
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    entries = await services.library.entries(actor.team_id)
    return Say(setup.sheets(entries, present.sheet_id if present else ""))


async def choose(services: Services, call: Call) -> Reply:
    """Take a sheet for this channel."""
    return await _taken(services, call.actor, str(call.arguments[_NAME.name]))


async def use(services: Services, press: Press, which: OfSheet) -> Reply:
    """The button that asks from a sheet in this channel."""
    return await _taken(services, press.actor, which.sheet_id)


async def _taken(services: Services, actor: Actor, name: str) -> Reply:
    """Ask from a sheet in the actor's channel: a new channel's quiz starts, one that rests does
    not.
    """
    entry = await services.library.find(actor.team_id, name)
    if entry is None:
        raise NoSheet(name, await services.library.titles(actor.team_id))
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    if present is None:
        beginning = await services.scheduling.beginning(actor)
        present = await services.scheduling.started(beginning)
    wanted = replace(present, sheet_id=entry.id)
    await services.store.save_schedule(wanted)
    await services.store.volunteer(actor.team_id, actor.member_id)
    services.wake()
    if wanted.next_at is None:
        return Say(setup.resting(entry))
    return Say(setup.confirmed(wanted, entry, services.clock.now()))


ROUTES = Routes(
    commands={_LIST: sheets, _CHOOSE: choose},
    presses=(On(USE, use, Audience.QUIZMASTER, str(_CHOOSE)),),
)
