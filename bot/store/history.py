"""What a member said, round by round."""

from datetime import date
from itertools import groupby

from sqlalchemy import Connection, func, select

from bot.model.answer import Answer
from bot.model.play import Play
from bot.model.round import Round
from bot.store.answers import answer_of
from bot.store.database import Repository
from bot.store.rounds import round_of
from bot.store.tables import answers, hints, rounds


class SqlHistory(Repository):
    """Members' answers, by the rounds in which they gave them."""

    async def said_since(
        self, team_id: str, member_id: str, first: date, limit: int, skipped: int = 0
    ) -> tuple[Play, ...]:
        """What a member did in the rounds in which they answered, from a local day on, the newest
        first: at most `limit` rounds, after the first `skipped` of them.
        """
        by_member = (answers.c.team_id == team_id, answers.c.member_id == member_id)
        latest = (
            select(answers.c.round_id)
            .where(*by_member, answers.c.local_date >= first)
            .group_by(answers.c.local_date, answers.c.round_id)
            .order_by(answers.c.local_date.desc(), func.max(answers.c.said_at).desc())
            .limit(limit)
            .offset(skipped)
        )

        def work(connection: Connection) -> tuple[Play, ...]:
            ids = list(connection.scalars(latest))
            if not ids:
                return ()
            said = connection.execute(
                select(answers)
                .where(*by_member, answers.c.round_id.in_(ids))
                .order_by(answers.c.round_id, answers.c.number)
            )
            given = {
                round_id: tuple(map(answer_of, rows))
                for round_id, rows in groupby(said, key=lambda row: row.round_id)
            }
            taken = select(hints.c.round_id).where(
                hints.c.team_id == team_id,
                hints.c.member_id == member_id,
                hints.c.round_id.in_(ids),
            )
            hinted = set(connection.scalars(taken))
            found = connection.execute(
                select(rounds).where(rounds.c.team_id == team_id, rounds.c.round_id.in_(ids))
            )
            played = {row.round_id: round_of(row) for row in found}
            return tuple(Play(played[id_], member_id, given[id_], id_ in hinted) for id_ in ids)

        return await self.database.look(work)

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
