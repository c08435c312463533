"""Serving: run an app until a signal, with errors that say what to do."""

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator

import click

from bot.platforms.platform import Misconfigured
from bot.quiz.ports.store import StoreError


def serve(job: Callable[[], Awaitable[None]], *, verbose: bool) -> None:
    """Run a coroutine to its end or to the first SIGINT or SIGTERM, then close cleanly.

    `Misconfigured` and `StoreError` end the process with their words and exit code 1.
    """
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    try:
        with settled():
            asyncio.run(_until_signal(job))
    except (Misconfigured, StoreError) as failed:
        raise click.ClickException(str(failed)) from failed


@contextlib.contextmanager
def settled() -> Iterator[None]:
    """Within, the collector leaves alone what stands at the beginning: the program and its tables
    stay until the end, and to walk them again would hold up whoever presses then by a tenth of a
    second.
    """
    settle()
    try:
        yield
    finally:
        gc.unfreeze()


def settle() -> None:
    """Let the collector leave alone what stands by now, too: the libraries of a platform are loaded
    when it is opened, and are as many objects again.
    """
    gc.collect()
    gc.freeze()


async def _until_signal(job: Callable[[], Awaitable[None]]) -> None:
    running = asyncio.ensure_future(job())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no loop signal handlers; there Ctrl-C raises KeyboardInterrupt instead.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, running.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await running
