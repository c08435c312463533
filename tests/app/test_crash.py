"""Really killed processes: nothing is posted twice and nothing is lost."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from bot.model.round import Round, RoundState
from bot.platforms.web.room import CHANNEL_ID, TEAM_ID
from bot.store import TranscriptMessage, open_store

ROOT = Path(__file__).parents[2]


async def play_until(moment: str, database: Path) -> int:
    """Run the playground until it dies or is done; returns its exit code."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.app.dying", str(database), moment, cwd=ROOT
    )
    return await asyncio.wait_for(process.wait(), 60)


async def state(database: Path) -> tuple[tuple[Round, ...], tuple[TranscriptMessage, ...]]:
    """The channel's rounds and messages."""
    async with open_store(str(database)) as store:
        rounds = await store.rounds(TEAM_ID, CHANNEL_ID, 10)
        return rounds, await store.messages(TEAM_ID, CHANNEL_ID, 10)


async def test_killed_between_commit_and_post_it_posts_once_after_a_restart(
    tmp_path: Path,
) -> None:
    database = tmp_path / "quiz.sqlite3"
    assert await play_until("before-post", database) == -signal.SIGKILL
    (planned,), messages = await state(database)
    assert planned.state is RoundState.POSTING
    assert messages == ()

    assert await play_until("never", database) == 0
    (posted,), messages = await state(database)
    assert posted.id == planned.id
    assert posted.state is RoundState.OPEN
    assert len(messages) == 1


async def test_killed_after_the_post_it_finds_its_message_again(tmp_path: Path) -> None:
    database = tmp_path / "quiz.sqlite3"
    assert await play_until("after-post", database) == -signal.SIGKILL
    (posting,), (message,) = await state(database)
    assert posting.state is RoundState.POSTING

    assert await play_until("never", database) == 0
    (posted,), (same,) = await state(database)
    assert posted.state is RoundState.OPEN
    assert posted.post is not None
    assert posted.post.message_id == message.id == same.id


@pytest.mark.parametrize("moment", ["before-post", "after-post"])
async def test_killed_again_and_again_there_is_still_one_post(tmp_path: Path, moment: str) -> None:
    database = tmp_path / "quiz.sqlite3"
    for _ in range(2):
        await play_until(moment, database)
    assert await play_until("never", database) == 0
    rounds, messages = await state(database)
    assert len(rounds) == len(messages) == 1
