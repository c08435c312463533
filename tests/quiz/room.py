"""A practice room: the real game over a real store, with a chat that keeps its transcript and a
clock that is moved by hand.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from bot.model.action import Action
from bot.model.event import Actor, Call, Point, Press, Submission
from bot.model.message import (
    Amend,
    Ask,
    Button,
    Buttons,
    CodeBlock,
    Fields,
    Listing,
    Message,
    Picture,
    Reply,
    Say,
    Section,
    Small,
)
from bot.model.obstacle import Obstacle
from bot.model.question import Item, Kind, Mode, Question
from bot.model.rights import NO_RIGHTS, Rights
from bot.model.round import MessageRef, Round
from bot.model.schedule import EVERY_DAY, Schedule
from bot.model.sheet import Sheet
from bot.model.text import plain
from bot.quiz.assembly import Quiz
from bot.quiz.dispatcher import Dispatcher
from bot.quiz.ports.chat import ChatError, Refused, Unreachable
from bot.quiz.ports.sheets import LIBRARY
from bot.quiz.rules.calendar import next_opening
from bot.quiz.rules.rules import Rules
from bot.quiz.services.services import Services
from bot.quiz.services.worker import Worker
from bot.store import SqlStore, open_store
from tests.assembled import assembled
from tests.scheduled import scheduled

TEAM, CHANNEL = "test:team", "ml-study"
MONDAY_MORNING = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
"""08:00 in Berlin, an hour before the daily question."""


class HandClock:
    """Time stands still until the test moves it."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return self._now

    def move(self, **how_far: float) -> None:
        self._now += timedelta(**how_far)
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep_until(self, instant: datetime) -> None:
        while self._now < instant:
            await self._moved.wait()


@dataclass(slots=True)
class Posted:
    """A message as the chat keeps it."""

    ref: MessageRef
    message: Message
    key: str
    under: str = ""


@dataclass(slots=True)
class PaperChat:
    """A platform on paper: it writes down what is posted, and fails when the test says so."""

    platform: str = "test"
    managers: str = "whoever manages the team"
    people: dict[tuple[str, str], Rights] = field(default_factory=dict)
    """What people may do, by team and member, where it is not what `Room.actor` says."""
    silent: bool = False
    """Whether it does not answer when it is asked what somebody may do."""
    channels: set[tuple[str, str]] = field(
        default_factory=lambda: {(TEAM, "elsewhere"), (TEAM, "deep-learning")}
    )
    """Channels of teams in which nothing was asked yet."""
    obstacles: dict[str, Obstacle] = field(default_factory=dict)
    """What stands in the way in a channel: found when it is asked for, and when something is
    posted there.
    """
    shut: set[str] = field(default_factory=set)
    """Members who take no private words."""
    posted: list[Posted] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[Button, ...]] = field(default_factory=list)
    failures: list[ChatError] = field(default_factory=list)
    remembers_keys: bool = True

    async def post(
        self, team_id: str, channel_id: str, message: Message, *, key: str
    ) -> MessageRef:
        return self._put(team_id, channel_id, message, key, "")

    async def reply(self, ref: MessageRef, message: Message, *, key: str) -> MessageRef:
        return self._put(ref.team_id, ref.channel_id, message, key, ref.message_id)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        self._fail()
        found = next(each for each in self.posted if each.ref == ref)
        found.message = message

    async def tell(self, team_id: str, member_id: str, message: Message, *, key: str) -> None:
        self._fail()
        if member_id in self.shut:
            raise Refused("I can't write to this person.", "Tell them in person.")
        self.told.append((member_id, words(message)))
        self.buttons.extend(b.buttons for b in message.blocks if isinstance(b, Buttons))

    async def rights(
        self, team_id: str, member_id: str, groups: frozenset[str] = frozenset()
    ) -> Rights:
        if self.silent:
            raise Unreachable("no answer")
        usual = Rights(manages=(team_id, member_id) == (TEAM, "ada"), groups=frozenset())
        return self.people.get((team_id, member_id), usual if team_id == TEAM else NO_RIGHTS)

    async def has_channel(self, team_id: str, channel_id: str) -> bool:
        if self.silent:
            raise Unreachable("no answer")
        return (team_id, channel_id) in self.channels

    async def obstacle(self, team_id: str, channel_id: str) -> Obstacle | None:
        if self.silent:
            raise Unreachable("no answer")
        return self.obstacles.get(channel_id)

    def _put(
        self, team_id: str, channel_id: str, message: Message, key: str, under: str
    ) -> MessageRef:
        self._fail()
        if standing := self.obstacles.get(channel_id):
            raise Refused(standing.problem, standing.remedy)
        known = next((each for each in self.posted if each.key == key), None)
        if known is not None and self.remembers_keys:
            return known.ref
        ref = MessageRef(team_id, channel_id, f"m{len(self.posted) + 1}")
        self.posted.append(Posted(ref, message, key, under))
        return ref

    def _fail(self) -> None:
        if self.failures:
            raise self.failures.pop(0)


def words(message: Message) -> str:
    """Everything that a message says, without marks, a line for each block."""
    lines: list[str] = []
    for block in message.blocks:
        match block:
            case Section(text) | Small(text):
                lines.append(plain(text))
            case Listing(rows):
                lines.extend(plain(row) for row in rows)
            case Fields(fields):
                lines.extend(f"{each.label}: {plain(each.value)}" for each in fields)
            case CodeBlock(text):
                lines.append(text)
            case Picture(alt):
                lines.append(f"[{alt}]")
            case Buttons(buttons):
                lines.append(" ".join(f"[{button.label}]" for button in buttons))
    return "\n".join(lines)


def button(message: Message, label: str) -> Action:
    """What a button of a message brings back."""
    for block in message.blocks:
        if isinstance(block, Buttons):
            for each in block.buttons:
                if each.label.startswith(label):
                    return each.action
    raise AssertionError(f"no button {label!r} in:\n{words(message)}")


@dataclass(slots=True)
class Room:
    """The practice room; people are known by their names."""

    store: SqlStore
    clock: HandClock
    chat: PaperChat
    quiz: Quiz
    rules: Rules

    @property
    def dispatcher(self) -> Dispatcher:
        """Where events are handed in."""
        return self.quiz.dispatcher

    @property
    def services(self) -> Services:
        """What handlers use."""
        return self.quiz.services

    @property
    def worker(self) -> Worker:
        """What does the rest by the clock."""
        return self.quiz.worker

    async def work(self) -> None:
        """Let the worker do everything that is due."""
        while await self.worker.step():
            pass

    async def brings(self, *questions: Question) -> None:
        """The sheet has these questions from now on."""
        await self.store.save_sheet(LIBRARY, sheet(*questions))

    async def later(self, **how_far: float) -> None:
        """Let time pass, then let the worker do what is due."""
        self.clock.move(**how_far)
        await self.work()

    def actor(self, name: str, **more: object) -> Actor:
        """Ada manages the team; everybody else is a member."""
        rights = Rights(manages=name == "Ada", groups=frozenset())
        person = Actor(TEAM, CHANNEL, name.lower(), name, CHANNEL, rights=rights)
        return replace(person, **more)  # type: ignore[arg-type]  # fields by name

    async def types(self, name: str, line: str, key: str = "") -> Reply:
        """Somebody types a command."""
        read = self.dispatcher.read(line)
        assert read is not None, f"{line!r} is no command"
        call = Call(self.actor(name), read.path, read.arguments, key, command=read.command)
        return await self.dispatcher.respond(call)

    async def presses(self, name: str, message: Message, label: str, key: str = "") -> Reply:
        """Somebody presses a button."""
        return await self.dispatcher.respond(Press(self.actor(name), button(message, label), key))

    async def acts(self, name: str, action: Action) -> Reply:
        """Somebody presses a button that was sent to them in private."""
        return await self.dispatcher.respond(Press(self.actor(name), action))

    async def sends(
        self, name: str, action: Action, values: Mapping[str, str], key: str = ""
    ) -> Reply:
        """Somebody sends a form."""
        return await self.dispatcher.respond(Submission(self.actor(name), action, values, key))

    async def points(self, name: str, post: Posted, label: str, key: str = "") -> Reply:
        """Somebody chooses an entry in the menu of a post."""
        menus = self.dispatcher.table.message_menus
        verb = next(menu.verb for menu in menus if menu.label == label)
        return await self.dispatcher.respond(Point(self.actor(name), verb, post.ref, key))

    async def answers(self, name: str, text: str, key: str = "") -> str:
        """Somebody presses Answer under the newest post, fills in the form and sends it."""
        reply = await self.presses(name, self.question.message, "Answer")
        if isinstance(reply, Ask):
            reply = await self.sends(name, reply.form.action, {"answer": text}, key)
        return said(reply)

    @property
    def question(self) -> Posted:
        """The newest post in the channel."""
        return [each for each in self.chat.posted if not each.under][-1]

    def thread(self, post: Posted) -> list[str]:
        """What stands under a post."""
        return [
            words(each.message) for each in self.chat.posted if each.under == post.ref.message_id
        ]

    async def round(self) -> Round:
        """The newest round."""
        return (await self.store.rounds(TEAM, CHANNEL, 1))[0]


def said(reply: Reply) -> str:
    """The words of a reply."""
    match reply:
        case Say(message):
            return words(message)
        case Amend(errors):
            return "\n".join(f"{name}: {error}" for name, error in errors)
        case Ask(form):
            return form.title


SINGLE = Question(
    id="single-instance",
    prompt="Which built-in algorithms train on a single instance only?",
    mode=Mode.ALL,
    items=(Item("Object2Vec"), Item("BlazingText"), Item("k-NN"), Item("k-means")),
    topic=("ML on AWS", "Built-in algorithms"),
    line=74,
    why="These implementations keep the whole model in one place.",
    hint="Two begin with a k.",
    sources=("https://docs.aws.amazon.com/sagemaker/latest/dg/algos.html",),
)


TERM = Question(
    id="horovod",
    prompt="What is Horovod?",
    mode=Mode.TEXT,
    items=(Item("A framework that spreads the training of deep networks over several machines"),),
    kind=Kind.DEFINITION,
    topic=("ML on AWS", "Training"),
    line=418,
)


def sheet(*questions: Question) -> Sheet:
    """A sheet with some questions."""
    return Sheet("ml", "ML on AWS", questions or (SINGLE,))


async def plan_only(worker: Worker) -> None:
    """Plan what is due, and send nothing yet."""
    now = worker.clock.now()
    due = await worker.store.due(frozenset(), now, now, 100)
    await worker.planning.plan_all(due.schedules)


@asynccontextmanager
async def practice(
    path: Path,
    *,
    questions: tuple[Question, ...] = (SINGLE,),
    rules: Rules | None = None,
    scheduled: bool = True,
    now: datetime = MONDAY_MORNING,
    url: str = "",
) -> AsyncIterator[Room]:
    """A room with one sheet and, unless said otherwise, a question at 09:00 Berlin every day."""
    async with open_store(url or str(path / "room.sqlite3")) as store:
        clock, chat, rules = HandClock(now), PaperChat(), rules or Rules()
        quiz = assembled(store, clock, rules=rules, chats={"test": chat})
        if questions:
            await store.save_sheet(LIBRARY, sheet(*questions))
        room = Room(store, clock, chat, quiz, rules)
        if scheduled:
            await plan_daily(room)
        yield room


async def plan_daily(room: Room) -> None:
    """A question at 09:00 in Berlin, the answer at 17:00, Ada as quizmaster."""
    await room.services.members.member(room.actor("Ada"))
    await room.store.volunteer(TEAM, "ada")
    schedule = Schedule(
        team_id=TEAM,
        channel_id=CHANNEL,
        sheet_id="ml",
        opens=time(9),
        reveals=time(17),
        zone="Europe/Berlin",
        days=EVERY_DAY,
        channel_name=CHANNEL,
        made_by="ada",
    )
    await scheduled(room.store, replace(schedule, next_at=next_opening(schedule, room.clock.now())))
