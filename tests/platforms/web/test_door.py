"""The door: loopback only, this page only, and a free port."""

import socket
from collections.abc import Iterator

import pytest
from aiohttp import ClientResponse, ClientSession, WSServerHandshakeError

from bot.clock import MovableClock
from bot.platforms.platform import Misconfigured
from bot.platforms.web import connect
from bot.platforms.web.address import HOST, PORT, Bound, Wanted, bind, is_loopback, wanted
from bot.platforms.web.guard import refusal
from bot.platforms.web.server import WebPlatform
from bot.store import SqlStore
from tests.platforms.surroundings import surroundings
from tests.platforms.web.desk import playground_desk
from tests.platforms.web.stage import open_platform


def test_without_a_port_there_is_no_playground(store: SqlStore, clock: MovableClock) -> None:
    assert connect(surroundings({}, playground_desk(), store, clock)) is None
    assert connect(surroundings({PORT: " "}, playground_desk(), store, clock)) is None


@pytest.mark.parametrize("port", ["web", "-1", "65536", "8080.5", "٣", "9" * 5000])
def test_a_port_that_is_none_is_told_apart(port: str) -> None:
    with pytest.raises(Misconfigured, match=PORT):
        wanted({PORT: port})


@pytest.mark.parametrize(
    "host",
    [
        "0.0.0.0",  # noqa: S104 - refused, which is the point
        "::",
        "192.168.1.4",
        "example.org",
        "localhost.evil",
    ],
)
def test_a_host_that_others_could_reach_is_refused(host: str) -> None:
    with pytest.raises(Misconfigured, match="no passwords"):
        wanted({PORT: "8080", HOST: host})


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "LOCALHOST"])
def test_every_name_of_this_machine_will_do(host: str) -> None:
    assert wanted({PORT: "8080", HOST: host}) == Wanted(host, 8080)
    assert is_loopback(host)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


async def test_a_taken_port_means_the_next_free_one_said_plainly(
    taken: int, store: SqlStore, clock: MovableClock
) -> None:
    async with open_platform(playground_desk(), store, clock, port=taken) as platform:
        assert f":{taken}/" not in platform.url
        assert platform.notice.startswith(f"Port {taken} is taken, so the playground uses ")


def test_a_free_port_is_taken_without_a_word() -> None:
    with bind(Wanted("127.0.0.1", 0)).listener as free:
        port = free.getsockname()[1]
    bound = bind(Wanted("127.0.0.1", port))
    with bound.listener:
        assert bound.url == f"http://127.0.0.1:{port}/"
        assert bound.notice == ""


def test_an_address_of_the_newer_kind_stands_in_brackets() -> None:
    with bind(Wanted("127.0.0.1", 0)).listener as listener:
        bound = Bound(listener, Wanted("::1", 0))
        assert bound.url == f"http://[::1]:{bound.port}/"


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8080", None),
        ("localhost:8080", "http://localhost:8080"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("LocalHost:9000", "http://localhost:9000"),
    ],
)
def test_the_playgrounds_own_page_is_welcome(host: str, origin: str | None) -> None:
    assert refusal(host, origin) == ""


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("evil.example", None),
        ("evil.example:8080", "http://evil.example:8080"),
        ("127.0.0.1.evil.example:8080", None),
        ("localhost@evil.example", None),
        ("[::1", None),
        ("", None),
        ("127.0.0.1:8080", "http://evil.example"),
        ("127.0.0.1:8080", "http://127.0.0.1:3000"),
        ("127.0.0.1:8080", "https://127.0.0.1:8080"),
        ("127.0.0.1:8080", "null"),
    ],
)
def test_other_names_and_other_pages_are_refused(host: str, origin: str | None) -> None:
    assert refusal(host, origin)


async def get(platform: WebPlatform, path: str = "", **headers: str) -> ClientResponse:
    async with ClientSession() as session, session.get(platform.url + path, headers=headers) as got:
        await got.read()
        return got


async def test_a_rebound_name_gets_a_plain_sentence_and_nothing_else(platform: WebPlatform) -> None:
    for headers in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}):
        got = await get(platform, **headers)
        assert got.status == 403
        assert got.content_type == "text/plain"
        assert "playground" in await got.text()


async def test_another_pages_socket_is_refused_before_it_opens(platform: WebPlatform) -> None:
    async with ClientSession() as session:
        for headers in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}):
            with pytest.raises(WSServerHandshakeError) as refused:
                await session.ws_connect(f"{platform.url}socket", headers=headers)
            assert refused.value.status == 403


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html"),
        ("static/page.js", "text/javascript"),
        ("static/page.css", "text/css"),
        ("static/icon.svg", "image/svg+xml"),
    ],
)
async def test_every_file_comes_with_its_kind_and_a_strict_policy(
    platform: WebPlatform, path: str, kind: str
) -> None:
    got = await get(platform, path)
    assert (got.status, got.content_type) == (200, kind)
    policy = got.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert got.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["nothing", "static/", "static/../server.py", "static/%2e%2e/server.py", "favicon.ico"]
)
async def test_nothing_else_is_served(platform: WebPlatform, path: str) -> None:
    got = await get(platform, path)
    assert got.status == 404
    assert "Content-Security-Policy" in got.headers


async def test_a_plain_request_to_the_socket_is_no_accident(platform: WebPlatform) -> None:
    assert (await get(platform, "socket")).status == 400
