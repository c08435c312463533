"""Tokens in files: read at the start, and taken up when somebody replaces them."""

from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.platforms.platform import Misconfigured
from bot.platforms.slack.settings import Settings
from bot.store import SqlStore
from tests.platforms.slack.conftest import CHANNEL, TEAM
from tests.platforms.slack.desk import POST, slack_desk
from tests.platforms.slack.running import running
from tests.platforms.slack.standin import Slack


async def test_a_token_that_is_replaced_in_its_file_is_taken_up_at_the_next_call(
    slack: Slack, sqlite_store: SqlStore, tmp_path: Path
) -> None:
    bot, app = tmp_path / "bot", tmp_path / "app"
    bot.write_text("xoxb-one\n")
    app.write_text("xapp-one\n")
    given = {"SLACK_BOT_TOKEN_FILE": str(bot), "SLACK_APP_TOKEN_FILE": str(app)}
    desk = slack_desk()
    async with running(slack, desk, sqlite_store, SystemClock(), environment=given) as run:
        await run.platform.chat.post(TEAM, CHANNEL, POST, key="a")
        slack.world.tokens["xoxb-two"] = slack.world.tokens.pop("xoxb-one")
        bot.write_text("xoxb-two\n")
        await run.platform.chat.post(TEAM, CHANNEL, POST, key="b")
    assert len(slack.world.messages) == 2
    assert desk.gone == []


@pytest.mark.parametrize("content", [None, "", "\n"])
def test_a_file_without_a_token_is_named_by_its_variable(
    tmp_path: Path, content: str | None
) -> None:
    path = tmp_path / "bot"
    if content is not None:
        path.write_text(content)
    with pytest.raises(Misconfigured, match="SLACK_BOT_TOKEN_FILE"):
        Settings.read({"SLACK_BOT_TOKEN_FILE": str(path), "SLACK_APP_TOKEN": "xapp-one"})
