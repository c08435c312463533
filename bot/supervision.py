"""Supervision: a platform that fails is started again and takes nobody else down."""

import asyncio
import logging
from collections.abc import Callable, MutableMapping

from bot.platforms.platform import Misconfigured, Platform
from bot.quiz.ports import Chat

_log = logging.getLogger(__name__)
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 300.0
_STEADY = 60.0
"""Seconds of connection after which earlier failures are forgotten."""


async def keep_running(
    platform: Platform,
    chats: MutableMapping[str, Chat],
    connected: Callable[[], None],
    *,
    first_pause: float = FIRST_PAUSE,
) -> None:
    """Keep a platform connected until cancelled, with a growing pause (seconds) after failures.

    Its chat is listed in `chats` only while it is connected. `Misconfigured` is raised to the
    caller, because trying again cannot help.
    """
    name = platform.chat.platform
    loop = asyncio.get_running_loop()
    pause = first_pause

    def ready() -> None:
        chats[name] = platform.chat
        connected()

    while True:
        began = loop.time()
        try:
            await platform.run(ready)
            _log.warning("%s: the connection ended", name)
        except Misconfigured:
            raise
        except Exception:
            _log.exception("%s: the connection failed", name)
        finally:
            chats.pop(name, None)
        if loop.time() - began > _STEADY:
            pause = first_pause
        _log.info("%s: trying again in %g s", name, pause)
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)
