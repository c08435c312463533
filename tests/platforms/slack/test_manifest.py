"""The app manifest: made from the command table, valid, and asking for little."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from bot.cli.manifest import manifest as command
from bot.platforms.slack.manifest import manifest
from bot.quiz.commands.registry import build_registry
from tests import shared
from tests.platforms.slack.desk import TABLE

SCHEMA = shared.DATA / "slack" / "manifest.schema.2.0.0.json"


def complaints(made: object) -> list[str]:
    """What Slack's own schema has against a manifest; nothing where it is not at hand."""
    if not shared.present(SCHEMA, "judging Slack's app manifest by its published schema"):
        return []
    schema = Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    return [error.message for error in schema.iter_errors(made)]


@pytest.mark.parametrize("url", ["", "https://quiz.example.com"])
@pytest.mark.parametrize("more", [True, False])
def test_the_manifest_is_valid(url: str, more: bool) -> None:
    made = manifest(build_registry().table, url, org=more, rotation=more, uploads=more, groups=more)
    assert complaints(made) == []
    assert json.loads(json.dumps(made)) == made


def test_it_asks_for_the_fewest_scopes() -> None:
    made = json.loads(json.dumps(manifest(TABLE)))
    scopes = made["oauth_config"]["scopes"]["bot"]
    assert scopes == [
        "commands",
        "chat:write",
        "users:read",
        "files:write",
        "im:write",
        "channels:read",
        "groups:read",
    ]
    assert "user" not in made["oauth_config"]["scopes"]


def test_more_is_asked_for_only_where_it_is_wanted() -> None:
    def scopes(*, uploads: bool = False, groups: bool = False) -> set[str]:
        made = json.loads(json.dumps(manifest(TABLE, uploads=uploads, groups=groups)))
        return set(made["oauth_config"]["scopes"]["bot"])

    fewest = scopes()
    assert scopes(uploads=True) - fewest == {"files:read"}
    assert scopes(groups=True) - fewest == {"usergroups:read"}


def test_each_first_word_of_the_table_is_a_slash_command() -> None:
    made = json.loads(json.dumps(manifest(TABLE)))
    commands = {each["command"]: each for each in made["features"]["slash_commands"]}
    assert set(commands) == {"/quiz", "/quizmaster", "/lookup"}
    assert commands["/lookup"]["description"] == "Look something up"
    assert commands["/quiz"]["description"] == "Play the quiz"
    assert commands["/quizmaster"]["description"] == "Run the quiz"
    assert commands["/quiz"]["usage_hint"] == "[today | top]"
    assert commands["/quizmaster"]["usage_hint"] == "[schedule | sheet | appoint]"
    assert all(each["should_escape"] for each in commands.values())


def test_the_game_has_three_slash_commands_that_say_what_they_are_for() -> None:
    made = json.loads(json.dumps(manifest(build_registry().table)))
    commands = {each["command"]: each["description"] for each in made["features"]["slash_commands"]}
    assert set(commands) == {"/lookup", "/quiz", "/quizmaster"}
    assert commands["/quiz"].startswith("Play the daily quiz")
    assert commands["/quizmaster"].startswith("Run the quiz here")


def test_by_http_every_address_is_named_and_by_socket_none() -> None:
    by_socket = json.dumps(manifest(TABLE))
    assert "https://" not in by_socket
    by_http = json.loads(json.dumps(manifest(TABLE, "https://quiz.example.com/")))
    assert by_http["settings"]["interactivity"]["request_url"].endswith("com/slack/events")
    assert by_http["oauth_config"]["redirect_urls"] == [
        "https://quiz.example.com/slack/oauth_redirect"
    ]
    assert not by_http["settings"]["socket_mode_enabled"]


def test_the_command_prints_it() -> None:
    done = CliRunner().invoke(command, ["slack"])
    assert done.exit_code == 0
    made = json.loads(done.output)
    assert made["display_information"]["name"] == "Quizsheet"
    assert complaints(made) == []


def test_an_address_without_https_is_refused() -> None:
    done = CliRunner().invoke(command, ["slack", "--url", "http://quiz.example.com"])
    assert done.exit_code == 2
    assert "https://" in done.output
