"""The registry: every command, button, form and menu entry that the game answers."""

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
from bot.quiz.commands.home import home
from bot.quiz.commands.routes import Registry, by_verb


def build_registry() -> Registry:
    """Everything that stands in the files of this folder, in the order in which help shows it."""
    return Registry(
        commands={
            **answer.COMMANDS,
            **board.COMMANDS,
            **lookup.COMMANDS,
            **round.COMMANDS,
            **schedule.COMMANDS,
            **sheet.COMMANDS,
            **upload.COMMANDS,
            **quizmaster.COMMANDS,
            **suggest.COMMANDS,
            **help.COMMANDS,
        },
        menus=report.MENUS,
        member_menus=board.MEMBER_MENUS,
        presses=by_verb(
            (
                *answer.PRESSES,
                *board.PRESSES,
                *lookup.PRESSES,
                *round.PRESSES,
                *schedule.PRESSES,
                *sheet.PRESSES,
                *quizmaster.PRESSES,
                *suggest.PRESSES,
                *proposal.PRESSES,
            )
        ),
        forms=by_verb(
            (*answer.FORMS, *schedule.FORMS, *report.FORMS, *suggest.FORMS, *upload.FORMS)
        ),
        home=home,
    )
