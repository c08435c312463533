"""HTTP mode: only what Slack signed, just now and for the first time, is let in."""

import asyncio
import time

import aiohttp
import pytest

from bot.clock import SystemClock
from bot.platforms.platform import Misconfigured
from bot.store import SqlStore
from tests.platforms.slack.conftest import GRACE, Room
from tests.platforms.slack.desk import slack_desk
from tests.platforms.slack.running import BY_HTTP, running
from tests.platforms.slack.standin import Slack


@pytest.fixture
def room(http_room: Room) -> Room:
    """By HTTP."""
    return http_room


async def _press(room: Room) -> tuple[str, dict[str, str]]:
    people = room.run.people
    payload = people.pressing(GRACE, await room.post(), "Hint")
    body, content = people.written("interactive", payload)
    return body, {"Content-Type": content}


async def test_a_signed_request_is_let_in_once_and_its_replay_refused(room: Room) -> None:
    body, headers = await _press(room)
    headers |= room.run.people.signed(body)
    assert (await room.run.people.send(body, headers))[0] == 200
    assert (await room.run.people.send(body, headers))[0] == 401
    await room.whisper(GRACE)
    assert len(room.desk.events) == 1


async def test_a_replay_that_claims_to_be_a_repetition_changes_nothing(room: Room) -> None:
    body, headers = await _press(room)
    headers |= room.run.people.signed(body)
    await room.run.people.send(body, headers)
    await room.whisper(GRACE)
    await room.run.people.send(body, headers | {"X-Slack-Retry-Num": "1"})
    await room.run.people.command(GRACE, "/quiz today")
    await room.whisper(GRACE, 2)
    assert len(room.desk.events) == 2


async def test_a_forged_request_is_refused(room: Room) -> None:
    body, headers = await _press(room)
    signed = room.run.people.signed(body)
    other = room.run.people.signed(body + "&more=1")
    forged = [
        headers,
        headers | signed | {"X-Slack-Signature": "v0=" + "0" * 64},
        headers | other,
        headers | signed | {"X-Slack-Request-Timestamp": "soon"},
    ]
    statuses = [(await room.run.people.send(body, each))[0] for each in forged]
    assert statuses == [401, 401, 401, 401]
    assert room.desk.events == []


@pytest.mark.parametrize("age", [-301, 301])
async def test_a_stale_request_is_refused(room: Room, age: float) -> None:
    body, headers = await _press(room)
    headers |= room.run.people.signed(body, at=time.time() - age)
    assert (await room.run.people.send(body, headers))[0] == 401


@pytest.mark.parametrize("body", ["{not json", "payload={broken", "", "\x00", "payload=%7B%7D"])
async def test_a_signed_request_that_cannot_be_read_harms_nobody(room: Room, body: str) -> None:
    headers = {"Content-Type": "application/json"} | room.run.people.signed(body)
    status, _ = await room.run.people.send(body, headers)
    assert status in (400, 404)
    await room.run.people.command(GRACE, "/quiz today")
    await room.whisper(GRACE)


async def test_slack_may_check_the_address(room: Room) -> None:
    body = '{"type": "url_verification", "challenge": "abc"}'
    headers = {"Content-Type": "application/json"} | room.run.people.signed(body)
    assert await room.run.people.send(body, headers) == (200, '{"challenge": "abc"}')


async def test_a_load_balancer_may_ask_whether_it_lives(room: Room) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{room.run.address}/slack/health") as answer,
    ):
        assert (answer.status, await answer.text()) == (200, "ok")


async def test_two_processes_share_the_work(slack: Slack, sqlite_store: SqlStore) -> None:
    """One opens the form, the other one takes the answer."""
    desk = slack_desk()
    async with (
        running(slack, desk, sqlite_store, SystemClock(), http=True) as one,
        running(slack, desk, sqlite_store, SystemClock(), http=True) as other,
    ):
        room = Room(slack, desk, sqlite_store, one)
        await one.people.press(GRACE, await room.post(), "Answer")
        dialog = await room.dialog(GRACE)
        await other.people.send_form(GRACE, dialog, {"answer": "k-means"})
        assert await room.whisper(GRACE, 2) == "You asked for send."


async def test_an_address_that_is_taken_says_what_to_set(
    room: Room, slack: Slack, sqlite_store: SqlStore
) -> None:
    taken = BY_HTTP | {"QUIZSHEET_SLACK_LISTEN": room.run.address.removeprefix("http://")}
    with pytest.raises(Misconfigured, match="QUIZSHEET_SLACK_LISTEN"):
        async with running(
            slack, slack_desk(), sqlite_store, SystemClock(), http=True, environment=taken
        ):
            await asyncio.sleep(0)
