"""What the operator sets: read in one place, and every mistake told with what to set."""

from typing import Any

import pytest

from bot.platforms.discord.settings import Settings, Shards
from bot.platforms.platform import Misconfigured

TOKEN = {"DISCORD_TOKEN": "MTAw.abc.def"}


def test_without_a_token_there_is_no_discord() -> None:
    assert Settings.read({}) is None
    assert Settings.read({"DISCORD_TOKEN": "  "}) is None


def test_a_token_is_all_it_takes() -> None:
    assert Settings.read(TOKEN) == Settings("MTAw.abc.def", None, 50)


@pytest.mark.parametrize(
    ("text", "shards"),
    [
        ("0-3/16", Shards((0, 1, 2, 3), 16)),
        ("5/16", Shards((5,), 16)),
        ("auto", None),
        ("", None),
    ],
)
def test_shards_are_a_range_of_all_or_left_to_discord(text: str, shards: Any) -> None:
    settings = Settings.read(TOKEN | {"QUIZSHEET_DISCORD_SHARDS": text})
    assert settings is not None
    assert settings.shards == shards


@pytest.mark.parametrize("text", ["3-1/4", "0-4/4", "all", "0-3", "1/0", "-1/4"])
def test_shards_that_make_no_sense_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(Misconfigured, match="0-3/16"):
        Settings.read(TOKEN | {"QUIZSHEET_DISCORD_SHARDS": text})


def test_processes_of_one_bot_may_share_the_rate() -> None:
    settings = Settings.read(TOKEN | {"QUIZSHEET_DISCORD_RATE": "12"})
    assert settings is not None
    assert settings.rate == 12


@pytest.mark.parametrize("text", ["0", "51", "fast"])
def test_a_rate_that_discord_does_not_allow_is_refused(text: str) -> None:
    with pytest.raises(Misconfigured, match="1 to 50"):
        Settings.read(TOKEN | {"QUIZSHEET_DISCORD_RATE": text})


@pytest.mark.parametrize("token", ["Bot MTAw.abc.def", "MTAw abc"])
def test_a_token_that_was_copied_wrongly_is_noticed(token: str) -> None:
    with pytest.raises(Misconfigured, match="the token alone"):
        Settings.read({"DISCORD_TOKEN": token})


def test_the_token_is_not_shown_with_the_settings() -> None:
    assert "abc" not in repr(Settings.read(TOKEN))
