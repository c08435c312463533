"""Set-up: what the quizmaster sees when configuring a channel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot.model.message import (
    Block,
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
from bot.model.text import Span, clocked, emphasis, line, strong
from bot.quiz.actions import (
    ASK,
    PAUSE,
    PREVIEW,
    RESUME,
    SCHEDULE,
    SCHEDULED,
    USE,
    OfSheet,
    Opened,
    Place,
)
from bot.quiz.messages.formatting import clock, count, day, days
from bot.quiz.ports.sheets import SheetEntry
from bot.quiz.rules.calendar import local
from bot.quiz.rules.calendar import upcoming as openings_from
from bot.quiz.rules.typed.zones import zone_typed, zone_words

OPENS, REVEALS, DAYS, ZONE, SHEET = "opens", "reveals", "days", "zone", "sheet"
"""The names of the fields of the set-up form."""
_FORESEEN = 3
"""Questions whose day is said when the quiz is set up."""
_CHOICES = 25
"""How many values every platform can offer in a choice."""


@dataclass(frozen=True, slots=True)
class Before:
    """What somebody else had chosen."""

    who: str
    entry: SheetEntry


def confirmed(
    schedule: Schedule,
    entry: SheetEntry,
    now: datetime,
    *,
    elsewhere: bool = False,
    coming: int = 0,
    before: Before | None = None,
    came: str = "",
) -> Message:
    """The schedule as it now stands; `elsewhere` if it is another channel's. `coming` questions
    are on their way as they were planned until then; `before` is what somebody else had chosen;
    `came` says from where the quiz came here.
    """
    where = "in that channel" if elsewhere else "here"
    if schedule.channel_name:
        where = f"in #{schedule.channel_name}"
    place = Place.of(schedule.team_id, schedule.channel_id)
    runs = f"The quiz will run {where} {hours(schedule)}, from "
    after = f" ({count(entry.asked, 'question')})."
    return Message(
        (
            Section(line(runs, strong(entry.title), after)),
            *_coming(schedule),
            *((Section(line(came)),) if came else ()),
            *notes(coming, before),
            Buttons(
                (
                    Button("Post one now", ASK.action(place), Weight.PRIMARY),
                    Button("Preview", PREVIEW.action(place)),
                    Button("Change", SCHEDULE.action(place)),
                    Button("Pause", PAUSE.action(place)),
                    *_ways_back(before),
                )
            ),
        ),
        summary=f"{runs}{entry.title}{after}",
    )


def _coming(schedule: Schedule) -> tuple[Block, ...]:
    """When the next questions come, and what their hour is elsewhere: so that whoever meant another
    zone, or another day, sees it at once.
    """
    if schedule.next_at is None:
        return ()
    openings = list(islice(openings_from(schedule, schedule.next_at), _FORESEEN))
    spans: list[Span | str] = ["Next: "]
    for number, opening in enumerate(openings):
        there = local(opening, schedule.zone)
        words = f"{day(there.date())} {clock(there)}"
        spans += [" · "] * (number > 0) + [clocked(words, opening, dated=True)]
    said: list[Block] = [Section(line(*spans))]
    if elsewhere := _elsewhere(schedule, openings):
        said.append(Small(line(elsewhere)))
    if schedule.zone.startswith("Etc/GMT"):
        fixed = f"{zone_words(schedule.zone)} knows no summer time; a city does: write one to follow it."
        said.append(Small(line(fixed)))
    return tuple(said)


def _elsewhere(schedule: Schedule, openings: Sequence[datetime]) -> str:
    """`09:00 Berlin time is 08:00 UTC now, and 07:00 UTC from Mon 29 Mar.`; nothing in UTC itself."""
    hour, words = f"{clock(schedule.opens)} {zone_words(schedule.zone)}", ""
    for opening in openings:
        there = f"{clock(opening)} UTC"
        if not words:
            words = f"{hour} is {there} now"
        elif there not in words:
            words += f", and {there} from {day(local(opening, schedule.zone).date())}"
    return "" if zone_words(schedule.zone) == "UTC" else f"{words}."


def hours(schedule: Schedule) -> str:
    """`on weekdays at 09:00 Berlin time, answers at 17:00`."""
    chosen = days(schedule.days)
    when = chosen if chosen == "every day" else f"on {chosen}"
    zone = zone_words(schedule.zone)
    return f"{when} at {clock(schedule.opens)} {zone}, answers at {clock(schedule.reveals)}"


def notes(coming: int, before: Before | None = None) -> tuple[Block, ...]:
    """What else there is to know of a change."""
    said: list[Block] = []
    if coming:
        comes = "is on its way already and still comes"
        if coming > 1:
            comes = "are on their way already and still come"
        said.append(Small(line(f"{count(coming, 'question')} {comes}.")))
    if before is not None:
        said.append(Small(line(f"{before.who} had chosen ", emphasis(before.entry.title), ".")))
    return tuple(said)


def _ways_back(before: Before | None) -> tuple[Button, ...]:
    if before is None:
        return ()
    return (Button("Back to that one", USE.action(OfSheet(before.entry.id))),)


def resting(entry: SheetEntry, *, coming: int = 0, before: Before | None = None) -> Message:
    """A sheet was chosen for a quiz that rests."""
    words = f"The quiz will ask from {entry.title} once it goes on."
    start = Button("Resume", RESUME.action(Place()), Weight.PRIMARY)
    ways = Buttons((start, *_ways_back(before)))
    return Message((Section(line(words)), *notes(coming, before), ways), summary=words)


def form(present: Schedule | None, zone: str, sheets: Sequence[SheetEntry], place: Place) -> Form:
    """The set-up form, filled in with what holds now or with what most teams take."""
    sheet = present.sheet_id if present else sheets[0].id
    listed = sorted(sheets, key=lambda entry: entry.id != sheet)[:_CHOICES]
    return Form(
        title="The daily quiz",
        action=SCHEDULED.action(Opened.of(place, present.version if present else 0)),
        inputs=(
            TextInput(
                OPENS,
                "Question at",
                placeholder="09:00",
                value=clock(present.opens) if present else "09:00",
                max_length=30,
            ),
            TextInput(
                REVEALS,
                "Answer at",
                placeholder="17:00",
                value=clock(present.reveals) if present else "17:00",
                max_length=30,
            ),
            TextInput(
                DAYS,
                "Days",
                placeholder="mon-fri",
                value=days(present.days) if present else "weekdays",
                max_length=100,
            ),
            TextInput(
                ZONE,
                "Time zone",
                placeholder="Europe/Berlin",
                value=zone_typed(present.zone if present else zone),
                max_length=100,
            ),
            ChoiceInput(
                SHEET,
                "Sheet",
                tuple(Choice(entry.id, _titled(entry)) for entry in listed),
                value=sheet,
            ),
        ),
        blocks=_rests(present),
        submit="Save",
    )


def _rests(present: Schedule | None) -> tuple[Block, ...]:
    if present is None or not present.stands_still:
        return ()
    return (Small(line(f"It rests: {present.stands_still} Saving starts it again.")),)


def sheets(entries: Sequence[SheetEntry], used: str) -> Message:
    """The sheets that the team may use."""
    if not entries:
        words = "There is no sheet here yet. A quizmaster can bring one with /quizmaster upload."
        return Message.of(words)
    rows = tuple(
        line(strong(entry.title), f" — {count(entry.asked, 'question')}", _marked(entry, used))
        for entry in entries
    )
    return Message(
        (
            Section(line(strong("Sheets"))),
            Listing(rows),
            Small(
                line("A quizmaster changes the sheet of this channel with /quizmaster sheet NAME.")
            ),
        ),
        summary="Sheets: " + ", ".join(entry.title for entry in entries),
    )


def _marked(entry: SheetEntry, used: str) -> str:
    return " · used in this channel" if entry.id == used else ""


def _titled(entry: SheetEntry) -> str:
    return f"{entry.title} ({count(entry.asked, 'question')})"
