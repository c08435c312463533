"""A channel that closes and comes back, on the real clients: told once, at rest, resumed by a person."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.platforms.discord.stage import DiscordStage
from tests.platforms.discord.stage import seen as discord_seen
from tests.platforms.discord.standin.world import SEND
from tests.platforms.slack.stage import SlackStage
from tests.platforms.stage import Seen
from tests.platforms.test_contract import Play, opened, seen
from tests.quiz.room import SINGLE

ADA = "U0ADA"


@pytest.fixture(params=["slack by socket", "slack by http", "discord"])
async def play(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Play]:
    """A platform with people on it, on which Ada wants to be told."""
    async with opened(request.param, tmp_path) as play:
        await play.ask()
        await play.store.greet(play.stage.team_id, ada(play), "Ada")
        await play.store.volunteer(play.stage.team_id, ada(play))
        yield play


def ada(play: Play) -> str:
    """Ada's id on the platform."""
    stage = play.stage
    return stage.standin.ada.id if isinstance(stage, DiscordStage) else ADA


async def shut(play: Play, *, closed: bool) -> None:
    """The channel is archived in Slack, or the bot may not write there in Discord; or not any more."""
    stage = play.stage
    if isinstance(stage, SlackStage):
        stage.slack.world.channels[stage.channel_id].archived = closed
        event = "channel_archive" if closed else "channel_unarchive"
        await stage.people.event({"type": event, "channel": stage.channel_id, "user": ADA})
    elif isinstance(stage, DiscordStage):
        stage.standin.channel.denied = SEND if closed else 0
        payload = stage.standin.channel.payload()
        await stage.standin.gateway.dispatch("CHANNEL_UPDATE", payload, stage.standin.guild.id)


def private(play: Play) -> tuple[Seen, ...]:
    """What Ada was told in private."""
    stage = play.stage
    if isinstance(stage, SlackStage):
        world = stage.slack.world
        return tuple(
            stage._message(each)
            for each in world.messages
            if world.channels[each.channel].dm_of == ADA
        )
    assert isinstance(stage, DiscordStage)
    world_ = stage.standin.world
    return tuple(map(discord_seen, world_.visible(world_.direct(stage.standin.ada).id)))


async def told(play: Play, number: int) -> Seen:
    """The word that Ada gets as the so manieth."""
    for _ in range(200):
        await play.later(seconds=1)
        if len(private(play)) >= number:
            return private(play)[number - 1]
    raise AssertionError(f"{len(private(play))} of {number}: {private(play)}")


async def test_a_channel_that_closes_and_opens_is_told_of_and_resumed_in_private(
    play: Play,
) -> None:
    await shut(play, closed=True)
    first = await told(play, 1)
    assert "I can't post in #ml-study: it is archived." in first.text or (
        "I lack permissions in #ml-study: Send Messages" in first.text
    )
    assert first.buttons == ("Resume",)
    await play.later(hours=48)
    assert len(private(play)) == 1
    assert len(await play.stage.channel()) == 1

    await shut(play, closed=False)
    second = await told(play, 2)
    assert "Nothing stands in my way in #ml-study any more." in second.text
    await play.later(hours=24)
    assert len(await play.stage.channel()) == 1, "nothing resumes by itself"

    resumed = seen(await play.stage.press("ada", second, "Resume"))
    assert "The quiz will run in #ml-study every day at 09:00 Berlin time" in resumed.text
    await play.later(hours=24)
    posts = await play.stage.until(lambda now: len(now) > 1)
    assert SINGLE.prompt in posts[-1].text
