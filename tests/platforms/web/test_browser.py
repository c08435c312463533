"""A day in the playground, in a real browser over the real game."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import cast

import pytest
from playwright.async_api import Locator, Page, expect

from bot.app import open_app
from bot.cli.demo import begin
from bot.clock import MovableClock
from bot.platforms.platform import Entry
from bot.platforms.web import connect
from bot.platforms.web.address import PORT
from bot.platforms.web.server import WebPlatform
from bot.settings import DATABASE, SHEETS, Settings
from tests.platforms.web.browser import (
    PHONE,
    Window,
    faint,
    form,
    nameless,
    open_window,
    overflow,
)
from tests.platforms.web.clocks import StillClock

pytestmark = pytest.mark.browser

SHEET = """\
---
title: ML on AWS
---
# Built-in algorithms

Q. Which built-in algorithms train on a single instance only?
- Object2Vec
- BlazingText
- k-NN (k-nearest neighbors)
- k-means
mode: any 3
why: These implementations keep the whole model in the memory of one machine.
hint: Two of them begin with a k.
source: https://docs.aws.amazon.com/sagemaker/latest/dg/algos.html
id: single-instance
"""
PICTURE = Path(__file__).parents[3] / "docs" / "playground.png"
TAKE_PICTURE = "QUIZSHEET_SCREENSHOT"
"""Set to 1 to take the README's picture anew."""


@pytest.fixture
async def url(tmp_path: Path) -> AsyncIterator[str]:
    """The demo, at nine in the morning of a day that only the page moves on."""
    sheet = tmp_path / "ml-on-aws.md"
    sheet.write_text(SHEET, encoding="utf-8")
    database = str(tmp_path / "demo.sqlite3")
    settings = Settings.from_environment({DATABASE: database, SHEETS: str(sheet), PORT: "0"})
    registry = (Entry("web", connect),)
    clock = MovableClock(StillClock())
    async with open_app(settings, clock, Random(7), registry=registry) as app:
        await begin(app)
        running = asyncio.create_task(app.run())
        yield cast("WebPlatform", app.platforms[0]).url
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def window() -> AsyncIterator[Window]:
    """A browser whose pages must not complain."""
    async with open_window() as opened:
        yield opened
        assert opened.complaints == []


def replies(page: Page) -> Locator:
    """What only this tab sees."""
    return page.locator("article.private")


async def answer(page: Page, text: str) -> Locator:
    """Press the latest button that leads to the form, send it, and return the reply."""
    before = await replies(page).count()
    await page.get_by_role("button", name="Answer").last.click()
    dialog = await form(page)
    await dialog.get_by_label("Answer", exact=True).fill(text)
    await dialog.get_by_role("button", name="Send").click()
    await expect(replies(page)).to_have_count(before + 1)
    return replies(page).last


async def use(page: Page, line: str) -> Locator:
    """Type a command and return the reply."""
    before = await replies(page).count()
    await page.fill("#line", line)
    await page.keyboard.press("Enter")
    await expect(replies(page)).to_have_count(before + 1)
    return replies(page).last


async def skip(page: Page) -> str:
    """Move the clock to the next event and return what the page says about it."""
    notes = page.locator(".note")
    before = await notes.count()
    await expect(page.locator("#next")).not_to_contain_text("any moment")
    await page.get_by_role("button", name="Skip to the next event").click()
    await expect(notes).to_have_count(before + 1)
    return await notes.last.inner_text()


async def skip_to(page: Page, what: str) -> None:
    """Skip until something happens, with at most a few events before it."""
    for _ in range(4):
        if what in await skip(page):
            return
    raise AssertionError(f"nothing said: {what}")


async def test_two_members_play_a_whole_day(url: str, window: Window) -> None:
    """Question, wrong answer, right answer by a second member, board, reveal, look-up."""
    take = os.environ.get(TAKE_PICTURE) == "1"
    ada = await window.open(url)
    grace = await window.open(
        f"{url}?as=Grace", (1120, 900), device_scale_factor=1.5 if take else 1
    )
    for page in (ada, grace):
        post = page.locator("article").first
        await expect(post).to_contain_text("Question of the day")
        await expect(post).to_contain_text("Which built-in algorithms train on a single instance")

    wrong = await answer(ada, "XGBoost")
    await expect(wrong).to_contain_text("Only visible to you")
    await expect(wrong).to_contain_text("Not this time")
    await expect(wrong).not_to_contain_text("BlazingText")

    withheld = await use(grace, "/lookup single instance")
    await expect(withheld).to_contain_text("answer first, then it opens")
    await grace.reload()

    right = await answer(grace, "object2vec, blazing text and knn")
    await expect(right).to_contain_text("Correct: 10 points")
    board = await use(grace, "/quiz top")
    await expect(board).to_contain_text("Grace — 10 points")
    await expect(board).not_to_contain_text("Ada")
    assert "XGBoost" not in await grace.locator("body").inner_text()

    await skip_to(ada, "the question closes and its answer is shown")
    for page in (ada, grace):
        reveal = page.locator(".thread article")
        await expect(reveal).to_contain_text("Object2Vec")
        await expect(reveal).to_contain_text("2 answered, 1 right")
        await expect(page.locator("article").first).to_contain_text("closed")
        await expect(page.get_by_role("button", name="Answer")).to_have_count(0)
    if take:
        await expect(grace.locator("#next")).to_contain_text("the next question comes")
        await grace.locator("#line").blur()
        await grace.locator("article").first.evaluate("node => node.scrollIntoView(false)")
        await grace.screenshot(path=PICTURE)
    board = await use(grace, "/quiz top")
    await expect(board).to_contain_text("1. Grace — 10 points")
    opened = await use(ada, "/lookup single instance")
    await expect(opened).to_contain_text("keep the whole model in the memory")

    await skip_to(ada, "the next question comes")
    await expect(grace.get_by_role("button", name="Answer")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_day_fits_a_phone_and_can_be_read_by_everyone(
    url: str, window: Window, scheme: str
) -> None:
    ada = await window.open(url, PHONE, has_touch=True, is_mobile=True, color_scheme=scheme)
    await answer(ada, "XGBoost")
    await answer(ada, "object2vec, blazingtext, knn, kmeans")
    for command in ("/quiz help", "/quiz top", "/quiz me", "/lookup pca", "/quiz today"):
        await use(ada, command)
    await skip_to(ada, "the question closes and its answer is shown")
    await expect(ada.locator(".thread article")).to_contain_text("1 answered")
    await use(ada, "/lookup k-means")
    assert await nameless(ada) == []
    assert await faint(ada) == []
    assert await overflow(ada) == 0


async def test_the_quizmaster_plans_the_quiz_in_a_form(url: str, window: Window) -> None:
    ada = await window.open(url)
    await ada.fill("#line", "/quizmaster schedule")
    await ada.keyboard.press("Enter")
    dialog = await form(ada)
    await dialog.get_by_label("Question at").fill("late")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog.get_by_label("Question at")).to_have_attribute("aria-invalid", "true")
    assert await nameless(ada) == []
    await dialog.get_by_label("Question at").fill("10:30")
    await dialog.get_by_role("button", name="Save").click()
    await expect(replies(ada)).to_contain_text("at 10:30")
    await expect(ada.locator("#trouble")).to_have_text("")


async def test_one_tab_is_wronged_the_other_puts_it_right_and_the_first_is_told(
    url: str, window: Window
) -> None:
    """Grace says a name that the sheet does not know; Ada, who plans the quiz, accepts it."""
    take = os.environ.get(TAKE_PICTURE) == "1"
    scale = 1.5 if take else 1
    ada = await window.open(url, (900, 760), device_scale_factor=scale)
    grace = await window.open(f"{url}?as=Grace", (900, 760), device_scale_factor=scale)
    grade = await answer(grace, "Object2Vec, BlazingText, nearby voters")
    await expect(grade).to_contain_text("Partly: 2 of 3")
    await grade.get_by_role("button", name="I was right").click()
    dialog = await form(grace, "I was right")
    await dialog.get_by_label("Why it is right").fill("That is how our team calls k-NN.")
    before = await replies(grace).count()
    await dialog.get_by_role("button", name="Put it to them").click()
    await expect(replies(grace)).to_have_count(before + 1)
    await expect(replies(grace).last).to_contain_text("will look at it")
    # The word that it waits comes by itself; it is there before anything else is counted.
    await expect(replies(ada)).to_have_count(1)
    await expect(replies(ada).last).to_contain_text("1 appeal for a quizmaster to decide")
    await answer(ada, "Object2Vec, BlazingText, k-NN")

    page = await use(ada, "/quizmaster appeals")
    await expect(page).to_contain_text("That is how our team calls k-NN.")
    await expect(page).not_to_contain_text("Grace")
    if take:
        await ada.screenshot(path=PICTURE.with_name("appeal-quizmaster.png"))
    before = await replies(ada).count()
    await page.get_by_role("button", name="Accept for everybody").click()
    await expect(replies(ada)).to_have_count(before + 1)
    preview = replies(ada).last
    await expect(preview).to_contain_text("“nearby voters” would count as k-NN")
    await expect(preview).to_contain_text("It concerns 1 member, +5 points")
    await preview.get_by_role("button", name="Accept for everybody").click()
    await expect(replies(ada).last).to_contain_text("Done: you accepted it for everybody.")

    told = replies(grace).last
    await expect(told).to_contain_text("You were right.")
    await expect(told).to_contain_text("Ada decided; thank you for saying so.")
    if take:
        await grace.screenshot(path=PICTURE.with_name("appeal-member.png"))
    board = await use(grace, "/quiz top")
    await expect(board).to_contain_text("Grace — 10 points")
    for page_ in (ada, grace):
        assert await faint(page_) == []
        assert await nameless(page_) == []
