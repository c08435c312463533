"""Setting the quiz up in a channel: hour, days, zone, reveal, sheet."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Amend, Ask, Button, Reply, Say, Weight
from bot.model.schedule import Schedule
from bot.quiz.actions import PAUSE, SCHEDULE, SCHEDULED, UNSAID, Opened, Place
from bot.quiz.commands.naming import named
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.messages import overtaken, setup
from bot.quiz.messages.place import where
from bot.quiz.ports.sheets import SheetEntry
from bot.quiz.rules.typed.days import read_days
from bot.quiz.rules.typed.times import read_time
from bot.quiz.rules.typed.zones import read_zone
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
_PAUSE = Command(
    ("quizmaster", "pause"),
    "Pause the quiz in this channel until somebody resumes it",
    audience=Audience.QUIZMASTER,
)
_PAUSED = "A quizmaster paused it."


async def schedule(services: Services, call: Call) -> Reply:
    """Open the set-up form, for this channel or the one that was named."""
    return await _form(services, call.actor)


async def press_schedule(services: Services, press: Press, place: Place) -> Reply:
    """The Change and Set it up buttons."""
    return await _form(services, press.actor)


async def scheduled(services: Services, sent: Submission, opened: Opened) -> Reply:
    """The set-up form came back: save it, say in the form what cannot be read, or show what
    somebody else has made of it meanwhile.
    """
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
    await _require_free(services, actor)
    wanted = replace(
        wanted,
        sheet_id=entry.id,
        made_by=actor.member_id,
        changed_by=actor.member_id,
        channel_name=actor.channel_name or wanted.channel_name,
        paused="",
        rests="",
    )
    saved = await _saved(services, wanted, present, opened.seen)
    if saved is None:
        return await _overtaken(services, actor, wanted, entry)
    await services.store.volunteer(actor.team_id, actor.member_id)
    schedule, coming = saved
    await services.auditing.note(actor, "set the quiz up", where(schedule.channel_name))
    services.wake()
    now = services.clock.now()
    return Say(setup.confirmed(schedule, entry, now, elsewhere=actor.away, coming=coming))


async def _saved(
    services: Services, wanted: Schedule, present: Schedule | None, seen: int
) -> tuple[Schedule, int] | None:
    """The schedule as it was saved, with the number of questions that come as it was before; None
    if it was changed since the form was opened.
    """
    scheduling = services.scheduling
    if seen == 0 or (seen == UNSAID and present is None):
        begun = await scheduling.begin(wanted)
        return (begun, 0) if begun else None
    changed = await scheduling.change(wanted, None if seen == UNSAID else seen)
    return (changed.schedule, len(changed.coming)) if changed else None


async def _overtaken(
    services: Services, actor: Actor, wanted: Schedule, entry: SheetEntry
) -> Reply:
    """What somebody else made of it while the form was open; the same as was asked for needs no
    question.
    """
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    place = Place.of(actor.team_id, actor.channel_id)
    if present is None:
        return await _form(services, actor)
    if present.asking == wanted.asking and present.runs:
        return Say(setup.confirmed(present, entry, services.clock.now()))
    who = await named(services, actor, present.changed_by)
    standing = await services.library.find(actor.team_id, present.sheet_id)
    title = standing.title if standing else present.sheet_id
    return Say(overtaken.form(who, (present, title), (wanted, entry.title), place))


async def pause(services: Services, call: Call) -> Reply:
    """No more questions in this channel until somebody resumes it."""
    return await _paused(services, call.actor)


async def press_pause(services: Services, press: Press, place: Place) -> Reply:
    """The Pause button."""
    return replace(await _paused(services, press.actor), replaces=True)


async def _paused(services: Services, actor: Actor) -> Say:
    """Pause; who finds it paused by somebody else hears so."""
    require_channel(actor)
    place = Place.of(actor.team_id, actor.channel_id)
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    changed = present and await services.store.pause(
        actor.team_id, actor.channel_id, present.slot, _PAUSED, actor.member_id
    )
    if not changed:
        return Say(overtaken.nothing_to_pause(place))
    now, coming = changed.schedule, len(changed.coming)
    if changed.done or now.changed_by == actor.member_id:
        if changed.done:
            await services.auditing.note(actor, "paused the quiz", where(now.channel_name))
        withdrawn = changed.withdrawn > 0
        return Say(overtaken.paused(place, withdrawn=withdrawn, coming=coming))
    who = await named(services, actor, now.changed_by)
    return Say(overtaken.paused_before(who, now.paused, place, coming=coming))


async def _form(services: Services, actor: Actor) -> Reply:
    require_channel(actor)
    entries = await services.library.entries(actor.team_id)
    if not entries:
        raise NoSheet()
    place = Place.of(actor.team_id, actor.channel_id)
    await _require_free(services, actor)
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    return Ask(setup.form(present, actor.zone or "UTC", entries, place))


async def _require_free(services: Services, actor: Actor) -> None:
    """See that nothing keeps the quiz out of the channel before anybody fills in a form for it."""
    place = Place.of(actor.team_id, actor.channel_id)
    again = Button("Try again", SCHEDULE.action(place), Weight.PRIMARY)
    await services.places.require_free(actor, again)


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
    commands={_SCHEDULE: schedule, _PAUSE: pause},
    presses=(
        On(SCHEDULE, press_schedule, Audience.QUIZMASTER, str(_SCHEDULE)),
        On(PAUSE, press_pause, Audience.QUIZMASTER, str(_PAUSE)),
    ),
    forms=(On(SCHEDULED, scheduled, Audience.QUIZMASTER, str(_SCHEDULE)),),
)
