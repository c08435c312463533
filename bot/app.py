"""The wiring: the one place that builds everything, hands it over, and closes it in reverse."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from random import Random

from bot.platforms.platform import Entry, Misconfigured, Platform, Surroundings
from bot.platforms.registry import PLATFORMS
from bot.quiz.assembly import Quiz, assemble
from bot.quiz.commands.registry import build_registry
from bot.quiz.ports import Chat, Clock
from bot.quiz.rules.rules import SameRules
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
    quiz: Quiz
    platforms: tuple[Platform, ...]
    chats: dict[str, Chat] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    """Ids of the sheets of the settings."""

    async def run(self) -> None:
        """Serve every platform and do what is due, until cancelled or `Misconfigured`."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.quiz.worker.run())
                for platform in self.platforms:
                    tasks.create_task(keep_running(platform, self.chats, self.quiz.worker.wake))
        except* Misconfigured as failed:
            raise failed.exceptions[0] from None


@asynccontextmanager
async def open_app(
    settings: Settings,
    clock: Clock,
    rng: Random,
    *,
    registry: Sequence[Entry] = PLATFORMS,
    store: SqlStore | None = None,
) -> AsyncIterator[App]:
    """Build the whole quiz; leaving the context closes what was opened, the last first.

    A store that is handed in stays the caller's to close. Raises `Misconfigured` for settings
    that cannot work.
    """
    async with AsyncExitStack() as stack:
        if store is None:
            store = await stack.enter_async_context(open_store(settings.database))
        stocked = await stock(store, settings.sheets)
        chats: dict[str, Chat] = {}
        rule_book, limits = SameRules(settings.rules), settings.limits
        quiz = assemble(
            store,
            clock,
            SheetFiles(),
            rng,
            registry=build_registry(),
            rule_book=rule_book,
            limits=limits,
            chats=chats,
            worker_name=f"{rng.getrandbits(64):016x}",
        )
        surroundings = Surroundings(
            settings.environment, quiz.dispatcher, store, clock, rule_book, limits
        )
        platforms = await _connected(surroundings, registry, stack)
        yield App(store, clock, quiz, platforms, chats, stocked)


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
