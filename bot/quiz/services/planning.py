"""Planning: when a schedule is due, its round is written, with all that follows from it."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from bot.model.delivery import Delivery
from bot.model.round import Round, RoundState
from bot.model.schedule import Schedule
from bot.quiz.error_trace import trace
from bot.quiz.errors import AllOpen, BadArgument
from bot.quiz.messages.formatting import count, day
from bot.quiz.messages.place import where
from bot.quiz.ports import Clock, Store
from bot.quiz.ports.rounds import StillUntold
from bot.quiz.rules import calendar, deliveries
from bot.quiz.rules.identity import new_id
from bot.quiz.rules.rules import RuleBook, Rules
from bot.quiz.services.choosing import Choice, Choosing
from bot.quiz.services.library import Library
from bot.quiz.services.notices import Notices
from bot.quiz.services.places import Places

_log = logging.getLogger(__name__)
_RECENT = 20
_CHOICES = 50
"""How often another question is chosen where somebody was faster with each."""


class Planning:
    """Turns due schedules, and quizmasters' wishes, into planned rounds."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        library: Library,
        notices: Notices,
        places: Places,
        rule_book: RuleBook,
        rng: Random,
    ) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._notices = notices
        self._places = places
        self._rule_book = rule_book
        self._rng = rng
        self._choosing = Choosing(store, clock, library, rng)
        self._waiting: set[tuple[str, str, str]] = set()
        """The schedules that were seen to wait for a question, by team, channel and slot."""

    async def plan_all(self, due: Sequence[Schedule]) -> int:
        """Plan schedules that are due; returns how many were moved on.

        They are planned at the same time, so that their writes share commits; one that fails
        holds up nobody else.
        """
        done = await asyncio.gather(*map(self._plan, due), return_exceptions=True)
        for schedule, failed in zip(due, done, strict=True):
            if isinstance(failed, BaseException):
                _log.error("a schedule of %s is not planned: %s", schedule.team_id, trace(failed))
        return done.count(True)

    async def _plan(self, schedule: Schedule) -> bool:
        """Plan a schedule that is due; False if it has to wait.

        Where every question of the sheet is still open in the team, or its reveal is still to
        come, the channel waits for the first to be told: it may be a matter of seconds, as where
        yesterday's question closes when today's opens. After the grace time the day is left out,
        which breaks nobody's streak, and the quizmaster hears why: a question that is asked a
        second time would give away the first. Where the quiz rests it is looked whether it could go
        on.
        """
        if schedule.rests:
            return await self._places.look(schedule)
        which = (schedule.team_id, schedule.channel_id, schedule.slot)
        for _ in range(_CHOICES):
            try:
                await self._plan_once(schedule, waited=which in self._waiting)
            except StillUntold:
                continue
            except AllOpen:
                self._waiting.add(which)
                return False
            self._waiting.discard(which)
            return True
        return False

    async def _plan_once(self, schedule: Schedule, *, waited: bool) -> None:
        now, rules = self._clock.now(), self._rules_of(schedule)
        *missed, opening = calendar.openings(schedule, schedule.next_at or now, now)
        next_at = calendar.next_opening(schedule, opening)
        on_time = _on_time(schedule, opening, now, rules.grace)
        chosen = await self._choosing.chosen(schedule, posted=on_time)
        if chosen is None:
            await self._rest(schedule)
            return
        planned = self._round(schedule, chosen, opening)
        posts: tuple[Delivery, ...] = ()
        notices: tuple[Delivery, ...] = ()
        if on_time:
            posts = deliveries.opening(planned, rules)
        else:
            planned = replace(planned, state=RoundState.SKIPPED)
            missed.append(opening)
        if missed:
            words = _without_a_question if waited and not on_time else _without_the_bot
            notices = await self._notices.written(
                schedule.team_id,
                schedule.channel_id,
                words(schedule, missed),
                key=f"skip-{planned.id}",
            )
        rivals = chosen.rivals if on_time else frozenset[str]()
        owed = (*posts, *notices)
        if await self._store.plan(planned, owed, schedule, next_at, rivals):
            _log.info("round %s of %s: %s", planned.id, planned.team_id, planned.state)
            if on_time:
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

    def _round(self, schedule: Schedule, chosen: Choice, opening: datetime) -> Round:
        local_date = calendar.opening_day(schedule, opening)
        return Round(
            team_id=schedule.team_id,
            id=new_id(self._rng),
            channel_id=schedule.channel_id,
            channel_name=schedule.channel_name,
            local_date=local_date,
            slot=schedule.slot,
            sheet_id=schedule.sheet_id,
            sheet_title=chosen.sheet_title,
            question=chosen.question,
            planned_at=opening,
            closes_at=calendar.closing(schedule, local_date),
            zone=schedule.zone,
        )

    async def _rest(self, schedule: Schedule) -> None:
        words = f'There is nothing to ask from the sheet "{schedule.sheet_id}".'
        owed = await self._notices.written(
            schedule.team_id,
            schedule.channel_id,
            f"{words} The quiz in {where(schedule.channel_name)} rests; /quizmaster schedule starts "
            "it again with another sheet.",
            key=f"rest {schedule.channel_id} {schedule.slot} {schedule.version}",
        )
        if await self._store.rest(schedule, words, owed):
            self._notices.wake()

    async def plan_extra(self, schedule: Schedule, slot: str, asked_by: str = "") -> Round | None:
        """Plan a question that a quizmaster asked for now; None if the sheet has none. Raises
        `AllOpen` if all of them are open.

        The same slot twice on one day is the same wish delivered twice: it plans nothing more.
        """
        for _ in range(_CHOICES):
            try:
                chosen = await self._choosing.chosen(schedule, asked_by=asked_by)
                if chosen is None:
                    return None
                now, rules = self._clock.now(), self._rules_of(schedule)
                planned = replace(
                    self._round(schedule, chosen, now),
                    slot=slot,
                    closes_at=calendar.closing_of_extra(schedule, now, rules),
                )
                owed = deliveries.opening(planned, rules)
                if await self._store.plan(planned, owed, rivals=chosen.rivals):
                    await self._make_ready(planned)
                    return planned
                return await self._in_slot(schedule, slot) or planned
            except StillUntold:
                continue
            except AllOpen:
                if before := await self._in_slot(schedule, slot):
                    return before
                raise
        raise BadArgument("Many questions are being posted just now. Please try again.")

    async def example(self, schedule: Schedule, asked_by: str) -> Round | None:
        """A round as the schedule would bring one, which is not planned; None if its sheet has no
        question. Raises `AllOpen` if all of them are open.
        """
        chosen = await self._choosing.chosen(schedule, asked_by=asked_by)
        if chosen is None:
            return None
        opening = calendar.next_opening(schedule, self._clock.now()) or self._clock.now()
        return self._round(schedule, chosen, opening)

    async def _in_slot(self, schedule: Schedule, slot: str) -> Round | None:
        """The round that the channel had lately in a slot, or None."""
        known = await self._store.rounds(schedule.team_id, schedule.channel_id, _RECENT)
        return next((each for each in known if each.slot == slot), None)


def _on_time(schedule: Schedule, opening: datetime, now: datetime, grace: timedelta) -> bool:
    """Whether a round may still be posted: on its own day, not too late, not closed already."""
    own_day = calendar.opening_day(schedule, opening)
    past = calendar.is_past(own_day, opening, now, schedule.zone)
    return not past and now - opening <= grace and now < calendar.closing(schedule, own_day)


def _without_the_bot(schedule: Schedule, missed: list[datetime]) -> str:
    """Why questions did not come: nobody was there to post them."""
    last = day(calendar.opening_day(schedule, missed[-1]))
    return (
        f"I was not running when {count(len(missed), 'question')} should have come in "
        f"{where(schedule.channel_name)} (the last on {last}). Nobody's streak suffers, and the next one "
        "comes as planned. /quizmaster ask posts one now."
    )


def _without_a_question(schedule: Schedule, missed: list[datetime]) -> str:
    """Why a question did not come: there was none that could be asked."""
    last = day(calendar.opening_day(schedule, missed[-1]))
    return (
        f"There was no question for {where(schedule.channel_name)} on {last}: every one of its sheet was still "
        "open in this team, and a second post would have given its answer away. Nobody's streak "
        "suffers, and the next one comes as planned. A larger sheet helps: /quizmaster upload "
        "brings one."
    )
