"""The rounds of a question, and everybody's sheets of an id, are found across teams."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("sheets_by_id", "sheets", ["sheet_id", "team_id"])
    op.create_index("rounds_by_question", "rounds", ["sheet_id", "question_id", "team_id"])
