"""The sheets of a team, and which one a channel uses."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model.event import Actor, Call
from bot.model.message import Reply, Say
from bot.quiz.commands.command import Command
from bot.quiz.commands.option import Option, OptionKind
from bot.quiz.commands.schedule import started, starter
from bot.quiz.errors import NoSheet
from bot.quiz.speech import setup

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def sheet(game: "Game", call: Call) -> Reply:
    """List the sheets, or, for quizmasters, take one for this channel."""
    actor = call.actor
    name = str(call.arguments.get("name", ""))
    if not name:
        schedules = await game.store.schedules(actor.team_id, actor.channel_id)
        used = schedules[0].sheet_id if schedules else ""
        return Say(setup.sheets(await game.library.entries(actor.team_id), used))
    await game.require_quizmaster(actor, "Changing the sheet")
    return await taken(game, actor, name)


async def taken(game: "Game", actor: Actor, name: str) -> Reply:
    """Ask from a sheet in the actor's channel: a new channel's quiz starts, one that rests does
    not.
    """
    entry = await game.library.find(actor.team_id, name)
    if entry is None:
        raise NoSheet(name, await game.sheet_names(actor.team_id))
    schedules = await game.store.schedules(actor.team_id, actor.channel_id)
    present = schedules[0] if schedules else await started(game, await starter(game, actor))
    wanted = replace(present, sheet_id=entry.id)
    await game.store.save_schedule(wanted)
    game.wake()
    if wanted.next_at is None:
        return Say(setup.resting(entry))
    return Say(setup.confirmed(wanted, entry, game.clock.now()))


COMMANDS = (
    Command(
        ("quiz", "sheet"),
        "List the sheets, or choose the one for this channel",
        sheet,
        (Option("name", "The sheet to ask from in this channel", OptionKind.SHEET),),
    ),
)
