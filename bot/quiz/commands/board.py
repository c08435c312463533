"""Boards, one's own numbers, and one's own settings."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model.board import Window
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Choice, Reply, Say
from bot.quiz.commands.command import Command
from bot.quiz.commands.option import Option, OptionKind
from bot.quiz.commands.place import in_channel
from bot.quiz.errors import BadArgument, UnknownAction
from bot.quiz.speech import board

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def top(game: "Game", call: Call) -> Reply:
    """Show a board."""
    window = Window(str(call.arguments.get("window", Window.WEEK.value)))
    return Say(await game.boards.board(call.actor, window))


async def me(game: "Game", call: Call) -> Reply:
    """Show how somebody stands, oneself unless said otherwise."""
    wanted = str(call.arguments.get("member", "")) or call.actor.member_id
    myself = wanted == call.actor.member_id
    profile = await game.boards.profile(call.actor, wanted)
    if profile is None or (profile.hidden and not myself):
        raise BadArgument("There are no numbers to show for that person.")
    return Say(board.profile(profile, myself=myself))


async def press_board(game: "Game", press: Press | Submission) -> Reply:
    """A board's buttons to the other windows."""
    try:
        window = Window(press.action.arguments[0])
    except (IndexError, ValueError):
        raise UnknownAction from None
    return Say(await game.boards.board(press.actor, window), replaces=True)


async def press_me(game: "Game", press: Press | Submission) -> Reply:
    """The My stats button."""
    actor = await in_channel(game, press.actor, press.action.arguments)
    return await me(game, Call(actor, ("quiz", "me")))


async def press_hide(game: "Game", press: Press | Submission) -> Reply:
    """Leave boards and reveals, or come back."""
    wanted, actor = await _setting(game, press)
    member = await game.member(actor)
    await game.store.save_member(replace(member, hidden=wanted))
    return await _own(game, actor)


async def press_remind(game: "Game", press: Press | Submission) -> Reply:
    """Ask for a word before the channel's questions close, or ask for silence."""
    wanted, actor = await _setting(game, press)
    await game.store.set_reminder(actor.team_id, actor.channel_id, actor.member_id, wanted)
    return await _own(game, actor)


async def _setting(game: "Game", press: Press | Submission) -> tuple[bool, Actor]:
    """Whether a setting is switched on or off, and for whom where."""
    match press.action.arguments:
        case ("on" | "off" as wanted, *home):
            return wanted == "on", await in_channel(game, press.actor, tuple(home))
    raise UnknownAction


async def _own(game: "Game", actor: Actor) -> Reply:
    profile = await game.boards.profile(actor, actor.member_id)
    if profile is None:
        raise UnknownAction
    return Say(board.profile(profile), replaces=True)


COMMANDS = (
    Command(
        ("quiz", "top"),
        "Show the board: today, this week, this month or all time",
        top,
        (
            Option(
                "window",
                "The stretch of days",
                OptionKind.CHOICE,
                choices=(
                    Choice(Window.TODAY.value, "today"),
                    Choice(Window.WEEK.value, "this week"),
                    Choice(Window.MONTH.value, "this month"),
                    Choice(Window.ALL.value, "all time"),
                ),
            ),
        ),
    ),
    Command(
        ("quiz", "me"),
        "Show your streak, points and settings",
        me,
        (Option("member", "Somebody else of the team", OptionKind.MEMBER),),
    ),
)
ACTIONS = {"board": press_board, "me": press_me, "hide": press_hide, "remind": press_remind}
