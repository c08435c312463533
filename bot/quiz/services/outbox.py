"""The outbox: what is owed is leased, sent with its key, and recorded."""

import asyncio
import hashlib
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random

from bot.model.delivery import Delivery, DeliveryKind
from bot.model.message import Button, Weight
from bot.model.obstacle import Obstacle
from bot.model.round import MessageRef, Round, RoundState
from bot.model.team import platform_of
from bot.quiz.actions import RETRY, Waiting
from bot.quiz.error_trace import trace
from bot.quiz.ports import Chat, Clock, Store
from bot.quiz.ports.chat import Busy, Gone, Refused, Revoked, Unfit, Unreachable
from bot.quiz.rules.calendar import is_past
from bot.quiz.rules.rules import Limits, RuleBook
from bot.quiz.services.composing import Composing
from bot.quiz.services.notices import Notices
from bot.quiz.services.places import Places
from bot.quiz.services.teams import Teams

_log = logging.getLogger(__name__)
_BATCH = 50
_FIRST_PAUSE = timedelta(seconds=2)
_LONGEST_PAUSE = timedelta(minutes=5)
_REFUSED_PAUSE = timedelta(minutes=5)
_ENDED = (RoundState.CLOSED, RoundState.REVEALED)


class TooLate(Exception):
    """A post whose time has passed before it could be made."""


class Outbox:
    """Sends what is owed on the platforms that this process serves."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        composing: Composing,
        notices: Notices,
        teams: Teams,
        places: Places,
        rule_book: RuleBook,
        limits: Limits,
        rng: Random,
        worker: str,
    ) -> None:
        self._store = store
        self._clock = clock
        self._composing = composing
        self._notices = notices
        self._teams = teams
        self._places = places
        self._rule_book = rule_book
        self._limits = limits
        self._rng = rng
        self._worker = worker

    @property
    def count_every(self) -> timedelta:
        """How often the count under a post is refreshed at most."""
        return self._limits.count_every

    async def send_due(self, chats: Mapping[str, Chat]) -> int:
        """Send what is due on these platforms, at most a batch; returns how many were taken."""
        now = self._clock.now()
        taken = await self._store.lease(
            frozenset(chats), self._worker, now, now + self._limits.lease, _BATCH
        )
        sending = (self._send(each, chats[each.platform]) for each in taken)
        for failed in await asyncio.gather(*sending, return_exceptions=True):
            if isinstance(failed, Exception):
                _log.error("a delivery is left to its lease: %s", trace(failed))
        return len(taken)

    async def _send(self, delivery: Delivery, chat: Chat) -> None:
        """Send one; whatever happens, the delivery is recorded, put off, or given up."""
        try:
            async with asyncio.timeout(self._limits.lease.total_seconds() * 0.8):
                ref = await self._sent(delivery, chat)
            await self._store.delivered(delivery, ref, self._clock.now())
            if delivery.kind is DeliveryKind.REVEAL:
                # What was gathered about it is for now, while people still talk of it.
                await self._store.hasten_gathered(delivery.team_id, self._clock.now())
        except Busy as busy:
            due_at = self._clock.now() + timedelta(seconds=busy.seconds)
            await self._store.postpone(delivery, due_at, str(busy))
        except Refused as refused:
            await self._refused(delivery, refused.obstacle, str(refused))
        except Gone as gone:
            await self._refused(delivery, None, str(gone))
        except (Unfit, TooLate) as left:
            await self._store.give_up(delivery, str(left), self._clock.now())
            await self._tell_quizmaster(delivery, str(left), "left")
        except Revoked as revoked:
            await self._pause_team(delivery, str(revoked))
        except (Unreachable, TimeoutError) as unreachable:
            await self._again(delivery, self._pause(delivery), str(unreachable) or "timed out")
        except Exception as error:
            _log.error("delivery %s of %s: %s", delivery.key, delivery.team_id, trace(error))
            await self._again(delivery, self._pause(delivery), "an error of ours, see the log")

    async def _sent(self, delivery: Delivery, chat: Chat) -> MessageRef | None:
        round_ = delivery.round
        match delivery.kind:
            case DeliveryKind.NOTICE:
                await self._tell(delivery, round_, chat)
                return None
            case DeliveryKind.APPEALS:
                await self._gathered(delivery, chat)
                return None
            case _ if round_ is None:
                raise TooLate("The round is no longer kept.")
            case DeliveryKind.POST:
                return await self._post(delivery, round_, chat)
            case DeliveryKind.REMIND:
                await self._remind(round_)
                return None
            case DeliveryKind.CLOSE:
                await self._close(round_, chat)
                return None
            case DeliveryKind.REVEAL:
                return await self._reveal(delivery, round_, chat)
            case DeliveryKind.AMENDED:
                await self._amend(delivery, round_, chat)
                return None

    async def _gathered(self, delivery: Delivery, chat: Chat) -> None:
        to = delivery.member_id
        if to and not await self._notices.may_hear(delivery.team_id, to):
            return
        message = await self._composing.appeals(delivery)
        if message is None:
            return
        where = (delivery.team_id, delivery.member_id or delivery.channel_id)
        if delivery.member_id:
            await chat.tell(*where, message, key=delivery.key)
        else:
            await chat.post(*where, message, key=delivery.key)

    async def _tell(self, delivery: Delivery, round_: Round | None, chat: Chat) -> None:
        if round_ is not None and not await self._waits_for(delivery.member_id, round_):
            return
        message = self._composing.notice(delivery, round_)
        await chat.tell(delivery.team_id, delivery.member_id, message, key=delivery.key)

    async def _waits_for(self, member_id: str, round_: Round) -> bool:
        """Whether there is still something to remind a member of."""
        if not round_.takes_answers(self._clock.now()):
            return False
        return not await self._store.answers(round_.team_id, round_.id, member_id)

    async def _post(self, delivery: Delivery, round_: Round, chat: Chat) -> MessageRef | None:
        now = self._clock.now()
        late = now - round_.planned_at > self._rule_book.of(round_.team_id, round_.channel_id).grace
        past = is_past(round_.local_date, round_.planned_at, now, round_.zone)
        if late or past or now >= round_.closes_at:
            if round_.answered:
                # It did come out, and where it stands was lost with a worker: its reveal is owed.
                return None
            where = f" in #{round_.channel_name}" if round_.channel_name else ""
            raise TooLate(
                f"A question could not be posted{where} in time and was left out; nobody's streak "
                "suffers. /quizmaster ask posts one now."
            )
        message = self._composing.post(round_)
        return await chat.post(delivery.team_id, delivery.channel_id, message, key=delivery.key)

    async def _close(self, round_: Round, chat: Chat) -> None:
        if round_.post is None:
            return
        try:
            await chat.edit(round_.post, self._composing.closed(round_))
        except Gone:
            _log.info("the post of round %s was deleted before it closed", round_.id)

    async def _reveal(self, delivery: Delivery, round_: Round, chat: Chat) -> MessageRef:
        if round_.post is not None:
            message = await self._composing.reveal(round_)
            try:
                return await chat.reply(round_.post, message, key=delivery.key)
            except Gone:
                _log.info("the post of round %s is gone; revealing in the channel", round_.id)
            except Refused:
                if not _stands_elsewhere(delivery):
                    raise
                _log.info("the post of round %s is out of reach; revealing here", round_.id)
        alone = await self._composing.reveal(round_, alone=True)
        return await chat.post(delivery.team_id, delivery.channel_id, alone, key=delivery.key)

    async def _amend(self, delivery: Delivery, round_: Round, chat: Chat) -> None:
        """A courtesy: where the post is out of reach, nobody misses it."""
        if round_.post is None:
            return
        try:
            message = await self._composing.amended(round_)
            await chat.reply(round_.post, message, key=delivery.key)
        except (Gone, Refused) as gone:
            _log.info("the reveal of round %s is not amended: %s", round_.id, gone)

    async def _remind(self, round_: Round) -> None:
        if not round_.takes_answers(self._clock.now()):
            return
        for member in await self._store.to_remind(round_):
            name = hashlib.sha256(f"{round_.id} {member.id}".encode()).hexdigest()[:20]
            await self._notices.tell(
                round_.team_id,
                round_.channel_id,
                member.id,
                "Today's question is still open for you.",
                key=f"rem-{name}",
                round_id=round_.id,
            )

    def _pause(self, delivery: Delivery) -> timedelta:
        """Twice as long after each attempt, and never the same for two workers."""
        seconds = _FIRST_PAUSE.total_seconds() * 2 ** min(delivery.attempts, 10)
        longest = _LONGEST_PAUSE.total_seconds()
        return timedelta(seconds=min(seconds, longest) * self._rng.uniform(0.75, 1.25))

    async def _again(self, delivery: Delivery, pause: timedelta, reason: str) -> None:
        now = self._clock.now()
        # The closed post is a courtesy; the reveal behind it must not wait long for it.
        closing = delivery.kind is DeliveryKind.CLOSE
        if delivery.attempts >= (self._limits.close_attempts if closing else self._limits.attempts):
            _log.warning("delivery %s given up: %s", delivery.key, reason)
            await self._store.give_up(delivery, reason, now)
            return
        await self._store.postpone(delivery, now + pause, reason)

    async def _refused(self, delivery: Delivery, obstacle: Obstacle | None, why: str) -> None:
        """A channel that says no, or with None is gone, gets a quiz that rests, and what is owed
        there waits; where no quiz is set up, it is tried a while longer. A member who takes no
        private words reads them when they come along.
        """
        now = self._clock.now()
        if delivery.kind is DeliveryKind.NOTICE and delivery.round_id:
            # A reminder is worth nothing once its member comes along by themselves.
            await self._store.give_up(delivery, why, now)
        elif delivery.kind is DeliveryKind.APPEALS and not delivery.member_id:
            # Quizmasters do not hear of it there, so each is told in private from now on.
            await self._store.set_desk(delivery.team_id, "", "")
            await self._store.give_up(delivery, why, now)
            await self._tell_quizmaster(delivery, _gathers_no_more(why), "desk")
        elif delivery.kind in (DeliveryKind.NOTICE, DeliveryKind.APPEALS):
            await self._store.leave_unread(delivery, why, now)
            self._notices.left_unread(delivery.team_id, delivery.member_id)
            # Somebody else is told from now on.
            await self._store.retire(delivery.team_id, delivery.member_id)
        elif delivery.kind is DeliveryKind.CLOSE and _stands_elsewhere(delivery):
            await self._store.give_up(delivery, why, now)
        elif await self._has_moved(delivery):
            await self._store.postpone(delivery, now, why)
        else:
            await self._closed(delivery, obstacle, why)

    async def _has_moved(self, delivery: Delivery) -> bool:
        """Whether the quiz went to another channel while this was in hand: it is owed there now."""
        round_ = await self._store.round(delivery.team_id, delivery.round_id)
        return round_ is not None and round_.channel_id != delivery.channel_id

    async def _closed(self, delivery: Delivery, obstacle: Obstacle | None, why: str) -> None:
        """A channel says no, or is gone."""
        now = self._clock.now()
        kept = await self._places.keep_out(delivery.team_id, delivery.channel_id, obstacle)
        if kept:
            await self._store.postpone(delivery, now, why)
        elif kept is None and obstacle is None:
            await self._store.give_up(delivery, why, now)
            await self._tell_quizmaster(delivery, why, "left")
        else:
            await self._again(delivery, _REFUSED_PAUSE, why)
            if kept is None:
                await self._tell_quizmaster(delivery, why, "why", _try_again(delivery))

    async def _tell_quizmaster(
        self, delivery: Delivery, words: str, about: str, *buttons: Button
    ) -> None:
        """A word to whoever set the quiz up; what a delivery has of one kind, once."""
        if delivery.kind is DeliveryKind.NOTICE:
            return
        await self._notices.tell_quizmasters(
            delivery.team_id,
            delivery.channel_id,
            words,
            key=f"{about}-{delivery.key}",
            buttons=buttons,
        )

    async def _pause_team(self, delivery: Delivery, reason: str) -> None:
        """Nothing more goes to a team that shut the bot out, unless it has let it in again while
        this was being sent: then it is sent once more.
        """
        if await self._teams.left(delivery.team_id, reason, delivery.arrivals):
            _log.error("team %s is paused: %s", delivery.team_id, reason)
        await self._store.postpone(delivery, self._clock.now(), reason)

    async def refresh_counts(self, stale: Sequence[Round], chats: Mapping[str, Chat]) -> int:
        """Bring the counts under open posts up to date; returns how many were looked at."""
        now = self._clock.now()
        shown = await asyncio.gather(
            *(self._show_count(each, chats.get(platform_of(each.team_id)), now) for each in stale)
        )
        return sum(shown)

    async def _show_count(self, round_: Round, chat: Chat | None, now: datetime) -> bool:
        """Show one count, if nobody else does; a count is not worth any trouble."""
        if chat is None or round_.post is None:
            return False
        try:
            if not await self._store.refresh_count(round_, now):
                return False
            async with asyncio.timeout(self._limits.lease.total_seconds() * 0.8):
                await chat.edit(round_.post, self._composing.post(round_))
                after = await self._store.round(round_.team_id, round_.id)
                if after is not None and after.state in _ENDED:
                    # Closed in between: the count may have come after the closing.
                    await chat.edit(round_.post, self._composing.closed(after))
        except Exception as failed:
            _log.info("count of round %s not shown: %s", round_.id, type(failed).__name__)
        return True


def _stands_elsewhere(delivery: Delivery) -> bool:
    """Whether the post of a delivery's round stands in another place than the quiz does by now."""
    post = delivery.round.post if delivery.round else None
    return post is not None and post.channel_id != delivery.channel_id


def _try_again(delivery: Delivery) -> Button:
    """What a quizmaster presses once the obstacle is gone."""
    return Button("Try again", RETRY.action(Waiting.of(delivery)), Weight.PRIMARY)


def _gathers_no_more(why: str) -> str:
    """What quizmasters hear whose channel takes no messages any more."""
    return (
        f"{why} Appeals come to each quizmaster in private again; /quizmaster appeals shows what "
        "waits."
    )
