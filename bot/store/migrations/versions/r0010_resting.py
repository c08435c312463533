"""A quiz that the bot lets rest is another one than a quiz that somebody paused; notices that could
not be delivered wait for their member.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_RESTING = """
UPDATE schedules SET rests = paused, paused = '' WHERE paused <> '' AND changed_by = ''
"""
_UNREAD = "unread IS true"


def upgrade() -> None:
    """Add both; what rested by itself until now goes on resting."""
    op.add_column("schedules", sa.Column("rests", sa.Text, nullable=False, server_default=""))
    op.execute(_RESTING)
    op.add_column(
        "deliveries", sa.Column("unread", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.create_index(
        "deliveries_unread",
        "deliveries",
        ["team_id", "member_id"],
        sqlite_where=sa.text(_UNREAD.replace("true", "1")),
        postgresql_where=sa.text(_UNREAD),
    )
