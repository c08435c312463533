"""Set-up: what the quizmaster sees when configuring a channel."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.model.action import Action
from bot.model.message import (
    Button,
    Buttons,
    Choice,
    ChoiceInput,
    Form,
    Listing,
    Message,
    Section,
    Small,
    TextInput,
    Weight,
)
from bot.model.schedule import Schedule
from bot.model.text import line, strong
from bot.quiz.calendar import local
from bot.quiz.ports.store import SheetEntry
from bot.quiz.speech.moment import clock, count, day, days

_CHOICES = 25
"""How many values every platform can offer in a choice."""


def home_of(schedule: Schedule) -> tuple[str, str]:
    """The team and channel that a button carries, so that it works from elsewhere too."""
    return schedule.team_id.partition(":")[2], schedule.channel_id


def confirmed(
    schedule: Schedule, entry: SheetEntry, now: datetime, *, elsewhere: bool = False
) -> Message:
    """The schedule as it now stands; `elsewhere` if it is another channel's."""
    where = "in that channel" if elsewhere else "here"
    if schedule.channel_name:
        where = f"in #{schedule.channel_name}"
    home = home_of(schedule)
    chosen = days(schedule.days)
    when = chosen if chosen == "every day" else f"on {chosen}"
    runs = (
        f"The quiz will run {where} {when} at {clock(schedule.opens)} "
        f"({schedule.zone}), answers at {clock(schedule.reveals)}, from "
    )
    after = f" ({count(entry.asked, 'question')})."
    first = ""
    if schedule.next_at:
        first = f" First one: {_first(schedule.next_at, now, schedule.zone)}."
    return Message(
        (
            Section(line(runs, strong(entry.title), f"{after}{first}")),
            Buttons(
                (
                    Button("Post one now", Action("ask", home), Weight.PRIMARY),
                    Button("Change", Action("schedule", home)),
                    Button("Pause", Action("pause", home)),
                )
            ),
        ),
        summary=f"{runs}{entry.title}{after}{first}",
    )


def _first(instant: datetime, now: datetime, zone: str) -> str:
    opening, today = local(instant, zone), local(now, zone).date()
    if opening.date() == today:
        return f"today at {clock(opening)}"
    soon = "tomorrow, " if opening.date() == today + timedelta(days=1) else ""
    return f"{soon}{day(opening.date())} at {clock(opening)}"


def resting(entry: SheetEntry) -> Message:
    """A sheet was chosen for a quiz that rests."""
    words = f"The quiz will ask from {entry.title} once it is started again."
    return Message(
        (
            Section(line(words)),
            Buttons((Button("Start again", Action("schedule"), Weight.PRIMARY),)),
        ),
        summary=words,
    )


def paused(home: tuple[str, ...] = ()) -> Message:
    """The schedule rests."""
    words = "The quiz is paused here. Points and streaks stay as they are."
    return Message(
        (
            Section(line(words)),
            Buttons((Button("Start again", Action("schedule", home), Weight.PRIMARY),)),
        ),
        summary=words,
    )


def form(
    present: Schedule | None, zone: str, sheets: Sequence[SheetEntry], home: tuple[str, str]
) -> Form:
    """The set-up form, filled in with what holds now or with what most teams take."""
    sheet = present.sheet_id if present else sheets[0].id
    listed = sorted(sheets, key=lambda entry: entry.id != sheet)[:_CHOICES]
    return Form(
        title="The daily quiz",
        action=Action("scheduled", home),
        inputs=(
            TextInput(
                "opens",
                "Question at",
                placeholder="09:00",
                value=clock(present.opens) if present else "09:00",
                max_length=10,
            ),
            TextInput(
                "reveals",
                "Answer at",
                placeholder="17:00",
                value=clock(present.reveals) if present else "17:00",
                max_length=10,
            ),
            TextInput(
                "days",
                "Days",
                placeholder="mon-fri",
                value=days(present.days) if present else "weekdays",
                max_length=60,
            ),
            TextInput(
                "zone",
                "Time zone",
                placeholder="Europe/Berlin",
                value=present.zone if present else zone,
                max_length=60,
            ),
            ChoiceInput(
                "sheet",
                "Sheet",
                tuple(Choice(entry.id, _titled(entry)) for entry in listed),
                value=sheet,
            ),
        ),
        submit="Save",
    )


def sheets(entries: Sequence[SheetEntry], used: str) -> Message:
    """The sheets that the team may use."""
    if not entries:
        words = "There is no sheet here yet. A quizmaster can bring one with /quiz upload."
        return Message((Section(line(words)),), summary=words)
    rows = tuple(
        line(strong(entry.title), f" — {count(entry.asked, 'question')}", _marked(entry, used))
        for entry in entries
    )
    return Message(
        (
            Section(line(strong("Sheets"))),
            Listing(rows),
            Small(line("A quizmaster changes the sheet of this channel with /quiz sheet NAME.")),
        ),
        summary="Sheets: " + ", ".join(entry.title for entry in entries),
    )


def _marked(entry: SheetEntry, used: str) -> str:
    return " · used in this channel" if entry.id == used else ""


def _titled(entry: SheetEntry) -> str:
    return f"{entry.title} ({count(entry.asked, 'question')})"
