"""Streaks: how many of the channel's days in a row a member has answered."""

from collections.abc import Collection, Sequence
from datetime import date


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
