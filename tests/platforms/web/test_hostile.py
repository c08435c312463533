"""What nobody means well by: a clear word to that tab alone, and everyone else plays on."""

import asyncio
import json
from functools import partial

import pytest
from aiohttp import ClientSession, WSMsgType
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.web import protocol as wire
from bot.platforms.web import server, tabs
from bot.platforms.web.allowance import Allowance
from bot.platforms.web.server import WebPlatform
from bot.platforms.web.visitor import LONGEST_NAME, visitor
from tests.platforms.desk import HandDesk, said
from tests.platforms.web.page import Page, open_page, words

JUNK = [
    "",
    "nonsense",
    "null",
    "[]",
    "{}",
    '{"type": "fly", "id": "00000001"}',
    '{"type": "line", "id": "00000001"}',
    '{"type": "line", "id": "00000001", "text": 7}',
    '{"type": "line", "id": "short", "text": "/quiz"}',
    '{"type": "line", "id": "00000001", "text": "/quiz", "admin": true}',
    '{"type": "press", "id": "00000001", "action": "' + "x" * 101 + '"}',
    '{"type": "submit", "id": "00000001", "action": "a", "values": {"a": {"b": 1}}}',
    json.dumps(
        {
            "type": "submit",
            "id": "00000001",
            "action": "a",
            "values": dict.fromkeys("abcdefghijk", ""),
        }
    ),
    json.dumps({"type": "line", "id": "00000001", "text": "x" * 4_001}),
    "[" * 50_000,
    '{"id":' * 20_000,
    '{"type": "line", "id": "00000001", "text": "\\ud800"}',
]


async def troubled(page: Page) -> wire.Trouble:
    return await page.wait(lambda: page.latest(wire.Trouble))


async def plays_on(page: Page) -> None:
    reply = await page.ask(partial(wire.Line, text="/lookup pca"))
    assert isinstance(reply, wire.Told)
    assert words(reply.message) == "pca: a term."


@pytest.mark.parametrize("junk", JUNK)
async def test_junk_gets_a_plain_word_and_the_tab_plays_on(
    platform: WebPlatform, desk: HandDesk, junk: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace") as grace:
        await ada.socket.send_str(junk)
        assert "could not read that" in (await troubled(ada)).text
        assert desk.events == []
        await plays_on(ada)
        assert grace.latest(wire.Trouble) is None
    assert "Traceback" not in caplog.text


async def test_bytes_that_are_no_text_are_junk_too(platform: WebPlatform) -> None:
    async with open_page(platform.url) as ada:
        await ada.socket.send_bytes(b"\xff\xfe\x00")
        await troubled(ada)
        await plays_on(ada)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_reading_a_frame_gives_a_frame_or_says_that_it_is_none(raw: bytes) -> None:
    with pytest.raises(wire.Unreadable):
        wire.read(raw)


@given(st.text())
def test_any_name_makes_a_person_who_can_be_shown_and_addressed(name: str) -> None:
    person = visitor(name)
    assert 0 < len(person.name) <= LONGEST_NAME
    assert 0 < len(person.id) <= LONGEST_NAME
    assert ":" not in person.id
    assert person.name.isprintable() or not person.name.isascii()
    assert visitor(person.name).id == person.id
    (person.name + person.id).encode()


async def test_an_oversized_frame_ends_that_connection_and_no_other(
    platform: WebPlatform, desk: HandDesk
) -> None:
    async with open_page(platform.url, "Grace") as grace:
        async with (
            ClientSession() as session,
            session.ws_connect(f"{platform.url}socket", max_msg_size=0) as socket,
        ):
            assert (await socket.receive()).type is WSMsgType.TEXT
            await socket.send_str("x" * (wire.LARGEST_FRAME + 1))
            while (message := await socket.receive()).type is WSMsgType.TEXT:
                pass
            assert message.type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED)
            assert socket.close_code == 1009
        await plays_on(grace)


async def test_markup_in_names_and_answers_travels_as_text(
    platform: WebPlatform, desk: HandDesk
) -> None:
    hostile = "<img src=x onerror=alert(1)> @everyone <!channel>"
    async with open_page(platform.url, hostile) as eve:
        assert eve.welcome.you.name == hostile[:LONGEST_NAME].strip()
        reply = await eve.ask(partial(wire.Sent, action="send:r1", values={"answer": hostile}))
        assert isinstance(reply, wire.Told)
        assert words(reply.message).endswith(hostile)


async def test_a_flood_is_slowed_down_and_told_so(
    platform: WebPlatform, desk: HandDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "SLOWER", 0.0)
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace") as grace:
        for number in range(200):
            await ada.socket.send_str(
                json.dumps({"type": "line", "id": f"flood-{number:04}", "text": "/quiz today"})
            )
        assert "a lot at once" in (await troubled(ada)).text
        assert len(desk.events) < 200
        await plays_on(grace)


def test_an_allowance_comes_back_with_time() -> None:
    allowance = Allowance(burst=2, rate=1)
    assert [allowance.take(0.0) for _ in range(3)] == [True, True, False]
    assert [allowance.take(1.0) for _ in range(2)] == [True, False]
    assert [allowance.take(100.0) for _ in range(3)] == [True, True, False]


async def test_very_many_tabs_are_too_many_and_the_last_is_told(
    platform: WebPlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tabs, "MOST_TABS", 2)
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace"):
        async with ClientSession() as session, session.ws_connect(f"{platform.url}socket") as third:
            told = await third.receive_json()
            assert (told["type"], "Close some of them" in told["text"]) == ("trouble", True)
            assert (await third.receive()).type is WSMsgType.CLOSE
        await plays_on(ada)
    async with open_page(platform.url) as again:
        await plays_on(again)


async def test_a_tab_that_does_not_read_delays_nobody(platform: WebPlatform) -> None:
    """Its line of frames is bounded: past it the tab is let go, and comes back fresh."""
    async with (
        ClientSession() as session,
        session.ws_connect(f"{platform.url}socket", heartbeat=None),
        open_page(platform.url, "Grace") as grace,
    ):
        big = said("x" * 50_000)
        async with asyncio.timeout(20):
            for number in range(40):
                await platform.chat.post("web:demo", "ml-study", big, key=f"k{number}")
        await grace.wait(lambda: len(grace.shown) == 40 or None)
        await plays_on(grace)
