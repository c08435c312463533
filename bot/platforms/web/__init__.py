"""The playground: the whole quiz in a browser on this machine, without any account."""

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from bot.platforms.platform import Surroundings

if TYPE_CHECKING:
    from bot.platforms.web.server import WebPlatform


def connect(surroundings: Surroundings) -> "AbstractAsyncContextManager[WebPlatform] | None":
    """The playground at QUIZSHEET_WEB_PORT; None where the environment does not name one.

    Entering the context takes the port, or the next one that is free. Raises `Misconfigured` for
    a port or a host that cannot be used.
    """
    from bot.platforms.web.address import wanted
    from bot.platforms.web.server import serve

    place = wanted(surroundings.environment)
    return serve(surroundings, place) if place else None
