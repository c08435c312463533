"""Today's question: seeing it, answering it, and the hint."""

from typing import TYPE_CHECKING

from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Amend, Ask, Buttons, Message, Reply, Say, Section
from bot.model.round import Round
from bot.model.sitting import Sitting
from bot.model.text import line, strong
from bot.quiz.commands.command import Command
from bot.quiz.commands.option import Option
from bot.quiz.commands.place import in_team
from bot.quiz.errors import BadArgument, NoRound, UnknownAction
from bot.quiz.speech import question, verdict
from bot.quiz.speech.moment import at

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def today(game: "Game", call: Call) -> Reply:
    """Show the open question in private, one that waits for the member first."""
    round_ = await waiting_round(game, call.actor)
    finished = await game.answering.finished(round_, call.actor.member_id)
    return Say(question.today(round_, game.clock.now(), game.rules, finished=finished))


async def answer(game: "Game", call: Call) -> Reply:
    """Answer at once with the words given, or open the form."""
    text = str(call.arguments.get("text", ""))
    if not text:
        return _form(game, await _seated(game, call.actor, await waiting_round(game, call.actor)))
    # Words without the question above them are meant for the newest one, also when they are
    # sent a second time: they never spend a try on another.
    round_ = await open_round(game, call.actor)
    sitting = await _seated(game, call.actor, round_)
    return await _judged(game, call.actor, sitting, text, call.key)


async def hint(game: "Game", call: Call) -> Reply:
    """Give the hint of the open question."""
    round_ = await open_round(game, call.actor)
    return await _hint(game, await _seated(game, call.actor, round_))


async def press_answer(game: "Game", press: Press | Submission) -> Reply:
    """The Answer button: open the form."""
    return _form(game, await _open_sitting_of(game, press))


async def press_hint(game: "Game", press: Press | Submission) -> Reply:
    """The Hint button."""
    return await _hint(game, await _open_sitting_of(game, press))


async def pick(game: "Game", press: Press | Submission) -> Reply:
    """A button with one of the options: that is the answer."""
    sitting = await _sitting_of(game, press)
    number = press.action.arguments[-1]
    options = sitting.round.question.options
    if not (number.isdecimal() and int(number) < len(options)):
        raise UnknownAction
    return await _judged(game, press.actor, sitting, options[int(number)], press.key)


async def send(game: "Game", sent: Press | Submission) -> Reply:
    """The form came back: judge it, or say in the form what is missing."""
    sitting = await _sitting_of(game, sent)
    text = sent.values.get("answer", "") if isinstance(sent, Submission) else ""
    try:
        return await _judged(game, sent.actor, sitting, text, sent.key)
    except BadArgument as bad:
        return Amend((("answer", bad.words),))


async def open_round(game: "Game", actor: Actor) -> Round:
    """The newest open round of the channel; raises `NoRound` with the next one's time."""
    return (await _open_rounds(game, actor))[0]


async def waiting_round(game: "Game", actor: Actor) -> Round:
    """The newest open round in which the member may still answer, else the newest open one."""
    rounds = await _open_rounds(game, actor)
    for round_ in rounds:
        if not await game.answering.finished(round_, actor.member_id):
            return round_
    return rounds[0]


async def _open_rounds(game: "Game", actor: Actor) -> tuple[Round, ...]:
    """The open rounds of the channel, newest first; never none."""
    now = game.clock.now()
    live = await game.store.live_questions(actor.team_id, now)
    here = [r for r in live if r.channel_id == actor.channel_id and r.takes_answers(now)]
    if not here:
        raise NoRound(await _next_one(game, actor))
    return tuple(reversed(here))


async def _next_one(game: "Game", actor: Actor) -> str:
    now = game.clock.now()
    schedules = await game.store.schedules(actor.team_id, actor.channel_id)
    coming = [s for s in schedules if s.next_at is not None]
    if not coming:
        return "A quizmaster can start the quiz here with /quiz schedule."
    first = min(coming, key=lambda schedule: schedule.next_at or now)
    return f"The next one comes {at(first.next_at or now, now, first.zone)}."


async def _seated(game: "Game", actor: Actor, round_: Round) -> Sitting:
    return await game.answering.sitting(round_.team_id, round_.id, actor.member_id)


async def _sitting_of(game: "Game", press: Press | Submission) -> Sitting:
    """The member in the round that a button or form names."""
    return await game.answering.sitting(*await _named(game, press), press.actor.member_id)


async def _open_sitting_of(game: "Game", press: Press | Submission) -> Sitting:
    sitting = await _sitting_of(game, press)
    game.answering.require_open(sitting.round)
    return sitting


async def _named(game: "Game", press: Press | Submission) -> tuple[str, str]:
    """Team and round id; the team stands in the button where it was sent in private."""
    if not press.action.arguments:
        raise UnknownAction
    round_id, *team = press.action.arguments[:2]
    actor = await in_team(game, press.actor, team[0]) if team else press.actor
    return actor.team_id, round_id


def _form(game: "Game", sitting: Sitting) -> Reply:
    left = game.answering.tries_left(sitting)
    return Ask(question.form(sitting.round, left, game.rules))


async def _judged(game: "Game", actor: Actor, sitting: Sitting, text: str, key: str) -> Reply:
    given, said, before = await game.answering.answer(actor, sitting, text, key)
    outcome = await game.outcome(sitting.round, given, said, repeated=before)
    return Say(verdict.verdict(outcome))


async def _hint(game: "Game", sitting: Sitting) -> Reply:
    round_ = sitting.round
    if not round_.question.hint:
        raise BadArgument("This question has no hint.")
    game.answering.tries_left(sitting)
    new = await game.store.take_hint(round_, sitting.member_id, game.clock.now())
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
