"""The connection: kept, resumed, made anew, and given up where only the operator can help."""

import asyncio
from dataclasses import replace
from typing import Any

import discord
import pytest

from bot.model.message import Say
from bot.model.team import Team
from bot.platforms.discord.platform import ConnectionLost, Times
from bot.platforms.platform import Misconfigured
from bot.store import SqlStore
from bot.supervision import keep_running
from tests.platforms.desk import HandDesk
from tests.platforms.desk import said as words
from tests.platforms.discord.connecting import connected, opened
from tests.platforms.discord.standin import StandIn
from tests.platforms.running import running, until

WRONG = "wrong.token.here"


class Hurried:
    """asyncio as the library's shards see it, with sleeps that only give way."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, _: float) -> None:
        await asyncio.sleep(0)


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the pauses out of the library's own attempts to connect."""
    monkeypatch.setattr(discord.shard, "asyncio", Hurried())


@pytest.fixture
def desk() -> HandDesk:
    """A desk that says Done."""
    return HandDesk(lambda _: Say(words("Done.")))


async def still_works(standin: StandIn) -> None:
    """Somebody uses a command and is answered."""
    outcome = await standin.acts.command(standin.grace, standin.channel, ("quiz", "help"))
    assert outcome.kind == "message"


async def test_only_the_intent_for_servers_is_asked_for(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    async with connected(standin, desk, sqlite_store):
        assert [identity["intents"] for identity in standin.gateway.identified] == [1]


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4008])
async def test_after_most_close_codes_the_session_is_resumed(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, hurry: None, code: Any
) -> None:
    async with connected(standin, desk, sqlite_store):
        await standin.gateway.close(code)
        await standin.gateway.until(lambda: len(standin.gateway.resumed) == 1)
        await still_works(standin)
        assert len(standin.gateway.identified) == 1


@pytest.mark.parametrize("code", [4007, 4009])
async def test_a_session_that_discord_forgot_is_begun_anew(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, hurry: None, code: Any
) -> None:
    async with connected(standin, desk, sqlite_store):
        await standin.gateway.close(code)
        await standin.gateway.until(lambda: len(standin.gateway.identified) == 2)
        await still_works(standin)


async def test_a_socket_that_was_cut_is_resumed(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, hurry: None
) -> None:
    async with connected(standin, desk, sqlite_store):
        await standin.gateway.drop()
        await standin.gateway.until(lambda: len(standin.gateway.resumed) == 1)
        await still_works(standin)


async def test_what_happened_while_away_is_heard_after_the_resume(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, hurry: None
) -> None:
    async with connected(standin, desk, sqlite_store):
        await standin.gateway.close(4000)
        await still_works(standin)
        assert len(desk.events) == 1


@pytest.mark.parametrize(("op", "data", "begun"), [(7, None, 1), (9, True, 1), (9, False, 2)])
async def test_reconnect_and_invalid_session_are_obeyed(
    standin: StandIn,
    desk: HandDesk,
    sqlite_store: SqlStore,
    hurry: None,
    op: int,
    data: Any,
    begun: Any,
) -> None:
    async with connected(standin, desk, sqlite_store):
        await standin.gateway.say_raw(op, data)
        gateway = standin.gateway
        await gateway.until(lambda: len(gateway.resumed) + len(gateway.identified) == 2)
        await still_works(standin)
        assert len(gateway.identified) == begun


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (4004, "DISCORD_TOKEN"),
        (4010, "QUIZSHEET_DISCORD_SHARDS"),
        (4011, "QUIZSHEET_DISCORD_SHARDS"),
        (4012, "newer quizsheet"),
        (4013, "newer quizsheet"),
        (4014, "newer quizsheet"),
    ],
)
async def test_hopeless_close_codes_end_with_what_to_set(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, code: Any, advice: str
) -> None:
    async with opened(standin, desk, sqlite_store) as platform, running(platform) as run:
        await standin.gateway.close(code)
        with pytest.raises(Misconfigured, match=advice):
            await asyncio.wait_for(run, 10)
    assert len(standin.gateway.identified) == 1


async def test_a_token_that_is_refused_is_said_plainly(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    async with opened(standin, desk, sqlite_store, DISCORD_TOKEN=WRONG) as platform:
        with pytest.raises(Misconfigured, match="does not accept DISCORD_TOKEN") as told:
            await platform.run(lambda: None)
    assert "wrong.token.here" not in str(told.value)


@pytest.mark.parametrize("trouble", ["http", "drop"])
async def test_a_first_connection_that_fails_is_tried_again(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, hurry: None, trouble: Any
) -> None:
    standin.gateway.refuse.extend([trouble] * 3)
    async with connected(standin, desk, sqlite_store):
        await still_works(standin)


async def test_a_gateway_that_says_nothing_is_given_up(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    standin.gateway.refuse.append("mute")
    quick = Times(first=0.2, identify=0.01)
    async with opened(standin, desk, sqlite_store, quick) as platform:
        with pytest.raises(ConnectionLost):
            await platform.run(lambda: None)


async def test_the_librarys_own_error_at_the_first_connection_is_a_lost_connection(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """discord.py reads attributes of a connection that it never had."""

    async def fail(_: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'sequence'")

    async with opened(standin, desk, sqlite_store) as platform:
        with monkeypatch.context() as patch:
            patch.setattr(discord.AutoShardedClient, "connect", fail)
            with pytest.raises(ConnectionLost):
                await platform.run(lambda: None)
        async with running(platform):
            await until(lambda: bool(standin.world.commands))
            await still_works(standin)


async def test_the_supervisor_brings_a_lost_platform_back(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    standin.fail("GET /users/@me", 503, times=2)
    chats: dict[str, object] = {}
    async with opened(standin, desk, sqlite_store) as platform:
        task = asyncio.create_task(
            keep_running(platform, chats, lambda: None, first_pause=0.01)  # type: ignore[arg-type]  # any mapping will do
        )
        await until(lambda: "discord" in chats and bool(standin.world.commands))
        await still_works(standin)
        task.cancel()
        await asyncio.wait({task})


async def test_speaking_goes_on_through_a_new_connection(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    team = f"discord:{standin.guild.id}"
    async with opened(standin, desk, sqlite_store) as platform:
        for number in range(2):
            async with running(platform):
                await platform.chat.post(team, standin.channel.id, words("Hi"), key=f"k{number}")
    assert len(standin.world.visible(standin.channel.id)) == 2


async def test_answers_under_way_are_sent_before_the_connection_closes(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    async with connected(standin, desk, sqlite_store, Times(patience=5)):
        desk.gate.clear()
        data = standin.acts.command_data(("quiz", "help"), {})
        interaction = await standin.acts.begin(standin.grace, standin.channel, 2, data)
        await until(lambda: bool(desk.events))
        asyncio.get_running_loop().call_later(0.05, desk.gate.set)
    assert (await standin.acts.see(interaction)).kind == "message"


async def test_a_process_serves_the_shards_it_is_given(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    guilds = [standin.world.add_guild(f"g{n}", shard_key=n) for n in (100, 101, 102)]
    rooms = [standin.world.add_channel(guild, "quiz") for guild in guilds]
    async with connected(standin, desk, sqlite_store, QUIZSHEET_DISCORD_SHARDS="0-1/4"):
        assert [i["shard"] for i in standin.gateway.identified] == [[0, 4], [1, 4]]
        for room in rooms[:2]:
            data = standin.acts.command_data(("quiz", "help"), {})
            await standin.acts.see(await standin.acts.begin(standin.grace, room, 2, data))
    assert [e.actor.team_id for e in desk.events] == [f"discord:{g.id}" for g in guilds[:2]]


async def test_no_connection_is_begun_once_the_days_starts_are_used_up(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, caplog: pytest.LogCaptureFixture
) -> None:
    """A thousand starts a day: one more, and Discord takes the token away."""
    standin.world.starts_left = 0
    async with connected(standin, desk, sqlite_store):
        assert "no more connections today; waiting" in caplog.text


async def test_a_server_that_adds_the_bot_is_welcomed(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    async with connected(standin, desk, sqlite_store):
        await until(lambda: len(desk.teams) == 1)
        guild = standin.world.add_guild("New here")
        await standin.acts.join(guild.id)
        await until(lambda: len(desk.teams) == 2)
    assert desk.teams[1] == Team(f"discord:{guild.id}", "New here")


async def test_a_server_that_removes_the_bot_is_left_alone(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    async with connected(standin, desk, sqlite_store):
        await standin.acts.kick(standin.guild.id)
        await until(lambda: bool(desk.gone))
    assert desk.gone == [(f"discord:{standin.guild.id}", "The bot was removed from the server.")]


async def test_an_outage_of_a_server_is_no_removal(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    async with connected(standin, desk, sqlite_store):
        gone = {"id": standin.guild.id, "unavailable": True}
        await standin.gateway.dispatch("GUILD_DELETE", gone, standin.guild.id)
        await still_works(standin)
    assert desk.gone == []


@pytest.mark.parametrize(("paused", "told"), [("", 0), ("The bot was removed.", 1)])
async def test_a_server_is_told_at_the_start_only_if_it_came_while_the_bot_was_away(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, paused: Any, told: Any
) -> None:
    team_id = f"discord:{standin.guild.id}"
    await sqlite_store.arrived(team_id, "Study group")
    if paused:
        await sqlite_store.left(team_id, paused)
    async with connected(standin, desk, sqlite_store):
        guild = standin.world.add_guild("New here")
        await standin.acts.join(guild.id)
        # The two are told of side by side, in either order.
        await until(lambda: len(desk.teams) > told)
        await still_works(standin)
    assert [team.name for team in desk.teams].count("New here") == 1
    assert len(desk.teams) == 1 + told


async def test_commands_are_registered_once_and_again_only_when_they_change(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    async with connected(standin, desk, sqlite_store):
        pass
    async with connected(standin, desk, sqlite_store):
        await still_works(standin)
    assert len(standin.requests("PUT .*/commands")) == 1
    desk.table = replace(desk.table, commands=desk.table.commands[:-1])
    async with connected(standin, desk, sqlite_store):
        await until(lambda: len(standin.requests("PUT .*/commands")) == 2)


async def test_commands_that_could_not_be_registered_are_tried_at_the_next_start(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    standin.fail("PUT .*/commands", 400, body={"code": 30034, "message": "Max daily creates"})
    async with opened(standin, desk, sqlite_store) as platform, running(platform):
        await until(lambda: len(standin.requests("PUT .*/commands")) == 1)
    async with connected(standin, desk, sqlite_store):
        assert len(standin.requests("PUT .*/commands")) == 2
