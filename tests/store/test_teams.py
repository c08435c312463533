"""Teams, members, reminders, event keys, and notes."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.model.team import Member, Team
from bot.store import SqlStore
from tests.store.cast import (
    CHANNEL,
    DAY,
    MINUTE,
    NINE,
    OTHER,
    TEAM,
    WEB,
    answer,
    met,
    notice,
    posted,
)


async def test_a_team_comes_and_goes_and_keeps_its_name(store: SqlStore) -> None:
    assert await store.team(TEAM) is None
    await store.arrived(TEAM, "Acme")
    assert await store.team(TEAM) == Team(TEAM, "Acme")
    assert await store.left(TEAM, "Removed.")
    assert await store.team(TEAM) == Team(TEAM, "Acme", "Removed.")
    await store.arrived(TEAM, "Acme Ltd")
    assert await store.team(TEAM) == Team(TEAM, "Acme Ltd")
    await store.arrived(TEAM, "")
    assert await store.team(TEAM) == Team(TEAM, "Acme Ltd"), "a platform may not tell the name"


async def test_a_team_that_came_back_is_not_paused_for_what_was_seen_before(
    store: SqlStore,
) -> None:
    await store.arrived(TEAM, "Acme")
    await store.owe(notice("n1"))
    (leased,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 1)
    await store.left(TEAM, "Removed.")
    await store.arrived(TEAM, "Acme")
    assert not await store.left(TEAM, "The token was revoked.", leased.arrivals)
    assert await store.team(TEAM) == Team(TEAM, "Acme")
    (again,) = await store.lease(WEB, "w1", NINE + MINUTE, NINE + 2 * MINUTE, 1)
    assert await store.left(TEAM, "The token was revoked.", again.arrivals)
    assert await store.team(TEAM) == Team(TEAM, "Acme", "The token was revoked.")
    assert await store.lease(WEB, "w1", NINE + DAY, NINE + 2 * DAY, 1) == ()


async def test_a_team_that_was_never_met_is_paused_as_it_was_seen(store: SqlStore) -> None:
    await store.owe(notice("n1"))
    (leased,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 1)
    assert await store.left(TEAM, "Removed.", leased.arrivals)
    assert await store.team(TEAM) == Team(TEAM, "", "Removed.")


async def test_a_member_has_a_name_and_settings(store: SqlStore) -> None:
    assert await store.member(TEAM, "ada") is None
    for member in (
        Member(TEAM, "ada", "Ada"),
        Member(TEAM, "ada", "Ada L.", hidden=True, quizmaster=True),
    ):
        await met(store, member)
        assert await store.member(TEAM, "ada") == member
    assert await store.member(OTHER, "ada") is None


async def test_an_event_is_new_once_in_each_team(store: SqlStore) -> None:
    assert await store.first_time(TEAM, "e1", NINE)
    assert not await store.first_time(TEAM, "e1", NINE + MINUTE)
    assert await store.first_time(TEAM, "e2", NINE + MINUTE)
    assert await store.first_time(OTHER, "e1", NINE + MINUTE)


async def test_old_event_keys_are_forgotten(store: SqlStore) -> None:
    await store.first_time(TEAM, "old", NINE)
    await store.first_time(TEAM, "new", NINE + MINUTE)
    await store.forget_keys(NINE + MINUTE)
    assert not await store.first_time(TEAM, "new", NINE + 2 * MINUTE)
    assert await store.first_time(TEAM, "old", NINE + 2 * MINUTE)


async def test_reminders_go_to_those_who_want_them_and_have_not_answered(
    store: SqlStore,
) -> None:
    opened = await posted(store)
    for member in ("ada", "grace", "edsger"):
        await store.set_reminder(TEAM, CHANNEL, member, True)
    await store.set_reminder(TEAM, CHANNEL, "edsger", True)
    await store.set_reminder(TEAM, CHANNEL, "edsger", False)
    await store.set_reminder(TEAM, "C2", "alan", True)
    await met(store, Member(TEAM, "grace", "Grace", hidden=True))
    assert await store.wants_reminder(TEAM, CHANNEL, "ada")
    assert not await store.wants_reminder(TEAM, CHANNEL, "edsger")
    assert not await store.wants_reminder(TEAM, "C2", "ada")
    ada, grace = await store.to_remind(opened)
    assert (ada.id, grace) == ("ada", Member(TEAM, "grace", "Grace", hidden=True))
    await store.record(answer("ada"))
    assert await store.to_remind(opened) == (grace,)


async def test_a_note_is_found_again_by_team_and_name(store: SqlStore) -> None:
    assert await store.note(TEAM, "commands") is None
    await store.save_note(TEAM, "commands", "a1")
    await store.save_note(TEAM, "commands", "b2")
    await store.save_note(OTHER, "commands", "c3")
    assert await store.note(TEAM, "commands") == "b2"
    assert await store.note(TEAM, "clock") is None


async def test_a_key_may_be_long_and_strange(store: SqlStore) -> None:
    key = "'; DROP TABLE teams; --\x00" + "x" * 5000
    assert await store.first_time(TEAM, key, NINE)
    assert not await store.first_time(TEAM, key, NINE + timedelta(hours=1))


async def test_who_is_greeted_brings_a_new_team_along_and_wakes_none_that_rests(
    store: SqlStore,
) -> None:
    await store.greet(TEAM, "ada", "Ada", "Acme")
    assert await store.team(TEAM) == Team(TEAM, "Acme")
    await store.arrived(TEAM, "Acme Inc.")
    await store.left(TEAM, "Removed.")
    await store.greet(TEAM, "grace", "Grace", "Acme")
    assert await store.team(TEAM) == Team(TEAM, "Acme Inc.", "Removed.")


async def test_a_new_name_leaves_the_settings_of_a_member(store: SqlStore) -> None:
    await store.greet(TEAM, "ada", "Ada")
    await met(store, Member(TEAM, "ada", "Ada", hidden=True, quizmaster=True))
    await store.greet(TEAM, "ada", "Ada L.")
    renamed = Member(TEAM, "ada", "Ada L.", hidden=True, quizmaster=True)
    assert await store.member(TEAM, "ada") == renamed


async def test_settings_change_one_at_a_time_and_only_of_somebody_who_was_met(
    store: SqlStore,
) -> None:
    """Whoever changes one at the same time undoes none of the others."""
    assert await store.set_member(TEAM, "ada", hidden=True) is None
    assert await store.member(TEAM, "ada") is None
    await store.greet(TEAM, "ada", "Ada")
    await asyncio.gather(
        store.set_member(TEAM, "ada", hidden=True),
        store.set_member(TEAM, "ada", quizmaster=True),
        store.greet(TEAM, "ada", "Ada L."),
    )
    changed = Member(TEAM, "ada", "Ada L.", hidden=True, quizmaster=True)
    assert await store.member(TEAM, "ada") == changed
    assert await store.set_member(TEAM, "ada", quizmaster=False) == replace(
        changed, quizmaster=False
    )
