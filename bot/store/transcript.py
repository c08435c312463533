"""The transcript of a platform that keeps no messages itself: the playground."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, or_, select, update
from sqlalchemy import insert as insert_row

from bot.store.adapter_tables import message_has_key, transcript
from bot.store.database import Repository

LONGEST_ID = 9
"""Digits: a room that posts every second needs thirty years to fill them."""


@dataclass(frozen=True, slots=True)
class TranscriptMessage:
    """A message as it was posted and last edited; `thread_id` is the id of the message whose
    thread holds it, empty for one that stands in the channel itself.
    """

    id: str
    channel_id: str
    thread_id: str
    body: str
    at: datetime
    edited_at: datetime | None = None


class SqlTranscript(Repository):
    """Messages in the channels of a team."""

    async def post_message(
        self, team_id: str, channel_id: str, key: str, body: str, at: datetime, thread_id: str = ""
    ) -> str:
        """Write a message and return its id; a key that was used before returns the first one's
        id and writes nothing. An empty key is never the same as another.
        """

        def work(connection: Connection) -> str:
            if key:
                known = connection.scalar(
                    select(transcript.c.number).where(
                        transcript.c.team_id == team_id,
                        transcript.c.key == key,
                        message_has_key,
                    )
                )
                if known is not None:
                    return str(known)
            latest = connection.scalar(
                select(func.max(transcript.c.number)).where(transcript.c.team_id == team_id)
            )
            number = (latest or 0) + 1
            connection.execute(
                insert_row(transcript).values(
                    team_id=team_id,
                    number=number,
                    channel_id=channel_id,
                    thread_id=thread_id,
                    key=key,
                    body=body,
                    posted_at=at,
                    edited_at=None,
                )
            )
            return str(number)

        return await self.database.write(work)

    async def edit_message(self, team_id: str, message_id: str, body: str, at: datetime) -> bool:
        """Replace a message's body; False if there is no such message."""
        if not message_id.isdecimal() or len(message_id) > LONGEST_ID:
            return False

        def work(connection: Connection) -> bool:
            edited = connection.execute(
                update(transcript)
                .where(transcript.c.team_id == team_id, transcript.c.number == int(message_id))
                .values(body=body, edited_at=at)
            )
            return edited.rowcount == 1

        return await self.database.write(work)

    async def messages(
        self, team_id: str, channel_id: str, limit: int
    ) -> tuple[TranscriptMessage, ...]:
        """The latest `limit` messages of the channel and all replies in their threads, in the
        order in which they were posted.
        """
        here = (transcript.c.team_id == team_id, transcript.c.channel_id == channel_id)
        async with self.database.reading() as connection:
            latest = await connection.scalars(
                select(transcript.c.number)
                .where(*here, transcript.c.thread_id == "")
                .order_by(transcript.c.number.desc())
                .limit(limit)
            )
            numbers = list(latest)
            if not numbers:
                return ()
            rows = await connection.execute(
                select(transcript)
                .where(
                    *here,
                    or_(
                        transcript.c.number.in_(numbers),
                        transcript.c.thread_id.in_([str(number) for number in numbers]),
                    ),
                )
                .order_by(transcript.c.number)
            )
            return tuple(
                TranscriptMessage(
                    id=str(row.number),
                    channel_id=row.channel_id,
                    thread_id=row.thread_id,
                    body=row.body,
                    at=row.posted_at,
                    edited_at=row.edited_at,
                )
                for row in rows
            )
