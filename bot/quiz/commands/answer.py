"""Today's question: seeing it, answering it, and the hint."""

from typing import TYPE_CHECKING

from bot.model.action import Action
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Amend, Ask, Buttons, Message, Reply, Say, Section
from bot.model.round import Round
from bot.model.text import line, strong
from bot.quiz.answering import Finished
from bot.quiz.commands.command import Command
from bot.quiz.commands.option import Option
from bot.quiz.errors import BadArgument, NoRound, UnknownAction
from bot.quiz.speech import question, verdict
from bot.quiz.speech.moment import moment

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def today(game: "Game", call: Call) -> Reply:
    """Show the open question in private."""
    actor = call.actor
    round_ = await open_round(game, actor)
    try:
        await game.answering.tries_left(round_, actor.member_id)
    except Finished:
        return Say(question.today(round_, game.clock.now(), game.rules, finished=True))
    return Say(question.today(round_, game.clock.now(), game.rules, finished=False))


async def answer(game: "Game", call: Call) -> Reply:
    """Answer at once with the words given, or open the form."""
    round_ = await open_round(game, call.actor)
    text = str(call.arguments.get("text", ""))
    if not text:
        return await _form(game, call.actor, round_)
    return await _judged(game, call.actor, round_, text, call.key)


async def hint(game: "Game", call: Call) -> Reply:
    """Give the hint of the open question."""
    return await _hint(game, call.actor, await open_round(game, call.actor))


async def press_answer(game: "Game", press: Press | Submission) -> Reply:
    """The Answer button: open the form."""
    return await _form(game, press.actor, await _round_of(game, press.actor, press.action))


async def press_hint(game: "Game", press: Press | Submission) -> Reply:
    """The Hint button."""
    return await _hint(game, press.actor, await _round_of(game, press.actor, press.action))


async def pick(game: "Game", press: Press | Submission) -> Reply:
    """A button with one of the options: that is the answer."""
    round_ = await _round_of(game, press.actor, press.action)
    number = press.action.arguments[-1]
    options = round_.question.options
    if not (number.isdecimal() and int(number) < len(options)):
        raise UnknownAction
    return await _judged(game, press.actor, round_, options[int(number)], press.key)


async def send(game: "Game", sent: Press | Submission) -> Reply:
    """The form came back: judge it, or say in the form what is missing."""
    round_ = await _round_of(game, sent.actor, sent.action)
    text = sent.values.get("answer", "") if isinstance(sent, Submission) else ""
    try:
        return await _judged(game, sent.actor, round_, text, sent.key)
    except BadArgument as bad:
        return Amend((("answer", bad.words),))


async def open_round(game: "Game", actor: Actor) -> Round:
    """The newest open round of the channel; raises `NoRound` with the next one's time."""
    now = game.clock.now()
    for round_ in await game.store.rounds(actor.team_id, actor.channel_id, 5):
        if round_.takes_answers(now):
            return round_
    raise NoRound(await _next_one(game, actor))


async def _next_one(game: "Game", actor: Actor) -> str:
    now = game.clock.now()
    schedules = await game.store.schedules(actor.team_id, actor.channel_id)
    coming = [s for s in schedules if s.next_at is not None]
    if not coming:
        return "A quizmaster can start the quiz here with /quiz schedule."
    first = min(coming, key=lambda schedule: schedule.next_at or now)
    return f"The next one comes {moment(first.next_at or now, now, first.zone)}."


async def _round_of(game: "Game", actor: Actor, action: Action) -> Round:
    """The open round that a button or form names, with its team where it was sent in private."""
    if not action.arguments:
        raise UnknownAction
    round_id, *team = action.arguments[:2]
    team_id = f"{actor.team_id.partition(':')[0]}:{team[0]}" if team else actor.team_id
    return await game.answering.open_round(team_id, round_id)


async def _form(game: "Game", actor: Actor, round_: Round) -> Reply:
    left = await game.answering.tries_left(round_, actor.member_id)
    return Ask(question.form(round_, left, game.rules))


async def _judged(game: "Game", actor: Actor, round_: Round, text: str, key: str) -> Reply:
    given, said, before = await game.answering.answer(actor, round_, text, key)
    game.wake()
    return Say(verdict.verdict(await game.outcome(round_, given, said, repeated=before)))


async def _hint(game: "Game", actor: Actor, round_: Round) -> Reply:
    if not round_.question.hint:
        raise BadArgument("This question has no hint.")
    await game.answering.tries_left(round_, actor.member_id)
    new = await game.store.take_hint(round_, actor.member_id, game.clock.now())
    cost = f" It costs {game.rules.hint_costs} points of this question." if new else ""
    return Say(
        Message(
            (
                Section(line(strong("Hint:"), f" {round_.question.hint}{cost}")),
                Buttons((question.answer_button(round_),)),
            ),
            summary=f"Hint: {round_.question.hint}",
        )
    )


COMMANDS = (
    Command(("quiz", "today"), "Show today's question", today),
    Command(
        ("quiz", "answer"),
        "Answer today's question, in the form or right here",
        answer,
        (Option("text", "Your answer; leave it out to open the form"),),
    ),
    Command(("quiz", "hint"), "Get the hint, for two points", hint),
)
ACTIONS = {"answer": press_answer, "hint": press_hint, "pick": pick, "send": send}
