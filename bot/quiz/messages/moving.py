"""Taking the quiz of one channel to another, and letting it go on."""

from collections.abc import Sequence

from bot.model.message import Button, Buttons, Message, Section, Small, Weight
from bot.model.schedule import Schedule
from bot.model.team import name_of
from bot.model.text import line
from bot.quiz.actions import MOVE, PREVIEW, RESUME, SCHEDULE, Moving, Place
from bot.quiz.messages.place import where

_SHOWN = 10
"""Quizzes that are offered by a button."""


def choice(others: Sequence[Schedule], here: Place) -> Message:
    """Which quizzes of the team could come here."""
    words = (
        "Which quiz shall come here? Its hours, points, streaks and reminders come along; what was "
        "posted stays where it stands."
    )
    buttons = tuple(
        Button(
            f"From {where(each.channel_name)}",
            MOVE.action(Moving(name_of(each.team_id), here.channel_id, each.channel_id)),
        )
        for each in others[:_SHOWN]
    )
    more = len(others) - len(buttons)
    note = (Small(line(f"and {more} more")),) if more > 0 else ()
    return Message((Section(line(words)), *note, Buttons(buttons)), summary=words)


def done(source: Schedule, here: Place, *, paused: bool) -> Message:
    """The quiz is here now, as it stood."""
    words = came(source)
    still = (Small(line("It is paused; Resume lets it go on.")),) if paused else ()
    buttons = (
        Button("Resume", RESUME.action(here), Weight.PRIMARY)
        if paused
        else Button("Preview", PREVIEW.action(here)),
        Button("Change", SCHEDULE.action(here)),
    )
    return Message((Section(line(words)), *still, Buttons(buttons)), summary=words)


def came(source: Schedule) -> str:
    """What came along."""
    return f"The quiz of {where(source.channel_name)} is here now, with its points and streaks."


def taken(here: Place) -> Message:
    """The channel has a quiz, or the history of one."""
    words = (
        "This channel has a quiz of its own, or had one, and two histories do not fit into one. "
        "Please choose a channel without one, and type /quizmaster move there."
    )
    return Message.of(words, Button("Change the quiz here", SCHEDULE.action(here)))


def nothing(here: Place) -> Message:
    """No other channel has a quiz."""
    words = "No other channel of this team has a quiz that could come here."
    return Message.of(words, Button("Set one up here", SCHEDULE.action(here), Weight.PRIMARY))


def nothing_to_resume(here: Place) -> Message:
    """There is no schedule."""
    words = "No quiz is set up here, so there is nothing to resume."
    return Message.of(words, Button("Set it up", SCHEDULE.action(here), Weight.PRIMARY))
