"""The links that add the bot, with the fewest permissions."""

from urllib.parse import parse_qs, urlsplit

import discord
import pytest
from click.testing import CliRunner

from bot.cli.invite import invite
from bot.platforms.discord.invite import application_id, person_link, server_link
from bot.platforms.discord.permission import NEEDED, missing, number
from bot.platforms.platform import Misconfigured


def query(link: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def test_a_server_gets_the_bot_with_what_the_quiz_needs_and_no_more() -> None:
    asked = query(server_link("4711"))
    assert asked["client_id"] == "4711"
    assert asked["scope"] == "bot applications.commands"
    granted = {name for name, held in discord.Permissions(int(asked["permissions"])) if held}
    assert granted == {
        "read_messages",
        "send_messages",
        "embed_links",
        "attach_files",
        "read_message_history",
        "create_public_threads",
        "send_messages_in_threads",
    }


def test_a_person_gets_the_commands_alone() -> None:
    asked = query(person_link("4711"))
    assert (asked["scope"], asked["integration_type"]) == ("applications.commands", "1")
    assert "permissions" not in asked


def test_the_application_is_read_from_the_token() -> None:
    assert application_id({"DISCORD_TOKEN": "OTAwMDAwMDAwMDAwMDAwMDE4.abc.def"}) == (
        "900000000000000018"
    )


def test_the_application_may_be_set() -> None:
    assert application_id({"DISCORD_APPLICATION_ID": "4711", "DISCORD_TOKEN": "?"}) == "4711"


@pytest.mark.parametrize(
    "environment", [{}, {"DISCORD_TOKEN": "no"}, {"DISCORD_APPLICATION_ID": "quiz"}]
)
def test_without_an_application_the_way_to_one_is_told(environment: dict[str, str]) -> None:
    with pytest.raises(Misconfigured, match=r"discord\.com/developers"):
        application_id(environment)


def test_the_command_prints_both_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_APPLICATION_ID", "4711")
    shown = CliRunner().invoke(invite, ["discord"])
    assert shown.exit_code == 0
    assert server_link("4711") in shown.output
    assert person_link("4711") in shown.output


def test_the_command_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISCORD_APPLICATION_ID", raising=False)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    shown = CliRunner().invoke(invite, ["discord"])
    assert shown.exit_code == 1
    assert "Set DISCORD_TOKEN" in shown.output


def test_missing_permissions_are_found_one_by_one() -> None:
    assert missing(number()) == ()
    assert missing(number(NEEDED[1:])) == NEEDED[:1]
