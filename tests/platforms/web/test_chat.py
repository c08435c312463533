"""The playground as the game speaks on it: each message once, shown to those it is for, kept."""

import pytest

from bot.model.message import Message, Section
from bot.model.rights import NO_RIGHTS, Rights
from bot.model.round import MessageRef
from bot.model.text import Span, line
from bot.platforms.web import protocol as wire
from bot.platforms.web.render import shown
from bot.platforms.web.server import WebPlatform
from bot.platforms.web.transcript import MOST_SHOWN
from bot.quiz.ports.chat import Gone
from tests.platforms.desk import said
from tests.platforms.web.clocks import MORNING
from tests.platforms.web.desk import EVERYTHING, QUESTION
from tests.platforms.web.page import Page, open_page, words

HERE = ("web:demo", "ml-study")


async def seen(page: Page, text: str) -> wire.Shown:
    """The message with these words, once the page shows it."""
    return await page.wait(
        lambda: next((each for each in page.shown.values() if text in words(each)), None)
    )


async def test_a_post_is_shown_in_every_open_tab_and_in_those_opened_later(
    platform: WebPlatform,
) -> None:
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace") as grace:
        ref = await platform.chat.post(*HERE, QUESTION, key="k1")
        for page in (ada, grace):
            post = await seen(page, "Question of the day")
            assert (post.id, post.at, post.private) == (ref.message_id, MORNING, False)
    async with open_page(platform.url, "Edsger") as edsger:
        assert [each.id for each in edsger.welcome.messages] == [ref.message_id]


async def test_the_same_key_is_the_same_message(platform: WebPlatform) -> None:
    first = await platform.chat.post(*HERE, said("Once."), key="k1")
    async with open_page(platform.url) as ada:
        assert await platform.chat.post(*HERE, said("Twice."), key="k1") == first
        assert await platform.chat.post(*HERE, said("Other."), key="k2") != first
        await seen(ada, "Other.")
        assert [words(each) for each in ada.shown.values()] == ["Once.", "Other."]


async def test_a_reply_stands_in_the_thread_under_the_post(platform: WebPlatform) -> None:
    post = await platform.chat.post(*HERE, QUESTION, key="k1")
    async with open_page(platform.url) as ada:
        reply = await platform.chat.reply(post, said("Answer: k-means."), key="k2")
        again = await platform.chat.reply(post, said("Answer: k-means."), key="k2")
        below = await platform.chat.reply(reply, said("Well done."), key="k3")
        assert again == reply
        for text in ("Answer", "Well done"):
            assert (await seen(ada, text)).thread == post.message_id
        assert below.thread_id == post.message_id


async def test_an_edit_replaces_the_message_where_it_stands(platform: WebPlatform) -> None:
    post = await platform.chat.post(*HERE, said("0 answered"), key="k1")
    async with open_page(platform.url) as ada:
        await platform.chat.edit(post, said("1 answered"))
        assert (await seen(ada, "1 answered")).id == post.message_id
        assert len(ada.shown) == 1
    async with open_page(platform.url) as later:
        assert [words(each) for each in later.welcome.messages] == ["1 answered"]


async def test_what_is_not_there_is_gone(platform: WebPlatform) -> None:
    chat = platform.chat
    for message_id in ("99", "no number"):
        with pytest.raises(Gone):
            await chat.edit(MessageRef(*HERE, message_id), said("x"))
    for place in (("web:demo", "other"), ("web:other", "ml-study")):
        with pytest.raises(Gone):
            await chat.post(*place, said("x"), key="k1")
        with pytest.raises(Gone):
            await chat.edit(MessageRef(*place, "1"), said("x"))
    with pytest.raises(Gone):
        await chat.tell("web:other", "ada", said("x"), key="k1")


async def test_a_private_word_reaches_that_members_tabs_alone_and_survives_a_reload(
    platform: WebPlatform,
) -> None:
    async with (
        open_page(platform.url) as ada,
        open_page(platform.url, "ADA") as second,
        open_page(platform.url, "Grace") as grace,
    ):
        await platform.chat.tell("web:demo", "ada", said("Two questions left."), key="k1")
        await platform.chat.tell("web:demo", "ada", said("Two questions left."), key="k1")
        await platform.chat.post(*HERE, said("For all."), key="k2")
        for page in (ada, second):
            assert (await seen(page, "Two questions")).private
        await seen(grace, "For all.")
        assert [words(each) for each in grace.shown.values()] == ["For all."]
    async with open_page(platform.url) as later:
        texts = [(words(each), each.private) for each in later.welcome.messages]
        assert texts == [("Two questions left.", True), ("For all.", False)]


async def test_a_page_shows_the_last_hundred_messages(platform: WebPlatform) -> None:
    for number in range(MOST_SHOWN + 5):
        await platform.chat.post(*HERE, said(f"Message {number}"), key=f"k{number}")
    async with open_page(platform.url) as ada:
        assert len(ada.welcome.messages) == MOST_SHOWN
        assert words(ada.welcome.messages[0]) == "Message 5"


async def test_every_kind_of_block_survives_the_store(platform: WebPlatform) -> None:
    await platform.chat.post(*HERE, EVERYTHING, key="k1")
    async with open_page(platform.url) as ada:
        docs, never, listing, fields, code, chart, sheet = ada.welcome.messages[0].blocks
        assert isinstance(docs, wire.Paragraph)
        assert [run.link for run in docs.text] == ["", "https://docs.example/", "", ""]
        assert [run.style for run in docs.text] == ["plain", "plain", "plain", "code"]
        assert isinstance(never, wire.Paragraph)
        assert never.text == (wire.Run("never"),)
        assert isinstance(listing, wire.Lines)
        assert listing.ordered
        assert isinstance(fields, wire.Labels)
        assert fields.fields[0].label == "Streak"
        assert code == wire.CodeLines("x = 1\n", "python")
        assert chart == wire.Image("A chart", "data:image/png;base64,iVBORw==")
        assert sheet == wire.Download("ml.md", b"Q. What?\n")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b#c", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("https:", False),
        ("http://[", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str, kept: bool) -> None:
    message = Message((Section(line(Span("here", link=address))),), summary="here")
    block = shown(message, "1", MORNING).blocks[0]
    assert isinstance(block, wire.Paragraph)
    assert block.text[0].link == (address if kept else "")


async def test_the_host_manages_and_everybody_belongs(platform: WebPlatform) -> None:
    chat = platform.chat
    assert chat.managers == "the host, Ada"
    assert await chat.rights("web:demo", "ada") == Rights(manages=True, groups=frozenset())
    assert await chat.rights("web:demo", "grace") == Rights(groups=frozenset())
    assert await chat.rights("web:other", "ada") == NO_RIGHTS


async def test_the_playground_has_one_channel(platform: WebPlatform) -> None:
    assert await platform.chat.has_channel(*HERE)
    assert not await platform.chat.has_channel("web:demo", "random")
    assert not await platform.chat.has_channel("web:other", "ml-study")
