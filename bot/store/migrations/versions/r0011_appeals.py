"""Appeals, what quizmasters decide about them, and the phrases that come of it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is new; no answer was ever graded again until now."""
    op.add_column("rounds", sa.Column("regrades", sa.Integer, nullable=False, server_default="0"))
    op.add_column("rounds", sa.Column("voided", sa.Text, nullable=False, server_default=""))
    op.add_column("answers", sa.Column("phrases", sa.Text, nullable=False, server_default="[]"))
    op.add_column("answers", sa.Column("first", sa.Text))
    op.add_column("ledger", sa.Column("cause", sa.Text, nullable=False, server_default=""))
    _index("ledger_by_cause", "ledger", ["team_id", "cause"], "cause != ''")
    _rulings()
    _appeals()
    _phrases()
    _reports()
    _audit()
    op.create_table(
        "desks",
        *_words("team_id", "channel_id", "channel_name"),
        sa.Column("told_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("team_id", name="desks_pk"),
    )


def _rulings() -> None:
    op.create_table(
        "rulings",
        *_words("team_id", "ruling_id", "kind", "by", "word", "round_id"),
        sa.Column("undone", sa.Text),
        sa.Column("pending_since", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("team_id", "ruling_id", name="rulings_pk"),
    )
    _index("rulings_pending", "rulings", ["pending_since"], "pending_since IS NOT NULL")


def _appeals() -> None:
    op.create_table(
        "appeals",
        *_words("team_id", "appeal_id", "round_id", "member_id", "said", "why", "ruling_id"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("draft", sa.Text),
        sa.PrimaryKeyConstraint("team_id", "appeal_id", name="appeals_pk"),
        sa.ForeignKeyConstraint(
            ["team_id", "round_id"], ["rounds.team_id", "rounds.round_id"], name="appeals_round"
        ),
    )
    op.create_index(
        "appeals_by_answer",
        "appeals",
        ["team_id", "round_id", "member_id", "number"],
        unique=True,
    )
    op.create_index("appeals_by_member", "appeals", ["team_id", "member_id", "made_at"])
    _index("appeals_waiting", "appeals", ["team_id", "made_at"], "ruling_id = ''")
    untold = "ruling_id = '' AND told IS {}"
    op.create_index(
        "appeals_untold",
        "appeals",
        ["made_at"],
        sqlite_where=sa.text(untold.format("0")),
        postgresql_where=sa.text(untold.format("false")),
    )
    op.create_index("appeals_by_ruling", "appeals", ["team_id", "ruling_id"])
    op.create_table(
        "decided",
        *_words("team_id", "ruling_id", "about_id"),
        sa.PrimaryKeyConstraint("team_id", "ruling_id", "about_id", name="decided_pk"),
    )
    op.create_index("decided_by_appeal", "decided", ["team_id", "about_id"])


def _phrases() -> None:
    op.create_table(
        "phrases",
        *_words("team_id", "phrase_id", "ruling_id", "sheet_id", "question_id"),
        *_words("item", "words", "added"),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn", sa.Text),
        sa.Column("undone", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "phrase_id", name="phrases_pk"),
    )
    op.create_index("phrases_by_question", "phrases", ["team_id", "sheet_id", "question_id"])
    op.create_index("phrases_by_ruling", "phrases", ["team_id", "ruling_id"])


def _reports() -> None:
    op.create_table(
        "reports",
        *_words("team_id", "report_id", "channel_id", "sheet_id", "question_id", "prompt"),
        *_words("member_id", "name", "kind", "note", "round_id", "ruling_id"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "report_id", name="reports_pk"),
    )
    _index("reports_waiting", "reports", ["team_id", "made_at"], "ruling_id = ''")
    op.create_index("reports_by_ruling", "reports", ["team_id", "ruling_id"])
    op.create_table(
        "asides",
        *_words("team_id", "sheet_id", "question_id", "prompt", "content", "ruling_id", "name"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "sheet_id", "question_id", name="asides_pk"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        *_words("team_id", "entry_id", "key", "what", "about", "why", "words"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "entry_id", name="audit_pk"),
    )
    op.create_index("audit_by_time", "audit", ["team_id", "at"])
    op.create_index("audit_by_age", "audit", ["at"])
    op.create_table(
        "audit_keys",
        *_words("team_id", "member_id", "key"),
        sa.PrimaryKeyConstraint("team_id", "member_id", name="audit_keys_pk"),
    )
    op.create_index("audit_keys_by_key", "audit_keys", ["team_id", "key"])


def _words(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text, nullable=False) for name in names)


def _index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(
        name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )
