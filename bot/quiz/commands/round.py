"""What a quizmaster does to a round: ask one more, reveal now."""

from bot.model.command import Audience, Command
from bot.model.event import Actor, Call, Press
from bot.model.message import Button, Message, Reply, Say, Section, Weight
from bot.model.text import line, plain
from bot.quiz.actions import ASK, RETRY, Place, Waiting
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.messages.formatting import moment
from bot.quiz.rules.identity import named
from bot.quiz.services.services import Services

_REVEALED = "The question is closed; the answer follows under it."
_ASK = Command(
    ("quizmaster", "ask"),
    "Post one more question now",
    audience=Audience.QUIZMASTER,
    formerly=(("quiz", "ask"),),
)
_REVEAL = Command(
    ("quizmaster", "reveal"),
    "Close the open question and reveal its answer",
    audience=Audience.QUIZMASTER,
    formerly=(("quiz", "reveal"),),
)


async def ask(services: Services, call: Call) -> Reply:
    """Post a question now."""
    return await _ask(services, call.actor, call.key)


async def press_ask(services: Services, press: Press, where: Place) -> Reply:
    """The Post one now button."""
    return await _ask(services, press.actor, press.key)


async def press_retry(services: Services, press: Press, waiting: Waiting) -> Reply:
    """The Try again button under a word about a post that was refused."""
    team_id = press.actor.team_id
    if not await services.store.hasten(team_id, waiting.key, services.clock.now()):
        return Say(Message.of("That does not wait any more: it is out, or its time has passed."))
    services.wake()
    return Say(Message.of("I am trying again now."))


async def reveal(services: Services, call: Call) -> Reply:
    """Close the open question now and reveal its answer."""
    if call.key and not await services.store.first_time(
        call.actor.team_id, f"reveal {call.key}", services.clock.now()
    ):
        # Delivered twice, it would close the question that is open below.
        return Say(Message.of(_REVEALED))
    round_ = await services.answering.open_round(call.actor)
    if not await services.closing.close(round_):
        raise BadArgument("That question is being posted or closed this moment. Please try again.")
    await services.auditing.note(call.actor, "closed a question early", round_.question.prompt)
    services.wake()
    return Say(Message.of(_REVEALED))


async def _ask(services: Services, actor: Actor, key: str) -> Reply:
    """Ask by the channel's schedule, or by what a channel without one would begin with."""
    present = await services.scheduling.present(actor.team_id, actor.channel_id)
    schedule = present or await services.scheduling.beginning(actor)
    here = Place.of(actor.team_id, actor.channel_id)
    again = Button("Try again", ASK.action(here), Weight.PRIMARY)
    await services.places.require_free(actor, again)
    # The same event delivered twice is the same wish, so it has the same slot.
    slot = f"ask-{named(key) or services.new_id()}"
    planned = await services.planning.plan_extra(schedule, slot, actor.member_id)
    if planned is None:
        entry = await services.library.find(actor.team_id, schedule.sheet_id)
        if entry is not None:
            raise BadArgument(
                f"There is nothing to ask from the sheet {entry.title}. "
                "/quiz sheets shows what else there is."
            )
        raise NoSheet(schedule.sheet_id, await services.library.titles(actor.team_id))
    await services.auditing.note(actor, "asked a question by hand", planned.question.prompt)
    services.wake()
    until = moment(planned.closes_at, services.clock.now(), planned.zone)
    words = line("A question is on its way; it is open until ", until, ".")
    return Say(Message((Section(words),), summary=plain(words)))


ROUTES = Routes(
    commands={_ASK: ask, _REVEAL: reveal},
    presses=(
        On(ASK, press_ask, Audience.QUIZMASTER, str(_ASK)),
        On(RETRY, press_retry, Audience.QUIZMASTER, "Trying again"),
    ),
)
