"""Streaks, read within the write that may lengthen them."""

from datetime import date

from sqlalchemy import Connection, bindparam, select

from bot.model.answer import Answer
from bot.store.rounds import WAS_POSTED
from bot.store.tables import answers, rounds

_AT_ONCE = 32
"""Days that are looked at in one go: a run is read as far as it reaches, and no further."""
_PLAYED = (
    select(rounds.c.local_date)
    .where(
        rounds.c.team_id == bindparam("team"),
        rounds.c.channel_id == bindparam("channel"),
        rounds.c.local_date < bindparam("before"),
        WAS_POSTED,
    )
    .distinct()
    .order_by(rounds.c.local_date.desc())
    .limit(_AT_ONCE)
)
_ANSWERED = (
    select(answers.c.local_date)
    .where(
        answers.c.team_id == bindparam("team"),
        answers.c.channel_id == bindparam("channel"),
        answers.c.member_id == bindparam("member"),
        answers.c.local_date.between(bindparam("first"), bindparam("last")),
    )
    .distinct()
)


def streak_with(connection: Connection, answer: Answer) -> int:
    """How many of the channel's days in a row a member has answered, up to and including the day
    of this answer, which is written.
    """
    length, before = 1, answer.local_date
    while played := _played(connection, answer, before):
        answered = _answered(connection, answer, played[-1], played[0])
        for day in played:
            if day not in answered:
                return length
            length += 1
        before = played[-1]
    return length


def _played(connection: Connection, answer: Answer, before: date) -> list[date]:
    """The channel's latest days with a question before a day, the newest first."""
    where = {"team": answer.team_id, "channel": answer.channel_id, "before": before}
    return list(connection.scalars(_PLAYED, where))


def _answered(connection: Connection, answer: Answer, first: date, last: date) -> set[date]:
    """The days on which the member answered, between two, both included."""
    where = {
        "team": answer.team_id,
        "channel": answer.channel_id,
        "member": answer.member_id,
        "first": first,
        "last": last,
    }
    return set(connection.scalars(_ANSWERED, where))
