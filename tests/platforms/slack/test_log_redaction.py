"""Logs: no token, no secret, no answer, whatever the level and whatever goes wrong."""

import asyncio
import logging

import pytest

from bot.model.message import Say
from bot.platforms.slack.log_redaction import sdk_logger, without_secrets
from tests.platforms.desk import said
from tests.platforms.slack.conftest import GRACE, Room
from tests.platforms.slack.running import SECRET
from tests.platforms.slack.standin.faults import broken, dropped, refused

ANSWER = "object2vec-and-blazingtext"


async def test_neither_tokens_nor_answers_reach_a_log(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    people, faults = room.run.people, room.slack.faults
    room.desk.says["send"] = Say(said("Correct: 10 points."))
    await people.press(GRACE, await room.post(), "Answer")
    dialog = await room.dialog(GRACE)
    await people.send_form(GRACE, dialog, {"answer": ANSWER})
    await room.sees(GRACE, 2)
    await people.command(GRACE, f"/lookup {ANSWER}")
    await room.sees(GRACE, 3)
    for fault in (broken(), dropped(), refused("brand_new")):
        faults.next("views.open", fault)
        await people.press(GRACE, room.slack.world.messages[0], "Answer")
    faults.next("response_url", broken(500))
    await people.command(GRACE, f"/quiz answer {ANSWER}")
    room.slack.world.tokens["xoxb-one"].state = "invalid_auth"
    await people.press(GRACE, room.slack.world.messages[0], "Answer")
    await room.slack.world.until(lambda: room.desk.gone)
    logged = caplog.text
    for secret in (ANSWER, "xoxb-one", "xapp-one", SECRET, "/response/"):
        assert secret not in logged


class Noted(logging.Handler):
    """Tells when something is logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.set()


@pytest.mark.parametrize("method", ["respond", "home"])
async def test_an_error_is_logged_without_its_words(
    room: Room, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    """An error of anybody's may quote what a member wrote."""

    async def broken_desk(event: object) -> None:
        raise RuntimeError(f"cannot read {ANSWER}")

    noted = Noted()
    logging.getLogger("bot.platforms.slack").addHandler(noted)
    monkeypatch.setattr(room.desk, method, broken_desk)
    try:
        if method == "respond":
            await room.run.people.command(GRACE, "/quiz today")
        else:
            opened = {"type": "app_home_opened", "user": GRACE, "tab": "home"}
            await room.run.people.event(opened)
        async with asyncio.timeout(5):
            await noted.heard.wait()
    finally:
        logging.getLogger("bot.platforms.slack").removeHandler(noted)
    assert "RuntimeError" in caplog.text
    assert "broken_desk" in caplog.text, "where it happened"
    assert ANSWER not in caplog.text


def test_whatever_opens_a_door_is_blotted_out() -> None:
    text = (
        "xoxb-12-ab xapp-1-A-b xoxe.xoxb-1-Mi0 xoxe-1-My0x "
        "https://hooks.slack.com/actions/T/1/abc wss://x/link/?ticket=ab-c&app_id=1 code: abc"
    )
    left = without_secrets(text)
    for secret in ("12-ab", "1-A-b", "Mi0", "My0x", "actions", "ab-c", "abc"):
        assert secret not in left


def test_a_traceback_of_the_sdk_becomes_one_line(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError("xoxb-12-ab")
    except ValueError as error:
        sdk_logger().exception("Failed to connect (error: %s)", error)
    assert caplog.records[-1].getMessage() == "Failed to connect (error: (secret)) [ValueError]"
    assert "Traceback" not in caplog.text
