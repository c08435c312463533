"""Reminders: who wants a word before a channel's questions close."""

from sqlalchemy import Connection, and_, delete, func, select

from bot.model.round import Round
from bot.model.team import Member
from bot.store.database import Repository, insert
from bot.store.tables import answers, members, reminders


class SqlReminders(Repository):
    """Reminders of members, by channel."""

    async def set_reminder(
        self, team_id: str, channel_id: str, member_id: str, wanted: bool
    ) -> None:
        """Remember whether a member wants a word before the channel's questions close."""
        wish = {"team_id": team_id, "channel_id": channel_id, "member_id": member_id}

        def work(connection: Connection) -> None:
            if wanted:
                connection.execute(
                    insert(connection, reminders).values(**wish).on_conflict_do_nothing()
                )
            else:
                connection.execute(delete(reminders).filter_by(**wish))

        await self.database.write(work)

    async def wants_reminder(self, team_id: str, channel_id: str, member_id: str) -> bool:
        """Whether the member asked for reminders in the channel."""
        async with self.database.reading() as connection:
            wish = await connection.scalar(
                select(reminders.c.member_id).where(
                    reminders.c.team_id == team_id,
                    reminders.c.channel_id == channel_id,
                    reminders.c.member_id == member_id,
                )
            )
            return wish is not None

    async def to_remind(self, round_: Round) -> tuple[Member, ...]:
        """Those who asked for reminders in the round's channel and have not answered in it."""
        known = and_(
            members.c.team_id == reminders.c.team_id,
            members.c.member_id == reminders.c.member_id,
        )
        has_answered = (
            select(answers.c.number)
            .where(
                answers.c.team_id == round_.team_id,
                answers.c.round_id == round_.id,
                answers.c.member_id == reminders.c.member_id,
            )
            .exists()
        )
        query = (
            select(
                reminders.c.team_id,
                reminders.c.member_id,
                func.coalesce(members.c.name, reminders.c.member_id),
                func.coalesce(members.c.hidden, False),
                func.coalesce(members.c.quizmaster, False),
            )
            .select_from(reminders.outerjoin(members, known))
            .where(
                reminders.c.team_id == round_.team_id,
                reminders.c.channel_id == round_.channel_id,
                ~has_answered,
            )
            .order_by(reminders.c.member_id)
        )
        async with self.database.reading() as connection:
            return tuple(
                Member(team_id, member_id, name, bool(hidden), bool(quizmaster))
                for team_id, member_id, name, hidden, quizmaster in await connection.execute(query)
            )
