"""Installs: written, replaced, renewed by one process only, and forgotten."""

from bot.store import SqlStore
from bot.store.installations import Installation


async def test_an_install_is_read_as_it_was_written(store: SqlStore) -> None:
    await store.save_installation(Installation("slack:T1", sealed="abc"))
    assert await store.installation("slack:T1") == Installation("slack:T1", "", "abc", 1)
    assert await store.installation("slack:T2") is None


async def test_a_second_install_replaces_the_first_and_counts_on(store: SqlStore) -> None:
    await store.save_installation(Installation("slack:T1", sealed="abc"))
    await store.save_installation(Installation("slack:T1", sealed="def"))
    found = await store.installation("slack:T1")
    assert found is not None
    assert (found.sealed, found.version) == ("def", 2)


async def test_of_two_processes_that_renew_tokens_one_is_told_to_read_again(
    store: SqlStore,
) -> None:
    await store.save_installation(Installation("slack:T1", sealed="abc"))
    assert await store.reseal("slack:T1", 1, "new")
    assert not await store.reseal("slack:T1", 1, "newer")
    found = await store.installation("slack:T1")
    assert found is not None
    assert (found.sealed, found.version) == ("new", 2)


async def test_a_removed_install_is_gone_and_its_workspaces_are_known(store: SqlStore) -> None:
    await store.save_installation(Installation("slack:E1", sealed="abc"))
    await store.save_installation(Installation("slack:T2", org_id="slack:E1"))
    await store.save_installation(Installation("slack:T1", org_id="slack:E1"))
    assert await store.installed_under("slack:E1") == ("slack:T1", "slack:T2")
    assert await store.remove_installation("slack:E1", 1)
    assert await store.installation("slack:E1") is None


async def test_a_removal_takes_no_tokens_that_came_meanwhile(store: SqlStore) -> None:
    await store.save_installation(Installation("slack:T1", sealed="old"))
    await store.save_installation(Installation("slack:T1", sealed="new"))
    assert not await store.remove_installation("slack:T1", 1)
    assert await store.installation("slack:T1") == Installation("slack:T1", "", "new", 2)


async def test_a_workspace_is_placed_under_an_organisation_and_keeps_what_it_has(
    store: SqlStore,
) -> None:
    """It may have installed the app itself, before or at the same moment."""
    assert await store.place_under("slack:T1", "slack:E1")
    assert not await store.place_under("slack:T1", "slack:E1")
    await store.save_installation(Installation("slack:T2", sealed="abc"))
    assert await store.place_under("slack:T2", "slack:E1")
    assert await store.installation("slack:T2") == Installation("slack:T2", "slack:E1", "abc", 2)
    assert await store.installed_under("slack:E1") == ("slack:T1", "slack:T2")
