"""A member's history: the rounds in which they answered."""

from itertools import groupby

from sqlalchemy import func, select

from bot.model.answer import Answer
from bot.model.round import Round
from bot.store.answers import answer_of
from bot.store.database import Repository
from bot.store.rounds import round_of
from bot.store.tables import answers, rounds


class SqlHistory(Repository):
    """What members did before."""

    async def history(
        self, team_id: str, member_id: str, limit: int
    ) -> tuple[tuple[Round, Answer], ...]:
        """The rounds in which a member answered, newest first, each with their best answer.

        The best is the first of those with the highest score.
        """
        by_member = (answers.c.team_id == team_id, answers.c.member_id == member_id)
        latest = (
            select(answers.c.round_id)
            .where(*by_member)
            .group_by(answers.c.local_date, answers.c.round_id)
            .order_by(answers.c.local_date.desc(), func.max(answers.c.said_at).desc())
            .limit(limit)
        )
        async with self.database.reading() as connection:
            ids = list(await connection.scalars(latest))
            if not ids:
                return ()
            said = await connection.execute(
                select(answers)
                .where(*by_member, answers.c.round_id.in_(ids))
                .order_by(answers.c.round_id, answers.c.number)
            )
            best = {
                round_id: max(map(answer_of, rows), key=lambda answer: answer.grade.score)
                for round_id, rows in groupby(said, key=lambda row: row.round_id)
            }
            found = await connection.execute(
                select(rounds).where(rounds.c.team_id == team_id, rounds.c.round_id.in_(ids))
            )
            played = {row.round_id: round_of(row) for row in found}
        return tuple((played[round_id], best[round_id]) for round_id in ids)
