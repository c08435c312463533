"""The first schema."""

from datetime import date, datetime, time

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """A column of text."""
    return sa.Column(name, sa.Text(), nullable=nullable)


def integer(name: str) -> sa.Column[int]:
    """A column of whole numbers."""
    return sa.Column(name, sa.Integer(), nullable=False)


def boolean(name: str) -> sa.Column[bool]:
    """A column of yes and no."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def day(name: str) -> sa.Column[date]:
    """A column of local dates."""
    return sa.Column(name, sa.Date(), nullable=False)


def wall_clock(name: str) -> sa.Column[time]:
    """A column of local times."""
    return sa.Column(name, sa.Time(), nullable=False)


def instant(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    """A column of instants."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def index(
    name: str, table: str, columns: list[str], where: str = "", *, unique: bool = False
) -> None:
    """An index; `where` makes it partial. The databases write a falsehood differently."""
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        sqlite_where=sa.text(where.replace("IS false", "IS 0")) if where else None,
        postgresql_where=sa.text(where) if where else None,
    )


def upgrade() -> None:
    """Make every table."""
    _people()
    _sheets()
    _play()
    _speech()


def _people() -> None:
    op.create_table(
        "teams",
        words("team_id"),
        words("name"),
        words("paused"),
        sa.PrimaryKeyConstraint("team_id", name="teams_pk"),
    )
    op.create_table(
        "members",
        words("team_id"),
        words("member_id"),
        words("name"),
        boolean("hidden"),
        boolean("quizmaster"),
        sa.PrimaryKeyConstraint("team_id", "member_id", name="members_pk"),
    )
    op.create_table(
        "reminders",
        words("team_id"),
        words("channel_id"),
        words("member_id"),
        sa.PrimaryKeyConstraint("team_id", "channel_id", "member_id", name="reminders_pk"),
    )
    op.create_table(
        "event_keys",
        words("team_id"),
        words("key"),
        instant("heard_at"),
        sa.PrimaryKeyConstraint("team_id", "key", name="event_keys_pk"),
    )
    index("event_keys_by_age", "event_keys", ["heard_at"])


def _sheets() -> None:
    op.create_table(
        "sheets",
        words("team_id"),
        words("sheet_id"),
        words("title"),
        words("version"),
        integer("asked"),
        words("head"),
        sa.PrimaryKeyConstraint("team_id", "sheet_id", name="sheets_pk"),
    )
    op.create_table(
        "questions",
        words("team_id"),
        words("sheet_id"),
        words("question_id"),
        integer("position"),
        words("body"),
        sa.PrimaryKeyConstraint("team_id", "sheet_id", "question_id", name="questions_pk"),
        sa.ForeignKeyConstraint(
            ["team_id", "sheet_id"],
            ["sheets.team_id", "sheets.sheet_id"],
            name="questions_sheet",
            ondelete="CASCADE",
        ),
    )


def _play() -> None:
    op.create_table(
        "schedules",
        words("team_id"),
        words("channel_id"),
        words("slot"),
        words("sheet_id"),
        wall_clock("opens"),
        wall_clock("reveals"),
        words("zone"),
        words("days"),
        instant("next_at", nullable=True),
        words("channel_name"),
        words("made_by"),
        words("paused"),
        boolean("resting"),
        sa.PrimaryKeyConstraint("team_id", "channel_id", "slot", name="schedules_pk"),
    )
    index("schedules_due", "schedules", ["next_at"], "next_at IS NOT NULL AND resting IS false")
    op.create_table(
        "rounds",
        words("team_id"),
        words("round_id"),
        words("channel_id"),
        day("local_date"),
        words("slot"),
        words("sheet_id"),
        words("question_id"),
        words("question"),
        instant("planned_at"),
        instant("closes_at"),
        words("state"),
        words("zone"),
        words("channel_name"),
        instant("opened_at", nullable=True),
        words("post_channel_id", nullable=True),
        words("post_message_id", nullable=True),
        words("post_thread_id", nullable=True),
        integer("answered"),
        integer("said"),
        integer("shown"),
        instant("shown_at", nullable=True),
        sa.PrimaryKeyConstraint("team_id", "round_id", name="rounds_pk"),
    )
    index(
        "rounds_by_post",
        "rounds",
        ["team_id", "post_channel_id", "post_message_id"],
        "post_message_id IS NOT NULL",
    )
    index("rounds_closing", "rounds", ["closes_at"], "state = 'open'")
    index("rounds_of_day", "rounds", ["team_id", "channel_id", "local_date", "slot"], unique=True)
    index("rounds_old_count", "rounds", ["shown_at"], "state = 'open' AND shown < answered")
    index("rounds_unclosed", "rounds", ["team_id"], "state IN ('planned', 'posting', 'open')")
    op.create_table(
        "answers",
        words("team_id"),
        words("round_id"),
        words("member_id"),
        integer("number"),
        integer("place"),
        words("channel_id"),
        day("local_date"),
        words("member_name"),
        words("text"),
        words("grade"),
        instant("said_at"),
        integer("points"),
        words("key"),
        sa.PrimaryKeyConstraint("team_id", "round_id", "member_id", "number", name="answers_pk"),
        sa.ForeignKeyConstraint(
            ["team_id", "round_id"], ["rounds.team_id", "rounds.round_id"], name="answers_round"
        ),
    )
    index("answers_by_key", "answers", ["team_id", "key"], "\"key\" != ''", unique=True)
    index(
        "answers_by_member",
        "answers",
        ["team_id", "member_id", "local_date", "channel_id", "round_id"],
    )
    op.create_table(
        "hints",
        words("team_id"),
        words("round_id"),
        words("member_id"),
        instant("taken_at"),
        sa.PrimaryKeyConstraint("team_id", "round_id", "member_id", name="hints_pk"),
        sa.ForeignKeyConstraint(
            ["team_id", "round_id"], ["rounds.team_id", "rounds.round_id"], name="hints_round"
        ),
    )
    op.create_table(
        "ledger",
        words("team_id"),
        words("round_id"),
        words("member_id"),
        words("reason"),
        integer("number"),
        words("channel_id"),
        day("local_date"),
        integer("points"),
        instant("entered_at"),
        sa.PrimaryKeyConstraint(
            "team_id", "round_id", "member_id", "reason", "number", name="ledger_pk"
        ),
    )
    index("ledger_by_day", "ledger", ["team_id", "channel_id", "local_date"])


def _speech() -> None:
    op.create_table(
        "deliveries",
        words("team_id"),
        words("key"),
        words("platform"),
        words("kind"),
        words("channel_id"),
        words("round_id"),
        words("member_id"),
        words("text"),
        integer("seq"),
        instant("due_at"),
        instant("ready_at", nullable=True),
        integer("attempts"),
        words("worker"),
        instant("leased_until", nullable=True),
        instant("done_at", nullable=True),
        words("reason"),
        boolean("resting"),
        sa.PrimaryKeyConstraint("team_id", "key", name="deliveries_pk"),
    )
    index("deliveries_open", "deliveries", ["team_id", "round_id", "seq"], "done_at IS NULL")
    index(
        "deliveries_ready",
        "deliveries",
        ["platform", "ready_at"],
        "ready_at IS NOT NULL AND resting IS false",
    )
    op.create_table(
        "notes",
        words("team_id"),
        words("name"),
        words("value"),
        sa.PrimaryKeyConstraint("team_id", "name", name="notes_pk"),
    )
    op.create_table(
        "transcript",
        words("team_id"),
        integer("number"),
        words("channel_id"),
        words("thread_id"),
        words("key"),
        words("body"),
        instant("posted_at"),
        instant("edited_at", nullable=True),
        sa.PrimaryKeyConstraint("team_id", "number", name="transcript_pk"),
    )
    index("transcript_by_channel", "transcript", ["team_id", "channel_id", "thread_id", "number"])
    index("transcript_by_key", "transcript", ["team_id", "key"], "\"key\" != ''", unique=True)
