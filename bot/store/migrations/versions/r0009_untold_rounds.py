"""A question whose answer was not told yet is found by its id, so that it is not asked again."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    untold = sa.text("state IN ('planned', 'posting', 'open', 'closed')")
    op.create_index(
        "rounds_untold",
        "rounds",
        ["team_id", "question_id"],
        sqlite_where=untold,
        postgresql_where=untold,
    )
