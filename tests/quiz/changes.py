"""What each change of a place leads to, played: the docs hold the table, written by
`python -m tests.quiz.changes`.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.model.obstacle import Obstacle
from bot.model.schedule import Schedule
from bot.model.team import Team
from bot.platforms.discord.permission import EMBED, VIEW
from bot.platforms.discord.refusal import UNLOCK, lacking
from bot.platforms.slack.errors import Rejected, told
from bot.quiz.messages.place import gone
from bot.quiz.ports.chat import Refused
from tests.quiz.room import CHANNEL, TEAM, Room, practice

PAGE = Path("docs/quizmasters.md")
BEGIN, END = "<!-- changes -->", "<!-- /changes -->"
_TAIL = " The quiz rests there until"
"""How every word about a closed channel ends."""
DAYS = 5
"""For so long the place stays as it is before somebody mends it."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that may happen to a place, how it happens, and how it is mended."""

    title: str
    happens: Callable[[Room], Awaitable[None]]
    mended: Callable[[Room], Awaitable[None]]


def shut(title: str, obstacle: Obstacle) -> Change:
    """The platform says no to a channel, and then yes."""

    async def happens(room: Room) -> None:
        room.chat.obstacles[CHANNEL] = obstacle

    async def mended(room: Room) -> None:
        del room.chat.obstacles[CHANNEL]

    return Change(title, happens, mended)


def slack(title: str, error: str) -> Change:
    """As Slack says no by this word."""
    meant = told(Rejected(error), f"#{CHANNEL}", "quizsheet")
    assert isinstance(meant, Refused)
    return shut(f"Slack: {title}", meant.obstacle)


def discord(title: str, obstacle: Obstacle) -> Change:
    """As Discord's room says what stands in the way."""
    return shut(f"Discord: {title}", obstacle)


async def nothing(room: Room) -> None:
    """It needs no mending."""


async def renamed(room: Room) -> None:
    """The channel is called something else."""
    await room.dispatcher.channel_changed(TEAM, CHANNEL, "deep-learning")


async def removed(room: Room) -> None:
    """Somebody removes the bot from the team."""
    await room.dispatcher.left(TEAM, "The bot was removed.")


async def added(room: Room) -> None:
    """Somebody adds it again."""
    await room.dispatcher.arrived(Team(TEAM, "Deep Learners"), added=True)


async def good_again(room: Room) -> None:
    """The token is good again."""
    await room.dispatcher.arrived(Team(TEAM, "Deep Learners"))


async def deaf(room: Room) -> None:
    """The quizmaster takes no private words, and the channel is archived."""
    room.chat.shut.add("ada")
    room.chat.obstacles[CHANNEL] = Obstacle("…", "…")


async def heard(room: Room) -> None:
    """The channel is back."""
    del room.chat.obstacles[CHANNEL]


CHANGES = (
    slack("the channel was archived", "is_archived"),
    slack("the bot was removed from the channel", "not_in_channel"),
    slack("the channel was deleted, or made private without the bot", "channel_not_found"),
    slack("who may post there was restricted", "restricted_action"),
    slack("a permission of the app was taken", "missing_scope"),
    discord("a permission was taken, or the role that gave it", lacking((EMBED,), f"#{CHANNEL}").obstacle),
    discord("the channel was hidden from the bot", lacking((VIEW,), "that channel").obstacle),
    discord("the thread was locked", Obstacle("I can't post in the thread study: it is locked.", UNLOCK)),
    discord("the channel was deleted", gone(CHANNEL)),
    Change("the channel was renamed", renamed, nothing),
    Change("the bot was removed from the team, and added again", removed, added),
    Change("Slack: the token was refused, and is good again", removed, good_again),
    Change("the quizmaster takes no private messages", deaf, heard),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    first: tuple[str, ...]
    """What quizmasters read in the days of the change."""
    meanwhile: Schedule
    then: tuple[str, ...]
    """What they read within a day after it was mended."""
    after: Schedule
    posts: int
    """Questions that came while it lasted."""


async def played(room: Room, change: Change) -> Outcome:
    """Five days with the change, and two after it was mended."""
    await room.store.arrived(TEAM, "Deep Learners")
    await change.happens(room)
    for _ in range(DAYS * 24):
        await room.later(hours=1)
    first, posts = tuple(what for _, what in room.chat.told), len(room.chat.posted)
    (meanwhile,) = await room.store.schedules(TEAM, CHANNEL)
    room.chat.told.clear()
    await change.mended(room)
    for _ in range(2 * 24):
        await room.later(hours=1)
    then = tuple(what for _, what in room.chat.told)
    (after,) = await room.store.schedules(TEAM, CHANNEL)
    return Outcome(first, meanwhile, then, after, posts)


def row(change: Change, came: Outcome) -> str:
    """The change as a row of the table."""
    quiz = "rests" if came.meanwhile.rests else "goes on" if came.posts else "stands still"
    if came.after.rests:
        mended = "rests until somebody resumes it"
        if came.then:
            mended = f"rests until somebody resumes it; they read: *{_words(came.then)}*"
    else:
        mended = "goes on"
    told_so = f"*{_words(came.first)}*" if came.first else "nothing"
    if not came.first and came.meanwhile.rests:
        told_so = "the same, below the next reply that they get"
    return f"| {change.title} | {told_so} | {quiz} | {mended} |"


def _words(read: tuple[str, ...]) -> str:
    (only,) = read
    return only.rpartition("\n")[0].partition(_TAIL)[0].replace("|", "\\|")


async def table() -> str:
    """All changes, each played in a room of its own."""
    rows = [
        "| what changed | what quizmasters read, once | the quiz | when it is mended, the quiz |",
        "| --- | --- | --- | --- |",
    ]
    for change in CHANGES:
        with tempfile.TemporaryDirectory() as folder:
            async with practice(Path(folder)) as room:
                rows.append(row(change, await played(room, change)))
    return "\n".join(rows)


def written(page: str, made: str) -> str:
    """The page with the table in it."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{made}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8"), asyncio.run(table())), encoding="utf-8")
