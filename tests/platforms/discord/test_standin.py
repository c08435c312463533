"""The stand-in behaves as Discord is documented to, as seen by the real client library."""

import asyncio
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from typing import Any

import discord
import pytest

from tests.platforms.discord.standin import StandIn, recorded, schema, shapes
from tests.platforms.discord.standin.world import SEND


@asynccontextmanager
async def client(standin: StandIn) -> AsyncIterator[discord.AutoShardedClient]:
    async with discord.AutoShardedClient(
        intents=discord.Intents(guilds=True),
        allowed_mentions=discord.AllowedMentions.none(),
        guild_ready_timeout=0.05,
    ) as bot:
        task = asyncio.create_task(bot.start(standin.token))
        waiting = asyncio.create_task(bot.wait_for("ready"))
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        assert not task.done(), task.exception()
        try:
            yield bot
        finally:
            await bot.close()
            await task


async def test_the_client_logs_in_and_sees_the_server_and_its_channel(standin: StandIn) -> None:
    async with client(standin) as bot:
        assert [guild.name for guild in bot.guilds] == ["Study group"]
        assert [channel.name for channel in bot.guilds[0].channels] == ["ml-study"]


async def test_an_enforced_nonce_returns_the_first_message_and_is_forgotten_after_minutes(
    standin: StandIn,
) -> None:
    async with client(standin) as bot:
        channel = bot.get_partial_messageable(int(standin.channel.id))
        first = await channel.send("Hello", nonce="k1")
        assert (await channel.send("Hello", nonce="k1")).id == first.id
        standin.world.ahead += 600
        assert (await channel.send("Hello", nonce="k1")).id != first.id


async def test_a_request_that_breaks_a_rule_is_refused_and_written_down(standin: StandIn) -> None:
    async with client(standin) as bot:
        channel = bot.get_partial_messageable(int(standin.channel.id))
        for content, nonce in (("x" * 2001, "k"), ("x", "k" * 26)):
            with pytest.raises(discord.HTTPException) as caught:
                await channel.send(content, nonce=nonce)
            assert caught.value.code == 50035
        assert len(standin.rest.complaints) == 2
        standin.rest.complaints.clear()


async def test_a_field_that_discord_does_not_know_is_refused_by_its_description(
    standin: StandIn,
) -> None:
    route = discord.http.Route(
        "POST", "/channels/{channel_id}/messages", channel_id=standin.channel.id
    )
    body = {"content": "x", "allowed_mentions": {"parse": []}, "unheard_of": 1}
    async with client(standin) as bot:
        with pytest.raises(discord.HTTPException) if schema.judges() else nullcontext():
            await bot.http.request(route, json=body)
        assert len(standin.rest.complaints) == schema.judges()
        standin.rest.complaints.clear()


def test_what_the_bot_asks_for_is_documented_under_the_names_known_here() -> None:
    assert set(schema.KNOWN) <= set(schema.documented())


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_a_shape_written_by_hand_has_no_field_that_the_recorded_one_lacks(name: str) -> None:
    """Fields and their types; a recorded field may be one that the shape leaves out."""
    recording = recorded.all_of(name)[0]
    assert strange(shapes.SHAPES[name], recording) == []


def strange(shape: Any, recording: Any, at: str = "") -> list[str]:
    """Where a shape differs from a recording; what one of them leaves empty is not compared."""
    if shape is None or recording is None:
        return []
    if isinstance(shape, dict) and isinstance(recording, dict):
        lacking = [f"{at}.{key}" for key in shape if key not in recording]
        both = [key for key in shape if key in recording]
        return lacking + [
            each for key in both for each in strange(shape[key], recording[key], f"{at}.{key}")
        ]
    if isinstance(shape, list) and isinstance(recording, list):
        return strange(shape[0], recording[0], f"{at}[0]") if shape and recording else []
    return [] if type(shape) is type(recording) else [at]


async def test_a_bucket_that_is_used_up_answers_429_and_tells_how_long(standin: StandIn) -> None:
    standin.rest.limits.sizes["POST /channels/{channel_id}/messages"] = (2, 0.3)
    async with client(standin) as bot:
        channel = bot.get_partial_messageable(int(standin.channel.id))
        await asyncio.gather(*(channel.send("Hello") for _ in range(5)))
    assert len(standin.world.messages) == 5


async def test_missing_permissions_are_refused_by_channel(standin: StandIn) -> None:
    standin.channel.denied = SEND
    async with client(standin) as bot:
        with pytest.raises(discord.Forbidden) as caught:
            await bot.get_partial_messageable(int(standin.channel.id)).send("Hello")
        assert caught.value.code == 50013


async def test_a_dropped_session_is_resumed_and_loses_no_event(standin: StandIn) -> None:
    async with client(standin) as bot:
        heard = asyncio.create_task(bot.wait_for("interaction"))
        await asyncio.sleep(0)
        await standin.gateway.close(4000)
        data = standin.acts.press_data("answer:1")
        message = standin.world.add_message(standin.channel, standin.world.bot, {"content": "?"})
        await standin.acts.begin(standin.grace, standin.channel, 3, data, message)
        interaction = await asyncio.wait_for(heard, 10)
        assert interaction.user.display_name == "Grace"
        assert len(standin.gateway.resumed) == 1
        assert len(standin.gateway.identified) == 1


async def test_the_first_response_must_come_within_three_seconds(standin: StandIn) -> None:
    async with client(standin) as bot:
        heard = asyncio.create_task(bot.wait_for("interaction"))
        message = standin.world.add_message(standin.channel, standin.world.bot, {"content": "?"})
        data = standin.acts.press_data("answer:1")
        await standin.acts.begin(standin.grace, standin.channel, 3, data, message)
        interaction = await heard
        standin.world.ahead += 4
        with pytest.raises(discord.NotFound) as caught:
            await interaction.response.send_message("Late", ephemeral=True)
        assert caught.value.code == 10062


class ZlibStream:
    """The compression that every version of the client can ask for; see `zlib-stream`."""

    COMPRESSION_TYPE = "zlib-stream"

    def __init__(self) -> None:
        self._stream = zlib.decompressobj()

    def decompress(self, data: bytes) -> str | None:
        return self._stream.decompress(data).decode()


@pytest.mark.parametrize("context", [None, ZlibStream], ids=["as the client likes", "zlib-stream"])
async def test_the_gateway_compresses_as_it_is_asked_to(
    standin: StandIn, monkeypatch: pytest.MonkeyPatch, context: Any
) -> None:
    if context is not None:
        monkeypatch.setattr(discord.utils, "_ActiveDecompressionContext", context)
    async with client(standin) as bot:
        assert len(bot.guilds) == 1


async def test_a_client_that_says_too_much_is_closed_on(standin: StandIn) -> None:
    async with client(standin) as bot:
        socket = bot._get_websocket(shard_id=0)
        for _ in range(130):
            await socket.socket.send_str('{"op": 1, "d": null}')
        await standin.gateway.until(lambda: len(standin.gateway.resumed) == 1)
