"""The sheets of a team, and which one a channel uses."""

from dataclasses import replace

from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Actor, Call, Press
from bot.model.message import Reply, Say
from bot.quiz.actions import USE, OfSheet
from bot.quiz.commands.naming import named
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.messages import setup
from bot.quiz.ports.schedules import Changed
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
        begun = await services.scheduling.begin(replace(beginning, sheet_id=entry.id))
        if begun is not None:
            await services.store.volunteer(actor.team_id, actor.member_id)
            await services.auditing.note(actor, "chose a sheet", entry.title)
            services.wake()
            return Say(setup.confirmed(begun, entry, services.clock.now()))
        # Somebody else began it this moment.
        present = beginning
    changed = await services.store.choose_sheet(
        actor.team_id, actor.channel_id, present.slot, entry.id, actor.member_id
    )
    if changed is None:
        raise BadArgument("The quiz was just taken away here. Please try again.")
    await services.store.volunteer(actor.team_id, actor.member_id)
    await services.auditing.note(actor, "chose a sheet", entry.title)
    services.wake()
    schedule, coming = changed.schedule, len(changed.coming)
    before = await _before(services, actor, changed)
    if not schedule.runs:
        return Say(setup.resting(entry, coming=coming, before=before))
    now = services.clock.now()
    return Say(setup.confirmed(schedule, entry, now, coming=coming, before=before))


async def _before(services: Services, actor: Actor, changed: Changed) -> setup.Before | None:
    """The sheet that somebody else had set, where this choice is in the place of theirs."""
    before = changed.before
    if not changed.done or before.changed_by in ("", actor.member_id):
        return None
    entry = await services.library.find(actor.team_id, before.sheet_id)
    who = await named(services, actor, before.changed_by)
    return setup.Before(who, entry) if entry else None


ROUTES = Routes(
    commands={_LIST: sheets, _CHOOSE: choose},
    presses=(On(USE, use, Audience.QUIZMASTER, str(_CHOOSE)),),
)
