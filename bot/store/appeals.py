"""Appeals: what members say was right, gathered into cases, and the words that tell of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, null, select, update

from bot.model.appeal import Appeal, Case, Draft, Ruling
from bot.model.delivery import Delivery
from bot.model.round import Round
from bot.quiz.ports.appeals import Made
from bot.quiz.rules.regrading import fold
from bot.store.answers import answer_of
from bot.store.database import Record, Repository, insert
from bot.store.debts import owe_all
from bot.store.decision_tables import appeal_is_untold, appeal_waits, appeals, rulings
from bot.store.desks import gathered
from bot.store.rounds import round_of
from bot.store.ruling_rows import ruling_in, ruling_of
from bot.store.tables import answers, rounds
from bot.store.teams import rests

_AT_MOST = 500
"""Waiting appeals of a team that are looked at; the rest comes once these are decided."""


class SqlAppeals(Repository):
    """Appeals, each kept with what was decided about it."""

    async def appeal(self, appeal: Appeal, owed: Sequence[Delivery], gather: datetime) -> Made:
        """Keep an appeal, and owe the words about it now, or when the gathering time is over."""

        def work(connection: Connection) -> Made:
            resting = rests(connection, appeal.team_id)
            kept = connection.execute(
                insert(connection, appeals).values(**_row_of(appeal)).on_conflict_do_nothing()
            )
            if kept.rowcount == 0:
                return _made_before(connection, appeal)
            due_at = gathered(connection, appeal.team_id, appeal.made_at, gather)
            if due_at is not None:
                later = tuple(replace(each, due_at=due_at) for each in owed)
                owe_all(connection, later, resting=resting)
            return Made.MADE

        return await self.database.write(work)

    async def appeals_of(
        self, team_id: str, member_id: str, since: datetime
    ) -> tuple[tuple[Appeal, Ruling | None], ...]:
        """A member's appeals since an instant, the newest first, with what was decided."""
        query = (
            select(appeals)
            .where(
                appeals.c.team_id == team_id,
                appeals.c.member_id == member_id,
                appeals.c.made_at >= since,
            )
            .order_by(appeals.c.made_at.desc(), appeals.c.appeal_id)
        )
        decided = select(rulings).where(
            rulings.c.team_id == team_id,
            rulings.c.ruling_id.in_(query.with_only_columns(appeals.c.ruling_id).order_by(None)),
        )

        def work(connection: Connection) -> tuple[tuple[Appeal, Ruling | None], ...]:
            known = {row.ruling_id: ruling_of(row) for row in connection.execute(decided)}
            made = map(appeal_of, connection.execute(query))
            return tuple((each, known.get(each.ruling_id)) for each in made)

        return await self.database.look(work)

    async def open_cases(
        self, team_id: str, limit: int, skipped: int = 0
    ) -> tuple[tuple[Case, ...], int]:
        """Cases that wait, the oldest first, and how many wait in all."""
        waiting = (
            select(appeals, rounds.c.sheet_id, rounds.c.question_id)
            .join_from(appeals, rounds, _in_round())
            .where(appeals.c.team_id == team_id, appeal_waits)
            .order_by(appeals.c.made_at, appeals.c.appeal_id)
            .limit(_AT_MOST)
        )

        def work(connection: Connection) -> tuple[tuple[Case, ...], int]:
            alike: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
            for row in connection.execute(waiting):
                alike[row.sheet_id, row.question_id, row.said].append(row)
            page = list(alike.values())[skipped : skipped + limit]
            return tuple(_case(connection, rows) for rows in page), len(alike)

        return await self.database.look(work)

    async def case(self, team_id: str, appeal_id: str) -> Case | None:
        """The case to which an appeal belongs, or None."""

        def work(connection: Connection) -> Case | None:
            row = connection.execute(
                select(appeals, rounds.c.sheet_id, rounds.c.question_id)
                .join_from(appeals, rounds, _in_round())
                .where(appeals.c.team_id == team_id, appeals.c.appeal_id == appeal_id)
            ).one_or_none()
            if row is None:
                return None
            others = connection.execute(
                select(appeals)
                .join_from(appeals, rounds, _in_round())
                .where(
                    appeals.c.team_id == team_id,
                    rounds.c.sheet_id == row.sheet_id,
                    rounds.c.question_id == row.question_id,
                    appeals.c.said == row.said,
                    appeals.c.ruling_id == row.ruling_id,
                    appeals.c.appeal_id != appeal_id,
                )
                .order_by(appeals.c.made_at, appeals.c.appeal_id)
            )
            return _case(connection, [row, *others])

        return await self.database.look(work)

    async def save_draft(self, team_id: str, appeal_id: str, draft: Draft) -> None:
        """Keep what a quizmaster is about to accept, in place of an earlier one."""

        def work(connection: Connection) -> None:
            connection.execute(
                update(appeals)
                .where(appeals.c.team_id == team_id, appeals.c.appeal_id == appeal_id)
                .values(draft=draft)
            )

        await self.database.write(work)

    async def left_waiting(self, before: datetime, limit: int) -> tuple[Appeal, ...]:
        """Appeals made before an instant that wait, and whose members were not told so."""
        query = (
            select(appeals)
            .where(appeal_is_untold, appeals.c.made_at < before)
            .order_by(appeals.c.made_at)
            .limit(limit)
        )

        def work(connection: Connection) -> tuple[Appeal, ...]:
            return tuple(map(appeal_of, connection.execute(query)))

        return await self.database.look(work)

    async def told_to_wait(
        self, appeal: Appeal, word: Delivery, again: Sequence[Delivery], gather: datetime
    ) -> None:
        """Note that a member was told that nobody decided yet."""

        def work(connection: Connection) -> None:
            resting = rests(connection, appeal.team_id)
            noted = connection.execute(
                update(appeals)
                .where(
                    appeals.c.team_id == appeal.team_id,
                    appeals.c.appeal_id == appeal.id,
                    appeal_is_untold,
                )
                .values(told=True)
            )
            if not noted.rowcount:
                return
            owe_all(connection, (word,), resting=resting)
            due_at = gathered(connection, appeal.team_id, word.due_at, gather)
            if due_at is not None:
                later = tuple(replace(each, due_at=due_at) for each in again)
                owe_all(connection, later, resting=resting)

        await self.database.write(work)


def _made_before(connection: Connection, appeal: Appeal) -> Made:
    ruling_id = connection.scalar(
        select(appeals.c.ruling_id).where(
            appeals.c.team_id == appeal.team_id,
            appeals.c.round_id == appeal.round_id,
            appeals.c.member_id == appeal.member_id,
            appeals.c.number == appeal.number,
        )
    )
    return Made.DECIDED if ruling_id else Made.REPEATED


def _in_round() -> ColumnElement[bool]:
    return and_(rounds.c.team_id == appeals.c.team_id, rounds.c.round_id == appeals.c.round_id)


def _case(connection: Connection, rows: Sequence[Record]) -> Case:
    """The case of appeals that say the same, the first one leading."""
    alike = tuple(map(appeal_of, rows))
    first = alike[0]
    played = _round(connection, first)
    given = connection.execute(
        select(answers).where(
            answers.c.team_id == first.team_id,
            answers.c.round_id == first.round_id,
            answers.c.member_id == first.member_id,
            answers.c.number == first.number,
        )
    ).one()
    return Case(
        appeal=first,
        answer=answer_of(given),
        round=played,
        appeals=alike,
        said_by=_said_by(connection, played, first.said),
        ruling=ruling_in(connection, first.team_id, first.ruling_id) if first.ruling_id else None,
        draft=rows[0].draft,
        before=None if first.ruling_id else _before(connection, played, first),
    )


def _before(connection: Connection, played: Round, appeal: Appeal) -> Ruling | None:
    """What was decided last about the same words for the same question."""
    row = connection.execute(
        select(rulings)
        .join_from(
            appeals,
            rulings,
            and_(
                rulings.c.team_id == appeals.c.team_id,
                rulings.c.ruling_id == appeals.c.ruling_id,
            ),
        )
        .join(rounds, _in_round())
        .where(
            appeals.c.team_id == appeal.team_id,
            appeals.c.said == appeal.said,
            rounds.c.sheet_id == played.sheet_id,
            rounds.c.question_id == played.question.id,
        )
        .order_by(appeals.c.made_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else ruling_of(row)


def _round(connection: Connection, appeal: Appeal) -> Round:
    row = connection.execute(
        select(rounds).where(
            rounds.c.team_id == appeal.team_id, rounds.c.round_id == appeal.round_id
        )
    ).one()
    return round_of(row)


def _said_by(connection: Connection, played: Round, said: str) -> int:
    """How many members gave an answer to the question of a round, in whichever of its rounds."""
    asked = select(rounds.c.round_id).where(
        rounds.c.team_id == played.team_id,
        rounds.c.sheet_id == played.sheet_id,
        rounds.c.question_id == played.question.id,
    )
    texts = connection.execute(
        select(answers.c.member_id, answers.c.text).where(
            answers.c.team_id == played.team_id, answers.c.round_id.in_(asked)
        )
    )
    return len({member for member, text in texts if fold(text) == said})


def _row_of(appeal: Appeal) -> Mapping[str, object]:
    return {
        "team_id": appeal.team_id,
        "appeal_id": appeal.id,
        "round_id": appeal.round_id,
        "member_id": appeal.member_id,
        "number": appeal.number,
        "said": appeal.said,
        "made_at": appeal.made_at,
        "why": appeal.why,
        "ruling_id": appeal.ruling_id,
        "told": False,
        "draft": null(),
    }


def appeal_of(row: Record) -> Appeal:
    """The appeal in a row of its table."""
    return Appeal(
        team_id=row.team_id,
        id=row.appeal_id,
        round_id=row.round_id,
        member_id=row.member_id,
        number=row.number,
        said=row.said,
        made_at=row.made_at,
        why=row.why,
        ruling_id=row.ruling_id,
    )
