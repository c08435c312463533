"""The quiz of a channel: let it go on, take it to another channel, see how a question will look."""

from bot.model.command import Audience, Command
from bot.model.event import Actor, Call, Press
from bot.model.message import Button, Reply, Say, Weight
from bot.model.schedule import Schedule
from bot.quiz.actions import MOVE, PREVIEW, RESUME, Moving, Place
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.messages import moving, setup
from bot.quiz.messages.place import where
from bot.quiz.messages.question import preview as previewed
from bot.quiz.ports.schedules import Moved
from bot.quiz.services.scheduling import require_channel
from bot.quiz.services.services import Services

_RESUME = Command(
    ("quizmaster", "resume"),
    "Let the quiz go on in this channel after a pause",
    audience=Audience.QUIZMASTER,
)
_MOVE = Command(
    ("quizmaster", "move"),
    "Bring the quiz of another channel here, with its points",
    audience=Audience.QUIZMASTER,
)
_CHANGED = "Somebody changed the quiz this moment, so nothing was done. Please try again."


async def resume(services: Services, call: Call) -> Reply:
    """Let the quiz go on here."""
    return await _resumed(services, call.actor)


async def press_resume(services: Services, press: Press, here: Place) -> Reply:
    """The Resume button."""
    return await _resumed(services, press.actor)


async def move(services: Services, call: Call) -> Reply:
    """Show which quizzes of the team could come here."""
    actor = call.actor
    require_channel(actor)
    here = Place.of(actor.team_id, actor.channel_id)
    everywhere = await services.store.team_schedules(actor.team_id)
    if any(each.channel_id == actor.channel_id for each in everywhere):
        return Say(moving.taken(here))
    others = [each for each in everywhere if each.channel_id != actor.channel_id]
    return Say(moving.choice(others, here) if others else moving.nothing(here))


async def press_move(services: Services, press: Press, way: Moving) -> Reply:
    """The button that names the quiz that comes here."""
    actor = press.actor
    source = await services.scheduling.present(actor.team_id, way.source_id)
    if source is None:
        raise BadArgument(_CHANGED)
    here = Place.of(actor.team_id, actor.channel_id)
    await services.places.require_free(actor, Button("Try again", MOVE.action(way)))
    moved = await services.store.move(source, actor.channel_id, actor.channel_name, actor.member_id)
    if moved is Moved.TAKEN:
        return Say(moving.taken(here))
    if moved is Moved.CHANGED:
        raise BadArgument(_CHANGED)
    away = f"from {where(source.channel_name)} to {where(actor.channel_name)}"
    await services.auditing.note(actor, "moved the quiz", away)
    services.wake()
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    if present is not None and present.rests and not present.paused:
        # Its channel was in the way, and this is another one.
        return await _started(services, actor, present, moved_from=source)
    return Say(moving.done(source, here, paused=bool(present and present.paused)), replaces=True)


async def press_preview(services: Services, press: Press, here: Place) -> Reply:
    """Show to the one who pressed how a question will look in the channel."""
    actor = press.actor
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    schedule = present or await services.scheduling.beginning(actor)
    example = await services.planning.example(schedule, actor.member_id)
    if example is None:
        raise NoSheet(schedule.sheet_id, await services.library.titles(actor.team_id))
    rules = services.rule_book.of(actor.team_id, actor.channel_id)
    return Say(previewed(example, rules))


async def _resumed(services: Services, actor: Actor) -> Reply:
    require_channel(actor)
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    if present is None:
        return Say(moving.nothing_to_resume(Place.of(actor.team_id, actor.channel_id)))
    if present.runs:
        return await _confirmed(services, actor, present)
    here = Place.of(actor.team_id, actor.channel_id)
    again = Button("Resume", RESUME.action(here), Weight.PRIMARY)
    await services.places.require_free(actor, again)
    return await _started(services, actor, present)


async def _started(
    services: Services, actor: Actor, present: Schedule, *, moved_from: Schedule | None = None
) -> Reply:
    """Let a quiz go on as it stood, with who did it."""
    changed = await services.scheduling.resume(present, actor.member_id)
    if changed is None:
        raise BadArgument(_CHANGED)
    name = where(changed.schedule.channel_name)
    await services.auditing.note(actor, "let the quiz go on", name)
    services.wake()
    coming = len(changed.coming)
    return await _confirmed(services, actor, changed.schedule, coming, moved_from=moved_from)


async def _confirmed(
    services: Services,
    actor: Actor,
    schedule: Schedule,
    coming: int = 0,
    *,
    moved_from: Schedule | None = None,
) -> Reply:
    entry = await services.library.find(actor.team_id, schedule.sheet_id)
    if entry is None:
        raise NoSheet(schedule.sheet_id, await services.library.titles(actor.team_id))
    now = services.clock.now()
    came = moving.came(moved_from) if moved_from else ""
    return Say(
        setup.confirmed(schedule, entry, now, elsewhere=actor.away, coming=coming, came=came)
    )


ROUTES = Routes(
    commands={_RESUME: resume, _MOVE: move},
    presses=(
        On(RESUME, press_resume, Audience.QUIZMASTER, str(_RESUME)),
        On(MOVE, press_move, Audience.QUIZMASTER, str(_MOVE)),
        On(PREVIEW, press_preview, Audience.QUIZMASTER, "The preview"),
    ),
)
