"""Answers: what members said, counted once, and what they did before."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, Integer, and_, bindparam, func, not_, select, update
from sqlalchemy import insert as insert_row

from bot.model.answer import Answer, Recorded, Recording
from bot.model.play import Play
from bot.model.round import Round, RoundState
from bot.store.columns import storable
from bot.store.database import Record, Repository, insert
from bot.store.ledger import STREAK, enter
from bot.store.rounds import round_of, unclosed_in
from bot.store.tables import answer_has_key, answers, hints, rounds, state
from bot.store.teams import MEMBER_NAME, TEAM_MET, found, meet

LIVE = (RoundState.POSTING, RoundState.OPEN)
_SAME = and_(rounds.c.team_id == bindparam("team"), rounds.c.round_id == bindparam("round"))
_TAKES = and_(
    rounds.c.state.in_([state(each) for each in LIVE]), rounds.c.closes_at > bindparam("said_at")
)
"""Whether a round takes an answer that is said at this instant."""
_KNOWN = (
    select(answers.c.key)
    .where(answers.c.team_id == bindparam("team"), answers.c.key == bindparam("key"))
    .where(answer_has_key)
    .exists()
)
"""Whether the event was recorded before."""
_LATEST = (
    select(func.max(answers.c.number))
    .where(
        answers.c.team_id == bindparam("team"),
        answers.c.round_id == bindparam("round"),
        answers.c.member_id == bindparam("member"),
    )
    .scalar_subquery()
)
"""The number of the member's latest answer in the round."""
_COUNT = (
    update(rounds)
    .where(
        _SAME,
        _TAKES,
        not_(_KNOWN),
        func.coalesce(_LATEST, 0) == bindparam("latest"),
        rounds.c.regrades == bindparam("judged", type_=Integer),
    )
    .values(said=rounds.c.said + 1, answered=rounds.c.answered + bindparam("first", type_=Integer))
    .returning(rounds.c.said, rounds.c.channel_id, TEAM_MET, MEMBER_NAME, STREAK)
)
"""Counts an answer if it may be recorded, and then tells what else there is to write and to say."""
_REFUSAL = select(_KNOWN, select(rounds.c.round_id).where(_SAME, _TAKES).exists())
_ADD = insert_row(answers)
_HINTED = (
    select(hints.c.member_id)
    .where(
        hints.c.team_id == bindparam("team"),
        hints.c.round_id == bindparam("round"),
        hints.c.member_id == bindparam("member"),
    )
    .exists()
)
_ROUND = select(rounds, _HINTED.label("hinted")).where(
    rounds.c.team_id == bindparam("team"), rounds.c.round_id == bindparam("round")
)
_ANSWERS = (
    select(answers)
    .where(
        answers.c.team_id == bindparam("team"),
        answers.c.round_id == bindparam("round"),
        answers.c.member_id == bindparam("member"),
    )
    .order_by(answers.c.number)
)


class SqlAnswers(Repository):
    """Answers, hints, and the plays that they are part of."""

    async def record(self, answer: Answer, team_name: str = "", regrades: int = 0) -> Recorded:
        """Write an answer with its points in the ledger, its member and its team, and count the
        member in the round.
        """
        which = {
            "team": answer.team_id,
            "round": answer.round_id,
            "member": answer.member_id,
            "key": answer.key,
            "said_at": answer.said_at,
        }
        counting = which | {
            "channel": answer.channel_id,
            "day": answer.local_date,
            "latest": answer.number - 1,
            "judged": regrades,
            "first": int(answer.number == 1),
        }

        def work(connection: Connection) -> Recorded:
            # To count is to hold the round, which makes whoever closes it wait: an answer is
            # either in the reveal or refused.
            counted = connection.execute(_COUNT, counting).one_or_none()
            if counted is None:
                known, takes = connection.execute(_REFUSAL, which).one()
                return Recorded(_refusal(known=known, takes=takes))
            place, channel_id, met, name, streak = counted
            # The quiz may have moved to another channel since the round was read.
            there = replace(answer, channel_id=channel_id)
            connection.execute(_ADD, row_of(there, place=place))
            enter(connection, there)
            # Only what is new: writing a row that is there would wait for whoever changes it, and
            # they may wait for this round.
            if not met:
                found(connection, answer.team_id, team_name)
            if name != storable(answer.member_name):
                meet(connection, answer.team_id, answer.member_id, answer.member_name)
            return Recorded(Recording.RECORDED, streak)

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
        self, team_id: str, channel_id: str, member_id: str, *, closed: bool = False
    ) -> tuple[date, ...]:
        """The local days on which the member answered in the channel, oldest first; with
        `closed`, those of rounds that take no more answers.
        """
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
        if closed:
            query = query.where(answers.c.round_id.not_in(unclosed_in(team_id)))

        def work(connection: Connection) -> tuple[date, ...]:
            return tuple(connection.scalars(query))

        return await self.database.look(work)

    async def play(self, team_id: str, round_id: str, member_id: str) -> Play | None:
        """The round with the member's answers and hint, or None if there is no such round."""
        which = {"team": team_id, "round": round_id, "member": member_id}

        def work(connection: Connection) -> Play | None:
            row = connection.execute(_ROUND, which).one_or_none()
            if row is None:
                return None
            given = tuple(answer_of(each) for each in connection.execute(_ANSWERS, which))
            return Play(round_of(row), member_id, given, bool(row.hinted))

        return await self.database.look(work)

    async def take_hint(self, round_: Round, member_id: str, now: datetime) -> bool:
        """Remember that a member took the round's hint; False if they had it before."""

        def work(connection: Connection) -> bool:
            taken = connection.execute(
                insert(connection, hints)
                .values(
                    team_id=round_.team_id,
                    round_id=round_.id,
                    member_id=member_id,
                    taken_at=now,
                )
                .on_conflict_do_nothing()
            )
            return taken.rowcount == 1

        return await self.database.write(work)


def _refusal(*, known: bool, takes: bool) -> Recording:
    """Why an answer was not counted."""
    if known:
        return Recording.REPEATED
    return Recording.OVERTAKEN if takes else Recording.CLOSED


def row_of(answer: Answer, *, place: int) -> dict[str, object]:
    """The row of an answer that has this place among all of its round."""
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
        "phrases": answer.phrases,
        "first": answer.first,
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
        phrases=row.phrases,
        first=row.first,
    )
