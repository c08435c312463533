"""The tables of what only adapters remember; keys begin with the team here too."""

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from bot.store.columns import Instant, Words
from bot.store.tables import NO_KEY, metadata

notes = Table(
    "notes",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("value", Words, nullable=False),
    PrimaryKeyConstraint("team_id", "name", name="notes_pk"),
)

installations = Table(
    "installations",
    metadata,
    Column("team_id", Text, nullable=False),
    # The team id of the organisation under whose install a workspace plays; else empty.
    Column("org_id", Text, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("team_id", name="installations_pk"),
)
Index("installations_by_org", installations.c.org_id)

transcript = Table(
    "transcript",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("number", Integer, nullable=False),
    Column("channel_id", Words, nullable=False),
    Column("thread_id", Words, nullable=False),
    Column("key", Words, nullable=False),
    Column("body", Words, nullable=False),
    Column("posted_at", Instant, nullable=False),
    Column("edited_at", Instant),
    PrimaryKeyConstraint("team_id", "number", name="transcript_pk"),
)
message_has_key = transcript.c.key != NO_KEY
Index(
    "transcript_by_key",
    transcript.c.team_id,
    transcript.c.key,
    unique=True,
    sqlite_where=message_has_key,
    postgresql_where=message_has_key,
)
Index(
    "transcript_by_channel",
    transcript.c.team_id,
    transcript.c.channel_id,
    transcript.c.thread_id,
    transcript.c.number,
)
