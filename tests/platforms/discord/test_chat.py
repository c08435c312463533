"""Speaking: posts, threads, edits, private messages, each once."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.model.action import Action
from bot.model.message import Button, Buttons, Message, Picture, Section
from bot.model.round import MessageRef
from bot.model.text import line
from bot.platforms.discord.chat import DiscordChat
from bot.quiz.ports.chat import Gone, Unreachable
from bot.store import SqlStore
from tests.platforms.desk import HandDesk
from tests.platforms.desk import said as words
from tests.platforms.discord.connecting import connected, opened
from tests.platforms.discord.stage import seen
from tests.platforms.discord.standin import StandIn
from tests.platforms.discord.standin.world import FORUM, HISTORY, THREADS, Channel

QUESTION = Message(
    (Section(line("Which one?")), Buttons((Button("Answer", Action("answer", ("r1",))),))),
    "Question of the day: which one?",
)


@pytest.fixture
async def chat(standin: StandIn, sqlite_store: SqlStore) -> AsyncIterator[DiscordChat]:
    """A connected bot's voice."""
    async with connected(standin, HandDesk(), sqlite_store) as platform:
        yield platform.chat


def team(standin: StandIn) -> str:
    return f"discord:{standin.guild.id}"


async def posted(
    chat: DiscordChat, standin: StandIn, key: str = "k1", channel: Channel | None = None
) -> MessageRef:
    place = channel or standin.channel
    return await chat.post(team(standin), place.id, QUESTION, key=key)


async def test_a_post_stands_in_the_channel_with_its_button(
    standin: StandIn, chat: DiscordChat
) -> None:
    ref = await posted(chat, standin)
    (message,) = standin.world.visible(standin.channel.id)
    assert ref == MessageRef(team(standin), standin.channel.id, message.id)
    assert seen(message).text == "Which one?"
    assert seen(message).buttons == ("Answer",)


async def test_the_same_key_posts_once(standin: StandIn, chat: DiscordChat) -> None:
    first, second = [await posted(chat, standin) for _ in range(2)]
    assert first == second
    assert len(standin.world.visible(standin.channel.id)) == 1


async def test_the_key_travels_as_an_enforced_nonce(standin: StandIn, chat: DiscordChat) -> None:
    await posted(chat, standin, key="round-7:post")
    (request,) = standin.requests("POST .*/messages")
    assert request.body["nonce"] == "round-7:post"
    assert request.body["enforce_nonce"] is True


async def test_a_reply_begins_a_thread_and_the_next_one_goes_on_in_it(
    standin: StandIn, chat: DiscordChat
) -> None:
    ref = await posted(chat, standin)
    first = await chat.reply(ref, words("The answer"), key="k2")
    await chat.reply(ref, words("One more thing"), key="k3")
    assert first.thread_id == ref.message_id
    said = [seen(m).text for m in standin.world.visible(first.thread_id)]
    assert said == ["The answer", "One more thing"]
    assert standin.world.channels[first.thread_id].name == "The answer"


async def test_a_reply_with_the_same_key_comes_once(standin: StandIn, chat: DiscordChat) -> None:
    ref = await posted(chat, standin)
    first = await chat.reply(ref, words("The answer"), key="k2")
    assert await chat.reply(ref, words("The answer"), key="k2") == first
    assert len(standin.world.visible(first.thread_id)) == 1


async def test_without_the_right_to_threads_the_reply_stands_under_the_post(
    standin: StandIn, chat: DiscordChat
) -> None:
    standin.channel.denied = THREADS
    ref = await posted(chat, standin)
    reply = await chat.reply(ref, words("The answer"), key="k2")
    answer = standin.world.messages[reply.message_id]
    assert answer.channel_id == standin.channel.id
    assert str(answer.payload["message_reference"]["message_id"]) == ref.message_id


async def test_an_edit_replaces_words_buttons_and_pictures(
    standin: StandIn, chat: DiscordChat
) -> None:
    with_picture = Message((*QUESTION.blocks, Picture("A tree", png=b"\x89PNG")), "x")
    ref = await chat.post(team(standin), standin.channel.id, with_picture, key="k1")
    (message,) = standin.world.visible(standin.channel.id)
    assert seen(message).pictures == ("A tree",)
    assert standin.requests("POST .*/messages")[0].files == ("picture-1.png",)
    await chat.edit(ref, words("Closed"))
    assert (seen(message).text, seen(message).buttons, seen(message).pictures) == ("Closed", (), ())


async def test_a_thread_is_a_home_where_replies_stand_under_the_post(
    standin: StandIn, chat: DiscordChat
) -> None:
    thread = standin.world.add_thread(standin.channel, "quiz corner", standin.ada)
    ref = await posted(chat, standin, channel=thread)
    reply = await chat.reply(ref, words("The answer"), key="k2")
    assert reply.channel_id == thread.id
    assert standin.world.messages[reply.message_id].payload["type"] == 19


async def test_a_forum_is_a_home_where_each_question_is_a_post(
    standin: StandIn, chat: DiscordChat
) -> None:
    forum = standin.world.add_channel(standin.guild, "quiz-forum", FORUM)
    ref = await posted(chat, standin, channel=forum)
    thread = standin.world.channels[ref.thread_id]
    assert (thread.parent_id, thread.name) == (forum.id, "Question of the day: which one?")
    reply = await chat.reply(ref, words("The answer"), key="k2")
    await chat.edit(ref, words("Closed"))
    assert [seen(m).text for m in standin.world.visible(thread.id)] == ["Closed", "The answer"]
    assert reply.thread_id == thread.id


async def test_a_forum_post_that_is_already_there_is_not_made_again(
    standin: StandIn, chat: DiscordChat
) -> None:
    forum = standin.world.add_channel(standin.guild, "quiz-forum", FORUM)
    assert await posted(chat, standin, channel=forum) == await posted(chat, standin, channel=forum)
    assert len(standin.requests("POST .*/threads")) == 1


async def test_a_forum_that_wants_a_tag_gets_one(standin: StandIn, chat: DiscordChat) -> None:
    forum = standin.world.add_channel(standin.guild, "quiz-forum", FORUM)
    forum.flags = 1 << 4
    tag = {"name": "Quiz", "moderated": False, "emoji_id": None, "emoji_name": None}
    forum.tags = ({"id": "77", **tag},)
    await posted(chat, standin, channel=forum)
    assert standin.requests("POST .*/threads")[0].body["applied_tags"] == ["77"]


async def test_a_private_word_reaches_one_person_once(standin: StandIn, chat: DiscordChat) -> None:
    for _ in range(2):
        await chat.tell(team(standin), standin.grace.id, words("Closes soon"), key="k9")
    direct = standin.world.direct(standin.grace)
    assert [seen(m).text for m in standin.world.visible(direct.id)] == ["Closes soon"]


async def test_a_reply_in_a_private_conversation_stands_under_its_message(
    standin: StandIn, chat: DiscordChat
) -> None:
    direct = standin.world.direct(standin.grace)
    ref = await chat.post(f"discord:{standin.grace.id}", direct.id, QUESTION, key="k1")
    reply = await chat.reply(ref, words("The answer"), key="k2")
    assert standin.world.messages[reply.message_id].payload["type"] == 19


async def test_nothing_ever_pings(standin: StandIn, chat: DiscordChat) -> None:
    ref = await chat.post(team(standin), standin.channel.id, words("@everyone"), key="k1")
    await chat.edit(ref, words("@here <@1234567>"))
    for request in standin.requests("(POST|PATCH) .*/messages"):
        assert request.body["allowed_mentions"] == {"parse": []}


async def test_an_archived_thread_is_opened_for_an_edit(
    standin: StandIn, chat: DiscordChat
) -> None:
    forum = standin.world.add_channel(standin.guild, "quiz-forum", FORUM)
    ref = await posted(chat, standin, channel=forum)
    standin.world.channels[ref.thread_id].archived = True
    await chat.edit(ref, words("Closed"))
    assert seen(standin.world.messages[ref.message_id]).text == "Closed"


async def test_replies_without_history_explain_what_is_missing(
    standin: StandIn, chat: DiscordChat
) -> None:
    standin.channel.denied = THREADS | HISTORY
    await standin.gateway.dispatch("CHANNEL_UPDATE", standin.channel.payload(), standin.guild.id)
    ref = await posted(chat, standin)
    with pytest.raises(Exception, match="Read Message History"):
        await chat.reply(ref, words("The answer"), key="k2")


async def test_an_id_that_is_none_is_gone(chat: DiscordChat) -> None:
    with pytest.raises(Gone):
        await chat.post("discord:1", "general", QUESTION, key="k1")


async def test_before_the_connection_nothing_can_be_said_but_later_it_can(
    standin: StandIn, sqlite_store: SqlStore
) -> None:
    async with opened(standin, HandDesk(), sqlite_store) as platform:
        with pytest.raises(Unreachable):
            await posted(platform.chat, standin)


async def test_a_busy_bucket_is_waited_for(standin: StandIn, chat: DiscordChat) -> None:
    """Five posts in a channel that takes two at a time: none is refused, none is lost."""
    standin.rest.limits.sizes["POST /channels/{channel_id}/messages"] = (2, 0.3)
    await asyncio.gather(*(posted(chat, standin, key=f"k{n}") for n in range(5)))
    assert len(standin.world.visible(standin.channel.id)) == 5


async def test_a_rush_keeps_below_fifty_requests_a_second(
    standin: StandIn, chat: DiscordChat
) -> None:
    """The stand-in answers 429 to the fifty-first request of a second; the fixture counts them."""
    channels = [standin.world.add_channel(standin.guild, f"c{n}") for n in range(120)]
    for channel in channels:
        await standin.gateway.dispatch("CHANNEL_CREATE", channel.payload(), standin.guild.id)
    await asyncio.gather(*(posted(chat, standin, channel=channel) for channel in channels))
    assert all(standin.world.visible(channel.id) for channel in channels)
