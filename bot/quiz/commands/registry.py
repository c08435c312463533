"""The registry: every command, button, form and menu entry that the game answers."""

from bot.quiz.actions import RUN
from bot.quiz.commands import (
    answer,
    appeal,
    audit,
    board,
    channel,
    help,  # noqa: A004 - the command's own name
    lookup,
    phrases,
    proposal,
    quizmaster,
    report,
    review,
    round,  # noqa: A004 - the design's own word
    ruling,
    schedule,
    sheet,
    suggest,
    upload,
)
from bot.quiz.commands.calling import Calling
from bot.quiz.commands.home import home
from bot.quiz.commands.routes import On, Registry, by_verb

_FILES = (
    answer.ROUTES,
    board.ROUTES,
    lookup.ROUTES,
    round.ROUTES,
    schedule.ROUTES,
    channel.ROUTES,
    sheet.ROUTES,
    upload.ROUTES,
    quizmaster.ROUTES,
    suggest.ROUTES,
    proposal.ROUTES,
    appeal.ROUTES,
    ruling.ROUTES,
    phrases.ROUTES,
    report.ROUTES,
    review.ROUTES,
    audit.ROUTES,
    help.ROUTES,
)
"""What each file of this folder answers, in the order in which help shows the commands."""


def build_registry() -> Registry:
    """Everything that the files of this folder answer."""
    commands = {command: does for file in _FILES for command, does in file.commands.items()}
    groups = {group: does for file in _FILES for group, does in file.groups.items()}
    calling = Calling(commands, groups)
    presses = [route for file in _FILES for route in file.presses]
    return Registry(
        commands=commands,
        groups=groups,
        call=calling.call,
        menus={menu: does for file in _FILES for menu, does in file.menus.items()},
        member_menus=tuple(menu for file in _FILES for menu in file.member_menus),
        presses=by_verb((*presses, On(RUN, calling.press))),
        forms=by_verb(route for file in _FILES for route in file.forms),
        home=home,
    )
