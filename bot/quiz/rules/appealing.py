"""Appealing: about which answers a member may still say "I was right", and until when."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.model.answer import Answer
from bot.model.grade import Verdict
from bot.model.round import Round
from bot.model.schedule import Schedule
from bot.quiz.rules.calendar import instant

QUIZ_DAYS = 2
"""The days with a question, after its own, on which an answer may be appealed about."""
LISTED = timedelta(days=14)
"""How long an answer stays listed, and the longest that an appeal is possible."""
DECIDED_WITHIN = timedelta(days=7)
"""After so long without a decision the member is told so; and so long a decision can be undone."""
GATHERED = timedelta(hours=1)
"""Quizmasters hear of appeals once in this time at most."""
ASKED_WHY_AFTER = 3
"""Declined appeals after which a word of why is asked for."""


def open_until(round_: Round, schedule: Schedule | None) -> datetime:
    """The end of the second next day on which the channel plays; where none comes, of the last day
    on which the answer is listed.
    """
    day = last = round_.local_date + LISTED - timedelta(days=1)
    if schedule is not None and schedule.runs:
        day, found = round_.local_date, 0
        while found < QUIZ_DAYS and day < last:
            day += timedelta(days=1)
            found += day.weekday() in schedule.days
    return instant(day + timedelta(days=1), time(), round_.zone)


def disputable(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Those of a member's answers in a round that were not right."""
    return tuple(each for each in answers if each.grade.verdict is not Verdict.CORRECT)
