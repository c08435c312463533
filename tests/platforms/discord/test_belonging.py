"""Who and what belongs to a server: what Discord says with an interaction, and when it is asked."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.model.command import Command, CommandTable, Group, MemberMenu, Option, OptionKind
from bot.model.event import Call
from bot.model.rights import NO_RIGHTS, Rights
from bot.platforms.discord.chat import DiscordChat
from bot.quiz.ports.chat import Revoked, Unfit, Unreachable
from bot.store import SqlStore
from tests.platforms.desk import HandDesk
from tests.platforms.discord.connecting import connected
from tests.platforms.discord.standin import StandIn
from tests.platforms.discord.standin.acts import Acts
from tests.platforms.discord.standin.world import FORUM, MANAGE_GUILD, VIEW, Person, Role
from tests.platforms.running import until

ADMINISTRATOR = 1 << 3
_WHO = Option("member", "The person", OptionKind.MEMBER)
_APPOINT = Command(
    ("quizmaster", "appoint"),
    "Make somebody a quizmaster",
    (_WHO, Option("group", "A role", OptionKind.GROUP)),
)
TABLE = CommandTable(
    (_APPOINT,),
    member_menus=(MemberMenu("Appoint", _APPOINT, _WHO.name),),
    groups=(Group("quizmaster", "Run the quiz"),),
)


@pytest.fixture
def desk() -> HandDesk:
    """A desk with one command, which takes a person or a role."""
    return HandDesk(table=TABLE)


@pytest.fixture
async def chat(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> AsyncIterator[DiscordChat]:
    """A connected bot's voice."""
    async with connected(standin, desk, sqlite_store) as platform:
        yield platform.chat


@pytest.fixture
def acts(standin: StandIn, chat: DiscordChat) -> Acts:
    """People in front of the connected bot."""
    return standin.acts


def team(standin: StandIn) -> str:
    return f"discord:{standin.guild.id}"


def role(standin: StandIn, person: Person, permissions: int = 0, name: str = "Leads") -> Role:
    """A new role of the server, which somebody has."""
    made = standin.world.add_role(standin.guild, name, permissions)
    person.roles.append(made)
    return made


async def tell_of(standin: StandIn, role: Role, event: str) -> None:
    """The gateway tells of the role that is the newest of the server."""
    guild = standin.guild
    payload = guild.owned()["roles"][-1]
    assert payload["id"] == role.id
    await standin.gateway.dispatch(event, {"guild_id": guild.id, "role": payload}, guild.id)


@pytest.mark.parametrize("permissions", [MANAGE_GUILD, ADMINISTRATOR])
async def test_whoever_may_manage_the_server_manages_the_team(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, permissions: int
) -> None:
    made = role(standin, standin.grace, permissions)
    standin.guild.owner_id = standin.edsger.id
    async with connected(standin, desk, sqlite_store) as platform:
        grace = await platform.chat.rights(team(standin), standin.grace.id)
        edsger = await platform.chat.rights(team(standin), standin.edsger.id)
    assert grace == Rights(manages=True, groups=frozenset({made.id, standin.guild.id}))
    assert edsger.manages, "it is their server"


async def test_a_member_belongs_with_their_roles(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    made = role(standin, standin.grace)
    async with connected(standin, desk, sqlite_store) as platform:
        rights = await platform.chat.rights(team(standin), standin.grace.id)
        await standin.acts.command(standin.grace, standin.channel, ("quizmaster", "appoint"))
    assert rights == Rights(groups=frozenset({made.id, standin.guild.id}))
    assert desk.heard(Call).actor.rights == rights, "what came with the command says the same"


async def test_who_is_no_member_has_no_part_in_it(standin: StandIn, chat: DiscordChat) -> None:
    standin.grace.absent.add(standin.guild.id)
    for member_id in (standin.grace.id, "4711"):
        assert await chat.rights(team(standin), member_id) == NO_RIGHTS


async def test_the_rights_of_another_server_are_asked_of_that_server(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    elsewhere = standin.world.add_guild("Elsewhere")
    async with connected(standin, desk, sqlite_store) as platform:
        assert (await platform.chat.rights(team(standin), standin.ada.id)).manages
        assert not (await platform.chat.rights(f"discord:{elsewhere.id}", standin.ada.id)).manages


async def test_a_server_of_another_process_can_be_asked_about(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    """Its shard is not this process's, so that nothing of it is known here."""
    far = standin.world.add_guild("Far", shard_key=1)
    made = standin.world.add_role(far, "Hosts", MANAGE_GUILD)
    channel = standin.world.add_channel(far, "ml-far")
    standin.grace.roles.append(made)
    other = 1 - (int(far.id) >> 22) % 2
    async with connected(
        standin, desk, sqlite_store, QUIZSHEET_DISCORD_SHARDS=f"{other}/2"
    ) as platform:
        rights = await platform.chat.rights(f"discord:{far.id}", standin.grace.id)
        assert await platform.chat.has_channel(f"discord:{far.id}", channel.id)
    assert rights == Rights(manages=True, groups=frozenset({made.id, far.id}))


async def test_in_private_the_team_is_the_persons_own(standin: StandIn, chat: DiscordChat) -> None:
    own = f"discord:{standin.grace.id}"
    assert await chat.rights(own, standin.grace.id) == Rights(manages=True, groups=frozenset())
    assert await chat.rights(own, standin.ada.id) == NO_RIGHTS
    assert standin.requests(r"GET /guilds/\d+/members") == []


async def test_of_a_server_that_removed_the_bot_nothing_is_known(
    standin: StandIn, chat: DiscordChat, acts: Acts
) -> None:
    await acts.kick(standin.guild.id)
    await until(lambda: chat.client is None or chat.client.get_guild(int(standin.guild.id)) is None)
    with pytest.raises(Revoked):
        await chat.rights(team(standin), standin.ada.id)


@pytest.mark.parametrize(
    ("status", "code", "error"), [(503, 0, Unreachable), (403, 50001, Revoked), (400, 1, Unfit)]
)
async def test_a_failed_look_up_is_neither_a_yes_nor_a_no(
    standin: StandIn, chat: DiscordChat, status: int, code: int, error: type[Exception]
) -> None:
    body = {"message": "no", "code": code}
    standin.fail(r"GET /guilds/\d+/members", status, body=body)
    for _ in range(2):
        with pytest.raises(error):
            await chat.rights(team(standin), standin.ada.id)
    asked = standin.requests(r"GET /guilds/\d+/members")
    assert len(asked) == 1, "nor is Discord asked at once again"


async def test_without_a_connection_nothing_is_known(standin: StandIn) -> None:
    chat = DiscordChat()
    with pytest.raises(Unreachable):
        await chat.rights(team(standin), standin.ada.id)
    with pytest.raises(Unreachable):
        await chat.has_channel(team(standin), standin.channel.id)
    await chat.belonging.close()


async def test_who_acts_is_not_asked_about(standin: StandIn, chat: DiscordChat, acts: Acts) -> None:
    await acts.command(standin.ada, standin.channel, ("quizmaster", "appoint"))
    assert (await chat.rights(team(standin), standin.ada.id)).manages
    assert standin.requests(r"GET /guilds/\d+/members") == []


async def test_who_was_asked_about_is_remembered_until_a_role_changes(
    standin: StandIn, chat: DiscordChat
) -> None:
    made = role(standin, standin.grace, MANAGE_GUILD)
    await tell_of(standin, made, "GUILD_ROLE_CREATE")
    await until(lambda: _knows(chat, standin, made))
    for _ in range(3):
        assert (await chat.rights(team(standin), standin.grace.id)).manages
    assert len(standin.requests(r"GET /guilds/\d+/members")) == 1
    made.permissions = 0
    await tell_of(standin, made, "GUILD_ROLE_UPDATE")
    await until(lambda: not _gives(chat, standin, made))
    await asyncio.sleep(0)  # the library handles what it was told in a task of its own
    assert not (await chat.rights(team(standin), standin.grace.id)).manages


def _knows(chat: DiscordChat, standin: StandIn, made: Role) -> bool:
    guild = chat.client.get_guild(int(standin.guild.id)) if chat.client else None
    return guild is not None and guild.get_role(int(made.id)) is not None


def _gives(chat: DiscordChat, standin: StandIn, made: Role) -> bool:
    guild = chat.client.get_guild(int(standin.guild.id)) if chat.client else None
    found = guild.get_role(int(made.id)) if guild else None
    return found is not None and found.permissions.manage_guild


async def test_a_channel_is_of_its_server_alone(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    elsewhere = standin.world.add_guild("Elsewhere")
    theirs = standin.world.add_channel(elsewhere, "general")
    forum = standin.world.add_channel(standin.guild, "quiz-forum", FORUM)
    async with connected(standin, desk, sqlite_store) as platform:
        chat = platform.chat
        assert await chat.has_channel(team(standin), standin.channel.id)
        assert await chat.has_channel(team(standin), forum.id)
        assert not await chat.has_channel(team(standin), theirs.id)
        assert await chat.has_channel(f"discord:{elsewhere.id}", theirs.id)


async def test_a_thread_that_the_gateway_did_not_tell_of_is_asked_about(
    standin: StandIn, chat: DiscordChat
) -> None:
    thread = standin.world.add_thread(standin.channel, "old", standin.ada)
    assert await chat.has_channel(team(standin), thread.id)


async def test_what_the_bot_cannot_see_or_what_is_no_channel_is_nobodys(
    standin: StandIn, chat: DiscordChat
) -> None:
    hidden = standin.world.add_channel(standin.guild, "hidden")
    hidden.denied = VIEW
    for channel_id in (hidden.id, "4711", "#general", ""):
        assert not await chat.has_channel(team(standin), channel_id)


async def test_a_conversation_is_of_the_one_who_has_it_with_the_bot(
    standin: StandIn, chat: DiscordChat
) -> None:
    direct = standin.world.direct(standin.grace)
    assert await chat.has_channel(f"discord:{standin.grace.id}", direct.id)
    assert not await chat.has_channel(f"discord:{standin.ada.id}", direct.id)
    assert not await chat.has_channel(team(standin), direct.id)
    assert not await chat.has_channel(f"discord:{standin.grace.id}", standin.channel.id)


async def test_whether_a_channel_is_theirs_cannot_be_said_while_discord_is_away(
    standin: StandIn, chat: DiscordChat
) -> None:
    thread = standin.world.add_thread(standin.channel, "old", standin.ada)
    standin.fail(rf"GET /channels/{thread.id}", 503, times=100)
    with pytest.raises(Unreachable):
        await chat.has_channel(team(standin), thread.id)


async def test_a_role_or_a_person_in_an_option_comes_with_its_name(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    made = role(standin, standin.grace, name="ML leads")
    await acts.command(standin.ada, standin.channel, ("quizmaster", "appoint"), group=made)
    call = desk.heard(Call)
    assert (call.arguments, call.names) == ({"group": made.id}, {made.id: "ML leads"})
    await acts.command(
        standin.ada, standin.channel, ("quizmaster", "appoint"), member=standin.grace.id
    )
    call = desk.heard(Call)
    assert (call.arguments, call.names) == (
        {"member": standin.grace.id},
        {standin.grace.id: "Grace"},
    )


async def test_a_person_in_a_menu_comes_with_their_name(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    await acts.point(standin.ada, standin.channel, "Appoint", standin.grace)
    call = desk.heard(Call)
    assert call.names == {standin.grace.id: "Grace"}


async def test_who_manages_is_said_as_people_say_it(chat: DiscordChat) -> None:
    assert chat.managers == "those who may manage the server"
