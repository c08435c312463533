"""The tables of what members put to quizmasters and what those decide: appeals, reports, rulings,
phrases, and the log of it. The rules of `tables.py` hold here too.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    and_,
    false,
)

from bot.model.appeal import Decider, Draft
from bot.store.columns import Instant, Json, Words
from bot.store.tables import NO_KEY, index_where, metadata

rulings = Table(
    "rulings",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("ruling_id", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("by", Json(Decider), nullable=False),
    Column("word", Words, nullable=False),
    # The round that it voids; empty where it voids none.
    Column("round_id", Words, nullable=False),
    Column("undone", Json(Decider)),
    # Since when something is still to be done that follows from it; null once all is.
    Column("pending_since", Instant),
    PrimaryKeyConstraint("team_id", "ruling_id", name="rulings_pk"),
)
ruling_is_pending = rulings.c.pending_since.is_not(None)
index_where("rulings_pending", ruling_is_pending, rulings.c.pending_since)

appeals = Table(
    "appeals",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("appeal_id", Words, nullable=False),
    Column("round_id", Words, nullable=False),
    Column("member_id", Words, nullable=False),
    Column("number", Integer, nullable=False),
    Column("said", Words, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("why", Words, nullable=False),
    # What was decided; empty while it waits.
    Column("ruling_id", Words, nullable=False),
    # Whether its member was told that nobody has decided yet.
    Column("told", Boolean, nullable=False),
    Column("draft", Json(Draft)),
    PrimaryKeyConstraint("team_id", "appeal_id", name="appeals_pk"),
    ForeignKeyConstraint(
        ["team_id", "round_id"], ["rounds.team_id", "rounds.round_id"], name="appeals_round"
    ),
)
Index(
    "appeals_by_answer",
    appeals.c.team_id,
    appeals.c.round_id,
    appeals.c.member_id,
    appeals.c.number,
    unique=True,
)
Index("appeals_by_member", appeals.c.team_id, appeals.c.member_id, appeals.c.made_at)
appeal_waits = appeals.c.ruling_id == NO_KEY
index_where("appeals_waiting", appeal_waits, appeals.c.team_id, appeals.c.made_at)
appeal_is_untold = and_(appeal_waits, appeals.c.told.is_(false()))
index_where("appeals_untold", appeal_is_untold, appeals.c.made_at)
Index("appeals_by_ruling", appeals.c.team_id, appeals.c.ruling_id)

# Which appeals and reports a ruling decided, also after it was undone.
decided = Table(
    "decided",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("ruling_id", Words, nullable=False),
    Column("about_id", Words, nullable=False),
    PrimaryKeyConstraint("team_id", "ruling_id", "about_id", name="decided_pk"),
)
Index("decided_by_appeal", decided.c.team_id, decided.c.about_id)

phrases = Table(
    "phrases",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("phrase_id", Words, nullable=False),
    Column("ruling_id", Words, nullable=False),
    Column("sheet_id", Words, nullable=False),
    Column("question_id", Words, nullable=False),
    Column("item", Words, nullable=False),
    Column("words", Words, nullable=False),
    Column("added", Json(Decider), nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("withdrawn", Json(Decider)),
    Column("undone", Boolean, nullable=False),
    PrimaryKeyConstraint("team_id", "phrase_id", name="phrases_pk"),
)
Index("phrases_by_question", phrases.c.team_id, phrases.c.sheet_id, phrases.c.question_id)
Index("phrases_by_ruling", phrases.c.team_id, phrases.c.ruling_id)

desks = Table(
    "desks",
    metadata,
    Column("team_id", Words, nullable=False),
    # Where quizmasters hear of what waits; empty while each is told in private.
    Column("channel_id", Words, nullable=False),
    Column("channel_name", Words, nullable=False),
    Column("told_at", Instant),
    PrimaryKeyConstraint("team_id", name="desks_pk"),
)

reports = Table(
    "reports",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("report_id", Words, nullable=False),
    Column("channel_id", Words, nullable=False),
    Column("sheet_id", Words, nullable=False),
    Column("question_id", Words, nullable=False),
    Column("prompt", Words, nullable=False),
    Column("member_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("note", Words, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("round_id", Words, nullable=False),
    # What was decided; empty while it waits.
    Column("ruling_id", Words, nullable=False),
    PrimaryKeyConstraint("team_id", "report_id", name="reports_pk"),
)
report_waits = reports.c.ruling_id == NO_KEY
index_where("reports_waiting", report_waits, reports.c.team_id, reports.c.made_at)
Index("reports_by_ruling", reports.c.team_id, reports.c.ruling_id)

asides = Table(
    "asides",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("sheet_id", Words, nullable=False),
    Column("question_id", Words, nullable=False),
    Column("prompt", Words, nullable=False),
    Column("content", Words, nullable=False),
    Column("ruling_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("team_id", "sheet_id", "question_id", name="asides_pk"),
)

audit = Table(
    "audit",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("entry_id", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("key", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("about", Words, nullable=False),
    Column("why", Words, nullable=False),
    # What a member had said; empty once that is too long ago.
    Column("words", Words, nullable=False),
    PrimaryKeyConstraint("team_id", "entry_id", name="audit_pk"),
)
Index("audit_by_time", audit.c.team_id, audit.c.at)
Index("audit_by_age", audit.c.at)

# Whose the keys in the audit log are: without its row here, a key says nothing of anybody.
audit_keys = Table(
    "audit_keys",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("member_id", Words, nullable=False),
    Column("key", Words, nullable=False),
    PrimaryKeyConstraint("team_id", "member_id", name="audit_keys_pk"),
)
Index("audit_keys_by_key", audit_keys.c.team_id, audit_keys.c.key)
