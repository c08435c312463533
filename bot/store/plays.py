"""Plays: a round and one member's part in it, seen at one moment."""

from sqlalchemy import Connection, bindparam, select

from bot.model.play import Play
from bot.store.answers import answer_of
from bot.store.database import Repository
from bot.store.rounds import round_of
from bot.store.tables import answers, hints, rounds

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


class SqlPlays(Repository):
    """Reads what a press on a post needs, in one go: it has to be answered within seconds."""

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
