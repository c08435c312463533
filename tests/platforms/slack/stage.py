"""Slack as a stage: the real clients over real sockets, with people in a stand-in Slack."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace

from bot.platforms.platform import Platform, Responder
from bot.quiz.ports import Clock
from bot.store import SqlStore
from tests.platforms.slack.running import running
from tests.platforms.slack.standin import Opened, People, Posted, Slack, Whisper, open_slack
from tests.platforms.slack.standin.reading import inputs, labels, pictures, words
from tests.platforms.stage import Dialog, Seen

_IDS = {"ada": "U0ADA", "grace": "U0GRACE", "edsger": "U0EDSGER"}


class SlackStage:
    """One workspace with one channel; every person's clicks go through the stand-in."""

    def __init__(self, slack: Slack, people: People, platform: Platform) -> None:
        self.slack = slack
        self.people = people
        self.platform = platform
        self.team_id = "slack:T0123"
        self.channel_id = "C0ML"

    async def channel(self) -> tuple[Seen, ...]:
        return self._channel()

    async def until(self, true: Callable[[tuple[Seen, ...]], bool]) -> tuple[Seen, ...]:
        await self.slack.world.until(lambda: true(self._channel()))
        return self._channel()

    async def press(self, who: str, message: Seen, label: str) -> Seen | Dialog:
        user = _IDS[who]
        before = self._count(user)
        await self.people.press(user, self._thing(message.id), label)
        return await self._next(user, before)

    async def send(self, who: str, dialog: Dialog, values: Mapping[str, str]) -> Seen | Dialog:
        user = _IDS[who]
        before = self._count(user)
        await self.people.send_form(user, self.slack.world.views[dialog.id], values)
        return await self._next(user, before)

    async def command(self, who: str, line: str) -> Seen | Dialog:
        user = _IDS[who]
        before = self._count(user)
        await self.people.command(user, self._mentioned(line))
        return await self._next(user, before)

    async def complete(
        self, who: str, path: tuple[str, ...], option: str, typed: str
    ) -> tuple[str, ...]:
        user = _IDS[who]
        before = self._count(user)
        await self.people.command(user, "/" + " ".join(path))
        dialog = await self._next(user, before)
        assert isinstance(dialog, Dialog), f"expected a form to complete in, got {dialog}"
        opened = self.slack.world.views[dialog.id]
        offered = await self.people.suggest(user, opened, option, typed)
        # A select takes only what it offers, so what was typed is offered too; here it is no news.
        return tuple(label for label in offered if label != typed)

    def _mentioned(self, line: str) -> str:
        """Names after an @ as Slack escapes mentions."""
        for name, user in _IDS.items():
            line = line.replace(f"@{name}", f"<@{user}|{name}>").replace(
                f" {user}", f" <@{user}|{name}>"
            )
        return line

    def _count(self, user: str) -> int:
        return len(self.slack.world.shown.get(user, []))

    async def _next(self, user: str, before: int) -> Seen | Dialog:
        """What the person sees next; a dialog that asks for patience is waited out."""
        world = self.slack.world

        def fresh() -> list[Seen | Dialog]:
            return [
                self._seen(thing)
                for thing in world.shown.get(user, [])[before:]
                if not (isinstance(thing, Opened) and thing.view["callback_id"] == "moment")
            ]

        await world.until(fresh)
        return fresh()[0]

    def _seen(self, thing: Posted | Whisper | Opened) -> Seen | Dialog:
        if isinstance(thing, Opened):
            blocks = thing.view["blocks"]
            if not thing.view.get("submit"):
                return Seen(thing.id, words(blocks), labels(blocks), pictures(blocks), private=True)
            title = thing.view["title"]["text"]
            return Dialog(thing.id, title, words(blocks), inputs(blocks), dict(thing.errors))
        private = isinstance(thing, Whisper)
        blocks = thing.blocks
        return Seen(thing.ts, words(blocks), labels(blocks), pictures(blocks), private=private)

    def _channel(self) -> tuple[Seen, ...]:
        here = [m for m in self.slack.world.messages if m.channel == self.channel_id]
        return tuple(
            replace(
                self._message(top),
                thread=tuple(self._message(below) for below in here if below.thread_ts == top.ts),
            )
            for top in here
            if not top.thread_ts
        )

    def _message(self, message: Posted) -> Seen:
        blocks = message.blocks
        return Seen(message.ts, words(blocks), labels(blocks), pictures(blocks))

    def _thing(self, name: str) -> Posted | Whisper | Opened:
        world = self.slack.world
        if name in world.views:
            return world.views[name]
        seen: list[Posted | Whisper] = [*world.messages, *world.whispers]
        for thing in seen:
            if thing.ts == name:
                return thing
        raise AssertionError(f"nobody can see {name} any more")


def open_socket_stage(
    responder: Responder, store: SqlStore, clock: Clock
) -> AbstractAsyncContextManager[SlackStage]:
    """A stage over Socket Mode."""
    return _open_stage(responder, store, clock, http=False)


def open_http_stage(
    responder: Responder, store: SqlStore, clock: Clock
) -> AbstractAsyncContextManager[SlackStage]:
    """A stage over signed requests by HTTP."""
    return _open_stage(responder, store, clock, http=True)


@asynccontextmanager
async def _open_stage(
    responder: Responder, store: SqlStore, clock: Clock, *, http: bool
) -> AsyncIterator[SlackStage]:
    async with open_slack() as slack, running(slack, responder, store, clock, http=http) as run:
        yield SlackStage(slack, run.people, run.platform)
