"""Many workspaces: installing, renewing, leaving, organisations, and tokens at rest."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest
from cryptography.fernet import Fernet

from bot.clock import SystemClock
from bot.platforms.platform import Misconfigured
from bot.platforms.slack.settings import Install
from bot.platforms.slack.tenancy.installations import ManyWorkspaces
from bot.platforms.slack.tenancy.oauth import States
from bot.platforms.slack.tenancy.token_encryption import Keys, TokenEncryption, Unreadable
from bot.platforms.slack.web_api import open_session, web_client
from bot.quiz.ports.chat import Revoked, Unreachable
from bot.store import SqlStore
from bot.store.installations import Installation
from tests.platforms.slack.conftest import CHANNEL, GRACE, Room
from tests.platforms.slack.desk import POST, slack_desk
from tests.platforms.slack.running import SECRET, running
from tests.platforms.slack.standin import Slack
from tests.platforms.slack.standin.faults import broken
from tests.platforms.slack.standin.world import Grant

KEY, NEWER = Fernet.generate_key().decode(), Fernet.generate_key().decode()
MANY = {
    "SLACK_CLIENT_ID": "77.88",
    "SLACK_CLIENT_SECRET": "hush-client",
    "SLACK_SIGNING_SECRET": SECRET,
    "QUIZSHEET_SLACK_URL": "https://quiz.example.com",
    "QUIZSHEET_SLACK_TOKEN_KEYS": KEY,
    "QUIZSHEET_SLACK_LISTEN": "127.0.0.1:0",
}


@pytest.fixture
async def room(slack: Slack, sqlite_store: SqlStore) -> AsyncIterator[Room]:
    """A room that many may install, with nobody in it yet."""
    slack.world.tokens.clear()
    desk = slack_desk()
    async with running(
        slack, desk, sqlite_store, SystemClock(), http=True, environment=MANY
    ) as run:
        yield Room(slack, desk, sqlite_store, run)


async def install(room: Room, team: str = "T0123", *, spoil: str = "") -> tuple[int, str]:
    """Walk to Slack's consent page and back, as a browser would; status and page at the end."""
    async with aiohttp.ClientSession() as browser:
        start = f"{room.run.address}/slack/install?team={team}"
        async with browser.get(start) as page:
            state = page.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
            found = re.search(r'href="([^"]*oauth/v2/authorize[^"]*)"', await page.text())
        assert found is not None
        consent = found[1].replace("&amp;", "&")
        async with browser.get(consent, allow_redirects=False) as said:
            back = said.headers["Location"]
        assert back.startswith("https://quiz.example.com/slack/oauth_redirect?code=")
        back = room.run.address + back.removeprefix("https://quiz.example.com") + spoil
        headers = {"Cookie": f"slack-app-oauth-state={state}"}
        async with browser.get(back, headers=headers) as end:
            status, page_text = end.status, await end.text()
        if spoil == "&again":
            async with browser.get(back, headers=headers) as end:
                status, page_text = end.status, await end.text()
        return status, page_text


async def test_a_workspace_installs_and_plays(room: Room) -> None:
    status, _ = await install(room)
    assert status == 200
    assert [team.id for team in room.desk.teams] == ["slack:T0123"]
    await room.run.people.command(GRACE, "/lookup")
    assert (await room.dialog(GRACE)).view["title"]["text"] == "/lookup"
    await room.run.platform.chat.post("slack:T0123", CHANNEL, POST, key="a")
    assert len(room.slack.world.messages) == 1


async def test_a_state_is_good_once(room: Room) -> None:
    status, _ = await install(room, spoil="&again")
    assert status == 401
    assert len(room.desk.teams) == 1


async def test_a_state_of_somebody_else_is_refused(room: Room) -> None:
    async with aiohttp.ClientSession() as browser:
        address = f"{room.run.address}/slack/oauth_redirect?code=c&state=a.1.b"
        async with browser.get(address) as end:
            assert end.status == 400
        forged = {"Cookie": "slack-app-oauth-state=a.1.b"}
        async with browser.get(address, headers=forged) as end:
            assert end.status == 401
    assert room.desk.teams == []


async def test_a_state_ages(sqlite_store: SqlStore) -> None:
    now = 1000.0
    states = States("s", sqlite_store, SystemClock(), lambda: now)
    old, young = await states.async_issue(), await states.async_issue()
    now = 1601.0
    assert not await states.async_consume(old)
    now = 1600.0
    assert await states.async_consume(young)
    assert not await states.async_consume(young)
    assert not await states.async_consume("")


async def test_tokens_are_sealed_at_rest(room: Room) -> None:
    await install(room)
    found = await room.store.installation("slack:T0123")
    assert found is not None
    (token,) = room.slack.world.tokens
    assert token not in found.sealed
    assert TokenEncryption([KEY]).open(found.sealed)[0].token == token


async def test_a_workspace_that_never_installed_is_not_let_in(room: Room) -> None:
    with pytest.raises(Revoked, match="not installed"):
        await room.run.platform.chat.post("slack:T0777", CHANNEL, POST, key="a")


async def test_a_workspace_that_removes_the_app_is_forgotten(room: Room) -> None:
    await install(room)
    await room.run.people.uninstall()
    await room.slack.world.until(lambda: room.desk.gone)
    assert await room.store.installation("slack:T0123") is None
    with pytest.raises(Revoked):
        await room.run.platform.chat.post("slack:T0123", CHANNEL, POST, key="a")


@pytest.mark.parametrize(
    "late", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}}]
)
async def test_a_removal_that_is_told_after_the_next_install_takes_nothing(
    room: Room, late: dict[str, object]
) -> None:
    await install(room)
    await room.run.people.uninstall()
    await room.slack.world.until(lambda: room.desk.gone)
    await install(room)
    await room.run.people.event(late)
    await room.run.people.command(GRACE, "/lookup")
    await room.dialog(GRACE)
    assert len(room.desk.gone) == 1
    await room.run.platform.chat.post("slack:T0123", CHANNEL, POST, key="a")


async def test_a_token_that_slack_calls_expired_is_renewed_and_the_post_made(
    room: Room,
) -> None:
    await install(room)
    (token,) = room.slack.world.tokens
    room.slack.world.tokens[token].state = "token_expired"
    await room.run.platform.chat.post("slack:T0123", CHANNEL, POST, key="a")
    assert len(room.slack.world.messages) == 1
    assert len(room.slack.world.tokens) == 2


async def test_an_organisation_installs_for_all_its_workspaces(room: Room) -> None:
    await install(room, "E0ORG")
    people = room.run.people
    people.enterprise, people.org = "E0ORG", True
    await people.command(GRACE, "/lookup")
    assert (await room.dialog(GRACE)).view["title"]["text"] == "/lookup"
    await room.slack.world.until(lambda: len(room.desk.teams) == 2)
    assert [team.id for team in room.desk.teams] == ["slack:E0ORG", "slack:T0123"]
    await room.run.platform.chat.post("slack:T0123", CHANNEL, POST, key="a")
    await people.uninstall()
    await room.slack.world.until(lambda: len(room.desk.gone) == 2)
    assert {team for team, _ in room.desk.gone} == {"slack:E0ORG", "slack:T0123"}


async def test_a_press_under_an_organisation_finds_its_workspace(room: Room) -> None:
    """Such payloads may name no workspace at all; the message tells."""
    await install(room, "E0ORG")
    people = room.run.people
    people.enterprise, people.org = "E0ORG", True
    await people.command(GRACE, "/quiz today")
    await room.whisper(GRACE)
    post = await room.post()
    await people.press(GRACE, post, "Answer")
    assert (await room.dialog(GRACE, 2)).view["callback_id"] == "send:r1"
    assert room.desk.events[-1].actor.team_id == "slack:T0123"


@dataclass
class Time:
    """Real time, set by hand."""

    at: float = 1_000_000.0

    def now(self) -> float:
        return self.at


@pytest.fixture
async def many(
    slack: Slack, sqlite_store: SqlStore
) -> AsyncIterator[tuple[ManyWorkspaces, ManyWorkspaces, Time, Slack]]:
    """Two processes over one store, with a token of twelve hours."""
    slack.world.tokens = {"xoxe.xoxb-first": Grant("T0123", refresh="xoxe-1-first", expires=True)}
    given = Install("77.88", "hush-client", "https://quiz.example.com", (KEY,))
    time = Time()
    async with open_session() as session:
        client = web_client(session, slack.base_url, None)
        one, other = (
            ManyWorkspaces(sqlite_store, TokenEncryption([KEY]), given, client, time.now)
            for _ in range(2)
        )
        await one.installed(
            "slack:T0123", Keys("xoxe.xoxb-first", "xoxe-1-first", time.at + 43_200)
        )
        yield one, other, time, slack
        await one.close()
        await other.close()


async def test_a_token_is_renewed_two_hours_early_without_anybody_waiting(
    many: tuple[ManyWorkspaces, ManyWorkspaces, Time, Slack],
) -> None:
    one, _, time, slack = many
    time.at += 43_200 - 7_300
    assert await one.token("slack:T0123") == "xoxe.xoxb-first"
    assert slack.called("oauth.v2.access") == []
    time.at += 200
    assert await one.token("slack:T0123") == "xoxe.xoxb-first"
    await one.close()
    assert (await one.token("slack:T0123")).startswith("xoxe.xoxb-0")


async def test_of_two_processes_one_renews_and_the_other_finds_it(
    many: tuple[ManyWorkspaces, ManyWorkspaces, Time, Slack],
) -> None:
    one, other, time, slack = many
    await other.token("slack:T0123")
    time.at += 43_200
    renewed = await one.renewed("slack:T0123", "xoxe.xoxb-first")
    assert await other.token("slack:T0123") == renewed
    assert len(slack.world.tokens) == 2


async def test_a_refresh_token_that_was_used_leads_to_what_the_other_process_wrote(
    many: tuple[ManyWorkspaces, ManyWorkspaces, Time, Slack],
) -> None:
    one, other, _, _ = many
    held = await other._find("slack:T0123")
    renewed = await one.renewed("slack:T0123", "xoxe.xoxb-first")
    assert (await other._new_keys(held)).token == renewed


async def test_a_renewal_that_gets_no_answer_is_trouble_and_loses_nothing(
    many: tuple[ManyWorkspaces, ManyWorkspaces, Time, Slack],
) -> None:
    one, _, time, slack = many
    slack.faults.next("oauth.v2.access", broken())
    time.at += 43_200 - 3_600
    assert await one.token("slack:T0123") == "xoxe.xoxb-first", "it is still good for an hour"


async def test_a_refused_renewal_means_the_app_was_removed(
    many: tuple[ManyWorkspaces, ManyWorkspaces, Time, Slack],
) -> None:
    one, _, _, slack = many
    slack.world.tokens["xoxe.xoxb-first"].refresh = ""
    with pytest.raises(Revoked, match="does not renew"):
        await one.renewed("slack:T0123", "xoxe.xoxb-first")


async def test_a_token_sealed_anew_while_it_is_renewed_does_not_lose_the_renewed_one(
    many: tuple[ManyWorkspaces, ManyWorkspaces, Time, Slack], sqlite_store: SqlStore
) -> None:
    """What Slack gives in exchange is given once."""
    one, other, _, _ = many
    held = await one._find("slack:T0123")
    assert await sqlite_store.reseal("slack:T0123", 1, TokenEncryption([KEY]).seal(held.keys))
    renewed = await one._new_keys(held)
    assert await other.token("slack:T0123") == renewed.token
    assert await one.token("slack:T0123") == renewed.token


async def test_a_renewal_does_not_undo_a_new_install(
    many: tuple[ManyWorkspaces, ManyWorkspaces, Time, Slack],
) -> None:
    one, other, time, _ = many
    held = await one._find("slack:T0123")
    await other.installed("slack:T0123", Keys("xoxe.xoxb-new", "xoxe-1-new", time.at + 43_200))
    await one._new_keys(held)
    assert await one.token("slack:T0123") == "xoxe.xoxb-new"


async def test_a_token_refused_after_another_process_installed_anew_shuts_nobody_out(
    room: Room,
) -> None:
    """The post is made with the new one."""
    await install(room)
    (old,) = room.slack.world.tokens
    await room.run.platform.chat.post("slack:T0123", CHANNEL, POST, key="a")
    room.slack.world.tokens[old].state = "token_revoked"
    room.slack.world.tokens["xoxb-new"] = Grant("T0123")
    sealed = TokenEncryption([KEY]).seal(Keys("xoxb-new"))
    await room.store.save_installation(Installation("slack:T0123", sealed=sealed))
    await room.run.platform.chat.post("slack:T0123", CHANNEL, POST, key="b")
    assert len(room.slack.world.messages) == 2
    assert room.desk.gone == []


async def test_keys_are_changed_by_putting_a_new_one_in_front(
    slack: Slack, sqlite_store: SqlStore
) -> None:
    given = Install("77.88", "hush-client", "https://quiz.example.com", (NEWER, KEY))
    async with open_session() as session:
        client = web_client(session, slack.base_url, None)
        old = ManyWorkspaces(sqlite_store, TokenEncryption([KEY]), given, client)
        await old.installed("slack:T0123", Keys("xoxb-one"))
        both = ManyWorkspaces(sqlite_store, TokenEncryption([NEWER, KEY]), given, client)
        assert await both.token("slack:T0123") == "xoxb-one"
        new = ManyWorkspaces(sqlite_store, TokenEncryption([NEWER]), given, client)
        assert await new.token("slack:T0123") == "xoxb-one", "opening it sealed it anew"
        with pytest.raises(Unreachable, match="Put the old key back"):
            await ManyWorkspaces(sqlite_store, TokenEncryption([KEY]), given, client).token(
                "slack:T0123"
            )


def test_the_encryption_says_what_a_key_looks_like() -> None:
    with pytest.raises(Misconfigured, match="Fernet"):
        TokenEncryption(["not a key"])
    with pytest.raises(Unreadable):
        TokenEncryption([KEY]).open("rubbish")
    assert "xoxb" not in repr(Keys("xoxb-1", "xoxe-1"))
