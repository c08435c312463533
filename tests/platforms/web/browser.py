"""A real browser: the installed Chromium, and what is checked of every page it shows."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    async_playwright,
    expect,
)

FLAGS = (
    "--no-sandbox",  # the tests also run as root, in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
DESKTOP = (1180, 780)
PHONE = (360, 740)
PATIENCE = 10_000
"""Milliseconds after which a test that still waits has failed."""


@dataclass
class Window:
    """A browser in which every complaint of a page is kept."""

    browser: Browser
    complaints: list[str] = field(default_factory=list)
    foreseen: tuple[str, ...] = ()
    """Words of complaints that a test brings about on purpose, whenever they come."""

    async def open(self, url: str, size: tuple[int, int] = DESKTOP, **options: Any) -> Page:
        """Open an address in a profile of its own, and wait until the page has its channel."""
        context: BrowserContext = await self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            timezone_id="Europe/Berlin",
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        await page.goto(url)
        await expect(page.locator("#name")).not_to_have_text("…")
        return page

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error" and not any(words in said.text for words in self.foreseen):
            self.complaints.append(said.text)


@asynccontextmanager
async def open_window() -> AsyncIterator[Window]:
    """Start Chromium; skips where there is none, and fails where there must be one."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("the browser tests need Chromium; on Debian: apt-get install chromium")
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        try:
            yield Window(browser)
        finally:
            await browser.close()


async def form(page: Page, title: str = "") -> Locator:
    """The form that stands before the page: what belongs to it is looked for in it alone.

    The page behind has buttons of the same name, which nobody can reach while the form stands.
    """
    dialog = page.get_by_role("dialog", name=title or None)
    await expect(dialog).to_be_visible()
    return dialog


async def offered(page: Page) -> Locator:
    """The suggestions for the line as it now stands, not for what stood there a key before."""
    await expect(page.locator("#suggestions")).to_have_attribute("aria-busy", "false")
    return page.get_by_role("option")


async def nameless(page: Page) -> list[str]:
    """The roles of controls, pictures and regions that a screen reader could not name."""
    session = await page.context.new_cdp_session(page)
    tree = await session.send("Accessibility.getFullAXTree")
    named = {
        "button", "link", "textbox", "combobox", "radio", "radiogroup", "listbox", "option",
        "dialog", "image", "log", "main", "heading", "group",
    }  # fmt: skip
    return [
        node["role"]["value"]
        for node in tree["nodes"]
        if not node.get("ignored")
        and node["role"]["value"] in named - {"main"}
        and not node.get("name", {}).get("value", "").strip()
    ]


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, below) =>
    [0, 1, 2].map((i) => (top[i] * top[3] + below[i] * (255 - top[3])) / 255).concat(255);
  const ground = (node) => {
    if (!node) return rgba(getComputedStyle(document.body).backgroundColor);
    const own = rgba(getComputedStyle(node).backgroundColor);
    return own[3] === 255 ? own : over(own, ground(node.parentElement));
  };
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || !node.checkVisibility() || node.closest("noscript, script")) continue;
    if (node.closest("[aria-disabled=true]")) continue;
    const below = ground(node);
    const pair = [light(over(rgba(getComputedStyle(node).color), below)), light(below)];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < 4.5) faint.push(`${text.slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return faint;
}"""


async def faint(page: Page) -> list[str]:
    """Texts whose contrast is under 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    found: list[str] = await page.evaluate(CONTRAST)
    return found


async def small(page: Page) -> list[str]:
    """Buttons and fields under 24 by 24 pixels (WCAG 2.2, 2.5.8)."""
    found: list[str] = await page.evaluate(
        """() => [...document.querySelectorAll("button, input:not([type=radio]), textarea, select")]
        .filter((node) => node.checkVisibility())
        .filter((node) => node.offsetWidth < 24 || node.offsetHeight < 24)
        .map((node) => node.id || node.textContent)"""
    )
    return found


async def overflow(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    wider: int = await page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.getElementById('log').scrollWidth)"
        " - document.documentElement.clientWidth"
    )
    return wider
