"""Planning: when a schedule is due, its round is written, with all that follows from it."""

import asyncio
import logging
from dataclasses import replace
from datetime import datetime
from random import Random

from bot.model.delivery import Delivery
from bot.model.question import Question
from bot.model.round import Round, RoundState
from bot.model.schedule import Schedule
from bot.quiz import calendar, owed
from bot.quiz.identity import new_id
from bot.quiz.library import Library
from bot.quiz.picking import pick
from bot.quiz.ports import Clock, Store
from bot.quiz.rules import Rules
from bot.quiz.speech.moment import count, day
from bot.quiz.trace import trace

_log = logging.getLogger(__name__)
_BATCH = 100
_RECENT = 20


class Planning:
    """Turns due schedules, and quizmasters' wishes, into planned rounds."""

    def __init__(
        self, store: Store, clock: Clock, library: Library, rules: Rules, rng: Random
    ) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._rules = rules
        self._rng = rng

    async def plan_due(self) -> int:
        """Plan what is due, at most a batch; returns how many schedules were moved on.

        They are planned at the same time, so that their writes share commits; one that fails
        holds up nobody else.
        """
        due = await self._store.due_schedules(self._clock.now(), _BATCH)
        done = await asyncio.gather(*map(self._plan, due), return_exceptions=True)
        for schedule, failed in zip(due, done, strict=True):
            if failed is not None:
                _log.error("a schedule of %s is not planned: %s", schedule.team_id, trace(failed))
        return done.count(None)

    async def _plan(self, schedule: Schedule) -> None:
        now = self._clock.now()
        *missed, opening = calendar.openings(schedule, schedule.next_at or now, now)
        moved_on = replace(schedule, next_at=calendar.next_opening(schedule, opening))
        question = await self.choose(schedule)
        if question is None:
            await self._rest(schedule)
            return
        planned = self._round(schedule, question, opening)
        notices: tuple[Delivery, ...] = ()
        if not self._on_time(schedule, planned, opening, now):
            planned = replace(planned, state=RoundState.SKIPPED)
            missed.append(opening)
        if missed:
            notices = self._about_missed(schedule, planned, missed, now)
        posts = () if planned.state is RoundState.SKIPPED else owed.opening(planned, self._rules)
        if await self._store.plan(planned, (*posts, *notices), moved_on):
            _log.info("round %s of %s: %s", planned.id, planned.team_id, planned.state)

    def _round(self, schedule: Schedule, question: Question, opening: datetime) -> Round:
        local_date = calendar.opening_day(schedule, opening)
        return Round(
            team_id=schedule.team_id,
            id=new_id(self._rng),
            channel_id=schedule.channel_id,
            channel_name=schedule.channel_name,
            local_date=local_date,
            slot=schedule.slot,
            sheet_id=schedule.sheet_id,
            question=question,
            planned_at=opening,
            closes_at=calendar.closing(schedule, local_date),
            zone=schedule.zone,
        )

    def _on_time(
        self, schedule: Schedule, planned: Round, opening: datetime, now: datetime
    ) -> bool:
        same_day = calendar.local(now, schedule.zone).date() == planned.local_date
        return same_day and now - opening <= self._rules.grace and now < planned.closes_at

    def _about_missed(
        self, schedule: Schedule, round_: Round, missed: list[datetime], now: datetime
    ) -> tuple[Delivery, ...]:
        if not schedule.made_by:
            return ()
        where = f"#{schedule.channel_name}" if schedule.channel_name else "the channel"
        last = day(calendar.opening_day(schedule, missed[-1]))
        words = (
            f"I was not running when {count(len(missed), 'question')} should have come in {where} "
            f"(the last on {last}). Nobody's streak suffers, and the next one comes as planned. "
            "/quiz ask posts one now."
        )
        key = f"skip-{round_.id}"
        return (
            owed.notice(
                schedule.team_id, schedule.channel_id, schedule.made_by, words, key=key, now=now
            ),
        )

    async def _rest(self, schedule: Schedule) -> None:
        words = f'There is nothing to ask from the sheet "{schedule.sheet_id}".'
        await self._store.save_schedule(replace(schedule, next_at=None, paused=words))
        if schedule.made_by:
            told = f"{words} The quiz rests there; /quiz schedule starts it again with a sheet."
            key = f"rest-{new_id(self._rng)}"
            await self._store.owe(
                owed.notice(
                    schedule.team_id,
                    schedule.channel_id,
                    schedule.made_by,
                    told,
                    key=key,
                    now=self._clock.now(),
                )
            )

    async def choose(self, schedule: Schedule) -> Question | None:
        """The question that the channel gets next, or None if its sheet has none."""
        book = await self._library.book(schedule.team_id, schedule.sheet_id)
        if book is None:
            return None
        asked = await self._store.asked(schedule.team_id, schedule.channel_id)
        left = book.sheet.asked
        while (chosen := pick(left, asked, self._rng)) is not None:
            if book.gradable(chosen):
                return chosen
            left = tuple(question for question in left if question is not chosen)
        return None

    async def plan_extra(self, schedule: Schedule, slot: str) -> Round | None:
        """Plan a question that a quizmaster asked for now; None if the sheet has none.

        The same slot twice on one day is the same wish delivered twice: it plans nothing more.
        """
        question = await self.choose(schedule)
        if question is None:
            return None
        now = self._clock.now()
        planned = replace(
            self._round(schedule, question, now),
            slot=slot,
            closes_at=calendar.closing_of_extra(schedule, now, self._rules),
        )
        if await self._store.plan(planned, owed.opening(planned, self._rules), None):
            return planned
        known = await self._store.rounds(schedule.team_id, schedule.channel_id, _RECENT)
        return next((each for each in known if each.slot == slot), planned)
