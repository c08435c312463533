"""The tables: every command, button, form and pointed-at message that the game answers."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from bot.model.event import Point, Press, Submission
from bot.model.message import Reply
from bot.quiz.commands import (
    answer,
    board,
    help,  # noqa: A004 - the command's own name
    lookup,
    proposal,
    quizmaster,
    report,
    round,  # noqa: A004 - the design's own word
    schedule,
    sheet,
    suggest,
    upload,
)
from bot.quiz.commands.command import Command

if TYPE_CHECKING:
    from bot.quiz.game import Game

ActionHandler: TypeAlias = Callable[["Game", Press | Submission], Awaitable[Reply]]
PointHandler: TypeAlias = Callable[["Game", Point], Awaitable[Reply]]

COMMANDS: tuple[Command, ...] = (
    *answer.COMMANDS,
    *board.COMMANDS,
    *lookup.COMMANDS,
    *round.COMMANDS,
    *schedule.COMMANDS,
    *sheet.COMMANDS,
    *upload.COMMANDS,
    *quizmaster.COMMANDS,
    *suggest.COMMANDS,
    *help.COMMANDS,
)
ACTIONS: Mapping[str, ActionHandler] = {
    **answer.ACTIONS,
    **board.ACTIONS,
    **lookup.ACTIONS,
    **round.ACTIONS,
    **schedule.ACTIONS,
    **report.ACTIONS,
    **suggest.ACTIONS,
    **upload.ACTIONS,
    **proposal.ACTIONS,
    **quizmaster.ACTIONS,
}
POINTS: Mapping[str, PointHandler] = {**report.POINTS}
