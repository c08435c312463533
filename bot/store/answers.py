"""Answers: what members said, counted once."""

from datetime import date

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy import insert as insert_row

from bot.model.answer import Answer, Recorded, Recording
from bot.model.round import RoundState
from bot.store.database import Record, Repository
from bot.store.ledger import enter
from bot.store.members import meet
from bot.store.streaks import streak_with
from bot.store.tables import answer_has_key, answers, rounds
from bot.store.teams import found

_HELD_ROUND = (
    select(rounds.c.state, rounds.c.closes_at, rounds.c.answered, rounds.c.said)
    .where(rounds.c.team_id == bindparam("team"), rounds.c.round_id == bindparam("round"))
    .with_for_update()
)
_BEFORE = select(
    select(answers.c.key)
    .where(answers.c.team_id == bindparam("team"), answers.c.key == bindparam("key"))
    .where(answer_has_key)
    .exists(),
    select(func.max(answers.c.number))
    .where(
        answers.c.team_id == bindparam("team"),
        answers.c.round_id == bindparam("round"),
        answers.c.member_id == bindparam("member"),
    )
    .scalar_subquery(),
)
"""Whether the event is known, and the number of the member's latest answer in the round."""
_COUNT = (
    update(rounds)
    .where(rounds.c.team_id == bindparam("team"), rounds.c.round_id == bindparam("round"))
    .values(said=bindparam("now_said"), answered=bindparam("now_answered"))
)
LIVE = (RoundState.POSTING, RoundState.OPEN)


class SqlAnswers(Repository):
    """Answers."""

    async def record(self, answer: Answer, team_name: str = "") -> Recorded:
        """Write an answer with its points in the ledger, its member and its team, and count the
        member in the round.
        """
        where = {"team": answer.team_id, "round": answer.round_id}

        def work(connection: Connection) -> Recorded:
            # Holding the round makes whoever closes it wait: an answer is either in the reveal
            # or refused.
            row = connection.execute(_HELD_ROUND, where).one_or_none()
            known, latest = connection.execute(
                _BEFORE, where | {"member": answer.member_id, "key": answer.key}
            ).one()
            if known:
                return Recorded(Recording.REPEATED)
            if row is None or row.state not in LIVE or answer.said_at >= row.closes_at:
                return Recorded(Recording.CLOSED)
            if answer.number != (latest or 0) + 1:
                return Recorded(Recording.OVERTAKEN)
            first = answer.number == 1
            connection.execute(insert_row(answers), _values_of(answer, place=row.said + 1))
            enter(connection, answer)
            if first:
                found(connection, answer.team_id, team_name)
            meet(connection, answer.team_id, answer.member_id, answer.member_name)
            counts = {"now_said": row.said + 1, "now_answered": row.answered + first}
            connection.execute(_COUNT, where | counts)
            return Recorded(Recording.RECORDED, streak_with(connection, answer))

        line = f"{answer.team_id} {answer.round_id}"
        return await self.database.write(work, line=line)

    async def answers(
        self, team_id: str, round_id: str, member_id: str | None = None
    ) -> tuple[Answer, ...]:
        """The answers of a round, of one member or of all, in the order in which they came."""
        query = (
            select(answers)
            .where(answers.c.team_id == team_id, answers.c.round_id == round_id)
            .order_by(answers.c.place)
        )
        if member_id is not None:
            query = query.where(answers.c.member_id == member_id)
        async with self.database.reading() as connection:
            return tuple(answer_of(row) for row in await connection.execute(query))

    async def answered_days(
        self, team_id: str, channel_id: str, member_id: str
    ) -> tuple[date, ...]:
        """The local days on which the member answered in the channel, oldest first."""
        query = (
            select(answers.c.local_date)
            .where(
                answers.c.team_id == team_id,
                answers.c.channel_id == channel_id,
                answers.c.member_id == member_id,
            )
            .distinct()
            .order_by(answers.c.local_date)
        )

        def work(connection: Connection) -> tuple[date, ...]:
            return tuple(connection.scalars(query))

        return await self.database.look(work)


def _values_of(answer: Answer, *, place: int) -> dict[str, object]:
    return {
        "team_id": answer.team_id,
        "round_id": answer.round_id,
        "member_id": answer.member_id,
        "number": answer.number,
        "place": place,
        "channel_id": answer.channel_id,
        "local_date": answer.local_date,
        "member_name": answer.member_name,
        "text": answer.text,
        "grade": answer.grade,
        "said_at": answer.said_at,
        "points": answer.points,
        "key": answer.key,
    }


def answer_of(row: Record) -> Answer:
    """The answer in a row of its table."""
    return Answer(
        team_id=row.team_id,
        round_id=row.round_id,
        channel_id=row.channel_id,
        local_date=row.local_date,
        member_id=row.member_id,
        member_name=row.member_name,
        number=row.number,
        text=row.text,
        grade=row.grade,
        said_at=row.said_at,
        points=row.points,
        key=row.key,
    )
