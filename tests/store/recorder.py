"""A process to kill: records answers and says which were confirmed, until it is no more.

Run as `python -m tests.store.recorder URL`. With `--die`, it kills itself in the middle of a
write, after an answer was written and before it is committed.
"""

import asyncio
import os
import signal
import sys

from sqlalchemy import Connection

from bot.model.answer import Recording
from bot.store import SqlStore, open_store
from bot.store.ledger import enter
from tests.store.cast import answer

MEMBERS = 16


async def play(store: SqlStore, member_id: str) -> None:
    """Answer for ever; a line on standard output is a confirmation."""
    number = 0
    while True:
        number += 1
        recorded = (await store.record(answer(member_id, number))).recording
        assert recorded is Recording.RECORDED, recorded
        os.write(1, f"{member_id} {number}\n".encode())


def die(connection: Connection) -> None:
    """Write something and be killed before the commit."""
    enter(connection, answer("ghost"))
    os.kill(os.getpid(), signal.SIGKILL)


async def main(url: str, *flags: str) -> None:
    async with open_store(url) as store:
        if "--die" in flags:
            await asyncio.gather(store.record(answer("beside")), store.database.write(die))
        await asyncio.gather(*(play(store, f"m{n}") for n in range(MEMBERS)))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
