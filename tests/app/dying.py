"""A playground that dies when it is told to: `python -m tests.app.dying DATABASE MOMENT`.

MOMENT is `before-post` (the round is committed, nothing is out), `after-post` (it is out, its
recording is not), or `never`: then everything due is done, leases of dead processes having run
out, and the process ends by itself.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from bot.app import open_app
from bot.cli.demo import begin
from bot.clock import MovableClock, SystemClock
from bot.model.message import Message
from bot.model.obstacle import Obstacle
from bot.model.rights import Rights
from bot.model.round import MessageRef
from bot.platforms.registry import PLAYGROUND
from bot.platforms.web.address import PORT
from bot.quiz.ports import Chat
from bot.settings import DATABASE, Settings


@dataclass(frozen=True, slots=True)
class DyingChat:
    """The playground's chat, with a kill -9 before or after a post."""

    inner: Chat
    moment: str

    @property
    def platform(self) -> str:
        return self.inner.platform

    @property
    def managers(self) -> str:
        return self.inner.managers

    async def rights(
        self, team_id: str, member_id: str, groups: frozenset[str] = frozenset()
    ) -> Rights:
        return await self.inner.rights(team_id, member_id, groups)

    async def has_channel(self, team_id: str, channel_id: str) -> bool:
        return await self.inner.has_channel(team_id, channel_id)

    async def obstacle(self, team_id: str, channel_id: str) -> Obstacle | None:
        return await self.inner.obstacle(team_id, channel_id)

    async def post(
        self, team_id: str, channel_id: str, message: Message, *, key: str
    ) -> MessageRef:
        if self.moment == "before-post":
            os.kill(os.getpid(), signal.SIGKILL)
        ref = await self.inner.post(team_id, channel_id, message, key=key)
        if self.moment == "after-post":
            os.kill(os.getpid(), signal.SIGKILL)
        return ref

    async def reply(self, ref: MessageRef, message: Message, *, key: str) -> MessageRef:
        return await self.inner.reply(ref, message, key=key)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        await self.inner.edit(ref, message)

    async def tell(self, team_id: str, member_id: str, message: Message, *, key: str) -> None:
        await self.inner.tell(team_id, member_id, message, key=key)


@asynccontextmanager
async def _clock(moment: str) -> AsyncIterator[MovableClock]:
    ahead = timedelta(minutes=1) if moment == "never" else timedelta()
    yield MovableClock(SystemClock(), ahead)


async def main(database: str, moment: str) -> None:
    """Begin the playground, or go on with it, and do what is due."""
    settings = Settings.from_environment({DATABASE: database, PORT: "0"})
    async with (
        _clock(moment) as clock,
        open_app(settings, clock, Random(), registry=(PLAYGROUND,)) as app,
    ):
        await begin(app)
        app.chats["web"] = DyingChat(app.platforms[0].chat, moment)
        while await app.quiz.worker.step():
            pass


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
