"""Proposals that wait for a quizmaster, and buttons under notices."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and the column with an empty list of buttons for what is already owed."""
    op.create_table(
        "proposals",
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("proposal_id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "proposal_id", name="proposals_pk"),
    )
    op.create_index("proposals_by_age", "proposals", ["made_at"])
    op.add_column(
        "deliveries", sa.Column("buttons", sa.Text(), nullable=False, server_default="[]")
    )
