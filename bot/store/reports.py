"""Reports: what members find wrong with questions, and what was set aside because of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, and_, delete, select
from sqlalchemy import insert as insert_row

from bot.model.delivery import Delivery
from bot.model.report import Aside, Complaint, Report, ReportKind
from bot.model.round import Round
from bot.store.database import Record, Repository, insert
from bot.store.debts import owe_all
from bot.store.decision_tables import asides, decided, report_waits, reports
from bot.store.desks import gathered
from bot.store.rounds import round_of
from bot.store.ruling_rows import ruling_in
from bot.store.tables import rounds
from bot.store.teams import rests

_AT_MOST = 500
"""Waiting reports of a team that are looked at; the rest comes once these are decided."""


class SqlReports(Repository):
    """Reports, each kept with what was decided about it."""

    async def report(self, report: Report, owed: Sequence[Delivery], gather: datetime) -> None:
        """Keep a report, and owe the words about it now, or when the gathering time is over."""

        def work(connection: Connection) -> None:
            resting = rests(connection, report.team_id)
            kept = connection.execute(
                insert(connection, reports).values(**_row_of(report)).on_conflict_do_nothing()
            )
            due_at = (
                gathered(connection, report.team_id, report.made_at, gather)
                if kept.rowcount
                else None
            )
            if due_at is not None:
                later = tuple(replace(each, due_at=due_at) for each in owed)
                owe_all(connection, later, resting=resting)

        await self.database.write(work)

    async def open_complaints(
        self, team_id: str, limit: int, skipped: int = 0
    ) -> tuple[tuple[Complaint, ...], int]:
        """Complaints that wait, the oldest first, and how many wait in all."""
        waiting = (
            select(reports)
            .where(reports.c.team_id == team_id, report_waits)
            .order_by(reports.c.made_at, reports.c.report_id)
            .limit(_AT_MOST)
        )

        def work(connection: Connection) -> tuple[tuple[Complaint, ...], int]:
            alike: dict[tuple[str, str], list[Report]] = defaultdict(list)
            for row in connection.execute(waiting):
                alike[row.sheet_id, row.question_id].append(_report_of(row))
            page = list(alike.values())[skipped : skipped + limit]
            return tuple(_complaint(connection, each) for each in page), len(alike)

        return await self.database.look(work)

    async def complaint(self, team_id: str, report_id: str) -> Complaint | None:
        """The complaint to which a report belongs, or None."""

        def work(connection: Connection) -> Complaint | None:
            row = connection.execute(
                select(reports).where(
                    reports.c.team_id == team_id, reports.c.report_id == report_id
                )
            ).one_or_none()
            if row is None:
                return None
            others = connection.execute(
                select(reports)
                .where(
                    reports.c.team_id == team_id,
                    reports.c.sheet_id == row.sheet_id,
                    reports.c.question_id == row.question_id,
                    reports.c.ruling_id == row.ruling_id,
                    reports.c.report_id != report_id,
                )
                .order_by(reports.c.made_at, reports.c.report_id)
            )
            return _complaint(connection, [_report_of(row), *map(_report_of, others)])

        return await self.database.look(work)

    async def reports_of(self, team_id: str, ruling_id: str) -> tuple[Report, ...]:
        """The reports that a ruling decided, also if it was undone."""
        query = select(reports).join(
            decided,
            and_(
                decided.c.team_id == reports.c.team_id,
                decided.c.about_id == reports.c.report_id,
            ),
        )
        those = query.where(decided.c.team_id == team_id, decided.c.ruling_id == ruling_id)

        def work(connection: Connection) -> tuple[Report, ...]:
            return tuple(map(_report_of, connection.execute(those)))

        return await self.database.look(work)

    async def asides(self, team_id: str) -> tuple[Aside, ...]:
        """The questions that a team set aside, the newest first."""
        query = (
            select(asides)
            .where(asides.c.team_id == team_id)
            .order_by(asides.c.at.desc(), asides.c.question_id)
        )

        def work(connection: Connection) -> tuple[Aside, ...]:
            return tuple(
                Aside(
                    row.team_id,
                    row.sheet_id,
                    row.question_id,
                    row.prompt,
                    row.content,
                    row.ruling_id,
                    row.name,
                    row.at,
                )
                for row in connection.execute(query)
            )

        return await self.database.look(work)

    async def ask_again(self, team_id: str, sheet_id: str, question_id: str) -> bool:
        """Ask a question again that was set aside; False if it was not."""

        def work(connection: Connection) -> bool:
            gone = connection.execute(
                delete(asides).where(
                    asides.c.team_id == team_id,
                    asides.c.sheet_id == sheet_id,
                    asides.c.question_id == question_id,
                )
            )
            return gone.rowcount == 1

        return await self.database.write(work)


def set_aside(connection: Connection, aside: Aside) -> None:
    """Ask a question no more, whatever was decided about it before."""
    connection.execute(
        delete(asides).where(
            asides.c.team_id == aside.team_id,
            asides.c.sheet_id == aside.sheet_id,
            asides.c.question_id == aside.question_id,
        )
    )
    connection.execute(
        insert_row(asides).values(
            team_id=aside.team_id,
            sheet_id=aside.sheet_id,
            question_id=aside.question_id,
            prompt=aside.prompt,
            content=aside.content,
            ruling_id=aside.ruling_id,
            name=aside.name,
            at=aside.at,
        )
    )


def _complaint(connection: Connection, alike: Sequence[Report]) -> Complaint:
    first = alike[0]
    ruling = ruling_in(connection, first.team_id, first.ruling_id) if first.ruling_id else None
    return Complaint(tuple(alike), _round(connection, first), ruling)


def _round(connection: Connection, report: Report) -> Round | None:
    """The round in which a question was reported, else the latest that asked it."""
    named = rounds.c.round_id == report.round_id
    asked = and_(
        rounds.c.sheet_id == report.sheet_id,
        rounds.c.question_id == report.question_id,
        rounds.c.opened_at.is_not(None),
    )
    row = connection.execute(
        select(rounds)
        .where(rounds.c.team_id == report.team_id, named if report.round_id else asked)
        .order_by(rounds.c.planned_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else round_of(row)


def _row_of(report: Report) -> dict[str, object]:
    return {
        "team_id": report.team_id,
        "report_id": report.id,
        "channel_id": report.channel_id,
        "sheet_id": report.sheet_id,
        "question_id": report.question_id,
        "prompt": report.prompt,
        "member_id": report.member_id,
        "name": report.name,
        "kind": report.kind.value,
        "note": report.note,
        "made_at": report.made_at,
        "round_id": report.round_id,
        "ruling_id": report.ruling_id,
    }


def _report_of(row: Record) -> Report:
    return Report(
        team_id=row.team_id,
        id=row.report_id,
        channel_id=row.channel_id,
        sheet_id=row.sheet_id,
        question_id=row.question_id,
        prompt=row.prompt,
        member_id=row.member_id,
        name=row.name,
        kind=ReportKind(row.kind),
        note=row.note,
        made_at=row.made_at,
        round_id=row.round_id,
        ruling_id=row.ruling_id,
    )
