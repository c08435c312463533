"""What keeps a quiz out of a channel of Discord, and how the bot hears that it changed."""

from collections.abc import AsyncIterator
from types import SimpleNamespace

import discord
import pytest

from bot.model.event import Call
from bot.model.team import Team
from bot.platforms.discord.chat import DiscordChat
from bot.platforms.discord.refusal import chat_error
from bot.platforms.discord.table import CHANNELS, entries
from bot.quiz.commands.registry import build_registry
from bot.quiz.ports.chat import Busy, Gone, Refused, Revoked, Unfit, Unreachable
from bot.store import SqlStore
from tests.platforms.desk import HandDesk
from tests.platforms.discord.connecting import connected
from tests.platforms.discord.standin import StandIn
from tests.platforms.discord.standin.world import (
    EMBED,
    FORUM,
    HISTORY,
    SEND,
    SEND_IN_THREADS,
    THREADS,
    VIEW,
    VOICE,
    Channel,
    Role,
)
from tests.platforms.running import until

CATEGORY, ANNOUNCEMENT = 4, 5
"""https://docs.discord.com/developers/resources/channel#channel-object-channel-types"""


@pytest.fixture
def desk() -> HandDesk:
    """A desk without commands."""
    return HandDesk()


@pytest.fixture
async def chat(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> AsyncIterator[DiscordChat]:
    """A connected bot's voice."""
    async with connected(standin, desk, sqlite_store) as platform:
        yield platform.chat


def team(standin: StandIn) -> str:
    return f"discord:{standin.guild.id}"


async def found(standin: StandIn, chat: DiscordChat, channel: Channel | None = None) -> str:
    """What stands in the way; empty if nothing does."""
    place = channel or standin.channel
    return str(await chat.obstacle(team(standin), place.id) or "")


async def changed(standin: StandIn, channel: Channel, event: str = "CHANNEL_UPDATE") -> None:
    await standin.gateway.dispatch(event, channel.payload(), standin.guild.id)


async def test_where_everything_is_allowed_nothing_stands_in_the_way(
    standin: StandIn, chat: DiscordChat
) -> None:
    assert await found(standin, chat) == ""


@pytest.mark.parametrize(
    ("denied", "names"),
    [
        (SEND, "Send Messages, Embed Links"),
        (EMBED, "Embed Links"),
        (HISTORY, "Read Message History"),
        (SEND_IN_THREADS, "Send Messages in Threads"),
        (EMBED | HISTORY, "Embed Links, Read Message History"),
    ],
)
async def test_every_permission_that_is_missing_is_named_with_its_channel(
    standin: StandIn, chat: DiscordChat, desk: HandDesk, denied: int, names: str
) -> None:
    standin.channel.denied = denied
    await changed(standin, standin.channel)
    await until(lambda: bool(desk.changes))
    said = await found(standin, chat)
    assert f"in #{standin.channel.name}: {names}." in said
    assert "Edit Channel, Permissions, add my role" in said


async def test_where_no_thread_may_be_begun_the_answer_is_a_reply_and_nothing_stands_in_the_way(
    standin: StandIn, chat: DiscordChat, desk: HandDesk
) -> None:
    standin.channel.denied = THREADS | SEND_IN_THREADS
    await changed(standin, standin.channel)
    await until(lambda: bool(desk.changes))
    assert await found(standin, chat) == ""


async def test_a_channel_that_the_bot_cannot_see_is_said_to_be_hidden(
    standin: StandIn, chat: DiscordChat
) -> None:
    hidden = standin.world.add_channel(standin.guild, "hidden")
    hidden.denied = VIEW
    assert "View Channel" in await found(standin, chat, hidden)


async def test_a_channel_that_there_is_not_is_gone(
    standin: StandIn, chat: DiscordChat, desk: HandDesk
) -> None:
    for channel_id in ("4711", "#general"):
        with pytest.raises(Gone):
            await chat.obstacle(team(standin), channel_id)
    await standin.acts.delete_channel(standin.channel)
    await until(lambda: bool(desk.changes))
    with pytest.raises(Gone):
        await found(standin, chat)


@pytest.mark.parametrize("kind", [ANNOUNCEMENT, FORUM])
async def test_other_kinds_of_channels_take_a_quiz(
    standin: StandIn, chat: DiscordChat, kind: int
) -> None:
    other = standin.world.add_channel(standin.guild, "other", kind)
    assert await found(standin, chat, other) == ""


async def test_the_chat_of_a_voice_channel_is_for_those_who_may_connect(
    standin: StandIn, chat: DiscordChat
) -> None:
    """https://docs.discord.com/developers/topics/permissions#implicit-permissions"""
    voice = standin.world.add_channel(standin.guild, "voice", VOICE)
    assert "I lack a permission in #voice: Connect." in await found(standin, chat, voice)


async def test_a_category_takes_none_and_says_where_to_go(
    standin: StandIn, chat: DiscordChat
) -> None:
    category = standin.world.add_channel(standin.guild, "Learning", CATEGORY)
    assert await found(standin, chat, category) == (
        "Learning is a category: nothing can be posted in it itself. Type /quizmaster schedule in a "
        "text channel, a forum or a thread."
    )


async def test_a_category_is_not_even_offered() -> None:
    """https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure"""
    table = entries(build_registry().table)
    options = [
        option
        for command in table
        for sub in command.get("options", [])
        for option in sub.get("options", [])
        if option["type"] == 7
    ]
    assert options
    assert all(option["channel_types"] == list(CHANNELS) for option in options)
    assert CATEGORY not in CHANNELS


async def test_a_locked_thread_is_named_and_an_open_one_takes_a_quiz(
    standin: StandIn, chat: DiscordChat, desk: HandDesk
) -> None:
    thread = standin.world.add_thread(standin.channel, "study", standin.ada)
    await changed(standin, thread, "THREAD_CREATE")
    assert await found(standin, chat, thread) == ""
    thread.locked = True
    await changed(standin, thread, "THREAD_UPDATE")
    await until(lambda: bool(desk.changes))
    assert desk.changes[-1] == (team(standin), thread.id, "study")
    said = await found(standin, chat, thread)
    assert said.startswith("I can't post in the thread study: it is locked.")
    assert "/quizmaster move" in said
    for archived in (True, False):
        thread.archived = archived
        await changed(standin, thread, "THREAD_UPDATE")
    thread.locked = False
    before = len(desk.changes)
    await changed(standin, thread, "THREAD_UPDATE")
    await until(lambda: len(desk.changes) > before)
    assert await found(standin, chat, thread) == "", "though the library had forgotten it"


async def test_a_conversation_with_one_person_takes_a_quiz(
    standin: StandIn, chat: DiscordChat
) -> None:
    direct = standin.world.direct(standin.grace)
    assert await chat.obstacle(f"discord:{standin.grace.id}", direct.id) is None


async def test_a_server_that_sent_the_bot_away_is_no_obstacle_but_lost(
    standin: StandIn, chat: DiscordChat
) -> None:
    hidden = standin.world.add_channel(standin.guild, "hidden")
    hidden.denied = VIEW
    standin.world.guilds[standin.guild.id].present = False
    with pytest.raises(Revoked):
        await found(standin, chat, hidden)


async def test_while_discord_is_away_nobody_says_what_stands_in_the_way(
    standin: StandIn, chat: DiscordChat
) -> None:
    thread = standin.world.add_thread(standin.channel, "old", standin.ada)
    standin.fail(rf"GET /channels/{thread.id}", 503, times=100)
    with pytest.raises(Unreachable):
        await found(standin, chat, thread)


async def test_a_new_name_and_a_deletion_are_passed_on(
    standin: StandIn, chat: DiscordChat, desk: HandDesk
) -> None:
    standin.channel.name = "deep-learning"
    await changed(standin, standin.channel)
    await standin.acts.delete_channel(standin.channel)
    await until(lambda: len(desk.changes) > 1)
    place = standin.channel.id
    assert desk.changes == [
        (team(standin), place, "deep-learning"),
        (team(standin), place, ""),
    ]


async def test_a_change_of_topic_is_of_no_interest(
    standin: StandIn, chat: DiscordChat, desk: HandDesk
) -> None:
    await changed(standin, standin.channel)
    await standin.acts.command(standin.grace, standin.channel, ("quiz", "help"))
    assert desk.changes == []
    standin.channel.name = "another"
    await changed(standin, standin.channel)
    await until(lambda: bool(desk.changes))
    assert len(desk.changes) == 1


async def test_a_role_that_goes_may_change_any_channel(
    standin: StandIn, chat: DiscordChat, desk: HandDesk
) -> None:
    made: Role = standin.world.add_role(standin.guild, "Bots")
    payload = {"guild_id": standin.guild.id, "role": standin.guild.owned()["roles"][-1]}
    await standin.gateway.dispatch("GUILD_ROLE_CREATE", payload, standin.guild.id)
    gone = {"guild_id": standin.guild.id, "role_id": made.id}
    await standin.gateway.dispatch("GUILD_ROLE_DELETE", gone, standin.guild.id)
    await until(lambda: bool(desk.changes))
    assert desk.changes == [(team(standin), "", "")]


async def test_in_a_thread_that_a_member_began_the_channel_above_it_is_told_of(
    standin: StandIn, chat: DiscordChat, desk: HandDesk
) -> None:
    thread = standin.world.add_thread(standin.channel, "what about this?", standin.grace)
    await changed(standin, thread, "THREAD_CREATE")
    await standin.acts.command(standin.grace, thread, ("quiz", "top"))
    actor = desk.heard(Call).actor
    assert (actor.channel_id, actor.parent_id) == (thread.id, standin.channel.id)


async def test_who_speaks_in_private_lets_the_bot_in_again(
    standin: StandIn, chat: DiscordChat, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    own = f"discord:{standin.grace.id}"
    await sqlite_store.left(own, "Shut out.")
    direct = standin.world.direct(standin.grace)
    await standin.acts.command(standin.grace, direct, ("quiz", "top"))
    await until(lambda: Team(own) in desk.teams)


async def test_a_timeout_is_told_apart_from_missing_permissions(
    standin: StandIn, chat: DiscordChat, desk: HandDesk
) -> None:
    """https://docs.discord.com/developers/events/gateway-events#guild-member-update"""
    member = standin.world.bot.member(standin.guild.id) | {
        "guild_id": standin.guild.id,
        "communication_disabled_until": "2100-01-01T00:00:00+00:00",
    }
    await standin.gateway.dispatch("GUILD_MEMBER_UPDATE", member, standin.guild.id)
    await until(lambda: bool(desk.changes))
    assert "I was given a timeout in this server." in await found(standin, chat)


async def test_a_server_that_took_the_bot_in_again_while_it_was_away_is_met_as_one(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    await sqlite_store.arrived(team(standin), "Acme")
    await sqlite_store.left(team(standin), "Removed.")
    async with connected(standin, desk, sqlite_store):
        await until(lambda: bool(desk.added))
    assert desk.added == [team(standin)]


async def test_a_server_that_never_sent_the_bot_away_goes_on_at_a_start(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    await sqlite_store.arrived(team(standin), "Acme")
    async with connected(standin, desk, sqlite_store):
        pass
    assert desk.teams == []


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (403, 50001, Refused),
        (403, 50013, Refused),
        (403, 50007, Refused),
        (403, 50278, Refused),
        (400, 160002, Refused),
        (400, 160005, Refused),
        (400, 160006, Refused),
        (400, 160007, Refused),
        (400, 50024, Refused),
        (400, 50035, Unfit),
        (400, 200000, Unfit),
        (400, 200001, Unfit),
        (404, 10003, Gone),
        (404, 10008, Gone),
        (404, 10004, Revoked),
        (403, 40004, Unreachable),
        (503, 0, Unreachable),
        (429, 0, Busy),
    ],
)
def test_what_discord_says_is_of_the_place_or_of_the_message(
    status: int, code: int, kind: type
) -> None:
    """https://docs.discord.com/developers/topics/opcodes-and-status-codes#json"""
    answer = SimpleNamespace(status=status, reason="", headers={})
    error = discord.HTTPException(answer, {"code": code, "message": ""})  # type: ignore[arg-type]
    assert type(chat_error(error)) is kind
