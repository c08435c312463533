"""Asking a platform: one question at a time, an answer is believed for a while, a failure never."""

import asyncio

import pytest

from bot.platforms.inquiries import FAILED, FRESH, Inquiries
from bot.quiz.ports.chat import ChatError, Unreachable


class Oracle:
    """Answers with what it is told to, once it may."""

    def __init__(self) -> None:
        self.now = 0.0
        self.says: str | Exception = "yes"
        self.asked: list[str] = []
        self.open = asyncio.Event()
        self.open.set()
        self.inquiries: Inquiries[str, str] = Inquiries(self._ask, lambda: self.now)

    async def _ask(self, key: str) -> str:
        self.asked.append(key)
        says = self.says
        await self.open.wait()
        if isinstance(says, Exception):
            raise says
        return says


@pytest.fixture
def oracle() -> Oracle:
    """One that answers at once."""
    return Oracle()


async def test_an_answer_is_believed_for_ten_minutes(oracle: Oracle) -> None:
    assert await oracle.inquiries.of("Ada") == "yes"
    oracle.says, oracle.now = "no", FRESH
    assert await oracle.inquiries.of("Ada") == "yes"
    oracle.now += 1
    assert oracle.inquiries.fresh("Ada") is None
    assert oracle.inquiries.last("Ada") == ("yes", False)
    assert await oracle.inquiries.of("Ada") == "no"
    assert oracle.asked == ["Ada", "Ada"]


async def test_those_who_ask_at_the_same_time_wait_for_one_answer(oracle: Oracle) -> None:
    oracle.open.clear()
    waiting = [asyncio.create_task(oracle.inquiries.of("Ada")) for _ in range(20)]
    await asyncio.sleep(0)
    oracle.open.set()
    assert await asyncio.gather(*waiting) == ["yes"] * 20
    assert oracle.asked == ["Ada"]


async def test_a_failure_is_raised_for_a_few_seconds_and_never_becomes_an_answer(
    oracle: Oracle,
) -> None:
    oracle.says = Unreachable("away")
    for _ in range(3):
        with pytest.raises(Unreachable, match="away"):
            await oracle.inquiries.of("Ada")
    assert oracle.asked == ["Ada"]
    oracle.says, oracle.now = "yes", FAILED
    assert await oracle.inquiries.of("Ada") == "yes"


async def test_a_failure_takes_nothing_from_what_was_said_before(oracle: Oracle) -> None:
    await oracle.inquiries.of("Ada")
    oracle.says, oracle.now = Unreachable("away"), FRESH + 1
    with pytest.raises(ChatError):
        await oracle.inquiries.of("Ada")
    assert oracle.inquiries.fresh("Ada") is None
    assert oracle.inquiries.last("Ada") == ("yes", False)


async def test_whoever_waits_too_long_hears_of_no_answer_and_the_next_gets_it(
    oracle: Oracle,
) -> None:
    oracle.open.clear()
    with pytest.raises(Unreachable, match="no answer"):
        await oracle.inquiries.of("Ada", within=0.01)
    oracle.open.set()
    assert await oracle.inquiries.of("Ada") == "yes"
    assert oracle.asked == ["Ada"]


async def test_what_is_forgotten_while_it_is_asked_for_is_asked_for_anew(oracle: Oracle) -> None:
    oracle.open.clear()
    waiting = asyncio.create_task(oracle.inquiries.of("Ada"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    oracle.inquiries.forget(lambda key: key == "Ada")
    oracle.says = "no"
    oracle.open.set()
    assert await waiting == "no"


async def test_what_is_heard_is_newer_than_what_is_being_asked(oracle: Oracle) -> None:
    oracle.open.clear()
    waiting = asyncio.create_task(oracle.inquiries.of("Ada"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    oracle.inquiries.heard("Ada", "no")
    oracle.open.set()
    assert await waiting == "no"
    assert await oracle.inquiries.of("Ada") == "no"


async def test_after_the_end_nothing_is_asked(oracle: Oracle) -> None:
    await oracle.inquiries.close()
    with pytest.raises(Unreachable):
        await oracle.inquiries.of("Ada")
    assert oracle.asked == []


async def test_an_error_of_ours_is_no_answer_either(
    oracle: Oracle, caplog: pytest.LogCaptureFixture
) -> None:
    oracle.says = RuntimeError("secret words")
    with pytest.raises(RuntimeError):
        await oracle.inquiries.of("Ada")
    assert "an inquiry failed" in caplog.text
    assert "secret words" not in caplog.text
