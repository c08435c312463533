"""What a change was made on: schedules have versions, teams count arrivals, decisions are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what is there already was changed by nobody who is known."""
    op.add_column("schedules", sa.Column("version", sa.Integer, nullable=False, server_default="1"))
    op.add_column("schedules", sa.Column("changed_by", sa.Text, nullable=False, server_default=""))
    op.add_column("teams", sa.Column("arrivals", sa.Integer, nullable=False, server_default="0"))
    op.add_column("proposals", sa.Column("decision", sa.Text))
