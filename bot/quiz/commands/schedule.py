"""Setting the quiz up in a channel: hour, days, zone, reveal, sheet."""

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Amend, Ask, Reply, Say
from bot.model.schedule import Schedule
from bot.quiz.calendar import next_opening, opening_day
from bot.quiz.commands.command import Audience, Command
from bot.quiz.commands.option import Option, OptionKind
from bot.quiz.commands.place import in_channel
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.speech import setup
from bot.quiz.spelled import read_days, read_time, read_zone

if TYPE_CHECKING:
    from bot.quiz.game import Game

_LATEST = 50
"""Rounds of the channel among which those of coming days are found: what was asked by hand counts
with them.
"""


async def schedule(game: "Game", call: Call) -> Reply:
    """Open the set-up form, for this channel or the one that was named."""
    named = str(call.arguments.get("channel", "")).removeprefix("#")
    if not named or named == call.actor.channel_id:
        return await _form(game, call.actor)
    return await _form(game, replace(call.actor, channel_id=named, channel_name=""))


async def press_schedule(game: "Game", press: Press | Submission) -> Reply:
    """The Change and Start again buttons."""
    await game.require_quizmaster(press.actor, "/quiz schedule")
    return await _form(game, await in_channel(game, press.actor, press.action.arguments))


async def scheduled(game: "Game", sent: Press | Submission) -> Reply:
    """The set-up form came back: save it, or say in the form what cannot be read."""
    await game.require_quizmaster(sent.actor, "/quiz schedule")
    actor = await in_channel(game, sent.actor, sent.action.arguments)
    _require_channel(actor)
    values = sent.values if isinstance(sent, Submission) else {}
    errors: list[tuple[str, str]] = []
    present = await _present(game, actor)
    wanted = present or await starter(game, actor)
    for name, reader in _READERS.items():
        try:
            wanted = reader(wanted, values.get(name, ""))
        except BadArgument as bad:
            errors.append((name, bad.words))
    entry = await game.library.find(actor.team_id, values.get("sheet", "") or wanted.sheet_id)
    if entry is None:
        errors.append(("sheet", "That sheet is no longer here. Please choose another."))
    if errors or entry is None:
        return Amend(tuple(errors))
    now = game.clock.now()
    wanted = replace(
        wanted,
        sheet_id=entry.id,
        made_by=actor.member_id,
        channel_name=actor.channel_name or wanted.channel_name,
    )
    wanted = await started(game, wanted)
    await game.store.save_schedule(wanted)
    game.wake()
    elsewhere = actor.channel_id != sent.actor.channel_id
    return Say(setup.confirmed(wanted, entry, now, elsewhere=elsewhere))


async def started(game: "Game", schedule: Schedule) -> Schedule:
    """The schedule with its next instant; a day that had its question is not promised another."""
    rounds = await game.store.rounds(schedule.team_id, schedule.channel_id, _LATEST)
    had = {round_.local_date for round_ in rounds if round_.slot == schedule.slot}
    opening = next_opening(schedule, game.clock.now())
    while opening is not None and opening_day(schedule, opening) in had:
        opening = next_opening(schedule, opening)
    return replace(schedule, next_at=opening, paused="")


def _require_channel(actor: Actor) -> None:
    if not actor.channel_id:
        raise BadArgument("Please do this in the channel where the questions should come.")


async def press_pause(game: "Game", press: Press | Submission) -> Reply:
    """The Pause button: no more questions here until somebody starts it again."""
    await game.require_quizmaster(press.actor, "/quiz schedule")
    home = press.action.arguments
    present = await _present(game, await in_channel(game, press.actor, home))
    if present is not None:
        await game.store.save_schedule(
            replace(present, next_at=None, paused="A quizmaster paused it.")
        )
    return Say(setup.paused(home), replaces=True)


async def starter(game: "Game", actor: Actor) -> Schedule:
    """What a channel without a schedule begins with; raises `NoSheet` if there is none."""
    _require_channel(actor)
    entries = await game.library.entries(actor.team_id)
    if not entries:
        raise NoSheet()
    return Schedule(
        team_id=actor.team_id,
        channel_id=actor.channel_id,
        sheet_id=entries[0].id,
        opens=time(9),
        reveals=time(17),
        zone=actor.zone or "UTC",
        channel_name=actor.channel_name,
        made_by=actor.member_id,
    )


async def _present(game: "Game", actor: Actor) -> Schedule | None:
    schedules = await game.store.schedules(actor.team_id, actor.channel_id)
    return schedules[0] if schedules else None


async def _form(game: "Game", actor: Actor) -> Reply:
    _require_channel(actor)
    entries = await game.library.entries(actor.team_id)
    if not entries:
        raise NoSheet()
    home = (actor.team_id.partition(":")[2], actor.channel_id)
    present = await _present(game, actor)
    return Ask(setup.form(present, actor.zone or "UTC", entries, home))


def _opens(schedule: Schedule, text: str) -> Schedule:
    return replace(schedule, opens=read_time(text))


def _reveals(schedule: Schedule, text: str) -> Schedule:
    return replace(schedule, reveals=read_time(text))


def _days(schedule: Schedule, text: str) -> Schedule:
    return replace(schedule, days=read_days(text))


def _zone(schedule: Schedule, text: str) -> Schedule:
    return replace(schedule, zone=read_zone(text))


_READERS = {"opens": _opens, "reveals": _reveals, "days": _days, "zone": _zone}

COMMANDS = (
    Command(
        ("quiz", "schedule"),
        "Choose when questions come to this channel, and from which sheet",
        schedule,
        (Option("channel", "Another channel than this one", OptionKind.CHANNEL),),
        Audience.QUIZMASTER,
    ),
)
ACTIONS = {"schedule": press_schedule, "scheduled": scheduled, "pause": press_pause}
