"""Making somebody a quizmaster."""

from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Actor, Call, Press
from bot.model.message import Reply, Say
from bot.quiz.actions import DISMISS, OfMember
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument
from bot.quiz.messages import setup
from bot.quiz.services.services import Services

_MEMBER = Option("member", "The person", OptionKind.MEMBER, required=True)
_APPOINT = Command(
    ("quizmaster", "appoint"),
    "Make somebody a quizmaster, or take it back",
    (_MEMBER,),
    Audience.QUIZMASTER,
    formerly=(("quiz", "quizmaster"),),
)


async def appoint(services: Services, call: Call) -> Reply:
    """Make a member a quizmaster."""
    member_id = str(call.arguments[_MEMBER.name])
    return await _set(services, call.actor, member_id, wanted=True)


async def dismiss(services: Services, press: Press, who: OfMember) -> Reply:
    """The button that takes it back."""
    await services.members.require_quizmaster(press.actor, str(_APPOINT))
    return await _set(services, press.actor, who.member_id, wanted=False)


async def _set(services: Services, actor: Actor, member_id: str, *, wanted: bool) -> Reply:
    """The same twice is the same once: an event may be delivered twice."""
    appointed = await services.store.set_member(actor.team_id, member_id, quizmaster=wanted)
    if appointed is None:
        raise BadArgument("I have not met that person yet. They need to use the bot once first.")
    return Say(setup.appointed(appointed), replaces=not wanted)


ROUTES = Routes(
    commands={_APPOINT: appoint},
    presses=(On(DISMISS, dismiss),),
)
