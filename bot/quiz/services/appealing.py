"""Appealing: members say that they were right, and quizmasters hear of it."""

import logging
from dataclasses import dataclass
from datetime import datetime

from bot.model.answer import Answer
from bot.model.appeal import Appeal, Ruling, RulingKind
from bot.model.delivery import Delivery
from bot.model.event import Actor
from bot.model.play import Play
from bot.model.round import Round
from bot.quiz.error_trace import trace
from bot.quiz.errors import BadArgument, UnknownAction
from bot.quiz.messages import appeal as messages
from bot.quiz.ports import Clock, Store
from bot.quiz.ports.appeals import Made
from bot.quiz.rules import deliveries
from bot.quiz.rules.appealing import (
    ASKED_WHY_AFTER,
    DECIDED_WITHIN,
    GATHERED,
    LISTED,
    disputable,
    open_until,
)
from bot.quiz.rules.identity import named
from bot.quiz.rules.regrading import fold
from bot.quiz.services.answering import Answering
from bot.quiz.services.notices import Notices

_log = logging.getLogger(__name__)
_REMINDED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Appealing:
    """Takes appeals."""

    store: Store
    clock: Clock
    answering: Answering
    notices: Notices

    async def open(self, actor: Actor, round_id: str) -> tuple[Play, tuple[Answer, ...]]:
        """A round of the actor's with those of their answers about which they may appeal; raises
        `BadArgument` with the reason if there is none.
        """
        play = await self.answering.play(actor.team_id, round_id, actor.member_id)
        if not play.answers:
            raise UnknownAction
        answers = disputable(play.answers)
        if not answers:
            raise BadArgument("That answer was right, so there is nothing to put right.")
        now = self.clock.now()
        until = await self.until(play.round)
        if now >= until:
            raise BadArgument(messages.told_over())
        return play, answers

    async def until(self, round_: Round) -> datetime:
        """How long its answers may be appealed about."""
        schedules = await self.store.schedules(round_.team_id, round_.channel_id)
        return open_until(round_, schedules[0] if schedules else None)

    async def must_say_why(self, actor: Actor) -> bool:
        """Whether so many of somebody's appeals were declined lately that a word is asked for."""
        lately = await self.mine(actor.team_id, actor.member_id)
        declined = [ruling for _, ruling in lately if ruling and ruling.kind is RulingKind.DECLINED]
        return len(declined) >= ASKED_WHY_AFTER

    async def mine(self, team_id: str, member_id: str) -> tuple[tuple[Appeal, Ruling | None], ...]:
        """Somebody's appeals about what is still listed, with what was decided."""
        since = self.clock.now() - 2 * LISTED
        return await self.store.appeals_of(team_id, member_id, since)

    async def who(self, actor: Actor) -> str:
        """Those who will look at what the actor says, in words."""
        told = (await self.store.quizmasters(actor.team_id)).told
        return messages.deciders([each.name for each in told if each.id != actor.member_id])

    async def appeal(self, actor: Actor, answer: Answer, why: str) -> Made:
        """Keep an appeal about an answer, and tell the quizmasters now or with the next ones."""
        now = self.clock.now()
        made = await self.store.appeal(
            Appeal(
                team_id=answer.team_id,
                id=named(f"{answer.round_id} {answer.member_id} {answer.number}"),
                round_id=answer.round_id,
                member_id=answer.member_id,
                number=answer.number,
                said=fold(answer.text),
                made_at=now,
                why=why,
            ),
            await self.words(answer.team_id, answer.channel_id, f"{answer.round_id} {now}"),
            now - GATHERED,
        )
        self.notices.wake()
        return made

    async def words(self, team_id: str, channel_id: str, about: str) -> tuple[Delivery, ...]:
        """The words to quizmasters that something waits: in their channel, or to each of them."""
        desk = await self.store.desk(team_id)
        now = self.clock.now()
        if desk.channel_id:
            return (deliveries.gathered(team_id, desk.channel_id, "", about=about, now=now),)
        told = await self.notices.listeners(team_id)
        return tuple(
            deliveries.gathered(team_id, channel_id, member.id, about=about, now=now)
            for member in told
        )

    async def remind(self) -> None:
        """Tell members whose appeals nobody decided within the time, and the quizmasters once
        more.
        """
        before = self.clock.now() - DECIDED_WITHIN
        for waiting in await self.store.left_waiting(before, _REMINDED_AT_ONCE):
            try:
                await self._reminded(waiting)
            except Exception as failed:  # it holds up no other team's
                _log.error("appeal %s of %s: %s", waiting.id, waiting.team_id, trace(failed))
        self.notices.wake()

    async def _reminded(self, waiting: Appeal) -> None:
        play = await self.store.play(waiting.team_id, waiting.round_id, waiting.member_id)
        if play is None:
            return
        now, channel_id = self.clock.now(), play.round.channel_id
        word = deliveries.notice(
            waiting.team_id,
            channel_id,
            waiting.member_id,
            messages.waited(play.answers[waiting.number - 1]),
            key=f"wait-{waiting.id}",
            now=now,
        )
        again = await self.words(waiting.team_id, channel_id, f"again {waiting.id}")
        await self.store.told_to_wait(waiting, word, again, now - GATHERED)
