"""Settings: nothing set means no Slack; half set says what is missing."""

from collections.abc import Mapping

import pytest

from bot.clock import SystemClock
from bot.platforms.platform import Misconfigured
from bot.platforms.slack import connect
from bot.platforms.slack.settings import Settings
from bot.store import SqlStore
from tests.platforms.slack.desk import slack_desk
from tests.platforms.surroundings import surroundings

ONE = {"SLACK_BOT_TOKEN": "xoxb-1"}
SOCKET = ONE | {"SLACK_APP_TOKEN": "xapp-1"}
HTTP = ONE | {"SLACK_SIGNING_SECRET": "s"}
MANY = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "s",
    "SLACK_SIGNING_SECRET": "s",
    "QUIZSHEET_SLACK_URL": "https://quiz.example.com/",
    "QUIZSHEET_SLACK_TOKEN_KEYS": "a, b",
}


def read(given: Mapping[str, str]) -> Settings:
    settings = Settings.read(given)
    assert settings is not None
    return settings


@pytest.mark.parametrize("given", [{}, {"SLACK_BOT_TOKEN": "  "}, {"QUIZSHEET_SLACK_MODE": "http"}])
async def test_without_tokens_there_is_no_slack(
    given: Mapping[str, str], sqlite_store: SqlStore
) -> None:
    around = surroundings(given, slack_desk(), sqlite_store, SystemClock())
    assert connect(around) is None


def test_an_app_token_means_socket_mode() -> None:
    assert read(SOCKET).socket
    assert not read(SOCKET).serves
    assert read(SOCKET | {"QUIZSHEET_SLACK_CONNECTIONS": "10"}).connections == 10


def test_a_signing_secret_means_http() -> None:
    settings = read(HTTP | {"QUIZSHEET_SLACK_LISTEN": "[::1]:8080"})
    assert (settings.socket, settings.host, settings.port) == (False, "::1", 8080)
    assert not read(SOCKET | HTTP | {"QUIZSHEET_SLACK_MODE": "http"}).socket


def test_a_client_id_lets_many_workspaces_install() -> None:
    install = read(MANY).install
    assert install is not None
    assert (install.url, install.token_keys) == ("https://quiz.example.com", ("a", "b"))
    assert read(MANY | {"SLACK_APP_TOKEN": "xapp-1"}).serves


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (ONE, "SLACK_APP_TOKEN"),
        ({"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN for one workspace"),
        ({"SLACK_SIGNING_SECRET": "s"}, "SLACK_BOT_TOKEN"),
        (SOCKET | {"SLACK_BOT_TOKEN": "xapp-1"}, "begins with xoxb-"),
        (SOCKET | {"SLACK_APP_TOKEN": "xoxb-1"}, "begins with xapp-"),
        (HTTP | {"QUIZSHEET_SLACK_MODE": "socket"}, "connections:write"),
        (SOCKET | {"QUIZSHEET_SLACK_MODE": "http"}, "SLACK_SIGNING_SECRET"),
        (SOCKET | {"QUIZSHEET_SLACK_MODE": "pigeon"}, "socket or http"),
        (SOCKET | {"QUIZSHEET_SLACK_CONNECTIONS": "11"}, "from 1 to 10"),
        (SOCKET | {"QUIZSHEET_SLACK_CONNECTIONS": "two"}, "from 1 to 10"),
        (HTTP | {"QUIZSHEET_SLACK_LISTEN": "3000x"}, "HOST:PORT"),
        (HTTP | {"QUIZSHEET_SLACK_LISTEN": "x:70000"}, "HOST:PORT"),
        (MANY | ONE, "not both"),
        ({"SLACK_CLIENT_ID": "1.2"}, "SLACK_CLIENT_SECRET, QUIZSHEET_SLACK_URL"),
        (MANY | {"QUIZSHEET_SLACK_URL": "quiz.example.com"}, "begins with https://"),
    ],
)
def test_half_a_set_up_says_what_to_set(given: Mapping[str, str], said: str) -> None:
    with pytest.raises(Misconfigured, match=said) as told:
        Settings.read(given)
    assert not any(secret in str(told.value) for secret in ("xoxb-1", "xapp-1"))


def test_settings_show_no_secret() -> None:
    shown = repr(read(SOCKET | {"SLACK_SIGNING_SECRET": "hush"})) + repr(read(MANY))
    assert "xoxb-1" not in shown
    assert "hush" not in shown
