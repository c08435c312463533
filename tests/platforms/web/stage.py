"""The playground as a stage: its real server, and a real WebSocket for each person."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from bot.platforms.platform import Responder
from bot.platforms.web import connect
from bot.platforms.web import protocol as wire
from bot.platforms.web.address import PORT
from bot.platforms.web.room import CHANNEL_ID, TEAM_ID
from bot.platforms.web.server import WebPlatform
from bot.quiz.ports import Clock
from bot.store import SqlStore
from tests.platforms.running import running
from tests.platforms.stage import Dialog, Seen
from tests.platforms.surroundings import surroundings
from tests.platforms.web.page import Page, buttons, open_page, pictures, words

NAMES = {"ada": "Ada", "grace": "Grace", "edsger": "Edsger"}


class WebStage:
    """People with one tab each, and an onlooker who sees what everyone sees."""

    team_id = TEAM_ID
    channel_id = CHANNEL_ID

    def __init__(
        self, platform: WebPlatform, responder: Responder, pages: Mapping[str, Page]
    ) -> None:
        self.platform = platform
        self._desk = responder
        self._pages = pages
        self._forms: dict[str, wire.Asked] = {}

    async def channel(self) -> tuple[Seen, ...]:
        return self._channel()

    async def until(self, true: Callable[[tuple[Seen, ...]], bool]) -> tuple[Seen, ...]:
        def look() -> tuple[Seen, ...] | None:
            seen = self._channel()
            return seen if true(seen) else None

        return await self._pages["onlooker"].wait(look)

    async def press(self, who: str, message: Seen, label: str) -> Seen | Dialog:
        page = self._pages[who]
        shown = await page.wait(lambda: page.shown.get(message.id))
        action = next(act for text, act in buttons(shown).items() if text.startswith(label))
        return self._seen(page, await page.ask(partial(wire.Pressed, action=action)))

    async def send(self, who: str, dialog: Dialog, values: Mapping[str, str]) -> Seen | Dialog:
        page, form = self._pages[who], self._forms[dialog.id]
        reply = await page.ask(partial(wire.Sent, action=form.action, values=dict(values)))
        if isinstance(reply, wire.Amended):
            errors = {error.input: error.problem for error in reply.errors}
            return Dialog(dialog.id, dialog.title, dialog.text, dialog.inputs, errors)
        return self._seen(page, reply)

    async def command(self, who: str, line: str) -> Seen | Dialog:
        page = self._pages[who]
        return self._seen(page, await page.ask(partial(wire.Line, text=line)))

    async def complete(
        self, who: str, path: tuple[str, ...], option: str, typed: str
    ) -> tuple[str, ...]:
        command = next(each for each in self._desk.table.commands if each.path == path)
        names = [each.name for each in command.options]
        before = ["x"] * names.index(option)
        line = " ".join((str(command), *before, typed))
        reply = await self._pages[who].ask(partial(wire.Typing, text=line))
        assert isinstance(reply, wire.Suggested), reply
        return tuple(suggestion.label for suggestion in reply.suggestions)

    def _channel(self) -> tuple[Seen, ...]:
        shown = [each for each in self._pages["onlooker"].shown.values() if not each.private]
        return tuple(
            _as_seen(each, tuple(_as_seen(reply) for reply in shown if reply.thread == each.id))
            for each in shown
            if not each.thread
        )

    def _seen(self, page: Page, reply: wire.ToPage) -> Seen | Dialog:
        match reply:
            case wire.Told(message=message):
                return _as_seen(message)
            case wire.Asked():
                self._forms[reply.to] = reply
                inputs = tuple(each.name for each in reply.inputs)
                return Dialog(reply.to, reply.title, words(reply), inputs, {})
            case wire.Done():
                posted = page.latest(wire.Shown)
                assert posted is not None
                return _as_seen(posted)
            case wire.Trouble(text=text):
                return Seen(reply.to, text, private=True)
        raise AssertionError(reply)


def _as_seen(shown: wire.Shown, thread: tuple[Seen, ...] = ()) -> Seen:
    return Seen(
        shown.id,
        words(shown),
        tuple(buttons(shown)),
        pictures(shown),
        thread,
        shown.private,
    )


@asynccontextmanager
async def open_platform(
    responder: Responder, store: SqlStore, clock: Clock, port: int = 0
) -> AsyncIterator[WebPlatform]:
    """The playground, running."""
    given = surroundings({PORT: str(port)}, responder, store, clock)
    context = connect(given)
    assert context is not None
    async with context as platform, running(platform):
        yield platform


@asynccontextmanager
async def open_stage(
    responder: Responder, store: SqlStore, clock: Clock
) -> AsyncIterator[WebStage]:
    """Open the playground with everyone in it."""
    async with AsyncExitStack() as stack:
        platform = await stack.enter_async_context(open_platform(responder, store, clock))
        pages = {
            who: await stack.enter_async_context(open_page(platform.url, name))
            for who, name in {**NAMES, "onlooker": "Onlooker"}.items()
        }
        yield WebStage(platform, responder, pages)
