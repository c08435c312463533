"""Appeals of members: "I was right" about an answer of one's own."""

from bot.model.event import Press, Submission
from bot.model.message import Amend, Ask, Reply, Say
from bot.quiz.actions import APPEAL, APPEALED, OfAnswer
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument
from bot.quiz.messages import appeal as messages
from bot.quiz.ports.appeals import Made
from bot.quiz.services.services import Services


async def press_appeal(services: Services, press: Press, which: OfAnswer) -> Reply:
    """The button: show the answer and ask whether to put it to the quizmasters."""
    actor, appealing = press.actor, services.appealing
    play, answers = await appealing.open(actor, which.round_id)
    who = await appealing.who(actor)
    why = await appealing.must_say_why(actor)
    return Ask(messages.form(play, answers, which.number, who, must_say_why=why))


async def appealed(services: Services, sent: Submission, which: OfAnswer) -> Reply:
    """The form came back: keep the appeal, and say who looks at it."""
    actor, appealing = sent.actor, services.appealing
    _, answers = await appealing.open(actor, which.round_id)
    chosen = sent.values.get(messages.WHICH, "") or str(which.number)
    answer = next((each for each in answers if str(each.number) == chosen), None)
    if answer is None:
        raise BadArgument("That answer counts already. /quiz me shows what became of your answers.")
    why = " ".join(sent.values.get(messages.WHY, "").split())[: messages.LONGEST]
    if not why and await appealing.must_say_why(actor):
        return Amend(((messages.WHY, "Please say in a few words why it is right."),))
    made = await appealing.appeal(actor, answer, why)
    if made is Made.DECIDED:
        raise BadArgument("That was decided already. /quiz me shows what became of your answers.")
    who = await appealing.who(actor)
    return Say(messages.made(answer, who, again=made is Made.REPEATED))


ROUTES = Routes(
    presses=(On(APPEAL, press_appeal),),
    forms=(On(APPEALED, appealed),),
)
