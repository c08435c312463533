"""Boards, one's own numbers, and one's own settings."""

from bot.model.board import Window
from bot.model.command import Command, MemberMenu, Option, OptionKind
from bot.model.event import Actor, Call, Press
from bot.model.message import Choice, Reply, Say
from bot.quiz.actions import (
    BOARD,
    HIDE,
    ME,
    OWN_ANSWERS,
    REMIND,
    OwnPage,
    Place,
    Stretch,
    Switch,
)
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, UnknownAction
from bot.quiz.messages import board, own_answers
from bot.quiz.services.services import Services

_WINDOW = Option(
    "window",
    "The stretch of days",
    OptionKind.CHOICE,
    choices=(
        Choice(Window.TODAY.value, "today"),
        Choice(Window.WEEK.value, "this week"),
        Choice(Window.MONTH.value, "this month"),
        Choice(Window.ALL.value, "all time"),
    ),
)
_MEMBER = Option("member", "Somebody else of the team", OptionKind.MEMBER)
_ME = Command(("quiz", "me"), "Show your streak, points, answers and settings", (_MEMBER,))


async def top(services: Services, call: Call) -> Reply:
    """Show a board."""
    window = Window(str(call.arguments.get(_WINDOW.name, Window.WEEK.value)))
    return Say(await services.boards.board(call.actor, window))


async def me(services: Services, call: Call) -> Reply:
    """Show how somebody stands, oneself unless said otherwise."""
    wanted = str(call.arguments.get(_MEMBER.name, "")) or call.actor.member_id
    return await _numbers(services, call.actor, wanted)


async def press_board(services: Services, press: Press, stretch: Stretch) -> Reply:
    """A board's buttons to the other windows."""
    return Say(await services.boards.board(press.actor, stretch.window), replaces=True)


async def press_me(services: Services, press: Press, place: Place) -> Reply:
    """The My stats button."""
    return await _numbers(services, press.actor, press.actor.member_id)


async def press_own_answers(services: Services, press: Press, page: OwnPage) -> Reply:
    """The way to earlier answers of one's own, and back."""
    shown = await services.own_answers.page(press.actor, page.skipped)
    return Say(own_answers.own_answers(shown), replaces=True)


async def press_hide(services: Services, press: Press, hidden: Switch) -> Reply:
    """Leave boards and reveals, or come back."""
    actor = press.actor
    await services.members.member(actor)
    await services.store.set_member(actor.team_id, actor.member_id, hidden=hidden.on)
    return await _own(services, actor)


async def press_remind(services: Services, press: Press, reminded: Switch) -> Reply:
    """Ask for a word before the channel's questions close, or ask for silence."""
    actor = press.actor
    who = (actor.team_id, actor.channel_id, actor.member_id)
    await services.store.set_reminder(*who, reminded.on)
    return await _own(services, actor)


async def _numbers(services: Services, actor: Actor, member_id: str) -> Reply:
    myself = member_id == actor.member_id
    profile = await services.boards.profile(actor, member_id)
    if profile is None or (profile.hidden and not myself):
        raise BadArgument("There are no numbers to show for that person.")
    answers = await services.own_answers.page(actor) if myself else None
    return Say(board.profile(profile, answers))


async def _own(services: Services, actor: Actor) -> Reply:
    profile = await services.boards.profile(actor, actor.member_id)
    if profile is None:
        raise UnknownAction
    return Say(board.profile(profile, await services.own_answers.page(actor)), replaces=True)


ROUTES = Routes(
    commands={
        Command(
            ("quiz", "top"), "Show the board: today, this week, this month or all time", (_WINDOW,)
        ): top,
        _ME: me,
    },
    member_menus=(MemberMenu("Quiz stats", _ME, _MEMBER.name),),
    presses=(
        On(BOARD, press_board),
        On(ME, press_me),
        On(OWN_ANSWERS, press_own_answers),
        On(HIDE, press_hide),
        On(REMIND, press_remind),
    ),
)
