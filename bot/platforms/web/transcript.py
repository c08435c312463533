"""The transcript: what was said in the playground, as the store keeps it."""

from collections.abc import Sequence

from msgspec import json

from bot.model.message import Message
from bot.model.round import MessageRef
from bot.platforms.web.protocol import Shown, WireBlock
from bot.platforms.web.render import blocks
from bot.platforms.web.room import CHANNEL_ID, TEAM_ID
from bot.quiz.ports import Clock
from bot.store import SqlStore
from bot.store.transcript import TranscriptMessage

MOST_SHOWN = 100
"""Messages of the channel that a page shows, their threads not counted."""
MOST_PRIVATE = 30
"""Messages to one member that a page shows."""
PRIVATE = "@"
"""Begins the id under which the store keeps what is told to one member; no channel's id does."""

_READER = json.Decoder(tuple[WireBlock, ...])
_WRITER = json.Encoder()


class Transcript:
    """Writes each message once, by its key, and reads the latest back.

    What it returns is what the store holds: the first version where a key comes twice.
    """

    def __init__(self, store: SqlStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def write(
        self, channel_id: str, message: Message, key: str, thread: str = ""
    ) -> tuple[str, Shown | None]:
        """Write a message once and return its id, and the message where it is a late one."""
        now = self._clock.now()
        id_ = await self._store.post_message(
            TEAM_ID, channel_id, key, _body(message), now, thread_id=thread
        )
        kept = await self._store.messages(TEAM_ID, channel_id, MOST_SHOWN)
        return id_, _among(kept, id_)

    async def rewrite(self, ref: MessageRef, message: Message) -> tuple[bool, Shown | None]:
        """Replace a message; whether it is there, and the message where it is a late one."""
        there = await self._store.edit_message(
            TEAM_ID, ref.message_id, _body(message), self._clock.now()
        )
        if not there:
            return False, None
        kept = await self._store.messages(TEAM_ID, ref.channel_id, MOST_SHOWN)
        return True, _among(kept, ref.message_id)

    async def latest(self, member_id: str) -> tuple[Shown, ...]:
        """The latest messages that a member may see, oldest first."""
        channel = await self._store.messages(TEAM_ID, CHANNEL_ID, MOST_SHOWN)
        private = await self._store.messages(TEAM_ID, PRIVATE + member_id, MOST_PRIVATE)
        posted = sorted((*channel, *private), key=lambda kept: int(kept.id))
        return tuple(_shown(kept) for kept in posted)


def _body(message: Message) -> str:
    return _WRITER.encode(blocks(message.blocks)).decode()


def _among(kept: Sequence[TranscriptMessage], message_id: str) -> Shown | None:
    """A message, unless it is older than those that a page shows."""
    return next((_shown(each) for each in kept if each.id == message_id), None)


def _shown(kept: TranscriptMessage) -> Shown:
    return Shown(
        id=kept.id,
        at=kept.at,
        blocks=_READER.decode(kept.body),
        thread=kept.thread_id,
        private=kept.channel_id.startswith(PRIVATE),
    )
