"""Setting the quiz up in a channel: hour, days, zone, reveal, sheet."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Amend, Ask, Reply, Say
from bot.model.schedule import Schedule
from bot.quiz.actions import PAUSE, SCHEDULE, SCHEDULED, Place
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.messages import setup
from bot.quiz.rules.timeparse import read_days, read_time, read_zone
from bot.quiz.services.scheduling import require_channel
from bot.quiz.services.services import Services

_CHANNEL = Option("channel", "Another channel than this one", OptionKind.CHANNEL)
_SCHEDULE = Command(
    ("quizmaster", "schedule"),
    "Choose when questions come to this channel, and from which sheet",
    (_CHANNEL,),
    Audience.QUIZMASTER,
    formerly=(("quiz", "schedule"),),
)


async def schedule(services: Services, call: Call) -> Reply:
    """Open the set-up form, for this channel or the one that was named."""
    return await _form(services, call.actor)


async def press_schedule(services: Services, press: Press, place: Place) -> Reply:
    """The Change and Start again buttons."""
    return await _form(services, press.actor)


async def scheduled(services: Services, sent: Submission, place: Place) -> Reply:
    """The set-up form came back: save it, or say in the form what cannot be read."""
    actor = sent.actor
    require_channel(actor)
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    usual = present or await services.scheduling.beginning(actor)
    wanted, errors = _read(usual, sent.values)
    chosen = sent.values.get(setup.SHEET, "") or wanted.sheet_id
    entry = await services.library.find(actor.team_id, chosen)
    if entry is None:
        errors.append((setup.SHEET, "That sheet is no longer here. Please choose another."))
    if errors or entry is None:
        return Amend(tuple(errors))
    wanted = replace(
        wanted,
        sheet_id=entry.id,
        made_by=actor.member_id,
        channel_name=actor.channel_name or wanted.channel_name,
    )
    wanted = await services.scheduling.started(wanted)
    await services.store.save_schedule(wanted)
    await services.store.volunteer(actor.team_id, actor.member_id)
    services.wake()
    now = services.clock.now()
    return Say(setup.confirmed(wanted, entry, now, elsewhere=actor.away))


async def press_pause(services: Services, press: Press, place: Place) -> Reply:
    """The Pause button: no more questions here until somebody starts it again."""
    actor = press.actor
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    if present is not None:
        paused = replace(present, next_at=None, paused="A quizmaster paused it.")
        await services.store.save_schedule(paused)
    return Say(setup.paused(place), replaces=True)


async def _form(services: Services, actor: Actor) -> Reply:
    require_channel(actor)
    entries = await services.library.entries(actor.team_id)
    if not entries:
        raise NoSheet()
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    place = Place.of(actor.team_id, actor.channel_id)
    return Ask(setup.form(present, actor.zone or "UTC", entries, place))


def _read(usual: Schedule, values: Mapping[str, str]) -> tuple[Schedule, list[tuple[str, str]]]:
    """The schedule that a form asks for, and what in it cannot be read, by the field's name."""
    wanted, errors = usual, []
    for name, change in _CHANGES.items():
        try:
            wanted = change(wanted, values.get(name, ""))
        except BadArgument as bad:
            errors.append((name, bad.words))
    return wanted, errors


_CHANGES: Mapping[str, Callable[[Schedule, str], Schedule]] = {
    setup.OPENS: lambda wanted, text: replace(wanted, opens=read_time(text)),
    setup.REVEALS: lambda wanted, text: replace(wanted, reveals=read_time(text)),
    setup.DAYS: lambda wanted, text: replace(wanted, days=read_days(text)),
    setup.ZONE: lambda wanted, text: replace(wanted, zone=read_zone(text)),
}


ROUTES = Routes(
    commands={_SCHEDULE: schedule},
    presses=(
        On(SCHEDULE, press_schedule, Audience.QUIZMASTER, str(_SCHEDULE)),
        On(PAUSE, press_pause, Audience.QUIZMASTER, str(_SCHEDULE)),
    ),
    forms=(On(SCHEDULED, scheduled, Audience.QUIZMASTER, str(_SCHEDULE)),),
)
