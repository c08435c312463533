"""Groups of quizmasters, who is told, and open rounds by what they ask."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OFFICE = "quizmaster IS true OR told IS true"
_UNCLOSED = sa.text("state IN ('planned', 'posting', 'open')")
_TOLD = """
UPDATE members SET told = true WHERE quizmaster OR EXISTS (
    SELECT 1 FROM schedules
    WHERE schedules.team_id = members.team_id AND schedules.made_by = members.member_id)
"""


def upgrade() -> None:
    """Add them; whoever was told until now is told from now on."""
    op.add_column("members", sa.Column("told", sa.Boolean, nullable=True))
    op.execute(_TOLD)
    op.create_index(
        "members_office",
        "members",
        ["team_id"],
        sqlite_where=sa.text(_OFFICE.replace("IS true", "IS 1")),
        postgresql_where=sa.text(_OFFICE),
    )
    op.create_index("members_by_person", "members", ["member_id", "team_id"])
    op.create_index(
        "rounds_unclosed_by_question",
        "rounds",
        ["sheet_id", "question_id"],
        sqlite_where=_UNCLOSED,
        postgresql_where=_UNCLOSED,
    )
    op.create_table(
        "quizmaster_groups",
        sa.Column("team_id", sa.Text, nullable=False),
        sa.Column("group_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "group_id", name="quizmaster_groups_pk"),
    )
