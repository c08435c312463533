"""The transcript of the playground: each message once, with the replies in its thread."""

import asyncio

from bot.store import SqlStore, TranscriptMessage
from tests.store.cast import CHANNEL, MINUTE, NINE, OTHER, TEAM


async def test_a_message_with_a_known_key_is_not_posted_again(store: SqlStore) -> None:
    first = await store.post_message(TEAM, CHANNEL, "k1", "Hello", NINE)
    assert await store.post_message(TEAM, CHANNEL, "k1", "Hello again", NINE) == first
    assert await store.post_message(TEAM, CHANNEL, "", "a", NINE) != first
    assert len(await store.messages(TEAM, CHANNEL, 10)) == 2
    await store.post_message(OTHER, CHANNEL, "k1", "Another team", NINE)
    (other,) = await store.messages(OTHER, CHANNEL, 10)
    assert other.body == "Another team"


async def test_messages_come_oldest_first_with_the_replies_in_their_threads(
    store: SqlStore,
) -> None:
    old = await store.post_message(TEAM, CHANNEL, "old", "Old", NINE)
    await store.post_message(TEAM, CHANNEL, "re-old", "Lost", NINE, thread_id=old)
    one = await store.post_message(TEAM, CHANNEL, "one", "One", NINE)
    two = await store.post_message(TEAM, CHANNEL, "two", "Two", NINE + MINUTE)
    reply = await store.post_message(TEAM, CHANNEL, "re", "Reply", NINE + MINUTE, thread_id=one)
    await store.post_message(TEAM, "C2", "else", "Elsewhere", NINE)
    assert await store.messages(TEAM, CHANNEL, 2) == (
        TranscriptMessage(one, CHANNEL, "", "One", NINE),
        TranscriptMessage(two, CHANNEL, "", "Two", NINE + MINUTE),
        TranscriptMessage(reply, CHANNEL, one, "Reply", NINE + MINUTE),
    )


async def test_an_edit_replaces_the_body_alone(store: SqlStore) -> None:
    one = await store.post_message(TEAM, CHANNEL, "one", "One", NINE)
    assert await store.edit_message(TEAM, one, "Uno", NINE + MINUTE)
    (edited,) = await store.messages(TEAM, CHANNEL, 1)
    assert edited == TranscriptMessage(one, CHANNEL, "", "Uno", NINE, NINE + MINUTE)
    for nobody in ("99", "", "x", "-1", "9" * 40):
        assert not await store.edit_message(TEAM, nobody, "?", NINE)
    assert not await store.edit_message(OTHER, one, "?", NINE)


async def test_messages_posted_at_once_each_get_their_own_id(store: SqlStore) -> None:
    posts = (store.post_message(TEAM, CHANNEL, f"k{n % 10}", "Hi", NINE) for n in range(20))
    assert len(set(await asyncio.gather(*posts))) == 10
