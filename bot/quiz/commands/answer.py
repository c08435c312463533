"""Today's question: seeing it, answering it, and the hint."""

from bot.model.command import Command, Option
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Amend, Ask, Message, Reply, Say
from bot.model.play import Play
from bot.quiz.actions import ANSWER, HINT, PICK, SEND, InRound, Picked
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, UnknownAction
from bot.quiz.messages import question, verdict
from bot.quiz.services.services import Services

_TEXT = Option("text", "Your answer; leave it out to open the form")


async def today(services: Services, call: Call) -> Reply:
    """Show the open question in private, one that waits for the member first."""
    return Say(await todays_question(services, call.actor))


async def todays_question(services: Services, actor: Actor) -> Message:
    """The open question as one member sees it; raises `NoRound`."""
    answering = services.answering
    round_ = await answering.waiting_round(actor)
    finished = await answering.finished(round_, actor.member_id)
    rules, now = answering.rules_of(round_), services.clock.now()
    return question.today(round_, now, rules, finished=finished)


async def answer(services: Services, call: Call) -> Reply:
    """Answer at once with the words given, or open the form."""
    text = str(call.arguments.get(_TEXT.name, ""))
    if not text:
        round_ = await services.answering.waiting_round(call.actor)
        return _form(services, await _play(services, call.actor, round_.id))
    # Words without the question above them are meant for the newest one, also when they are
    # sent a second time: they never spend a try on another.
    round_ = await services.answering.open_round(call.actor)
    play = await _play(services, call.actor, round_.id)
    return await _judged(services, call.actor, play, text, call.key)


async def hint(services: Services, call: Call) -> Reply:
    """Give the hint of the open question."""
    round_ = await services.answering.open_round(call.actor)
    return await _hint(services, await _play(services, call.actor, round_.id))


async def press_answer(services: Services, press: Press, where: InRound) -> Reply:
    """The Answer button: open the form."""
    return _form(services, await _open_play(services, press, where))


async def press_hint(services: Services, press: Press, where: InRound) -> Reply:
    """The Hint button."""
    return await _hint(services, await _open_play(services, press, where))


async def pick(services: Services, press: Press, picked: Picked) -> Reply:
    """A button with one of the options: that is the answer."""
    play = await _play(services, press.actor, picked.round_id)
    options = play.round.question.options
    if picked.option >= len(options):
        raise UnknownAction
    return await _judged(services, press.actor, play, options[picked.option], press.key)


async def send(services: Services, sent: Submission, where: InRound) -> Reply:
    """The form came back: judge it, or say in the form what is missing."""
    play = await _play(services, sent.actor, where.round_id)
    text = sent.values.get(question.ANSWER_INPUT, "")
    try:
        return await _judged(services, sent.actor, play, text, sent.key)
    except BadArgument as bad:
        return Amend(((question.ANSWER_INPUT, bad.words),))


async def _play(services: Services, member: Actor, round_id: str) -> Play:
    return await services.answering.play(member.team_id, round_id, member.member_id)


async def _open_play(services: Services, press: Press, where: InRound) -> Play:
    play = await _play(services, press.actor, where.round_id)
    services.answering.require_open(play)
    return play


def _form(services: Services, play: Play) -> Reply:
    left = services.answering.tries_left(play)
    return Ask(question.form(play.round, left, services.limits.longest_answer))


async def _judged(services: Services, actor: Actor, play: Play, text: str, key: str) -> Reply:
    try:
        return Say(verdict.verdict(await services.answering.answer(actor, play, text, key)))
    finally:
        services.members.heard(actor)


async def _hint(services: Services, play: Play) -> Reply:
    if not play.round.question.hint:
        raise BadArgument("This question has no hint.")
    services.answering.tries_left(play)
    new = await services.store.take_hint(play.round, play.member_id, services.clock.now())
    costs = services.answering.rules_of(play.round).hint_costs if new else 0
    return Say(question.hint(play.round, costs))


ROUTES = Routes(
    commands={
        Command(("quiz", "today"), "Show today's question"): today,
        Command(
            ("quiz", "answer"), "Answer today's question, in the form or right here", (_TEXT,)
        ): answer,
        Command(("quiz", "hint"), "Get the hint, for two points"): hint,
    },
    presses=(On(ANSWER, press_answer), On(HINT, press_hint), On(PICK, pick)),
    forms=(On(SEND, send, records_member=True),),
)
