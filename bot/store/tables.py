"""The tables. Every primary key and unique constraint begins with `team_id`, so that the schema
can be distributed by tenant.

What is found across teams (what is due) has a partial index of its own, which holds only the
rows that still wait: looking for the next due ones costs the same however many exist.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    Time,
    and_,
    false,
    literal_column,
    or_,
    true,
)
from sqlalchemy.sql.elements import ColumnElement

from bot.model.grade import Grade
from bot.model.message import Button
from bot.model.proposal import Decision, Proposal
from bot.model.question import Question
from bot.model.round import RoundState
from bot.model.sheet import Sheet
from bot.store.columns import Instant, Json, Weekdays, Words

metadata = MetaData()

NO_KEY = literal_column("''", Text)


def state(value: RoundState) -> ColumnElement[str]:
    """A state written out in the statement: a bound one would not match a partial index."""
    return literal_column(f"'{value.value}'", Text)


def index_where(name: str, where: ColumnElement[bool], *columns: Column[Any]) -> None:
    """Make an index that holds only the rows of which something is true."""
    Index(name, *columns, sqlite_where=where, postgresql_where=where)


teams = Table(
    "teams",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("paused", Words, nullable=False),
    # How often it let the bot in: who was shut out before that says nothing about now.
    Column("arrivals", Integer, nullable=False, server_default="0"),
    PrimaryKeyConstraint("team_id", name="teams_pk"),
)

members = Table(
    "members",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("member_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("quizmaster", Boolean, nullable=False),
    Column("told", Boolean, nullable=True),
    PrimaryKeyConstraint("team_id", "member_id", name="members_pk"),
)
member_has_office = or_(members.c.quizmaster.is_(true()), members.c.told.is_(true()))
index_where("members_office", member_has_office, members.c.team_id)
Index("members_by_person", members.c.member_id, members.c.team_id)

quizmaster_groups = Table(
    "quizmaster_groups",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("group_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    PrimaryKeyConstraint("team_id", "group_id", name="quizmaster_groups_pk"),
)

reminders = Table(
    "reminders",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("channel_id", Words, nullable=False),
    Column("member_id", Words, nullable=False),
    PrimaryKeyConstraint("team_id", "channel_id", "member_id", name="reminders_pk"),
)

event_keys = Table(
    "event_keys",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("key", Words, nullable=False),
    Column("heard_at", Instant, nullable=False),
    PrimaryKeyConstraint("team_id", "key", name="event_keys_pk"),
)
Index("event_keys_by_age", event_keys.c.heard_at)

sheets = Table(
    "sheets",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("sheet_id", Words, nullable=False),
    Column("title", Words, nullable=False),
    Column("version", Words, nullable=False),
    Column("asked", Integer, nullable=False),
    # The sheet without its questions and problems.
    Column("head", Json(Sheet), nullable=False),
    PrimaryKeyConstraint("team_id", "sheet_id", name="sheets_pk"),
)
Index("sheets_by_id", sheets.c.sheet_id, sheets.c.team_id)

questions = Table(
    "questions",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("sheet_id", Words, nullable=False),
    Column("question_id", Words, nullable=False),
    Column("position", Integer, nullable=False),
    Column("body", Json(Question), nullable=False),
    PrimaryKeyConstraint("team_id", "sheet_id", "question_id", name="questions_pk"),
    ForeignKeyConstraint(
        ["team_id", "sheet_id"],
        ["sheets.team_id", "sheets.sheet_id"],
        name="questions_sheet",
        ondelete="CASCADE",
    ),
)

schedules = Table(
    "schedules",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("channel_id", Words, nullable=False),
    Column("slot", Words, nullable=False),
    Column("sheet_id", Words, nullable=False),
    Column("opens", Time, nullable=False),
    Column("reveals", Time, nullable=False),
    Column("zone", Words, nullable=False),
    Column("days", Weekdays, nullable=False),
    Column("next_at", Instant),
    Column("channel_name", Words, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("paused", Words, nullable=False),
    Column("rests", Words, nullable=False, server_default=""),
    # Whether the team is paused: kept here so that the index of what is due leaves it out.
    Column("resting", Boolean, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("changed_by", Words, nullable=False, server_default=""),
    PrimaryKeyConstraint("team_id", "channel_id", "slot", name="schedules_pk"),
)
schedule_waits = and_(schedules.c.next_at.is_not(None), schedules.c.resting.is_(false()))
Index(
    "schedules_due",
    schedules.c.next_at,
    sqlite_where=schedule_waits,
    postgresql_where=schedule_waits,
)

rounds = Table(
    "rounds",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("round_id", Words, nullable=False),
    Column("channel_id", Words, nullable=False),
    Column("local_date", Date, nullable=False),
    Column("slot", Words, nullable=False),
    Column("sheet_id", Words, nullable=False),
    # The id that the question has now; what is kept of it holds the one it was posted under.
    Column("question_id", Words, nullable=False),
    Column("question", Json(Question), nullable=False),
    Column("planned_at", Instant, nullable=False),
    Column("closes_at", Instant, nullable=False),
    Column("state", Words, nullable=False),
    Column("zone", Words, nullable=False),
    Column("channel_name", Words, nullable=False),
    # As it was when the round was planned.
    Column("sheet_title", Words, nullable=False, server_default=""),
    Column("opened_at", Instant),
    Column("post_channel_id", Words),
    Column("post_message_id", Words),
    Column("post_thread_id", Words),
    # How many members have answered, and how many answers there are from all of them.
    Column("answered", Integer, nullable=False),
    Column("said", Integer, nullable=False),
    # The count that the post shows, and when it was last brought up to date.
    Column("shown", Integer, nullable=False),
    Column("shown_at", Instant),
    # How often something was decided by which its answers are graded, and what voids it.
    Column("regrades", Integer, nullable=False, server_default="0"),
    Column("voided", Words, nullable=False, server_default=""),
    PrimaryKeyConstraint("team_id", "round_id", name="rounds_pk"),
)
Index(
    "rounds_of_day",
    rounds.c.team_id,
    rounds.c.channel_id,
    rounds.c.local_date,
    rounds.c.slot,
    unique=True,
)
Index("rounds_by_question", rounds.c.sheet_id, rounds.c.question_id, rounds.c.team_id)
round_has_post = rounds.c.post_message_id.is_not(None)
index_where(
    "rounds_by_post",
    round_has_post,
    rounds.c.team_id,
    rounds.c.post_channel_id,
    rounds.c.post_message_id,
)
round_is_open = rounds.c.state == state(RoundState.OPEN)
index_where("rounds_closing", round_is_open, rounds.c.closes_at)
round_shows_old_count = and_(round_is_open, rounds.c.shown < rounds.c.answered)
index_where("rounds_old_count", round_shows_old_count, rounds.c.shown_at)
_UNCLOSED = (RoundState.PLANNED, RoundState.POSTING, RoundState.OPEN)
round_is_unclosed = rounds.c.state.in_([state(each) for each in _UNCLOSED])
index_where("rounds_unclosed", round_is_unclosed, rounds.c.team_id)
index_where(
    "rounds_unclosed_by_question", round_is_unclosed, rounds.c.sheet_id, rounds.c.question_id
)

round_is_untold = rounds.c.state.in_([state(each) for each in (*_UNCLOSED, RoundState.CLOSED)])
index_where("rounds_untold", round_is_untold, rounds.c.team_id, rounds.c.question_id)

answers = Table(
    "answers",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("round_id", Words, nullable=False),
    Column("member_id", Words, nullable=False),
    Column("number", Integer, nullable=False),
    # Its place among all answers of the round, from 1.
    Column("place", Integer, nullable=False),
    Column("channel_id", Words, nullable=False),
    Column("local_date", Date, nullable=False),
    Column("member_name", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("grade", Json(Grade), nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("points", Integer, nullable=False),
    Column("key", Words, nullable=False),
    # The ids of the team's phrases by which it was graded.
    Column("phrases", Json(tuple[str, ...]), nullable=False, server_default="[]"),
    # The grade with which it was recorded, where a ruling has changed that since.
    Column("first", Json(Grade)),
    PrimaryKeyConstraint("team_id", "round_id", "member_id", "number", name="answers_pk"),
    ForeignKeyConstraint(
        ["team_id", "round_id"], ["rounds.team_id", "rounds.round_id"], name="answers_round"
    ),
)
answer_has_key = answers.c.key != NO_KEY
Index(
    "answers_by_key",
    answers.c.team_id,
    answers.c.key,
    unique=True,
    sqlite_where=answer_has_key,
    postgresql_where=answer_has_key,
)
Index(
    "answers_by_member",
    answers.c.team_id,
    answers.c.member_id,
    answers.c.local_date,
    answers.c.channel_id,
    answers.c.round_id,
)

hints = Table(
    "hints",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("round_id", Words, nullable=False),
    Column("member_id", Words, nullable=False),
    Column("taken_at", Instant, nullable=False),
    PrimaryKeyConstraint("team_id", "round_id", "member_id", name="hints_pk"),
    ForeignKeyConstraint(
        ["team_id", "round_id"], ["rounds.team_id", "rounds.round_id"], name="hints_round"
    ),
)

ledger = Table(
    "ledger",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("round_id", Words, nullable=False),
    Column("member_id", Words, nullable=False),
    # Why the points were given; with the number, what they refer to: the member's answer.
    Column("reason", Words, nullable=False),
    Column("number", Integer, nullable=False),
    Column("channel_id", Words, nullable=False),
    Column("local_date", Date, nullable=False),
    Column("points", Integer, nullable=False),
    Column("entered_at", Instant, nullable=False),
    # The ruling that changed the points; empty for those of an answer.
    Column("cause", Words, nullable=False, server_default=""),
    PrimaryKeyConstraint("team_id", "round_id", "member_id", "reason", "number", name="ledger_pk"),
)
ledger_has_cause = ledger.c.cause != NO_KEY
index_where("ledger_by_cause", ledger_has_cause, ledger.c.team_id, ledger.c.cause)
Index("ledger_by_day", ledger.c.team_id, ledger.c.channel_id, ledger.c.local_date)

deliveries = Table(
    "deliveries",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("key", Words, nullable=False),
    Column("platform", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("channel_id", Words, nullable=False),
    Column("round_id", Words, nullable=False),
    Column("member_id", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("buttons", Json(tuple[Button, ...]), nullable=False, server_default="[]"),
    Column("seq", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    # When a worker may take it: when it is due, or when its lease ends; null while an earlier
    # one of its round is open, and once it is done.
    Column("ready_at", Instant),
    Column("attempts", Integer, nullable=False),
    Column("worker", Words, nullable=False),
    Column("leased_until", Instant),
    Column("done_at", Instant),
    # Why it was put off or given up.
    Column("reason", Words, nullable=False),
    # Whether its team is paused, or its channel is closed to the bot.
    Column("resting", Boolean, nullable=False),
    # A notice that could not be delivered, and is told when its member comes along.
    Column("unread", Boolean, nullable=False, server_default=false()),
    PrimaryKeyConstraint("team_id", "key", name="deliveries_pk"),
)
delivery_waits = and_(deliveries.c.ready_at.is_not(None), deliveries.c.resting.is_(false()))
Index(
    "deliveries_ready",
    deliveries.c.platform,
    deliveries.c.ready_at,
    sqlite_where=delivery_waits,
    postgresql_where=delivery_waits,
)
delivery_is_open = deliveries.c.done_at.is_(None)
Index(
    "deliveries_open",
    deliveries.c.team_id,
    deliveries.c.round_id,
    deliveries.c.seq,
    sqlite_where=delivery_is_open,
    postgresql_where=delivery_is_open,
)

delivery_is_done = deliveries.c.done_at.is_not(None)
Index(
    "deliveries_done",
    deliveries.c.done_at,
    sqlite_where=delivery_is_done,
    postgresql_where=delivery_is_done,
)

delivery_is_unread = deliveries.c.unread.is_(true())
index_where("deliveries_unread", delivery_is_unread, deliveries.c.team_id, deliveries.c.member_id)

proposals = Table(
    "proposals",
    metadata,
    Column("team_id", Words, nullable=False),
    Column("proposal_id", Words, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("body", Json(Proposal), nullable=False),
    Column("decision", Json(Decision)),
    PrimaryKeyConstraint("team_id", "proposal_id", name="proposals_pk"),
)
Index("proposals_by_age", proposals.c.made_at)
