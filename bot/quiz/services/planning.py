"""Planning: when a schedule is due, its round is written, with all that follows from it."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from bot.model.delivery import Delivery
from bot.model.question import Question
from bot.model.round import Round, RoundState
from bot.model.schedule import Schedule
from bot.quiz.error_trace import trace
from bot.quiz.messages.formatting import count, day
from bot.quiz.ports import Clock, Store
from bot.quiz.rules import calendar, deliveries
from bot.quiz.rules.identity import new_id
from bot.quiz.rules.picking import pick
from bot.quiz.rules.rules import RuleBook, Rules
from bot.quiz.services.library import Library
from bot.quiz.services.notices import Notices

_log = logging.getLogger(__name__)
_RECENT = 20


class Planning:
    """Turns due schedules, and quizmasters' wishes, into planned rounds."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        library: Library,
        notices: Notices,
        rule_book: RuleBook,
        rng: Random,
    ) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._notices = notices
        self._rule_book = rule_book
        self._rng = rng

    async def plan_all(self, due: Sequence[Schedule]) -> int:
        """Plan schedules that are due; returns how many were moved on.

        They are planned at the same time, so that their writes share commits; one that fails
        holds up nobody else.
        """
        done = await asyncio.gather(*map(self._plan, due), return_exceptions=True)
        for schedule, failed in zip(due, done, strict=True):
            if failed is not None:
                _log.error("a schedule of %s is not planned: %s", schedule.team_id, trace(failed))
        return done.count(None)

    async def _plan(self, schedule: Schedule) -> None:
        now = self._clock.now()
        *missed, opening = calendar.openings(schedule, schedule.next_at or now, now)
        next_at = calendar.next_opening(schedule, opening)
        chosen = await self._chosen(schedule)
        if chosen is None:
            await self._rest(schedule)
            return
        planned = self._round(schedule, *chosen, opening)
        rules = self._rules_of(schedule)
        notices: tuple[Delivery, ...] = ()
        if not _on_time(schedule, planned, now, rules.grace):
            planned = replace(planned, state=RoundState.SKIPPED)
            missed.append(opening)
        if missed:
            notices = _about_missed(schedule, planned, missed, now)
        skipped = planned.state is RoundState.SKIPPED
        posts = () if skipped else deliveries.opening(planned, rules)
        if await self._store.plan(planned, (*posts, *notices), schedule, next_at):
            _log.info("round %s of %s: %s", planned.id, planned.team_id, planned.state)
            if not skipped:
                await self._make_ready(planned)

    async def _make_ready(self, planned: Round) -> None:
        """Make the question of a planned round ready for answers, so that whoever answers first
        does not wait for it; the round stands without.
        """
        try:
            await self._library.prepared(planned)
        except Exception as failed:
            _log.warning("round %s is not made ready: %s", planned.id, trace(failed))

    def _rules_of(self, schedule: Schedule) -> Rules:
        return self._rule_book.of(schedule.team_id, schedule.channel_id)

    def _round(
        self, schedule: Schedule, question: Question, sheet_title: str, opening: datetime
    ) -> Round:
        local_date = calendar.opening_day(schedule, opening)
        return Round(
            team_id=schedule.team_id,
            id=new_id(self._rng),
            channel_id=schedule.channel_id,
            channel_name=schedule.channel_name,
            local_date=local_date,
            slot=schedule.slot,
            sheet_id=schedule.sheet_id,
            sheet_title=sheet_title,
            question=question,
            planned_at=opening,
            closes_at=calendar.closing(schedule, local_date),
            zone=schedule.zone,
        )

    async def _rest(self, schedule: Schedule) -> None:
        words = f'There is nothing to ask from the sheet "{schedule.sheet_id}".'
        if await self._store.rest(schedule, words) and schedule.made_by:
            told = f"{words} The quiz rests there; /quiz schedule starts it again with a sheet."
            key = f"rest-{new_id(self._rng)}"
            await self._notices.tell(
                schedule.team_id, schedule.channel_id, schedule.made_by, told, key=key
            )

    async def _chosen(self, schedule: Schedule) -> tuple[Question, str] | None:
        """The question that the channel gets next, with its sheet's title; None if its sheet has
        none.
        """
        book = await self._library.book(schedule.team_id, schedule.sheet_id)
        if book is None:
            return None
        asked = await self._store.asked(schedule.team_id, schedule.channel_id)
        question = pick(book.sheet.asked, asked, self._rng)
        if question is not None and not book.gradable(question):
            # One such may mean thousands: looked at once, and aside, so that nobody waits for it.
            question = pick(await asyncio.to_thread(book.gradable_ones), asked, self._rng)
        return (question, book.sheet.title) if question else None

    async def plan_extra(self, schedule: Schedule, slot: str) -> Round | None:
        """Plan a question that a quizmaster asked for now; None if the sheet has none.

        The same slot twice on one day is the same wish delivered twice: it plans nothing more.
        """
        chosen = await self._chosen(schedule)
        if chosen is None:
            return None
        now, rules = self._clock.now(), self._rules_of(schedule)
        planned = replace(
            self._round(schedule, *chosen, now),
            slot=slot,
            closes_at=calendar.closing_of_extra(schedule, now, rules),
        )
        if await self._store.plan(planned, deliveries.opening(planned, rules)):
            await self._make_ready(planned)
            return planned
        known = await self._store.rounds(schedule.team_id, schedule.channel_id, _RECENT)
        return next((each for each in known if each.slot == slot), planned)


def _on_time(schedule: Schedule, planned: Round, now: datetime, grace: timedelta) -> bool:
    """Whether a round may still be posted: on its own day, not too late, not closed already."""
    same_day = calendar.local(now, schedule.zone).date() == planned.local_date
    return same_day and now - planned.planned_at <= grace and now < planned.closes_at


def _about_missed(
    schedule: Schedule, round_: Round, missed: list[datetime], now: datetime
) -> tuple[Delivery, ...]:
    """A word to whoever set the schedule, where somebody did."""
    if not schedule.made_by:
        return ()
    where = f"#{schedule.channel_name}" if schedule.channel_name else "the channel"
    last = day(calendar.opening_day(schedule, missed[-1]))
    words = (
        f"I was not running when {count(len(missed), 'question')} should have come in {where} "
        f"(the last on {last}). Nobody's streak suffers, and the next one comes as planned. "
        "/quiz ask posts one now."
    )
    return (
        deliveries.notice(
            schedule.team_id,
            schedule.channel_id,
            schedule.made_by,
            words,
            key=f"skip-{round_.id}",
            now=now,
        ),
    )
