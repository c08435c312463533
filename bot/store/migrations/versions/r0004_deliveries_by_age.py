"""Deliveries that were made are found by their age, to be forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    done = sa.text("done_at IS NOT NULL")
    op.create_index(
        "deliveries_done",
        "deliveries",
        ["done_at"],
        sqlite_where=done,
        postgresql_where=done,
    )
