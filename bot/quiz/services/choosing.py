"""Choosing: the question that a channel gets next, which gives away no other one."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bot.model.question import Question
from bot.model.round import Round, RoundState
from bot.model.schedule import Schedule
from bot.model.team import is_alone
from bot.model.text import plain
from bot.quiz.errors import AllOpen
from bot.quiz.messages.formatting import at
from bot.quiz.ports import Clock, Store
from bot.quiz.rules.kin import giving_away
from bot.quiz.rules.picking import pick, without_asides
from bot.quiz.services.library import Library


@dataclass(frozen=True, slots=True)
class Choice:
    """A question to ask."""

    question: Question
    sheet_title: str
    rivals: frozenset[str]
    """The ids of the questions that must not be open beside it, its own with them."""


class Choosing:
    """Chooses among the questions of a channel's sheet."""

    def __init__(self, store: Store, clock: Clock, library: Library, rng: Random) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._rng = rng

    async def chosen(
        self, schedule: Schedule, *, posted: bool = True, asked_by: str = ""
    ) -> Choice | None:
        """The question that the channel gets next; None if its sheet has none.

        One that is `posted` gives away no answer that was not told yet, in whatever channel of
        the team, nor in another team of whoever asked by hand; raises `AllOpen` if the sheet has
        no such one now.
        """
        book = await self._library.book(schedule.team_id, schedule.sheet_id)
        if book is None:
            return None
        asked = await self._store.asked(schedule.team_id, schedule.channel_id)
        untold = await self._untold(schedule, asked_by) if posted else ()
        without = giving_away(untold, book.kin)
        asides = await self._store.asides(schedule.team_id)
        questions = without_asides(book.sheet.asked, book.sheet.id, asides)
        question = pick(questions, asked, self._rng, without)
        if question is not None and not book.gradable(question):
            # One such may mean thousands: looked at once, and aside, so that nobody waits for it.
            gradable = await asyncio.to_thread(book.gradable_ones)
            questions = without_asides(gradable, book.sheet.id, asides)
            question = pick(questions, asked, self._rng, without)
        if question is not None:
            return Choice(question, book.sheet.title, book.kin.of(question))
        if untold and any(each.id in without and book.gradable(each) for each in questions):
            ids = {each.id for each in questions}
            ours = [each for each in untold if book.kin.told_by(each) & ids]
            raise AllOpen(book.sheet.title, self._told_next(ours))
        return None

    async def _untold(self, schedule: Schedule, asked_by: str) -> tuple[Round, ...]:
        """The rounds whose answer must not be given away."""
        own = await self._store.untold(schedule.team_id)
        maker = schedule.made_by
        person = asked_by or (maker if is_alone(schedule.team_id, maker) else "")
        if not person:
            return own
        now = self._clock.now()
        return (*own, *await self._store.live_elsewhere(schedule.team_id, person, now))

    def _told_next(self, untold: Sequence[Round]) -> str:
        """When the first of some rounds will have been told."""
        now, first = self._clock.now(), min(untold, key=lambda each: each.closes_at)
        if first.closes_at <= now or any(each.state is RoundState.CLOSED for each in untold):
            return "The answer to one of them is being posted: please try again in a minute."
        return f"The first of them closes {plain(at(first.closes_at, now, first.zone))}."
