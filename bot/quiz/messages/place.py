"""Channels that are closed to the bot, and those that are back."""

from typing import TypeAlias

from bot.model.message import Button, Weight
from bot.model.obstacle import Obstacle
from bot.model.schedule import Schedule
from bot.quiz.actions import RESUME, Place

Word: TypeAlias = tuple[str, tuple[Button, ...]]
"""What quizmasters are told, and the ways on."""

MENDED = "Its channel was closed to the bot; nothing stands in the way any more."
"""Why a quiz rests whose channel is back."""
AWAY = "The bot was removed from this team and is back."
"""Why a quiz rests whose team let the bot in again."""
_ELSEWHERE = "/quizmaster move, typed in another channel, takes the quiz there with its points."


def gone(name: str) -> Obstacle:
    """A channel that there is no more."""
    return Obstacle(f"I can't post in {where(name)}: it is no longer there.", _ELSEWHERE)


def where(name: str) -> str:
    """A channel by its name, where it is known."""
    return f"#{name}" if name else "the channel"


def kept_out(obstacle: Obstacle, schedule: Schedule, team: str) -> Word:
    """The quiz rests in a channel because of what stands in the way; told once."""
    there = where(schedule.channel_name)
    # Some platforms do not name a channel that they hide.
    named = [team] if there in obstacle.problem or not schedule.channel_name else [team, there]
    of_team = f"In {', '.join(filter(None, named))}: " if any(named) else ""
    rest = (
        "The quiz rests there until a quizmaster lets it go on; points and streaks stay. I tell you "
        "when I see that the way is free."
    )
    return f"{of_team}{obstacle} {rest}", (_resume(schedule),)


def back(schedule: Schedule) -> Word:
    """A channel in which the quiz rests can be posted in again."""
    words = (
        f"Nothing stands in my way in {where(schedule.channel_name)} any more. The quiz still rests "
        "there; Resume lets it go on."
    )
    return words, (_resume(schedule),)


def returned(schedule: Schedule) -> Word:
    """A team has the bot again, and finds its quiz with all that it had."""
    words = (
        f"I am back. The quiz in {where(schedule.channel_name)} is here as it was, with its points "
        "and streaks, and it rests; Resume lets it go on."
    )
    return words, (_resume(schedule),)


def _resume(schedule: Schedule) -> Button:
    place = Place.of(schedule.team_id, schedule.channel_id)
    return Button("Resume", RESUME.action(place), Weight.PRIMARY)
