"""A platform that fails is started again; one that cannot work ends the process."""

import asyncio
from collections.abc import Callable

import pytest

from bot.platforms.platform import Misconfigured
from bot.quiz.ports import Chat
from bot.supervision import keep_running
from tests.quiz.room import PaperChat


class Flaky:
    """A platform whose connection fails a few times and then stays."""

    def __init__(self, *failures: Exception) -> None:
        self.chat = PaperChat()
        self.steady = asyncio.Event()
        self._failures = list(failures)

    async def run(self, ready: Callable[[], None]) -> None:
        if self._failures:
            raise self._failures.pop(0)
        ready()
        self.steady.set()
        await asyncio.Event().wait()


async def test_a_connection_that_fails_is_tried_again_until_it_stays() -> None:
    platform = Flaky(OSError("refused"), AttributeError("first"))
    chats: dict[str, Chat] = {}
    woken: list[int] = []
    running = asyncio.create_task(
        keep_running(platform, chats, lambda: woken.append(1), first_pause=0.001)
    )
    await asyncio.wait_for(platform.steady.wait(), 10)
    assert chats == {"test": platform.chat}
    assert woken
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert chats == {}, "nothing is sent where nobody is connected"


async def test_what_only_the_operator_can_mend_is_not_tried_again() -> None:
    chats: dict[str, Chat] = {}
    with pytest.raises(Misconfigured, match="token"):
        await keep_running(Flaky(Misconfigured("the token is wrong")), chats, lambda: None)
