"""What several processes may do at once: each store here stands for a process of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
from sqlalchemy import make_url, update
from sqlalchemy.ext.asyncio import create_async_engine

from bot.model.answer import Recording
from bot.model.delivery import Delivery
from bot.model.round import Round
from bot.quiz.ports.rounds import StillUntold
from bot.store import SqlStore, open_store
from bot.store.postgres import for_driver
from bot.store.tables import members, teams
from tests.scheduled import scheduled
from tests.store.cast import (
    CHANNEL,
    DAY,
    FIVE,
    MINUTE,
    NINE,
    QUESTION,
    TEAM,
    TODAY,
    WEB,
    answer,
    became,
    ending_of,
    notice,
    post_of,
    posted,
    round_,
    schedule,
    what_is_due,
)

ROUNDS = range(12)


async def lease(store: SqlStore) -> tuple[Delivery, ...]:
    """Everything that is due on the web."""
    return await store.lease(WEB, "w", NINE, FIVE, 100)


@pytest.fixture
async def stores(store_url: str) -> AsyncIterator[tuple[SqlStore, SqlStore, SqlStore]]:
    """Three processes over one database."""
    async with AsyncExitStack() as stack:
        first, second, third = [
            await stack.enter_async_context(open_store(store_url)) for _ in range(3)
        ]
        yield first, second, third


async def test_of_several_planners_one_writes_the_round(stores: tuple[SqlStore, ...]) -> None:
    await scheduled(stores[0], schedule())
    for day in ROUNDS:
        plans = [
            store.plan(
                (planned := round_(f"r{day}-{number}", local_date=TODAY + day * DAY)),
                (post_of(planned),),
                schedule(next_at=NINE + day * DAY),
                NINE + (day + 1) * DAY,
            )
            for number, store in enumerate(stores)
        ]
        assert sorted(await asyncio.gather(*plans)) == [False, False, True]
    assert len(await stores[0].rounds(TEAM, CHANNEL, 100)) == len(ROUNDS)
    assert len(await stores[0].lease(WEB, "w", NINE + DAY, FIVE, 100)) == len(ROUNDS)
    (kept,) = await stores[0].schedules(TEAM, CHANNEL)
    assert kept.next_at == NINE + len(ROUNDS) * DAY


async def test_of_rounds_with_one_question_planned_at_once_one_is_written(
    stores: tuple[SqlStore, ...],
) -> None:
    """A thousand tries in nine channels, by three processes, of a question and of its kin."""
    rivals = frozenset({"pca", "pca-back"})
    for turn in range(111):
        planned = [
            round_(
                f"r{turn}-{n}",
                channel_id=f"C{n}",
                slot=f"s{turn}",
                question=replace(QUESTION, id=("pca", "pca-back")[n % 2]),
            )
            for n in range(9)
        ]
        plans = [
            stores[n % 3].plan(each, (post_of(each),), rivals=rivals)
            for n, each in enumerate(planned)
        ]
        came = await asyncio.gather(*plans, return_exceptions=True)
        assert [each for each in came if not isinstance(each, StillUntold)] == [True]
        (kept,) = await stores[0].untold(TEAM)
        (post,) = await lease(stores[0])
        assert post.round_id == kept.id
        await stores[1].give_up(post, "left out", NINE)


async def test_no_delivery_is_leased_to_two_workers(stores: tuple[SqlStore, ...]) -> None:
    total = 60
    await asyncio.gather(*(stores[n % 3].owe(notice(f"n{n}")) for n in range(total)))
    taken: list[str] = []

    async def work(store: SqlStore, worker: str) -> None:
        while leased := await store.lease(WEB, worker, NINE, NINE + DAY, 7):
            taken.extend(delivery.key for delivery in leased)

    await asyncio.gather(*(work(store, f"w{n}") for n, store in enumerate(stores)))
    # Rows that another worker was just looking at may have been skipped by all.
    await work(stores[0], "last")
    assert sorted(taken) == sorted(f"n{n}" for n in range(total))


async def test_one_event_delivered_to_several_processes_counts_once(
    stores: tuple[SqlStore, ...],
) -> None:
    await posted(stores[0])
    for member in ("ada", "grace", "edsger"):
        recorded = await asyncio.gather(*(became(store, answer(member)) for store in stores))
        assert sorted(recorded) == [Recording.RECORDED, Recording.REPEATED, Recording.REPEATED]
    counted = await stores[1].round(TEAM, "r1")
    assert counted is not None
    assert counted.answered == 3
    heard = [await asyncio.gather(*(s.first_time(TEAM, key, NINE) for s in stores)) for key in "ab"]
    assert [sum(each) for each in heard] == [1, 1]


async def test_of_two_answers_sent_at_once_one_is_overtaken(stores: tuple[SqlStore, ...]) -> None:
    await posted(stores[0])
    both = (became(store, answer(key=f"k{n}")) for n, store in enumerate(stores[:2]))
    assert sorted(await asyncio.gather(*both)) == [Recording.OVERTAKEN, Recording.RECORDED]
    (standing,) = await stores[2].standings(TEAM, CHANNEL, None, TODAY, "ada")
    assert standing.open_points == 10


async def test_one_key_in_two_rounds_at_once_counts_once(stores: tuple[SqlStore, ...]) -> None:
    for number in range(2):
        await posted(stores[0], round_(f"r{number}", slot=f"s{number}"))
    recorded = await asyncio.gather(
        *(became(store, answer(round_id=f"r{n}", key="k")) for n, store in enumerate(stores[:2]))
    )
    assert sorted(recorded) == [Recording.RECORDED, Recording.REPEATED]


async def test_answers_racing_with_the_close_are_counted_or_refused(
    stores: tuple[SqlStore, ...],
) -> None:
    for day in ROUNDS:
        planned = round_(
            f"r{day}", local_date=TODAY + day * DAY, planned_at=NINE, closes_at=FIVE + 99 * DAY
        )
        opened = await posted(stores[0], planned, NINE + day * DAY)
        said = [
            became(stores[n % 2], answer(f"m{n}", round_id=planned.id, key=f"{day}-{n}"))
            for n in range(8)
        ]
        *recorded, closed = await asyncio.gather(*said, close_and_count(stores[2], opened, day))
        assert set(recorded) <= {Recording.RECORDED, Recording.CLOSED}
        assert closed == recorded.count(Recording.RECORDED)
        for key in (f"close-r{day}", f"reveal-r{day}"):
            (next_,) = await stores[0].lease(WEB, "w", FIVE + day * DAY, FIVE + 50 * DAY, 9)
            assert next_.key == key
            await stores[0].delivered(next_, None, FIVE)


async def close_and_count(store: SqlStore, opened: Round, day: int) -> int:
    """Close a round after a different while each day, and count what the reveal would count."""
    for _ in range(day):
        await store.round(TEAM, opened.id)
    assert await store.close(opened, ending_of(opened, NINE + day * DAY), NINE)
    return len(await store.answers(TEAM, opened.id))


async def test_of_several_processes_one_refreshes_a_count(stores: tuple[SqlStore, ...]) -> None:
    await posted(stores[0])
    for number in range(5):
        await stores[0].record(answer(f"m{number}"))
        now = NINE + (number + 1) * MINUTE
        stale = [(await what_is_due(store, now, 9)).counts for store in stores]
        claims = (
            store.refresh_count(each, now) for store, (each,) in zip(stores, stale, strict=True)
        )
        assert sorted(await asyncio.gather(*claims)) == [False, False, True]


@pytest.mark.postgres
async def test_an_answer_waits_for_nobody_who_changes_its_team(postgres_url: str) -> None:
    """It holds its round, and whoever changes the team may wait for that."""
    engine = create_async_engine(for_driver(make_url(postgres_url)))
    async with open_store(postgres_url) as store, engine.connect() as other:
        await store.arrived(TEAM, "Acme")
        await posted(store)
        await other.execute(update(teams).values(name="Acme Inc."))
        async with asyncio.timeout(10):
            assert await became(store, answer()) is Recording.RECORDED
        await other.rollback()
    await engine.dispose()


@pytest.mark.postgres
async def test_an_answer_waits_for_nobody_who_changes_its_member(postgres_url: str) -> None:
    """Under the name that the member has: there is nothing to write of them."""
    engine = create_async_engine(for_driver(make_url(postgres_url)))
    async with open_store(postgres_url) as store, engine.connect() as other:
        await posted(store)
        await store.greet(TEAM, "ada", "Ada")
        await other.execute(update(members).values(hidden=True))
        async with asyncio.timeout(10):
            assert await became(store, answer()) is Recording.RECORDED
        await other.rollback()
    await engine.dispose()


async def test_a_hint_is_taken_once_whoever_asks(stores: tuple[SqlStore, ...]) -> None:
    opened = await posted(stores[0])
    taken = await asyncio.gather(*(store.take_hint(opened, "ada", NINE) for store in stores))
    assert sorted(taken) == [False, False, True]


async def test_a_busy_outbox_never_deadlocks_for_long(stores: tuple[SqlStore, ...]) -> None:
    """Leases, records, postponements and debts of the same rounds, all at once."""
    opened = [await posted(stores[0], round_(f"r{n}", slot=f"s{n}"), NINE) for n in range(4)]

    async def send(store: SqlStore) -> None:
        for turn in range(12):
            now = FIVE + turn * MINUTE
            for delivery in await store.lease(WEB, "w", now, now + MINUTE, 3):
                if turn % 3 == 0:
                    await store.postpone(delivery, now, "busy")
                else:
                    await store.delivered(delivery, None, now)

    async def owe(store: SqlStore) -> None:
        for number in range(8):
            await store.owe(replace(notice(f"x{number}"), round_id=f"r{number % 4}"))

    await asyncio.gather(
        *(stores[2].close(each, ending_of(each), FIVE) for each in opened),
        *(send(store) for store in stores),
        owe(stores[1]),
    )
    done: list[str] = []
    while leased := await stores[0].lease(WEB, "w", FIVE + DAY, FIVE + 2 * DAY, 99):
        for delivery in leased:
            await stores[0].delivered(delivery, None, FIVE + DAY)
        done.extend(delivery.key for delivery in leased)
    assert len(done) == len(set(done))
    rounds = [await stores[0].round(TEAM, each.id) for each in opened]
    states = {each.state.value for each in rounds if each is not None}
    assert states == {"revealed"}
