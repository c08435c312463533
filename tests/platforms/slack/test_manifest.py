"""The app manifest: made from the command table, valid, and asking for little."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from bot.cli.manifest import manifest as command
from bot.platforms.slack.manifest import manifest
from tests.platforms.slack.desk import COMMANDS

SCHEMA = Path(__file__).parents[4] / "shared" / "data" / "slack" / "manifest.schema.2.0.0.json"


@pytest.fixture
def schema() -> Draft7Validator:
    """Slack's own schema."""
    if not SCHEMA.exists():
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("needs Slack's manifest schema in ../shared/data/slack")
    return Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.mark.shared
@pytest.mark.parametrize("url", ["", "https://quiz.example.com"])
@pytest.mark.parametrize("more", [True, False])
def test_the_manifest_is_valid(schema: Draft7Validator, url: str, more: bool) -> None:
    made = manifest(COMMANDS, url, org=more, rotation=more, uploads=more)
    assert [error.message for error in schema.iter_errors(made)] == []


def test_it_asks_for_the_fewest_scopes() -> None:
    made = json.loads(json.dumps(manifest(COMMANDS)))
    scopes = made["oauth_config"]["scopes"]["bot"]
    assert scopes == ["commands", "chat:write", "users:read", "files:write", "im:write"]
    assert "user" not in made["oauth_config"]["scopes"]


def test_each_first_word_of_the_table_is_a_slash_command() -> None:
    made = json.loads(json.dumps(manifest(COMMANDS)))
    commands = {each["command"]: each for each in made["features"]["slash_commands"]}
    assert set(commands) == {"/quiz", "/lookup"}
    assert commands["/lookup"]["description"] == "Look something up"
    assert "today | top | schedule" in commands["/quiz"]["usage_hint"]
    assert all(each["should_escape"] for each in commands.values())


def test_by_http_every_address_is_named_and_by_socket_none() -> None:
    by_socket = json.dumps(manifest(COMMANDS))
    assert "https://" not in by_socket
    by_http = json.loads(json.dumps(manifest(COMMANDS, "https://quiz.example.com/")))
    assert by_http["settings"]["interactivity"]["request_url"].endswith("com/slack/events")
    assert by_http["oauth_config"]["redirect_urls"] == [
        "https://quiz.example.com/slack/oauth_redirect"
    ]
    assert not by_http["settings"]["socket_mode_enabled"]


@pytest.mark.shared
def test_the_command_prints_it(schema: Draft7Validator) -> None:
    done = CliRunner().invoke(command, ["slack"])
    assert done.exit_code == 0
    assert schema.is_valid(json.loads(done.output))


def test_an_address_without_https_is_refused() -> None:
    done = CliRunner().invoke(command, ["slack", "--url", "http://quiz.example.com"])
    assert done.exit_code == 2
    assert "https://" in done.output
