"""Socket Mode: several connections, and coming back after every kind of break."""

import pytest

from bot.clock import SystemClock
from bot.platforms.platform import Misconfigured
from bot.platforms.slack.sockets import Lost
from bot.store import SqlStore
from tests.platforms.slack.conftest import GRACE, Room
from tests.platforms.slack.desk import slack_desk
from tests.platforms.slack.running import BY_SOCKET, running
from tests.platforms.slack.standin import Slack
from tests.platforms.slack.standin.faults import broken


async def test_the_team_is_greeted_and_ten_connections_serve_it(
    slack: Slack, sqlite_store: SqlStore
) -> None:
    desk = slack_desk()
    given = BY_SOCKET | {"QUIZSHEET_SLACK_CONNECTIONS": "10"}
    async with running(slack, desk, sqlite_store, SystemClock(), environment=given) as run:
        room = Room(slack, desk, sqlite_store, run)
        await slack.world.until(lambda: len(slack.links) == 10)
        for _ in range(10):
            await run.people.command(GRACE, "/quiz today")
        await room.sees(GRACE, 10)
        assert [(team.id, team.name) for team in desk.teams] == [("slack:T0123", "Team T0123")]


@pytest.mark.parametrize("reason", ["refresh_requested", "warning"])
async def test_a_connection_that_slack_refreshes_comes_back(socket_room: Room, reason: str) -> None:
    slack = socket_room.slack
    await slack.world.until(lambda: slack.links)
    await slack.refresh_links(reason)
    await slack.world.until(lambda: slack.opened_links == 2 and len(slack.links) == 1)
    await socket_room.run.people.command(GRACE, "/quiz today")
    assert await socket_room.whisper(GRACE) == "You asked for quiz today."


async def test_a_connection_that_breaks_comes_back(socket_room: Room) -> None:
    slack = socket_room.slack
    await slack.world.until(lambda: slack.links)
    await slack.cut_links()
    await slack.world.until(lambda: slack.opened_links == 2 and len(slack.links) == 1, within=15)
    await socket_room.run.people.command(GRACE, "/quiz today")
    await socket_room.whisper(GRACE)


async def test_a_bad_app_token_says_what_to_set(slack: Slack, sqlite_store: SqlStore) -> None:
    given = BY_SOCKET | {"SLACK_APP_TOKEN": "xapp-two"}
    with pytest.raises(Misconfigured, match="SLACK_APP_TOKEN"):
        async with running(slack, slack_desk(), sqlite_store, SystemClock(), environment=given):
            pass


async def test_a_bad_bot_token_says_what_to_set(slack: Slack, sqlite_store: SqlStore) -> None:
    given = BY_SOCKET | {"SLACK_BOT_TOKEN": "xoxb-two"}
    with pytest.raises(Misconfigured, match="SLACK_BOT_TOKEN"):
        async with running(slack, slack_desk(), sqlite_store, SystemClock(), environment=given):
            pass


@pytest.mark.parametrize("method", ["auth.test", "apps.connections.open"])
async def test_a_slack_out_of_reach_is_tried_again_by_the_supervisor(
    slack: Slack, sqlite_store: SqlStore, method: str
) -> None:
    slack.faults.next(method, broken())
    with pytest.raises(Lost):
        async with running(slack, slack_desk(), sqlite_store, SystemClock()):
            pass
