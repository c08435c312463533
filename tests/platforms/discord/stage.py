"""Discord as a stage: the real client over real sockets, with people in a stand-in server."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace

from bot.model.command import OptionKind
from bot.platforms.discord import connect
from bot.platforms.discord.platform import DiscordPlatform, Times
from bot.platforms.platform import Platform, Responder
from bot.quiz.ports import Clock
from bot.store import SqlStore
from tests.platforms.discord.connecting import QUICK
from tests.platforms.discord.reading import plainly
from tests.platforms.discord.standin import StandIn, standing_in
from tests.platforms.discord.standin.world import (
    EPHEMERAL,
    Channel,
    Outcome,
    Payload,
    Posted,
)
from tests.platforms.running import running, until
from tests.platforms.stage import Dialog, Seen
from tests.platforms.surroundings import surroundings


class DiscordStage:
    """One server with one channel; every person's clicks go through the gateway."""

    def __init__(self, standin: StandIn, platform: Platform, responder: Responder) -> None:
        self.standin = standin
        self.platform = platform
        self.team_id = f"discord:{standin.guild.id}"
        self.channel_id = standin.channel.id
        self._desk = responder
        self._people = {"ada": standin.ada, "grace": standin.grace, "edsger": standin.edsger}
        self._modals: dict[str, tuple[Payload, Posted | None]] = {}

    async def channel(self) -> tuple[Seen, ...]:
        return self._channel(self.standin.channel)

    async def until(self, true: Callable[[tuple[Seen, ...]], bool]) -> tuple[Seen, ...]:
        await until(lambda: true(self._channel(self.standin.channel)))
        return self._channel(self.standin.channel)

    async def press(self, who: str, message: Seen, label: str) -> Seen | Dialog:
        posted = self.standin.world.messages[message.id]
        custom_id = next(
            identity for text, identity in _buttons(posted.payload) if text.startswith(label)
        )
        outcome = await self.standin.acts.press(self._people[who], posted, custom_id)
        return self._seen(outcome, posted)

    async def send(self, who: str, dialog: Dialog, values: Mapping[str, str]) -> Seen | Dialog:
        modal, source = self._modals[dialog.id]
        person = self._people[who]
        outcome = await self.standin.acts.submit(
            person, self.standin.channel, modal, dict(values), source
        )
        return self._seen(outcome, source)

    async def command(self, who: str, line: str) -> Seen | Dialog:
        person = self._people[who]
        path, arguments = self._read(line)
        outcome = await self.standin.acts.command(person, self.standin.channel, path, **arguments)
        return self._seen(outcome, None)

    async def complete(
        self, who: str, path: tuple[str, ...], option: str, typed: str
    ) -> tuple[str, ...]:
        choices = await self.standin.acts.complete(
            self._people[who], self.standin.channel, path, option, typed
        )
        return tuple(choice["name"] for choice in choices)

    def _read(self, line: str) -> tuple[tuple[str, ...], dict[str, str | int]]:
        """Typed options by position; the last one takes the rest of the line. What is no command
        is one of an earlier version.
        """
        words = line.removeprefix("/").split()
        known = {c.path: c for c in self._desk.table.commands}
        command = known.get(tuple(words[:1])) or known.get(tuple(words[:2]))
        if command is None:
            return tuple(words), {}
        rest, arguments = words[len(command.path) :], {}
        for number, option in enumerate(command.options):
            last = number == len(command.options) - 1
            text = " ".join(rest) if last else "".join(rest[:1])
            rest = [] if last else rest[1:]
            if text:
                whole = option.kind is OptionKind.NUMBER
                arguments[option.name] = int(text) if whole else self._member(text, option.kind)
        return command.path, arguments

    def _member(self, text: str, kind: OptionKind) -> str:
        return self._people[text.removeprefix("@")].id if kind is OptionKind.MEMBER else text

    def _seen(self, outcome: Outcome, source: Posted | None) -> Seen | Dialog:
        if outcome.kind == "modal":
            identity = f"modal-{len(self._modals)}"
            self._modals[identity] = outcome.data, source
            return _dialog(identity, outcome.data)
        assert outcome.message is not None
        return seen(outcome.message)

    def _channel(self, channel: Channel) -> tuple[Seen, ...]:
        world = self.standin.world
        return tuple(
            seen(m, tuple(seen(r) for r in world.visible(m.thread_id)) if m.thread_id else ())
            for m in world.visible(channel.id)
        )


def _buttons(payload: Payload) -> list[tuple[str, str]]:
    rows = payload["components"]
    return [(b["label"], b["custom_id"]) for row in rows for b in row["components"]]


def seen(posted: Posted, thread: tuple[Seen, ...] = ()) -> Seen:
    """A message as its readers see it."""
    payload, parts = posted.payload, [posted.payload["content"]]
    for embed in payload["embeds"]:
        parts.append(plainly(embed.get("description") or ""))
        parts += [f"{plainly(f['name'])}: {plainly(f['value'])}" for f in embed.get("fields") or []]
    return Seen(
        posted.id,
        "\n".join(part for part in parts if part),
        tuple(label for label, _ in _buttons(payload)),
        tuple(a.get("description", "") for a in payload["attachments"]),
        thread,
        bool(payload["flags"] & EPHEMERAL),
    )


def _dialog(identity: str, modal: Payload) -> Dialog:
    words = [plainly(p["content"]) for p in modal["components"] if p["type"] == 10]
    labels = [p for p in modal["components"] if p["type"] == 18]
    errors = {p["component"]["custom_id"]: p["description"] for p in labels if "description" in p}
    inputs = tuple(p["component"]["custom_id"] for p in labels)
    return Dialog(identity, modal["title"], "\n".join(words), inputs, errors)


@asynccontextmanager
async def open_stage(
    responder: Responder, store: SqlStore, clock: Clock
) -> AsyncIterator[DiscordStage]:
    """Open a stand-in Discord with everyone in it and the bot connected."""
    async with standing_in() as standin:
        given = surroundings({"DISCORD_TOKEN": standin.token}, responder, store, clock)
        context = connect(given)
        assert context is not None
        async with context as platform:
            assert isinstance(platform, DiscordPlatform)
            # The game works over a real store here; it gets the time that Discord gives.
            platform.times = replace(QUICK, patience=Times().patience)
            async with running(platform):
                await until(lambda: bool(standin.world.commands))
                yield DiscordStage(standin, platform, responder)
        standin.judge()
