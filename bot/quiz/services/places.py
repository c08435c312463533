"""Places: in which channels the quiz can run, and what becomes of it where it cannot.

A channel that says no is met once: the quizmasters are told, the quiz rests there, and it is looked
at again when the next question would come, or when its platform hints that something changed. A
channel that is back is offered; only a person lets the quiz go on.
"""

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta

from bot.model.delivery import Delivery
from bot.model.event import Actor
from bot.model.message import Button
from bot.model.obstacle import Obstacle
from bot.model.schedule import Schedule
from bot.model.team import platform_of
from bot.quiz.error_trace import trace
from bot.quiz.errors import InTheWay
from bot.quiz.messages import place
from bot.quiz.ports import Chat, Clock, Store
from bot.quiz.ports.chat import ChatError, Gone, Unreachable
from bot.quiz.rules.calendar import next_opening
from bot.quiz.services.notices import Notices

_log = logging.getLogger(__name__)
_WITHIN = 1.5
"""Seconds in which a platform says what stands in the way; a dialog has to open in three."""
_LOOK_AGAIN = timedelta(hours=1)
"""After this, a platform that did not answer is asked again."""
_TRIES = 5
"""How often a schedule is read again that others change at the same time."""


def _is_told_of(schedule: Schedule) -> bool:
    """Whether it was told why a quiz rests, and that holds."""
    return schedule.next_at is not None and schedule.rests not in ("", place.MENDED)


class Places:
    """Keeps the quiz out of channels that are closed to the bot, and offers to let it in again."""

    def __init__(
        self, store: Store, clock: Clock, chats: Mapping[str, Chat], notices: Notices
    ) -> None:
        self._store = store
        self._clock = clock
        self._chats = chats
        self._notices = notices

    async def obstacle(self, team_id: str, channel_id: str, name: str = "") -> Obstacle | None:
        """What stands in the way in a channel of this name; None if nothing does, or if nobody can
        say now: a question that is refused later is told of then.
        """
        try:
            return await self._found(team_id, channel_id, name)
        except (ChatError, TimeoutError):
            return None

    async def require_free(self, actor: Actor, again: Button) -> None:
        """Raise `InTheWay` if something keeps the quiz out of the actor's channel."""
        found = await self.obstacle(actor.team_id, actor.channel_id, actor.channel_name)
        if found is not None:
            raise InTheWay(found, again)

    async def _found(self, team_id: str, channel_id: str, name: str) -> Obstacle | None:
        """What stands in the way; raises `ChatError` or `TimeoutError` if nobody says it now."""
        chat = self._chats.get(platform_of(team_id))
        if chat is None:
            raise Unreachable("the platform is not connected here")
        try:
            async with asyncio.timeout(_WITHIN):
                return await chat.obstacle(team_id, channel_id)
        except Gone:
            return place.gone(name)

    async def keep_out(
        self, team_id: str, channel_id: str, obstacle: Obstacle | None
    ) -> bool | None:
        """Let the quiz of a channel rest because of what stands in the way, None for a channel that
        is gone, and tell the quizmasters. Whether it rests by now; None where no quiz is set up.
        """
        schedules = await self._store.schedules(team_id, channel_id)
        kept = [
            await self._keep_out(schedule, obstacle or place.gone(schedule.channel_name))
            for schedule in schedules
        ]
        return all(kept) if kept else None

    async def look(self, schedule: Schedule) -> bool:
        """Look whether a quiz that rests because of its channel could go on; False if that cannot
        be done in this process.
        """
        team_id = schedule.team_id
        if platform_of(team_id) not in self._chats:
            return False
        now = self._clock.now()
        try:
            standing = await self._found(team_id, schedule.channel_id, schedule.channel_name)
        except (ChatError, TimeoutError):
            await self._store.stay_out(schedule, schedule.rests, now + _LOOK_AGAIN, now)
            return True
        if standing is None:
            await self._offer(schedule)
            why, look_at = place.MENDED, None
        else:
            # Nobody waits for the channel of a quiz that a person paused.
            why, look_at = str(standing), None if schedule.paused else next_opening(schedule, now)
        await self._store.stay_out(schedule, why, look_at, now)
        return True

    async def changed(self, team_id: str, channel_id: str = "", name: str = "") -> None:
        """Something may have changed about a channel, or about any of a team. Where no quiz is set
        up it is of no interest.
        """
        if channel_id:
            schedules = await self._store.schedules(team_id, channel_id)
        else:
            schedules = await self._store.team_schedules(team_id)
        if name and any(each.channel_name != name for each in schedules):
            await self._store.rename_channel(team_id, channel_id, name)
        for schedule in schedules:
            try:
                await self._met(schedule)
            except Exception as failed:
                _log.error("a channel of %s is not looked at: %s", team_id, trace(failed))

    async def _met(self, schedule: Schedule) -> None:
        """See what is so in a channel of which a platform hinted that it changed."""
        looked_at = schedule.rests and schedule.next_at is not None and not schedule.paused
        if not (schedule.runs or looked_at):
            return
        try:
            standing = await self._found(
                schedule.team_id, schedule.channel_id, schedule.channel_name
            )
        except (ChatError, TimeoutError):
            return
        if schedule.runs and standing is not None:
            await self._keep_out(schedule, standing)
        elif looked_at and standing is None:
            await self._offer(schedule)

    async def _keep_out(self, schedule: Schedule, obstacle: Obstacle) -> bool:
        """Let one schedule rest, however others change it at the same time; of one that rests for
        such a reason nobody is told again. False if they were always faster.
        """
        present: Schedule | None = schedule
        for _ in range(_TRIES):
            if present is None:
                return False
            if _is_told_of(present):
                kept = await self._store.let_wait(present)
            else:
                kept = await self._told(present, obstacle)
            if kept:
                return True
            present = await self._again(present)
        return False

    async def _told(self, present: Schedule, obstacle: Obstacle) -> bool:
        team = await self._team_name(present.team_id)
        owed = await self._owed(present, "rest", *place.kept_out(obstacle, present, team))
        look_at = next_opening(present, self._clock.now())
        if not await self._store.keep_out(present, str(obstacle), look_at, owed):
            return False
        self._notices.wake()
        return True

    async def _offer(self, schedule: Schedule) -> None:
        """The channel is back: the quizmasters hear it once, and nothing goes on by itself. What
        waits goes on waiting, so that today's question may still come.
        """
        if schedule.rests == place.MENDED or schedule.paused:
            return
        owed = await self._owed(schedule, "back", *place.back(schedule))
        if await self._store.set_free(schedule, place.MENDED, owed):
            self._notices.wake()

    async def _again(self, schedule: Schedule) -> Schedule | None:
        """The same schedule as it stands now."""
        there = await self._store.schedules(schedule.team_id, schedule.channel_id)
        return next((each for each in there if each.slot == schedule.slot), None)

    async def _owed(
        self, schedule: Schedule, about: str, words: str, ways: tuple[Button, ...]
    ) -> tuple[Delivery, ...]:
        """A word about a schedule as it stands, to everybody who wants to be told."""
        key = f"{about} {schedule.channel_id} {schedule.slot} {schedule.version}"
        return await self._notices.written(
            schedule.team_id, schedule.channel_id, words, key=key, buttons=ways
        )

    async def _team_name(self, team_id: str) -> str:
        team = await self._store.team(team_id)
        return team.name if team else ""
