"""Several workers over one store, as in several processes: each thing is done once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

import pytest

from bot.model.message import Message
from bot.model.obstacle import Obstacle
from bot.model.rights import NO_RIGHTS, Rights
from bot.model.round import MessageRef, RoundState
from bot.model.schedule import EVERY_DAY, Schedule
from bot.quiz.ports import Chat
from bot.quiz.ports.sheets import LIBRARY
from bot.quiz.services.tidying import Tidying
from bot.quiz.services.worker import Worker
from bot.store import SqlStore, open_store
from tests.assembled import assembled
from tests.quiz.room import MONDAY_MORNING, SINGLE, HandClock, plan_only, sheet
from tests.scheduled import scheduled

CHANNELS = 30
QUESTIONS = tuple(replace(SINGLE, id=f"q{number}", line=number) for number in range(1, 9))
"""Enough for the channels of a team, whose questions are all open at the same time."""
NINE = MONDAY_MORNING + timedelta(hours=1)


@dataclass(slots=True)
class Square:
    """The platform, which all workers share; it takes a moment and remembers no keys."""

    platform: str = "test"
    managers: str = "whoever manages the team"
    posts: Counter[str] = field(default_factory=Counter)
    replies: Counter[str] = field(default_factory=Counter)
    edits: Counter[str] = field(default_factory=Counter)

    async def post(
        self, team_id: str, channel_id: str, message: Message, *, key: str
    ) -> MessageRef:
        await asyncio.sleep(0)
        self.posts[f"{team_id} {channel_id}"] += 1
        return MessageRef(team_id, channel_id, key)

    async def reply(self, ref: MessageRef, message: Message, *, key: str) -> MessageRef:
        await asyncio.sleep(0)
        self.replies[f"{ref.team_id} {ref.channel_id}"] += 1
        return MessageRef(ref.team_id, ref.channel_id, key)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        await asyncio.sleep(0)
        self.edits[f"{ref.team_id} {ref.channel_id}"] += 1

    async def rights(
        self, team_id: str, member_id: str, groups: frozenset[str] = frozenset()
    ) -> Rights:
        return NO_RIGHTS

    async def has_channel(self, team_id: str, channel_id: str) -> bool:
        return True

    async def obstacle(self, team_id: str, channel_id: str) -> Obstacle | None:
        return None

    async def tell(self, team_id: str, member_id: str, message: Message, *, key: str) -> None:
        raise AssertionError("there is nobody to tell")


@dataclass(frozen=True, slots=True)
class Crew:
    """Two workers with a store each, on one database and one clock."""

    stores: tuple[SqlStore, SqlStore]
    workers: tuple[Worker, Worker]
    clock: HandClock
    square: Square

    async def work(self) -> None:
        """Both work at the same time until nothing is left."""
        await asyncio.gather(*(_until_done(worker) for worker in self.workers))


async def _until_done(worker: Worker) -> None:
    while await worker.step():
        pass


def _worker(store: SqlStore, clock: HandClock, square: Square, number: int) -> Worker:
    chats: dict[str, Chat] = {"test": square}
    return assembled(store, clock, chats=chats, seed=number, worker=f"worker-{number}").worker


@pytest.fixture
async def crew(store_url: str) -> AsyncIterator[Crew]:
    """Two workers, and many channels of several teams that are due at nine."""
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(open_store(store_url))
        second = await stack.enter_async_context(open_store(store_url))
        clock, square = HandClock(MONDAY_MORNING), Square()
        await first.save_sheet(LIBRARY, sheet(*QUESTIONS))
        for number in range(CHANNELS):
            await scheduled(first, _schedule(number, NINE))
        workers = (_worker(first, clock, square, 1), _worker(second, clock, square, 2))
        yield Crew((first, second), workers, clock, square)


def _schedule(number: int, due: datetime) -> Schedule:
    return Schedule(
        team_id=f"test:team{number % 7}",
        channel_id=f"c{number}",
        sheet_id="ml",
        opens=time(9),
        reveals=time(17),
        zone="Europe/Berlin",
        days=EVERY_DAY,
        next_at=due,
    )


async def test_of_many_channels_due_at_the_same_minute_each_gets_one_post(crew: Crew) -> None:
    await crew.work()
    assert not crew.square.posts
    crew.clock.move(hours=1)
    await crew.work()
    assert len(crew.square.posts) == CHANNELS
    assert set(crew.square.posts.values()) == {1}


async def test_what_became_due_while_a_worker_was_looking_is_done_at_once(crew: Crew) -> None:
    """The hour strikes after the worker has looked and before it goes to rest."""
    worker, clock = crew.workers[0], crew.clock
    struck: list[bool] = []

    class Strikes(Tidying):
        async def tidy(self) -> None:
            await super().tidy()
            if not struck:
                struck.append(True)
                clock.move(hours=1)

    worker.tidying.__class__ = Strikes
    running = asyncio.create_task(worker.run())
    try:
        async with asyncio.timeout(10):
            while len(crew.square.posts) < CHANNELS:  # noqa: ASYNC110 - the worker does it
                await asyncio.sleep(0)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_each_is_closed_and_revealed_once(crew: Crew) -> None:
    crew.clock.move(hours=1)
    await crew.work()
    crew.clock.move(hours=8)
    await crew.work()
    for counted in (crew.square.edits, crew.square.replies):
        assert len(counted) == CHANNELS
        assert set(counted.values()) == {1}
    for number in range(CHANNELS):
        schedule = _schedule(number, NINE)
        (round_,) = await crew.stores[1].rounds(schedule.team_id, schedule.channel_id, 5)
        assert round_.state is RoundState.REVEALED


async def test_a_worker_that_died_with_its_leases_is_followed_by_the_other(crew: Crew) -> None:
    """Its posts were never made, so the other makes them once their leases are over."""
    crew.clock.move(hours=1)
    await plan_only(crew.workers[0])
    now = crew.clock.now()
    taken = await crew.stores[0].lease(
        frozenset({"test"}), "worker-1", now, now + timedelta(seconds=30), 20
    )
    assert len(taken) == 20
    await _until_done(crew.workers[1])
    assert sum(crew.square.posts.values()) == CHANNELS - 20
    crew.clock.move(seconds=31)
    await _until_done(crew.workers[1])
    assert len(crew.square.posts) == CHANNELS
    assert set(crew.square.posts.values()) == {1}


async def test_both_plan_the_same_day_after_a_change_and_it_comes_once(crew: Crew) -> None:
    """The quizmaster moves the hour while both plan."""
    crew.clock.move(hours=1)
    changed = replace(_schedule(0, crew.clock.now()), opens=time(8, 30))
    await asyncio.gather(crew.work(), crew.stores[1].reschedule(changed, None))
    await crew.work()
    assert crew.square.posts["test:team0 c0"] == 1
