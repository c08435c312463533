"""The wiring: the one place that builds everything, hands it over, and closes it in reverse."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from random import Random

from bot.platforms.platform import Entry, Misconfigured, Platform, Surroundings
from bot.platforms.registry import PLATFORMS
from bot.quiz.game import Game
from bot.quiz.outbox import Outbox
from bot.quiz.ports import Chat, Clock
from bot.quiz.rules import Rules
from bot.quiz.worker import Worker
from bot.settings import Settings
from bot.shelf import SheetFiles, stock
from bot.store import SqlStore, open_store
from bot.supervision import keep_running

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class App:
    """A quiz that is built and not yet running."""

    store: SqlStore
    clock: Clock
    game: Game
    worker: Worker
    platforms: tuple[Platform, ...]
    chats: dict[str, Chat] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    """Ids of the sheets of the settings."""

    async def run(self) -> None:
        """Serve every platform and do what is due, until cancelled or `Misconfigured`."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.worker.run())
                for platform in self.platforms:
                    tasks.create_task(keep_running(platform, self.chats, self.worker.wake))
        except* Misconfigured as failed:
            raise failed.exceptions[0] from None


@asynccontextmanager
async def open_app(
    settings: Settings,
    clock: Clock,
    rng: Random,
    *,
    rules: Rules | None = None,
    registry: Sequence[Entry] = PLATFORMS,
    store: SqlStore | None = None,
) -> AsyncIterator[App]:
    """Build the whole quiz; leaving the context closes what was opened, the last first.

    A store that is handed in stays the caller's to close. Raises `Misconfigured` for settings
    that cannot work.
    """
    rules = rules or settings.rules
    async with AsyncExitStack() as stack:
        if store is None:
            store = await stack.enter_async_context(open_store(settings.database))
        stocked = await stock(store, settings.sheets)
        woken = asyncio.Event()
        game = Game(store, clock, rng, rules, woken.set, SheetFiles())
        surroundings = Surroundings(settings.environment, game, store, clock)
        platforms = await _connected(surroundings, registry, stack)
        name = f"{rng.getrandbits(64):016x}"
        outbox = Outbox(store, clock, game.composing, rules, rng, name)
        chats: dict[str, Chat] = {}
        worker = Worker(
            store, clock, game.planning, game.closing, outbox, game.tidying, chats, woken
        )
        yield App(store, clock, game, worker, platforms, chats, stocked)


async def _connected(
    surroundings: Surroundings, registry: Sequence[Entry], stack: AsyncExitStack
) -> tuple[Platform, ...]:
    platforms: list[Platform] = []
    for entry in registry:
        try:
            context = entry.connect(surroundings)
        except ModuleNotFoundError as missing:
            raise Misconfigured(
                f"{entry.name} needs a package that is not installed ({missing.name}). "
                f"Install quizsheet[{entry.name}]."
            ) from missing
        if context is not None:
            platforms.append(await stack.enter_async_context(context))
    return tuple(platforms)
