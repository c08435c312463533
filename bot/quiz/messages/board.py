"""Boards, and one member's own numbers."""

from dataclasses import dataclass

from bot.model.board import Board, Ranked, Window
from bot.model.message import (
    Block,
    Button,
    Buttons,
    Field,
    Fields,
    Listing,
    Message,
    Section,
    Small,
)
from bot.model.text import Text, line, strong
from bot.quiz.actions import BOARD, HIDE, REMIND, Place, Stretch, Switch
from bot.quiz.messages.formatting import count, day, ordinal
from bot.quiz.messages.own_answers import OwnAnswers, earlier, listed
from bot.quiz.rules.scoring import place_of

_SHOWN = 10
_TITLES = {
    Window.TODAY: "Today",
    Window.WEEK: "This week",
    Window.MONTH: "This month",
    Window.ALL: "All time",
}


def board(ranking: Board, channel: str, member_id: str = "", open_points: int = 0) -> Message:
    """A board, with the place of the one who asked below it where they are not on the list, and
    with their points of rounds that are still open.
    """
    title = _TITLES[ranking.window]
    where = f" · #{channel}" if channel else ""
    until = f" · until {day(ranking.last)}" if ranking.window in (Window.WEEK, Window.MONTH) else ""
    blocks: list[Block] = [Section(line(strong(title), where, until))]
    if ranking.places:
        blocks.append(Listing(tuple(_row(place) for place in ranking.places[:_SHOWN])))
    else:
        chance = "" if open_points else " The next question is a chance."
        blocks.append(Section(line(f"Nobody has points here yet.{chance}")))
    mine = place_of(member_id, ranking.places[_SHOWN:])
    if mine:
        blocks.append(Small(line(f"… you: {mine.rank}. — {mine.standing.points}")))
    if open_points:
        own = f"Your {count(open_points, 'point')} of today's open question"
        joins = "joins" if open_points == 1 else "join"
        blocks.append(Small(line(f"{own} {joins} the board when it closes.")))
    others = tuple(
        Button(_TITLES[window], BOARD.action(Stretch(window)))
        for window in Window
        if window is not ranking.window
    )
    blocks.append(Buttons(others))
    return Message(tuple(blocks), summary=f"{title}{where}")


def _row(place: Ranked) -> Text:
    standing = place.standing
    # What an open question brought makes no day yet: that would tell of a miss, too.
    days = f", {count(standing.days, 'day')}" if standing.days else ""
    moved = ""
    if place.moved > 0:
        moved = f" ▲{place.moved}"
    elif place.moved < 0:
        moved = f" ▼{-place.moved}"
    return line(
        f"{place.rank}. ",
        strong(standing.name),
        f" — {count(standing.points, 'point')}{days}{moved}",
    )


@dataclass(frozen=True, slots=True)
class TopicScore:
    """How a member does in one topic: rounds answered, and how many of them right."""

    topic: str
    answered: int
    right: int


@dataclass(frozen=True, slots=True)
class Profile:
    """One member's numbers in one channel."""

    name: str
    streak: int
    longest: int
    week: Ranked | None
    all_time: Ranked | None
    hidden: bool
    reminded: bool
    place: Place
    """The channel, for presses in private messages."""
    topics: tuple[TopicScore, ...] = ()


def profile(own: Profile, answers: OwnAnswers | None = None) -> Message:
    """How a member stands; with their answers it is their own, and has topics and settings too."""
    myself = answers is not None
    whose = "Your numbers" if myself else f"{own.name}'s numbers"
    fields = [
        Field("Streak", line(f"{count(own.streak, 'day')} (longest {own.longest})")),
        Field("This week", line(_stand(own.week))),
        Field("All time", line(_stand(own.all_time))),
    ]
    blocks: list[Block] = [Section(line(strong(whose))), Fields(tuple(fields))]
    if own.topics and myself:
        blocks.append(Section(line(strong("By topic"))))
        blocks.append(
            Listing(
                tuple(
                    line(f"{entry.topic}: {entry.right} of {entry.answered} right")
                    for entry in own.topics
                )
            )
        )
    if answers is not None:
        blocks += listed(answers)
        blocks.append(Buttons((*earlier(answers), *_settings(own))))
        if own.hidden:
            blocks.append(Small(line("You are hidden: no board and no reveal names you.")))
    return Message(tuple(blocks), summary=whose)


def _stand(place: Ranked | None) -> str:
    if place is None:
        return "no points yet"
    points = count(place.standing.points, "point")
    # Who has none is no 1st, though nobody else may have any yet.
    placed = place.rank and place.standing.points
    return f"{points}, {ordinal(place.rank)}" if placed else points


def _settings(own: Profile) -> tuple[Button, ...]:
    place = own.place
    hiding = Switch(not own.hidden, place.team, place.channel_id)
    reminding = Switch(not own.reminded, place.team, place.channel_id)
    hide = "Show me on boards" if own.hidden else "Hide me from boards"
    remind = "Stop reminding me" if own.reminded else "Remind me before it closes"
    return (Button(hide, HIDE.action(hiding)), Button(remind, REMIND.action(reminding)))
