"""Quizmasters: who they are, naming one, taking it back, and who is told."""

from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Actor, Call, Press
from bot.model.message import Message, Reply, Say
from bot.model.team import UserGroup
from bot.quiz.actions import DISMISS, TELL, OfMember, Switch
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument
from bot.quiz.messages import quizmasters as messages
from bot.quiz.messages import suggestion
from bot.quiz.rules.identity import told_key
from bot.quiz.services.services import Services

_WAITING = 10
"""Suggestions that somebody gets at once who is told from now on."""
_MEMBER = Option("member", "The person", OptionKind.MEMBER)
_GROUP = Option("group", "A user group or role, instead of one person", OptionKind.GROUP)
_WHO = Command(
    ("quizmaster", "who"),
    "Show who the quizmasters are, and who of them is told",
    audience=Audience.QUIZMASTER,
)
_APPOINT = Command(
    ("quizmaster", "appoint"),
    "Make a person, or everybody in a group, quizmaster",
    (_MEMBER, _GROUP),
    Audience.QUIZMASTER,
    needs_one=True,
    formerly=(("quiz", "quizmaster"),),
)
_DISMISS = Command(
    ("quizmaster", "dismiss"),
    "Make a person or a group quizmaster no more",
    (_MEMBER, _GROUP),
    Audience.QUIZMASTER,
    needs_one=True,
)


async def who(services: Services, call: Call) -> Reply:
    """Show who decides here."""
    return Say(await _shown(services, call.actor))


async def appoint(services: Services, call: Call) -> Reply:
    """Make a member or a group quizmaster."""
    member_id, group = _chosen(_APPOINT, call)
    if group is not None:
        await services.access.require_group(call.actor, group.id)
        await services.store.add_group(group)
        await services.auditing.note(call.actor, "made a group quizmasters", group.name)
        return Say(messages.group_appointed(group))
    return await _appointed(services, call.actor, member_id)


async def dismiss(services: Services, call: Call) -> Reply:
    """Take it back from a member or a group."""
    member_id, group = _chosen(_DISMISS, call)
    if group is None:
        return await _dismissed(services, call.actor, member_id)
    gone = await services.store.drop_group(group.team_id, group.id)
    if gone:
        await services.auditing.note(call.actor, "made a group quizmasters no more", group.name)
    return Say(messages.group_dismissed(group, was_one=gone))


async def press_dismiss(services: Services, press: Press, which: OfMember) -> Reply:
    """The button that takes it back."""
    return await _dismissed(services, press.actor, which.member_id)


async def press_tell(services: Services, press: Press, wanted: Switch) -> Reply:
    """Be told when something needs a quizmaster, or be left in peace."""
    actor = press.actor
    await services.members.member(actor)
    await services.store.set_member(actor.team_id, actor.member_id, told=wanted.on)
    waiting = await _catch_up(services, actor) if wanted.on else 0
    return Say(messages.told(wanted.on, waiting=waiting), replaces=True)


async def _catch_up(services: Services, actor: Actor) -> int:
    """Pass on the suggestions that wait, as to whoever is told at once; how many there are."""
    waiting = await services.store.undecided(actor.team_id, _WAITING)
    for proposal in waiting:
        await services.notices.tell(
            proposal.team_id,
            proposal.channel_id,
            actor.member_id,
            suggestion.proposed(proposal),
            key=told_key(suggestion.key(proposal), actor.member_id),
            buttons=suggestion.decisions(proposal),
        )
    return len(waiting)


def _chosen(command: Command, call: Call) -> tuple[str, UserGroup | None]:
    """The member, or the group that was named instead; raises `BadArgument` for neither."""
    member_id = str(call.arguments.get(_MEMBER.name, ""))
    group_id = str(call.arguments.get(_GROUP.name, ""))
    if group_id:
        name = call.names.get(group_id, group_id)
        return member_id, UserGroup(call.actor.team_id, group_id, name)
    if not member_id:
        raise BadArgument(f"{command} needs a person, or a group.")
    return member_id, None


async def _appointed(services: Services, actor: Actor, member_id: str) -> Reply:
    """The same twice is the same once: an event may be delivered twice."""
    if await services.store.member(actor.team_id, member_id) is None:
        raise BadArgument("I have not met that person yet. They need to use the bot once first.")
    if not await services.access.is_at_home(actor.team_id, member_id):
        raise BadArgument(
            "That person is a guest from another team, or has left this one. Quizmasters come "
            "from the team itself."
        )
    appointed = await services.store.set_member(actor.team_id, member_id, quizmaster=True)
    if appointed is None:
        raise BadArgument("I have not met that person yet. They need to use the bot once first.")
    await services.store.volunteer(actor.team_id, member_id)
    await services.auditing.note(actor, "made somebody quizmaster", appointed.name)
    return Say(messages.appointed(appointed))


async def _dismissed(services: Services, actor: Actor, member_id: str) -> Reply:
    """What a group or the platform makes of somebody stays, and is said."""
    dismissed = await services.store.set_member(actor.team_id, member_id, quizmaster=False)
    if dismissed is None:
        raise BadArgument("I have not met that person, so they are no quizmaster.")
    await services.auditing.note(actor, "made somebody quizmaster no more", dismissed.name)
    named = await services.store.quizmasters(actor.team_id)
    stays = await services.access.still_decides(actor.team_id, member_id, named)
    if not stays:
        await services.store.retire(actor.team_id, member_id)
    return Say(messages.dismissed(dismissed, stays=stays), replaces=True)


async def _shown(services: Services, actor: Actor) -> Message:
    named = await services.store.quizmasters(actor.team_id)
    managers = services.access.managers(actor.team_id)
    return messages.who(named, managers, actor)


ROUTES = Routes(
    commands={_WHO: who, _APPOINT: appoint, _DISMISS: dismiss},
    presses=(
        On(DISMISS, press_dismiss, Audience.QUIZMASTER, str(_DISMISS)),
        On(TELL, press_tell, Audience.QUIZMASTER, str(_WHO)),
    ),
)
