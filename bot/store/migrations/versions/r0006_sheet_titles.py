"""A round keeps the title of its sheet."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TITLE = """
UPDATE rounds SET sheet_title = COALESCE(
    (SELECT title FROM sheets
     WHERE sheets.team_id = rounds.team_id AND sheets.sheet_id = rounds.sheet_id),
    (SELECT title FROM sheets
     WHERE sheets.team_id = 'library:shipped' AND sheets.sheet_id = rounds.sheet_id),
    rounds.sheet_id)
"""


def upgrade() -> None:
    """Add the column, and fill it from the sheets as they are called now."""
    op.add_column("rounds", sa.Column("sheet_title", sa.Text, nullable=False, server_default=""))
    op.execute(_TITLE)
