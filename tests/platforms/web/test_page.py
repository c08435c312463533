"""The page in a real browser, over a desk by hand: reach, keys, form, composer, coming back."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import FilePayload, Page, expect

from bot.clock import MovableClock
from bot.model.event import Press, Submission
from bot.model.message import Ask, Message, Picture, Section
from bot.model.text import line
from bot.platforms.web.server import WebPlatform
from bot.store import SqlStore
from tests.platforms.desk import HandDesk, said
from tests.platforms.web.browser import (
    PHONE,
    Window,
    faint,
    form,
    nameless,
    offered,
    open_window,
    overflow,
    small,
)
from tests.platforms.web.desk import EVERYTHING, QUESTION, SURVEY
from tests.platforms.web.stage import open_platform

pytestmark = pytest.mark.browser

HERE = ("web:demo", "ml-study")
HOSTILE = "<img src=x onerror=\"document.title='broken'\"><script>alert(1)</script>"


@pytest.fixture
async def window() -> AsyncIterator[Window]:
    """A browser whose pages must not complain."""
    async with open_window() as opened:
        yield opened
        assert opened.complaints == []


async def focused(page: Page) -> str:
    """What has the focus, by id or by its words."""
    words: str = await page.evaluate(
        "(document.activeElement.id || document.activeElement.textContent).trim()"
    )
    return words


async def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until something has the focus, as somebody without a mouse does."""
    for _ in range(30):
        if await focused(page) == wanted:
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {wanted}")


async def use(page: Page, text: str) -> None:
    await page.fill("#line", text)
    await page.keyboard.press("Enter")


async def test_a_question_is_answered_by_keyboard_alone(
    platform: WebPlatform, desk: HandDesk, window: Window
) -> None:
    await platform.chat.post(*HERE, QUESTION, key="k1")
    page = await window.open(platform.url)
    await tab_to(page, "Answer")
    await page.keyboard.press("Enter")
    field = (await form(page, "Your answer")).get_by_label("Answer", exact=True)
    await expect(field).to_be_focused()

    await page.keyboard.type("k-means")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.get_by_role("button", name="Answer")).to_be_focused()
    await page.keyboard.press("Enter")
    await form(page, "Your answer")
    await expect(field).to_have_value("k-means")

    await page.keyboard.press("Control+Enter")
    reply = page.locator("article.private")
    await expect(reply).to_contain_text("Only visible to you")
    await expect(reply).to_contain_text("You said k-means")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(reply).to_be_focused()
    await tab_to(page, "Try again")
    await page.keyboard.press("Enter")
    await expect(reply).to_have_count(1)
    await expect(reply).to_contain_text("Once more.")
    assert [type(event) for event in desk.events] == [Press, Press, Submission, Press]

    await page.get_by_role("button", name="Answer").click()
    await form(page, "Your answer")
    await expect(field).to_have_value("")


async def test_a_form_says_what_is_missing_beside_the_field(
    platform: WebPlatform, desk: HandDesk, window: Window
) -> None:
    await platform.chat.post(*HERE, QUESTION, key="k1")
    page = await window.open(platform.url)
    await page.get_by_role("button", name="Answer").click()
    dialog = await form(page, "Your answer")
    field = dialog.get_by_label("Answer", exact=True)
    problem = dialog.locator(".problem")
    await dialog.get_by_role("button", name="Send").click()
    await expect(problem).to_have_text("Type something first.")
    await expect(field).to_be_focused()
    await expect(field).to_have_attribute("aria-invalid", "true")
    await field.fill("x" * 3_010)
    await expect(problem).to_have_text("10 characters too many.")
    await field.press("Control+Enter")
    await expect(problem).to_contain_text("3,010 characters long")
    assert [type(event) for event in desk.events] == [Press]
    assert await nameless(page) == []


async def test_a_choice_is_made_with_the_arrow_keys(
    platform: WebPlatform, desk: HandDesk, window: Window
) -> None:
    desk.says["answer"] = Ask(SURVEY)
    await platform.chat.post(*HERE, QUESTION, key="k1")
    page = await window.open(platform.url)
    await page.get_by_role("button", name="Answer").click()
    dialog = await form(page, "A choice")
    await expect(dialog.get_by_role("radio", name="The first")).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await dialog.get_by_label("One line").fill("short")
    assert (await nameless(page), await faint(page)) == ([], [])
    await page.keyboard.press("Enter")
    await expect(page.locator("article.private")).to_have_count(1)
    sent = desk.events[-1]
    assert isinstance(sent, Submission)
    assert dict(sent.values) == {"few": "b", "short": "short"}


async def test_a_file_is_handed_over_and_another_is_kept(
    platform: WebPlatform, desk: HandDesk, window: Window
) -> None:
    page = await window.open(platform.url)
    await use(page, "/quizmaster upload")
    dialog = await form(page, "Bring a sheet")
    preview = dialog.get_by_role("button", name="Preview")
    await preview.click()
    await expect(dialog.locator(".problem")).to_have_text("Choose a file first.")
    sheet = FilePayload(name="ml.md", mimeType="text/markdown", buffer=b"Q. \xe2\x82\xac?\n")
    await dialog.get_by_label("Your sheet").set_input_files([sheet])
    assert (await nameless(page), await faint(page)) == ([], [])
    await preview.click()
    await expect(page.locator("article.private").last).to_contain_text("ml.md: 8 of 8 bytes.")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await use(page, "/quizmaster upload")
    await form(page, "Bring a sheet")
    await dialog.get_by_label("Your sheet").set_input_files(
        [FilePayload(name="ml.md", mimeType="text/markdown", buffer=b"x" * 1_001)]
    )
    await preview.click()
    await expect(page.locator("article.private").last).to_contain_text("ml.md: 0 of 1001 bytes.")

    await platform.chat.post(*HERE, EVERYTHING, key="k1")
    async with page.expect_download() as downloading:
        await page.get_by_role("link", name="Save ml.md").click()
    download = await downloading.value
    assert download.suggested_filename == "ml.md"
    assert (await download.path()).read_bytes() == b"Q. What?\n"


async def test_a_slash_opens_the_list_of_commands_and_arrows_choose(
    platform: WebPlatform, window: Window
) -> None:
    page = await window.open(platform.url)
    field = page.get_by_role("combobox", name="Command")
    await field.press_sequentially("/qu")
    options = await offered(page)
    await expect(options.first).to_contain_text("Show today's question")
    await expect(field).to_have_attribute("aria-expanded", "true")
    assert await nameless(page) == []
    await field.press("ArrowDown")
    await field.press("ArrowDown")
    await expect(page.get_by_role("option", selected=True)).to_contain_text("/quiz top")
    await expect(field).to_have_attribute("aria-activedescendant", "suggestion-1")
    await field.press("Enter")
    await expect(field).to_have_value("/quiz top ")
    await expect(await offered(page)).to_have_text(["today", "this week"])
    await expect(page.locator("#hint")).to_have_text("window: The stretch of days (optional)")
    await field.press("ArrowUp")
    await field.press("Tab")
    await expect(field).to_have_value("/quiz top week")
    await field.press("Enter")
    await expect(page.locator("article.private")).to_contain_text("quiz top {'window': 'week'}")
    await expect(field).to_have_value("")
    await expect(field).to_be_focused()


async def test_who_types_faster_than_the_list_comes_sends_what_was_typed(
    platform: WebPlatform, window: Window
) -> None:
    """The keys come at once, so each meets the list of an older line, or none."""
    page = await window.open(platform.url)
    await page.get_by_role("combobox").press_sequentially("/quiz to")
    await expect((await offered(page)).first).to_be_visible()
    await page.evaluate(
        """() => {
            const line = document.getElementById("line");
            const key = (name) => line.dispatchEvent(
                new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
            line.value = "/quiz top";
            line.dispatchEvent(new InputEvent("input", { bubbles: true }));
            if (key("Tab") || line.value !== "/quiz top") throw new Error(`Tab: ${line.value}`);
            if (!key("Enter")) throw new Error(`Enter: ${line.value}`);
            line.form.requestSubmit();
        }"""
    )
    await expect(page.locator("article.private")).to_contain_text("quiz top {}")


async def test_a_choice_among_suggestions_outlives_a_list_that_comes_late(
    platform: WebPlatform, window: Window
) -> None:
    page = await window.open(platform.url)
    field = page.get_by_role("combobox")
    await field.press_sequentially("/quiz ")
    await expect((await offered(page)).nth(1)).to_contain_text("/quiz top")
    await field.press("ArrowDown")
    await field.press("ArrowDown")
    await field.press("t")
    await expect((await offered(page)).nth(1)).to_contain_text("/quiz top")
    await expect(page.get_by_role("option", selected=True)).to_contain_text("/quiz top")
    await field.press("Enter")
    await field.press("Enter")
    await expect(page.locator("article.private")).to_contain_text("quiz top {}")


async def test_enter_completes_a_command_that_is_not_finished(
    platform: WebPlatform, window: Window
) -> None:
    page = await window.open(platform.url)
    field = page.get_by_role("combobox")
    await field.press_sequentially("/loo")
    await expect(await offered(page)).to_have_count(1)
    await field.press("Enter")
    await expect(field).to_have_value("/lookup ")
    await expect(await offered(page)).to_have_count(3)
    await field.press("Escape")
    await expect(page.get_by_role("option")).to_have_count(0)


async def test_a_finger_chooses_a_suggestion(platform: WebPlatform, window: Window) -> None:
    page = await window.open(platform.url, PHONE, has_touch=True, is_mobile=True)
    await page.get_by_role("combobox").tap()
    await page.keyboard.type("/lookup re")
    await offered(page)
    await page.get_by_role("option", name="Recall").tap()
    await expect(page.get_by_role("combobox")).to_have_value("/lookup Recall")
    await expect(page.get_by_role("combobox")).to_be_focused()
    await page.get_by_role("button", name="Send").tap()
    await expect(page.locator("article.private")).to_contain_text("Recall: a term.")


async def test_what_is_no_command_gets_a_kind_word(platform: WebPlatform, window: Window) -> None:
    page = await window.open(platform.url)
    await use(page, "hello there")
    reply = page.locator("article.private")
    await expect(reply).to_contain_text("This channel takes commands.")
    await expect(reply).to_contain_text("hello there")


async def test_names_and_answers_are_shown_as_they_were_typed(
    platform: WebPlatform, window: Window
) -> None:
    page = await window.open(f"{platform.url}?as=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    await expect(page.locator("#name")).to_have_text("<img src=x onerror=alert(1)>")
    await platform.chat.post(*HERE, said(HOSTILE), key="k1")
    await expect(page.locator("article .blocks")).to_have_text(HOSTILE)
    await use(page, f"/lookup {HOSTILE}")
    await expect(page.locator("article.private .blocks")).to_contain_text(HOSTILE)
    assert await page.locator("img, article script").count() == 0
    assert "broken" not in await page.title()


async def test_every_kind_of_block_is_shown_for_what_it_is(
    platform: WebPlatform, window: Window
) -> None:
    await platform.chat.post(*HERE, EVERYTHING, key="k1")
    page = await window.open(platform.url)
    link = page.get_by_role("link", name="the docs")
    assert await link.get_attribute("href") == "https://docs.example/"
    assert await link.get_attribute("rel") == "noopener noreferrer"
    assert await page.get_by_role("link", name="never").count() == 0
    await expect(page.locator("article ol li")).to_have_text(["first", "second"])
    await expect(page.locator("article dd")).to_have_text("6 days")
    await expect(page.locator("article pre")).to_have_text("x = 1\n")
    await expect(page.locator(".missing")).to_have_text("Picture: A chart")
    assert await overflow(page) == 0


async def test_a_picture_that_does_not_load_leaves_its_words(
    platform: WebPlatform, window: Window
) -> None:
    window.foreseen = ("404",)
    lost = Picture(alt="A tree of instances", url=f"{platform.url}nothing.png")
    await platform.chat.post(*HERE, Message((lost, Section(line("Which?"))), "Which?"), key="k1")
    page = await window.open(platform.url)
    await expect(page.locator(".missing")).to_have_text("Picture: A tree of instances")


async def test_a_count_that_changes_takes_nobodys_focus(
    platform: WebPlatform, window: Window
) -> None:
    post = await platform.chat.post(*HERE, QUESTION, key="k1")
    page = await window.open(platform.url)
    await page.get_by_role("button", name="Answer").focus()
    counted = Message((*QUESTION.blocks[:-1], Section(line("1 answered"))), summary="counted")
    await platform.chat.edit(post, counted)
    await expect(page.locator("article")).to_contain_text("1 answered")
    await expect(page.get_by_role("button", name="Answer")).to_be_focused()


async def test_what_is_far_away_is_announced_and_one_press_away(
    platform: WebPlatform, window: Window
) -> None:
    post = await platform.chat.post(*HERE, QUESTION, key="k1")
    for number in range(20):
        await platform.chat.post(*HERE, said(f"Message {number}"), key=f"m{number}")
    page = await window.open(platform.url)
    await expect(page.get_by_text("Message 19")).to_be_in_viewport()
    await platform.chat.reply(post, said("The answer is k-means."), key="k2")
    await page.get_by_role("button", name="New reply above").click()
    await expect(page.get_by_text("The answer is k-means.")).to_be_in_viewport()
    await platform.chat.post(*HERE, said("The latest."), key="k3")
    await page.get_by_role("button", name="New message below").click()
    await expect(page.get_by_text("The latest.")).to_be_in_viewport()
    await expect(page.locator("#fresh")).to_be_hidden()


async def test_new_messages_are_read_out_and_old_ones_are_not(
    platform: WebPlatform, window: Window
) -> None:
    post = await platform.chat.post(*HERE, QUESTION, key="k1")
    page = await window.open(platform.url)
    log = page.get_by_role("log", name="Channel ml-study")
    await expect(log).to_have_attribute("aria-live", "polite")
    await platform.chat.edit(post, said("closed"))
    await expect(log.locator(".blocks")).to_have_attribute("aria-live", "off")


async def test_the_page_comes_back_after_a_restart_with_all_that_was_typed(
    desk: HandDesk, store: SqlStore, clock: MovableClock, window: Window
) -> None:
    window.foreseen = ("WebSocket",)
    async with open_platform(desk, store, clock) as platform:
        url, port = platform.url, int(platform.url.rstrip("/").rsplit(":", 1)[1])
        await platform.chat.post(*HERE, QUESTION, key="k1")
        page = await window.open(url)
        await page.fill("#line", "/lookup half a wo")
        await page.get_by_role("button", name="Answer").click()
        dialog = await form(page, "Your answer")
        await dialog.get_by_label("Answer", exact=True).fill("k-means")
    state = page.locator("#state")
    await expect(state).to_contain_text("Not connected. What you type is kept")
    await page.keyboard.press("Control+Enter")
    await expect(dialog.locator("#submit")).to_have_text("Sending…")
    async with open_platform(desk, store, clock, port=port) as platform:
        assert platform.url == url
        await expect(state).to_have_text("")
        await expect(page.locator("article.private")).to_contain_text("You said k-means")
        await expect(page.locator("#line")).to_have_value("/lookup half a wo")
        await expect(page.locator("article")).to_have_count(2)
        await page.reload()
        await expect(page.locator("#line")).to_have_value("/lookup half a wo")
        await expect(page.locator("article")).to_have_count(1)
    sent = [event for event in desk.events if isinstance(event, Submission)]
    assert len({event.key for event in sent}) == 1


async def test_without_a_connection_the_clock_stands_and_says_so(
    desk: HandDesk, store: SqlStore, clock: MovableClock, window: Window
) -> None:
    window.foreseen = ("WebSocket",)
    async with open_platform(desk, store, clock) as platform:
        page = await window.open(platform.url)
        skip = page.get_by_role("button", name="Skip to the next event")
        await expect(skip).to_have_attribute("aria-disabled", "true")
        await expect(page.locator("#next")).to_contain_text("Nothing is planned.")
    await expect(page.locator("#state")).to_contain_text("Not connected")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, (1180, 780)], ids=["phone", "desktop"])
async def test_everything_has_a_name_enough_contrast_and_room_for_a_finger(
    platform: WebPlatform, window: Window, scheme: str, size: tuple[int, int]
) -> None:
    post = await platform.chat.post(*HERE, QUESTION, key="k1")
    await platform.chat.reply(post, said("The answer is k-means."), key="k2")
    await platform.chat.tell("web:demo", "ada", said("Two questions are left."), key="k3")
    await platform.chat.post(*HERE, EVERYTHING, key="k4")
    page = await window.open(platform.url, size, color_scheme=scheme)
    await use(page, "x" * 300)
    await page.fill("#line", "/")
    await expect((await offered(page)).first).to_be_visible()
    assert await nameless(page) == []
    assert await faint(page) == []
    assert await small(page) == []
    assert await overflow(page) == 0
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Answer").click()
    await form(page, "Your answer")
    assert (await nameless(page), await faint(page), await overflow(page)) == ([], [], 0)
    landmarks = await page.locator("header.side, main, h1, html[lang=en]").count()
    assert landmarks == 4
