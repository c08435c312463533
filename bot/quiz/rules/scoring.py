"""Scoring: what an answer is worth, how long a run of days is, and who stands where."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from bot.model.answer import Answer
from bot.model.board import Ranked, Standing, Window
from bot.model.grade import Grade, Verdict
from bot.quiz.rules.rules import Rules


def worth(grade: Grade, number_of_try: int, *, hinted: bool, rules: Rules) -> int:
    """The points of a grade at a try counted from 1; never below 0, and at least 1 if anything
    was right.
    """
    if grade.verdict in (Verdict.WRONG, Verdict.MORE) or grade.score <= 0:
        return 0
    earned = rules.points * grade.score
    cost = rules.retry_costs * (number_of_try - 1) + rules.hint_costs * hinted
    return max(1, round(earned - cost))


def gain(points: int, earlier: Sequence[Answer]) -> int:
    """What points add to those that earlier answers of the same member and round brought.

    A later try never takes points away.
    """
    return max(0, points - sum(answer.points for answer in earlier))


def tries_used(answers: Sequence[Answer]) -> int:
    """How many tries a member's answers in a round have cost: right but too general is asked again
    for free, and stays free whatever a ruling makes of it later.
    """
    return sum(
        Verdict.MORE not in (answer.grade.verdict, (answer.first or answer.grade).verdict)
        for answer in answers
    )


def counted(answers: Sequence[Answer]) -> Answer:
    """The one of a member's answers in a round that counts: the best, the first of equals."""
    return max(answers, key=lambda answer: answer.grade.score)


def solved(answers: Sequence[Answer]) -> bool:
    """Whether one of them was right."""
    return any(answer.grade.verdict is Verdict.CORRECT for answer in answers)


def streak(played: Sequence[date], answered: Collection[date], today: date) -> int:
    """The length of the run of the channel's days that ends today, or on the day before if
    today's question is still unanswered.

    `played` are the days on which the channel had a question; other days break nothing.
    """
    days = sorted({day for day in played if day <= today} | {d for d in answered if d == today})
    if days and days[-1] == today and today not in answered:
        days.pop()
    length = 0
    for day in reversed(days):
        if day not in answered:
            break
        length += 1
    return length


def longest(played: Sequence[date], answered: Collection[date]) -> int:
    """The longest run that a member ever had in the channel."""
    best = run = 0
    for day in sorted(set(played)):
        run = run + 1 if day in answered else 0
        best = max(best, run)
    return best


LIVE = frozenset({Window.TODAY, Window.WEEK})
"""The windows of now: a round that is open belongs to them whatever its day, and its points show as
they come in. All others go by the days of closed rounds.
"""


def first_day(window: Window, today: date) -> date | None:
    """The local day on which a window began; weeks begin on Monday; None means no beginning."""
    match window:
        case Window.TODAY:
            return today
        case Window.WEEK:
            return today - timedelta(days=today.weekday())
        case Window.MONTH:
            return today.replace(day=1)
        case Window.ALL:
            return None


def last_day(window: Window, today: date) -> date | None:
    """The local day on which a window ends; None means never."""
    match window:
        case Window.TODAY:
            return today
        case Window.WEEK:
            return today + timedelta(days=6 - today.weekday())
        case Window.MONTH:
            return (today.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        case Window.ALL:
            return None


def ranking(standings: Sequence[Standing], before: Sequence[Standing] = ()) -> tuple[Ranked, ...]:
    """Rank by points: equal points share a rank and the next one skips (1, 2, 2, 4).

    Members who hide are left out before ranks are given. `before` are the standings of the day
    before in the same window; with them, each place says how many ranks were gained or lost.
    Within a rank, names stand in alphabetical order.
    """
    earlier = {place.standing.member_id: place.rank for place in ranking(before)} if before else {}
    shown = sorted(
        (standing for standing in standings if not standing.hidden),
        key=lambda standing: (-standing.points, standing.name.casefold(), standing.member_id),
    )
    places: list[Ranked] = []
    for position, standing in enumerate(shown, start=1):
        tied = bool(places) and places[-1].standing.points == standing.points
        rank = places[-1].rank if tied else position
        moved = earlier.get(standing.member_id, rank) - rank
        places.append(Ranked(rank, standing, moved))
    return tuple(places)


def place_of(member_id: str, places: Sequence[Ranked]) -> Ranked | None:
    """Where a member stands, or None."""
    return next((place for place in places if place.standing.member_id == member_id), None)
