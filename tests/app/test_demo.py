"""The two commands a newcomer uses, started for real."""

import asyncio
import re
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
from aiohttp import ClientSession

from bot.platforms.web.room import CHANNEL_ID, TEAM_ID
from bot.store import open_store

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def demo(database: Path, *more: str) -> AsyncIterator[tuple[Process, str, str]]:
    """A running `quizsheet demo`: the process, its address, and what it said."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--database", str(database), *more),
        cwd=ROOT,
        stdout=PIPE,
        stderr=PIPE,
    )
    assert process.stdout is not None
    said = ""
    try:
        while "Ctrl-C" not in said:
            line = await asyncio.wait_for(process.stdout.readline(), 60)
            assert line, (said, await process.stderr.read() if process.stderr else "")
            said += line.decode()
        (address,) = re.findall(r"http://\S+", said)
        yield process, address, said
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.communicate(), 60)


async def first_question(address: str, words: str = "Question of the day") -> None:
    """Open a tab and wait until it shows a question."""
    async with ClientSession() as web, web.ws_connect(f"{address}socket?as=Ada") as tab:
        heard = ""
        while words not in heard:
            heard += str((await asyncio.wait_for(tab.receive(), 30)).data)


async def test_it_prints_one_url_posts_at_once_and_ends_cleanly(tmp_path: Path) -> None:
    database = tmp_path / "demo.sqlite3"
    async with demo(database, "--port", "0") as (process, address, _):
        async with ClientSession() as web, web.get(address) as page:
            assert page.status == 200
        await first_question(address)
    assert process.returncode == 0
    async with open_store(str(database)) as store:
        assert len(await store.messages(TEAM_ID, CHANNEL_ID, 10)) == 1


async def test_a_taken_port_means_the_next_free_one_said_plainly(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        async with demo(tmp_path / "demo.sqlite3", "--port", str(port)) as (_, address, said):
            assert f"Port {port} is taken" in said
            assert f":{port}/" not in address


async def test_starting_again_goes_on_with_the_same_question(tmp_path: Path) -> None:
    database = tmp_path / "demo.sqlite3"
    for _ in range(2):
        async with demo(database, "--port", "0") as (_, address, _):
            await first_question(address)
    async with open_store(str(database)) as store:
        assert len(await store.rounds(TEAM_ID, CHANNEL_ID, 10)) == 1


async def test_a_running_playground_stays_under_120_megabytes(tmp_path: Path) -> None:
    async with demo(tmp_path / "demo.sqlite3", "--port", "0") as (process, address, _):
        await first_question(address)
        used = psutil.Process(process.pid).memory_info().rss
    assert used < 120 * 1024 * 1024


async def test_run_without_tokens_says_what_to_set(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--database", str(tmp_path / "q.sqlite3")),
        cwd=ROOT,
        stdout=PIPE,
        stderr=PIPE,
        env={"PATH": "/usr/bin:/bin"},
    )
    _, complaint = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 1
    assert "SLACK_BOT_TOKEN" in complaint.decode()
    assert "Traceback" not in complaint.decode()


async def test_another_sheet_is_asked_from_at_once(tmp_path: Path) -> None:
    database, own = tmp_path / "demo.sqlite3", tmp_path / "our-team.md"
    own.write_text("# Ours\n\nQ. What is our error budget?\n- 0.1 %\n", encoding="utf-8")
    async with demo(database, "--port", "0") as (_, address, _):
        await first_question(address)
    async with demo(database, "--port", "0", "--sheet", str(own)) as (_, address, _):
        await first_question(address, "What is our error budget?")
