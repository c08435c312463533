"""Regrades: the grades and points that follow from rulings, and whom they concern."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    func,
    select,
    update,
)
from sqlalchemy import insert as insert_row

from bot.model.answer import Answer
from bot.model.appeal import Ruling
from bot.model.grade import Verdict
from bot.model.round import Round
from bot.quiz.ports.regrades import AnswerKey, Basis, Effect, Regrade, Said, Tries
from bot.quiz.rules.scoring import counted
from bot.store.answers import answer_of
from bot.store.database import Repository, insert
from bot.store.decision_tables import appeal_waits, appeals, decided, rulings
from bot.store.phrases import phrases_of
from bot.store.rounds import round_of
from bot.store.ruling_rows import DECIDED_APPEALS, ruling_of
from bot.store.rulings import concerned
from bot.store.tables import answers, hints, ledger, rounds
from bot.store.teams import hold

RULING = "ruling"
"""The reason of points in the ledger that a ruling gives, or takes back."""
_AT_ONCE = 500
"""Members who are named in one statement."""


class SqlRegrades(Repository):
    """Answers that are graded again, read and written a page at a time."""

    async def rounds_of_ruling(self, team_id: str, ruling_id: str) -> tuple[Round, ...]:
        """The rounds whose answers a ruling may change, the newest first."""
        query = _newest(concerned(team_id, ruling_id))

        def work(connection: Connection) -> tuple[Round, ...]:
            return tuple(map(round_of, connection.execute(query)))

        return await self.database.look(work)

    async def rounds_of_question(
        self, team_id: str, sheet_id: str, question_id: str
    ) -> tuple[Round, ...]:
        """The rounds in which a question was answered, the newest first."""
        query = _newest(
            and_(
                rounds.c.team_id == team_id,
                rounds.c.sheet_id == sheet_id,
                rounds.c.question_id == question_id,
            )
        )

        def work(connection: Connection) -> tuple[Round, ...]:
            return tuple(map(round_of, connection.execute(query)))

        return await self.database.look(work)

    async def basis(
        self, team_id: str, round_id: str, after: str, limit: int, member_id: str = ""
    ) -> Basis | None:
        """What members said in a round, of some members whose ids come after one."""

        def work(connection: Connection) -> Basis | None:
            row = connection.execute(
                select(rounds).where(rounds.c.team_id == team_id, rounds.c.round_id == round_id)
            ).one_or_none()
            return (
                None if row is None else _basis(connection, round_of(row), after, limit, member_id)
            )

        return await self.database.look(work)

    async def regrade(self, basis: Basis, regrades: Sequence[Regrade], now: datetime) -> bool:
        """Write new grades and points; False if the basis does not hold any more."""
        round_ = basis.round
        this = (rounds.c.team_id == round_.team_id, rounds.c.round_id == round_.id)

        def work(connection: Connection) -> bool:
            hold(connection, round_.team_id)
            held = connection.execute(
                update(rounds)
                .where(*this, rounds.c.regrades == round_.regrades)
                .values(regrades=rounds.c.regrades + 1)
                .returning(rounds.c.channel_id)
            ).one_or_none()
            if held is None:
                return False
            # The quiz may have moved to another channel since the basis was read.
            there = replace(round_, channel_id=held.channel_id)
            said, entered = _numbers(connection, round_, [each.member_id for each in regrades])
            if any(said.get(each.member_id) != len(each.answers) for each in regrades):
                # Whoever held the round for us is let go by the end of the transaction.
                raise _MeanwhileSaid
            for regrade in regrades:
                _write(connection, there, regrade, entered.get(regrade.member_id, 0), now)
            return True

        try:
            return await self.database.write(work)
        except _MeanwhileSaid:
            return False

    async def effects(self, ruling: Ruling) -> tuple[Effect, ...]:
        """Whom a ruling concerned: those whose points it changed, and those who appealed."""
        team_id, ruling_id = ruling.team_id, ruling.id
        entries = (
            select(ledger.c.round_id, ledger.c.member_id, ledger.c.points)
            .where(ledger.c.team_id == team_id, ledger.c.cause == ruling.cause)
            .order_by(ledger.c.number)
        )
        appealed = (
            select(appeals.c.round_id, appeals.c.member_id, appeals.c.number)
            .select_from(DECIDED_APPEALS)
            .where(decided.c.team_id == team_id, decided.c.ruling_id == ruling_id)
        )

        def work(connection: Connection) -> tuple[Effect, ...]:
            points: dict[tuple[str, str], int] = defaultdict(int)
            for round_id, member_id, number in connection.execute(entries):
                points[round_id, member_id] += number
            about = {(row[0], row[1]): row[2] for row in connection.execute(appealed)}
            concerned = sorted({*points, *about})
            played = _rounds_by_id(connection, team_id, {round_id for round_id, _ in concerned})
            said = _said(connection, team_id, concerned)
            return tuple(
                Effect(
                    round=played[round_id],
                    member_id=member_id,
                    points=points.get((round_id, member_id), 0),
                    answer=_meant(said[round_id, member_id], about.get((round_id, member_id))),
                    total=sum(each.points for each in said[round_id, member_id]),
                    appealed=(round_id, member_id) in about,
                )
                for round_id, member_id in concerned
            )

        return await self.database.look(work)


class _MeanwhileSaid(Exception):
    """A member said something more than what was read."""


def _newest(which: ColumnElement[bool]) -> Select[*tuple[object, ...]]:
    said = rounds.c.said > 0
    return select(rounds).where(which, said).order_by(rounds.c.planned_at.desc())


def _basis(connection: Connection, round_: Round, after: str, limit: int, member_id: str) -> Basis:
    of_round = (answers.c.team_id == round_.team_id, answers.c.round_id == round_.id)
    members = list(
        connection.scalars(
            select(answers.c.member_id)
            .where(
                *of_round,
                answers.c.member_id == member_id if member_id else answers.c.member_id > after,
            )
            .distinct()
            .order_by(answers.c.member_id)
            .limit(limit)
        )
    )
    said: dict[str, list[Said]] = defaultdict(list)
    for row in connection.execute(
        select(answers)
        .where(*of_round, answers.c.member_id.in_(members))
        .order_by(answers.c.number)
    ):
        answer = answer_of(row)
        said[answer.member_id].append(Said(answer, answer.first or answer.grade))
    hinted = {
        row.member_id: row.taken_at
        for row in connection.execute(
            select(hints).where(
                hints.c.team_id == round_.team_id,
                hints.c.round_id == round_.id,
                hints.c.member_id.in_(members),
            )
        )
    }
    known = phrases_of(connection, round_.team_id, round_.sheet_id, (round_.question.id,))
    single = _single(connection, round_)
    concerned = {each.ruling_id for each in known}.union(*single.values())
    found = connection.execute(
        select(rulings).where(
            rulings.c.team_id == round_.team_id, rulings.c.ruling_id.in_(sorted(concerned))
        )
    )
    return Basis(
        round=round_,
        phrases=known,
        rulings=tuple(map(ruling_of, found)),
        single=single,
        tries=tuple(Tries(each, tuple(said[each]), hinted.get(each)) for each in members),
    )


def _single(connection: Connection, round_: Round) -> Mapping[AnswerKey, tuple[str, ...]]:
    """The rulings about single answers of a round."""
    found: dict[AnswerKey, tuple[str, ...]] = {}
    rows = connection.execute(
        select(appeals.c.member_id, appeals.c.number, decided.c.ruling_id)
        .select_from(DECIDED_APPEALS)
        .where(appeals.c.team_id == round_.team_id, appeals.c.round_id == round_.id)
    )
    for member_id, number, ruling_id in rows:
        found[member_id, number] = (*found.get((member_id, number), ()), ruling_id)
    return found


def _numbers(
    connection: Connection, round_: Round, members: Sequence[str]
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many answers each member gave in a round, and how many rulings changed their points."""
    of_round = (answers.c.team_id == round_.team_id, answers.c.round_id == round_.id)
    said = connection.execute(
        select(answers.c.member_id, func.max(answers.c.number))
        .where(*of_round, answers.c.member_id.in_(members))
        .group_by(answers.c.member_id)
    )
    entered = connection.execute(
        select(ledger.c.member_id, func.max(ledger.c.number))
        .where(
            ledger.c.team_id == round_.team_id,
            ledger.c.round_id == round_.id,
            ledger.c.reason == RULING,
            ledger.c.member_id.in_(members),
        )
        .group_by(ledger.c.member_id)
    )
    return {row[0]: row[1] for row in said}, {row[0]: row[1] for row in entered}


def _write(
    connection: Connection,
    round_: Round,
    regrade: Regrade,
    entered: int,
    now: datetime,
) -> None:
    """Write the new grades of one member's answers, and the entry that says why."""
    for answer in regrade.answers:
        if answer.number not in regrade.changed:
            continue
        connection.execute(
            update(answers)
            .where(
                answers.c.team_id == round_.team_id,
                answers.c.round_id == round_.id,
                answers.c.member_id == regrade.member_id,
                answers.c.number == answer.number,
            )
            .values(grade=answer.grade, first=answer.first, points=answer.points)
        )
        if answer.grade.verdict is Verdict.CORRECT:
            _settle(connection, answer, regrade.cause.partition(" ")[0])
    connection.execute(
        insert_row(ledger).values(
            team_id=round_.team_id,
            round_id=round_.id,
            member_id=regrade.member_id,
            reason=RULING,
            number=entered + 1,
            channel_id=round_.channel_id,
            local_date=round_.local_date,
            points=regrade.delta,
            entered_at=now,
            cause=regrade.cause,
        )
    )


def _settle(connection: Connection, answer: Answer, ruling_id: str) -> None:
    """Let an appeal about an answer that is right now, in whatever words, be decided by the ruling
    that made it so: it has nothing to wait for.
    """
    settled = connection.scalar(
        update(appeals)
        .where(
            appeals.c.team_id == answer.team_id,
            appeals.c.round_id == answer.round_id,
            appeals.c.member_id == answer.member_id,
            appeals.c.number == answer.number,
            appeal_waits,
        )
        .values(ruling_id=ruling_id)
        .returning(appeals.c.appeal_id)
    )
    if settled is not None:
        connection.execute(
            insert(connection, decided)
            .values(team_id=answer.team_id, ruling_id=ruling_id, about_id=settled)
            .on_conflict_do_nothing()
        )


def _rounds_by_id(connection: Connection, team_id: str, ids: Iterable[str]) -> Mapping[str, Round]:
    found = connection.execute(
        select(rounds).where(rounds.c.team_id == team_id, rounds.c.round_id.in_(sorted(ids)))
    )
    return {row.round_id: round_of(row) for row in found}


def _said(
    connection: Connection, team_id: str, concerned: Sequence[tuple[str, str]]
) -> Mapping[tuple[str, str], list[Answer]]:
    """What members said in rounds, by round and member."""
    members: dict[str, list[str]] = defaultdict(list)
    for round_id, member_id in concerned:
        members[round_id].append(member_id)
    found: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for round_id, ids in members.items():
        for start in range(0, len(ids), _AT_ONCE):
            rows = connection.execute(
                select(answers)
                .where(
                    answers.c.team_id == team_id,
                    answers.c.round_id == round_id,
                    answers.c.member_id.in_(ids[start : start + _AT_ONCE]),
                )
                .order_by(answers.c.number)
            )
            for row in rows:
                found[round_id, row.member_id].append(answer_of(row))
    return found


def _meant(said: Sequence[Answer], number: int | None) -> Answer:
    """The answer that was appealed about, else the one that counts."""
    if number is not None:
        return next(each for each in said if each.number == number)
    return counted(said)
