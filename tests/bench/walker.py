"""The whole bot on one platform's stage, and what runs in it on one way through it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from random import Random

from bot.app import App, open_app
from bot.platforms.platform import Entry, Platform, Surroundings
from bot.settings import DATABASE, SHEETS, Settings
from tests.bench.tracing import Trace
from tests.bench.transactions import counted
from tests.bench.walks_table import Count
from tests.platforms.stage import Dialog, OpenStage, Seen, Stage
from tests.quiz.room import MONDAY_MORNING, HandClock

STAGES = {
    "Slack": "tests.platforms.slack.stage:open_socket_stage",
    "Discord": "tests.platforms.discord.stage:open_stage",
    "web": "tests.platforms.web.stage:open_stage",
}
PAUSE, QUIET = 0.1, 6
"""A way has ended after so many pauses (seconds) in a row without any code of `bot/` running."""
SHEET = """---
title: Walks
---
# Built-in algorithms

Q. Which built-in algorithms train on a single instance only?
- Object2Vec
- BlazingText
- k-NN
- k-means

# Storage

Q. Which file formats keep columns together?
- Parquet
- ORC

# Evaluation

Q. Which figures make the F1 score?
- precision
- recall

# Streams

Q. Which services take a stream of records?
- Kinesis
- Kafka
- Firehose
"""
RIGHT = {
    "single instance": "object2vec, blazingtext, k-nn, k-means",
    "columns": "parquet, orc",
    "F1 score": "precision, recall",
    "stream": "kinesis, kafka, firehose",
}
"""What answers the question of a post in which these words stand."""


@dataclass(slots=True)
class Walker:
    """A stage with the whole bot behind it, and what was counted on it so far."""

    stage: Stage
    app: App
    clock: HandClock
    trace: Trace
    counts: dict[str, list[Count]] = field(default_factory=dict)

    async def quiet(self, pauses: int = QUIET) -> None:
        """Wait until nothing of the bot runs any more."""
        async with asyncio.timeout(30):
            still, before = 0, self.trace.stirred
            while still < pauses:
                await asyncio.sleep(PAUSE)
                still = still + 1 if self.trace.stirred == before else 0
                before = self.trace.stirred

    async def work(self, **how_far: float) -> None:
        """Let time pass, and have done what is due."""
        self.clock.move(**how_far)
        while await self.app.quiz.worker.step():
            pass
        # The playground looks again each second while something is under way.
        await self.quiet(2 * QUIET)

    async def count(self, way: str, act: Awaitable[Seen | Dialog]) -> Seen | Dialog:
        """Go one way, from what a person does until everything is quiet, and count."""
        with counted() as transactions, self.trace.recording() as seen:
            shown = await act
            await self.quiet()
        count = Count(
            len(seen.files),
            len(seen.calls),
            seen.rooms,
            transactions.reads,
            transactions.writes,
        )
        self.counts.setdefault(way, []).append(count)
        return shown

    async def due(self, true: Callable[[Seen], bool], **how_far: float) -> Seen:
        """Let time pass, and have the worker do what is due, until the newest post looks so."""
        self.clock.move(**how_far)
        while await self.app.quiz.worker.step():
            pass
        return (await self.stage.until(lambda posts: bool(posts) and true(posts[-1])))[-1]


@asynccontextmanager
async def opened(folder: Path, name: str, trace: Trace) -> AsyncIterator[Walker]:
    """A platform with the bot as the wiring builds it, and a question at nine every day."""
    sheet, clock = folder / "walks.md", HandClock(MONDAY_MORNING)
    sheet.write_text(SHEET, encoding="utf-8")
    given = {DATABASE: str(folder / "walks.sqlite3"), SHEETS: str(sheet)}
    settings = Settings.from_environment(given)
    handed: list[Surroundings] = []

    def connect(surroundings: Surroundings) -> AbstractAsyncContextManager[Platform] | None:
        handed.append(surroundings)
        return None

    async with open_app(settings, clock, Random(7), registry=(Entry("walks", connect),)) as app:
        module, function = STAGES[name].split(":")
        open_stage: OpenStage = getattr(import_module(module), function)
        async with open_stage(handed[0].responder, handed[0].store, clock) as stage:
            app.chats[stage.platform.chat.platform] = stage.platform.chat
            await _set_up(stage)
            yield Walker(stage, app, clock, trace)


async def _set_up(stage: Stage) -> None:
    form = await stage.command("ada", "/quizmaster schedule")
    assert isinstance(form, Dialog), form
    wanted = {"opens": "9", "reveals": "17", "days": "every day", "zone": "Berlin"}
    confirmed = await stage.send("ada", form, {**wanted, "sheet": "walks"})
    assert "The quiz will run" in confirmed.text, confirmed
