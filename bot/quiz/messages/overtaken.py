"""What somebody sees who wanted to change what another one has just changed."""

from bot.model.message import Block, Button, Buttons, Message, Section, Small, Weight
from bot.model.schedule import Schedule
from bot.model.text import line
from bot.quiz.actions import RESUME, SCHEDULE, Place
from bot.quiz.messages.setup import hours, notes


def form(
    who: str, standing: tuple[Schedule, str], wanted: tuple[Schedule, str], place: Place
) -> Message:
    """A set-up form came back after somebody changed the schedule: what holds now, what was asked
    for, and the way to decide. Each is a schedule with its sheet's title.
    """
    opening = f"{who} changed the quiz here while your form was open, so I saved nothing of it."
    if not who:
        opening = "The quiz here changed while your form was open, so I saved nothing of it."
    return Message(
        (
            Section(line(opening)),
            Section(line(f"Now: {_said(*standing)}")),
            Section(line(f"You asked for: {_said(*wanted)}")),
            Small(line("Change opens the form on what holds now.")),
            Buttons((Button("Change", SCHEDULE.action(place), Weight.PRIMARY),)),
        ),
        summary=opening,
    )


def _said(schedule: Schedule, title: str) -> str:
    runs = f"{hours(schedule)}, from {title}."
    return f"{runs} It rests: {schedule.stands_still}" if schedule.stands_still else runs


def paused(place: Place, *, withdrawn: bool, coming: int) -> Message:
    """The schedule rests."""
    words = "The quiz is paused here. Points and streaks stay as they are."
    more: list[Block] = list(notes(coming))
    if withdrawn:
        more.append(Small(line("The question that was about to come does not come.")))
    return Message((Section(line(words)), *more, _start(place)), summary=words)


def paused_before(who: str, why: str, place: Place, *, coming: int) -> Message:
    """The schedule rested already."""
    words = f"{who} has paused the quiz here already." if who else f"The quiz rests here: {why}"
    return Message((Section(line(words)), *notes(coming), _start(place)), summary=words)


def nothing_to_pause(place: Place) -> Message:
    """There is no schedule."""
    words = "No quiz is set up here, so there is nothing to pause."
    return Message.of(words, Button("Set it up", SCHEDULE.action(place), Weight.PRIMARY))


def _start(place: Place) -> Buttons:
    return Buttons(
        (
            Button("Resume", RESUME.action(place), Weight.PRIMARY),
            Button("Change", SCHEDULE.action(place)),
        )
    )
