"""Rounds: planned, found again, closed, and the counts that their posts show."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Select,
    and_,
    func,
    not_,
    or_,
    select,
    update,
)

from bot.model.delivery import Delivery
from bot.model.question import Question
from bot.model.round import MessageRef, Round, RoundState
from bot.model.schedule import Schedule
from bot.model.team import platform_of
from bot.quiz.ports.rounds import Asked, StillUntold
from bot.store.database import Record, Repository, insert
from bot.store.debts import owe_all
from bot.store.schedule_rows import moved_on
from bot.store.tables import (
    members,
    round_is_open,
    round_is_unclosed,
    round_is_untold,
    rounds,
    state,
)
from bot.store.teams import hold, rests

WAS_POSTED = or_(
    rounds.c.opened_at.is_not(None),
    and_(rounds.c.state == state(RoundState.POSTING), rounds.c.answered > 0),
)
"""A round that was answered was posted, even before its worker could say so."""


class SqlRounds(Repository):
    """Rounds, from the plan to the close."""

    async def plan(
        self,
        round_: Round,
        owed: tuple[Delivery, ...],
        read: Schedule | None = None,
        next_at: datetime | None = None,
        rivals: frozenset[str] = frozenset(),
    ) -> bool:
        """Write a round with the deliveries it owes and, with a schedule that stands as it was
        read, its next instant.

        Returns False, changing nothing but that instant, if the channel already has a round on
        that local day and slot. Raises `StillUntold`, changing nothing, if one of the `rivals`
        has a round whose answer was not told yet.
        """

        def work(connection: Connection) -> bool:
            if rivals:
                hold(connection, round_.team_id)
            resting = rests(connection, round_.team_id)
            if read is not None and (resting or not moved_on(connection, read, next_at)):
                return False
            written = connection.execute(
                insert(connection, rounds).values(**values_of(round_)).on_conflict_do_nothing()
            )
            if written.rowcount == 0:
                return False
            if rivals and connection.scalar(_untold_but(round_, rivals)):
                raise StillUntold
            owe_all(connection, owed, resting=resting)
            return True

        return await self.database.write(work)

    async def round(self, team_id: str, round_id: str) -> Round | None:
        """The round, or None."""
        found = await self._rounds(
            select(rounds).where(rounds.c.team_id == team_id, rounds.c.round_id == round_id)
        )
        return found[0] if found else None

    async def round_at(self, ref: MessageRef) -> Round | None:
        """The round whose post is this message, or None."""
        found = await self._rounds(
            select(rounds).where(
                rounds.c.team_id == ref.team_id,
                rounds.c.post_channel_id == ref.channel_id,
                rounds.c.post_message_id == ref.message_id,
            )
        )
        return found[0] if found else None

    async def rounds(self, team_id: str, channel_id: str, limit: int) -> tuple[Round, ...]:
        """The channel's latest rounds, newest first, skipped ones included."""
        return await self._rounds(
            select(rounds)
            .where(of_channel(team_id, channel_id))
            .order_by(rounds.c.local_date.desc(), rounds.c.planned_at.desc())
            .limit(limit)
        )

    async def asked(self, team_id: str, channel_id: str) -> tuple[Asked, ...]:
        """Every question that the channel has had, skipped rounds left out."""
        async with self.database.reading() as connection:
            rows = await connection.execute(
                select(rounds.c.question_id, func.count(), func.max(rounds.c.local_date))
                .where(of_channel(team_id, channel_id), rounds.c.state != state(RoundState.SKIPPED))
                .group_by(rounds.c.question_id)
                .order_by(rounds.c.question_id)
            )
            return tuple(Asked(*row) for row in rows)

    async def live_questions(self, team_id: str, now: datetime) -> tuple[Round, ...]:
        """The team's rounds whose answer is withheld at `now` (see `Round.withheld`)."""
        return await self._rounds(
            select(rounds)
            .where(rounds.c.team_id == team_id, *_withheld(now))
            .order_by(rounds.c.planned_at)
        )

    async def live_elsewhere(
        self, team_id: str, member_id: str, now: datetime
    ) -> tuple[Round, ...]:
        """The withheld rounds of the other teams of the platform in which a person was met."""
        theirs = select(members.c.team_id).where(
            members.c.member_id == member_id, *_beside(members.c.team_id, team_id)
        )
        return await self._rounds(
            select(rounds)
            .where(rounds.c.team_id.in_(theirs), *_withheld(now))
            .order_by(rounds.c.planned_at)
        )

    async def live_with(
        self, team_id: str, sheet_id: str, question_ids: Collection[str], now: datetime, limit: int
    ) -> tuple[Round, ...]:
        """Withheld rounds of other teams of the platform with a question of a sheet."""
        asking = [rounds.c.sheet_id == sheet_id, *_beside(rounds.c.team_id, team_id)]
        if question_ids:
            asking.append(rounds.c.question_id.in_(sorted(question_ids)))
        return await self._rounds(select(rounds).where(*asking, *_withheld(now)).limit(limit))

    async def untold(self, team_id: str) -> tuple[Round, ...]:
        """The team's rounds whose answer was not told yet, the oldest first."""
        return await self._rounds(
            select(rounds)
            .where(rounds.c.team_id == team_id, round_is_untold)
            .order_by(rounds.c.planned_at)
        )

    async def played_days(
        self, team_id: str, channel_id: str, *, closed: bool = False
    ) -> tuple[date, ...]:
        """The local days on which the channel had a round that was posted, oldest first; with
        `closed`, those of rounds that take no more answers.
        """
        query = (
            select(rounds.c.local_date)
            .where(of_channel(team_id, channel_id), WAS_POSTED)
            .distinct()
            .order_by(rounds.c.local_date)
        )
        if closed:
            query = query.where(not_(round_is_unclosed))

        def work(connection: Connection) -> tuple[date, ...]:
            return tuple(connection.scalars(query))

        return await self.database.look(work)

    async def _rounds(self, query: Select[*tuple[Any, ...]]) -> tuple[Round, ...]:
        def work(connection: Connection) -> tuple[Round, ...]:
            return tuple(round_of(row) for row in connection.execute(query))

        return await self.database.look(work)

    async def close(self, round_: Round, owed: tuple[Delivery, ...], now: datetime) -> bool:
        """Close an open round and owe its close and reveal; False if it was not open."""

        def work(connection: Connection) -> bool:
            resting = rests(connection, round_.team_id)
            closed = connection.execute(
                update(rounds).where(still_open(round_)).values(state=RoundState.CLOSED.value)
            )
            if closed.rowcount == 0:
                return False
            owe_all(connection, owed, resting=resting)
            return True

        return await self.database.write(work)

    async def refresh_count(self, round_: Round, now: datetime) -> bool:
        """Claim the refresh of a round's count; of several processes exactly one hears True.

        The claim is for the count in `round_`: whoever answers later is for the next refresh.
        """

        def work(connection: Connection) -> bool:
            claimed = connection.execute(
                update(rounds)
                .where(still_open(round_), rounds.c.shown < round_.answered)
                .values(shown=round_.answered, shown_at=now)
            )
            return claimed.rowcount == 1

        return await self.database.write(work)


def _withheld(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """The rounds whose answer is withheld; see `Round.withheld`."""
    closes_later = or_(rounds.c.state == state(RoundState.PLANNED), rounds.c.closes_at > now)
    return (round_is_unclosed, closes_later)


def _beside(column: Column[str], team_id: str) -> tuple[ColumnElement[bool], ...]:
    """Of the other teams on a team's platform."""
    platform = f"{platform_of(team_id)}:"
    return (column != team_id, column.startswith(platform, autoescape=True))


def unclosed_in(team_id: str | BindParameter[str]) -> Select[str]:
    """The ids of a team's rounds that are not closed: what they bring is not public yet. They are
    few, and have an index of their own; that of one channel would hold all that it ever had.
    """
    return select(rounds.c.round_id).where(rounds.c.team_id == team_id, round_is_unclosed)


def _untold_but(round_: Round, rivals: frozenset[str]) -> Select[str]:
    """Other rounds of the team that ask one of these questions, and whose answer is not told."""
    return (
        select(rounds.c.round_id)
        .where(
            rounds.c.team_id == round_.team_id,
            rounds.c.question_id.in_(sorted(rivals)),
            rounds.c.round_id != round_.id,
            round_is_untold,
        )
        .limit(1)
    )


def of_channel(team_id: str, channel_id: str) -> ColumnElement[bool]:
    """The rounds of one channel."""
    return and_(rounds.c.team_id == team_id, rounds.c.channel_id == channel_id)


def values_of(round_: Round) -> dict[str, object]:
    """The row of a round that nobody has answered yet."""
    post = round_.post
    return {
        "team_id": round_.team_id,
        "round_id": round_.id,
        "channel_id": round_.channel_id,
        "local_date": round_.local_date,
        "slot": round_.slot,
        "sheet_id": round_.sheet_id,
        "question_id": round_.question.id,
        "question": round_.question,
        "planned_at": round_.planned_at,
        "closes_at": round_.closes_at,
        "state": round_.state.value,
        "zone": round_.zone,
        "channel_name": round_.channel_name,
        "sheet_title": round_.sheet_title,
        "opened_at": round_.opened_at,
        "post_channel_id": post and post.channel_id,
        "post_message_id": post and post.message_id,
        "post_thread_id": post and post.thread_id,
        "answered": round_.answered,
        "said": 0,
        "regrades": round_.regrades,
        "voided": round_.voided,
        "shown": round_.answered,
        "shown_at": round_.opened_at,
    }


def round_of(row: Record) -> Round:
    """The round in a row of its table."""
    post = None
    if row.post_message_id is not None:
        post = MessageRef(row.team_id, row.post_channel_id, row.post_message_id, row.post_thread_id)
    return Round(
        team_id=row.team_id,
        id=row.round_id,
        channel_id=row.channel_id,
        local_date=row.local_date,
        slot=row.slot,
        sheet_id=row.sheet_id,
        question=_under_its_id(row.question, row.question_id),
        planned_at=row.planned_at,
        closes_at=row.closes_at,
        state=RoundState(row.state),
        zone=row.zone,
        channel_name=row.channel_name,
        sheet_title=row.sheet_title or row.sheet_id,
        opened_at=row.opened_at,
        post=post,
        answered=row.answered,
        regrades=row.regrades,
        voided=row.voided,
    )


def _under_its_id(question: Question, present: str) -> Question:
    """The question as it was posted, under the id that it has now."""
    return question if question.id == present else replace(question, id=present)


def still_open(round_: Round) -> ColumnElement[bool]:
    """The row of this round, if it is open."""
    return and_(rounds.c.team_id == round_.team_id, rounds.c.round_id == round_.id, round_is_open)
