"""Insights: what all answers of a team add up to."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Text, and_, case, func, select, type_coerce

from bot.model.appeal import RulingKind
from bot.model.grade import Grade
from bot.model.insight import Insights, QuestionRecord, Trust
from bot.model.question import Question
from bot.store.database import Repository
from bot.store.decision_tables import appeals, decided, rulings
from bot.store.tables import answers, round_is_unclosed, rounds

_RIGHT = type_coerce(answers.c.grade, Text).like('%"verdict":"correct"%')
"""Whether a stored grade is that of a right answer: a member's own quotation marks are escaped."""
_GRANTED = frozenset({RulingKind.EVERYBODY, RulingKind.ONCE, RulingKind.PARTLY})


class SqlInsights(Repository):
    """Numbers over the rounds of a team."""

    async def insights(self, team_id: str, first: date) -> Insights:
        """How the closed rounds since a local day went."""
        counted = and_(
            rounds.c.team_id == team_id,
            rounds.c.local_date >= first,
            rounds.c.voided == "",
            rounds.c.opened_at.is_not(None),
            ~round_is_unclosed,
        )

        def work(connection: Connection) -> Insights:
            return _insights(connection, team_id, counted)

        return await self.database.look(work)


def _insights(connection: Connection, team_id: str, counted: ColumnElement[bool]) -> Insights:
    asked = connection.execute(
        select(rounds.c.round_id, rounds.c.sheet_id, rounds.c.question_id, rounds.c.question)
        .where(counted)
        .order_by(rounds.c.planned_at)
    ).all()
    ids = {row.round_id: (row.sheet_id, row.question_id) for row in asked}
    known: dict[tuple[str, str], Question] = {ids[row.round_id]: row.question for row in asked}
    those = select(rounds.c.round_id).where(counted)
    played = connection.execute(
        select(
            answers.c.round_id,
            answers.c.member_id,
            func.max(case((_RIGHT, 1), else_=0)),
        )
        .where(answers.c.team_id == team_id, answers.c.round_id.in_(those))
        .group_by(answers.c.round_id, answers.c.member_id)
    ).all()
    answered: Counter[tuple[str, str]] = Counter(ids[row[0]] for row in played)
    right: Counter[tuple[str, str]] = Counter(ids[row[0]] for row in played if row[2])
    disputes = _disputes(connection, team_id, ids)
    granted = [confidence for _, confidence, won in disputes if won]
    declined = [confidence for _, confidence, won in disputes if won is False]
    appealed = Counter(question for question, _, _ in disputes)
    overturned = Counter(question for question, _, won in disputes if won)
    return Insights(
        rounds=len(ids),
        members=len({row[1] for row in played}),
        answers=len(played),
        questions=tuple(
            QuestionRecord(
                *key,
                prompt=question.prompt,
                topic=question.topic[-1] if question.topic else "",
                answered=answered[key],
                right=right[key],
                appealed=appealed[key],
                overturned=overturned[key],
            )
            for key, question in known.items()
        ),
        granted=_trust(granted),
        declined=_trust(declined),
    )


def _disputes(
    connection: Connection, team_id: str, ids: dict[str, tuple[str, str]]
) -> list[tuple[tuple[str, str], float, bool | None]]:
    """Of each appeal its question, how sure the grader was, and whether it was granted; None where
    it waits. Appeals that were decided at once count once for each answer.
    """
    kinds: dict[str, RulingKind] = defaultdict(lambda: RulingKind.DECLINED)
    rows = connection.execute(
        select(decided.c.about_id, rulings.c.kind)
        .join_from(
            decided,
            rulings,
            and_(
                rulings.c.team_id == decided.c.team_id, rulings.c.ruling_id == decided.c.ruling_id
            ),
        )
        .where(decided.c.team_id == team_id, rulings.c.undone.is_(None))
    )
    for about_id, kind in rows:
        kinds[about_id] = RulingKind(kind)
    said = and_(
        answers.c.team_id == appeals.c.team_id,
        answers.c.round_id == appeals.c.round_id,
        answers.c.member_id == appeals.c.member_id,
        answers.c.number == appeals.c.number,
    )
    found = connection.execute(
        select(
            appeals.c.appeal_id,
            appeals.c.round_id,
            appeals.c.ruling_id,
            answers.c.grade,
            answers.c.first,
        )
        .join_from(appeals, answers, said)
        .where(appeals.c.team_id == team_id)
    )
    disputes: list[tuple[tuple[str, str], float, bool | None]] = []
    for row in found:
        if row.round_id in ids:
            grade: Grade = row.first or row.grade
            won = kinds[row.appeal_id] in _GRANTED if row.ruling_id else None
            disputes.append((ids[row.round_id], grade.confidence, won))
    return disputes


def _trust(found: Sequence[float]) -> Trust:
    return Trust(len(found), sum(found) / len(found)) if found else Trust()
