"""What a quizmaster does to a round: ask one more, reveal now."""

from typing import TYPE_CHECKING

from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Message, Reply, Say, Section
from bot.model.schedule import Schedule
from bot.model.text import line
from bot.quiz.commands.answer import open_round
from bot.quiz.commands.command import Audience, Command
from bot.quiz.commands.place import in_channel
from bot.quiz.commands.schedule import starter
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.identity import named
from bot.quiz.speech.moment import moment

if TYPE_CHECKING:
    from bot.quiz.game import Game

_REVEALED = "The question is closed; the answer follows under it."


async def ask(game: "Game", call: Call) -> Reply:
    """Post a question now."""
    return await _ask(game, call.actor, call.key)


async def press_ask(game: "Game", press: Press | Submission) -> Reply:
    """The Post one now button."""
    await game.require_quizmaster(press.actor, "/quiz ask")
    actor = await in_channel(game, press.actor, press.action.arguments)
    return await _ask(game, actor, press.key)


async def press_retry(game: "Game", press: Press | Submission) -> Reply:
    """The Try again button under a word about a post that was refused."""
    *home, key = press.action.arguments or ("",)
    actor = await in_channel(game, press.actor, tuple(home))
    await game.require_quizmaster(actor, "Trying again")
    if not await game.store.hasten(actor.team_id, key, game.clock.now()):
        return _said("That does not wait any more: it is out, or its time has passed.")
    game.wake()
    return _said("I am trying again now.")


async def reveal(game: "Game", call: Call) -> Reply:
    """Close the open question now and reveal its answer."""
    if call.key and not await game.store.first_time(
        call.actor.team_id, f"reveal {call.key}", game.clock.now()
    ):
        # Delivered twice, it would close the question that is open below.
        return _said(_REVEALED)
    round_ = await open_round(game, call.actor)
    if not await game.closing.close(round_):
        raise BadArgument("That question is being posted or closed this moment. Please try again.")
    game.wake()
    return _said(_REVEALED)


async def _ask(game: "Game", actor: Actor, key: str) -> Reply:
    schedule = await _schedule(game, actor)
    planned = await game.planning.plan_extra(schedule, _slot(game, key))
    if planned is None:
        raise NoSheet(schedule.sheet_id, await game.sheet_names(actor.team_id))
    game.wake()
    until = moment(planned.closes_at, game.clock.now(), planned.zone)
    return _said(f"A question is on its way; it is open until {until}.")


async def _schedule(game: "Game", actor: Actor) -> Schedule:
    """The channel's schedule, or what a channel without one would begin with."""
    schedules = await game.store.schedules(actor.team_id, actor.channel_id)
    return schedules[0] if schedules else await starter(game, actor)


def _slot(game: "Game", key: str) -> str:
    """The same event delivered twice is the same wish, so it has the same slot."""
    return f"ask-{named(key) or game.new_id()}"


def _said(words: str) -> Say:
    return Say(Message((Section(line(words)),), summary=words))


COMMANDS = (
    Command(("quiz", "ask"), "Post one more question now", ask, audience=Audience.QUIZMASTER),
    Command(
        ("quiz", "reveal"),
        "Close the open question and reveal its answer",
        reveal,
        audience=Audience.QUIZMASTER,
    ),
)
ACTIONS = {"ask": press_ask, "retry": press_retry}
