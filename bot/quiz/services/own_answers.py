"""One's own answers: what a member said of late, for nobody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.model.appeal import Appeal, Ruling
from bot.model.event import Actor
from bot.model.play import Play
from bot.model.round import Round, RoundState
from bot.model.schedule import Schedule
from bot.quiz.actions import Place
from bot.quiz.errors import UnknownAction
from bot.quiz.messages.own_answers import PAGE, OwnAnswer, OwnAnswers
from bot.quiz.ports import Clock, Store
from bot.quiz.rules.appealing import open_until
from bot.quiz.rules.kin import given_away
from bot.quiz.services.answering import Answering
from bot.quiz.services.appealing import Appealing
from bot.quiz.services.boards import Boards
from bot.quiz.services.library import Library

_DAYS = 14
_FARTHEST = 1000
"""Rounds that a page may have before it; a button that says more is none of ours."""


@dataclass(frozen=True, slots=True)
class OwnAnswering:
    """Reads back to members what they said."""

    store: Store
    clock: Clock
    library: Library
    boards: Boards
    answering: Answering
    appealing: Appealing

    async def page(self, actor: Actor, skipped: int = 0) -> OwnAnswers:
        """The actor's answers in their team after the first `skipped` rounds, the newest first.
        Raises `UnknownAction` where that is farther than anybody gets.
        """
        if skipped > _FARTHEST:
            raise UnknownAction
        today = await self.boards.today(actor.team_id, actor.channel_id)
        first = today - timedelta(days=_DAYS - 1)
        found = await self.store.said_since(
            actor.team_id, actor.member_id, first, PAGE + 1, skipped
        )
        waiting = await self._waiting(actor)
        made = await self.appealing.mine(actor.team_id, actor.member_id) if found else ()
        everywhere = await self.store.team_schedules(actor.team_id) if found else ()
        schedules = {each.channel_id: each for each in everywhere}
        shown = [await self._shown(play, waiting, made, schedules) for play in found[:PAGE]]
        return OwnAnswers(
            place=Place.of(actor.team_id, actor.channel_id),
            rounds=tuple(shown),
            days=_DAYS,
            skipped=skipped,
            more=len(found) > PAGE,
        )

    async def _shown(
        self,
        play: Play,
        waiting: Sequence[Round],
        made: Sequence[tuple[Appeal, Ruling | None]],
        schedules: Mapping[str, Schedule],
    ) -> OwnAnswer:
        open_ = play.round.takes_answers(self.clock.now())
        return OwnAnswer(
            play=play,
            may_try=open_ and not self.answering.is_done(play),
            told=play.round.state is RoundState.REVEALED and await self._is_free(play, waiting),
            appeals=tuple(each for each in made if each[0].round_id == play.round.id),
            appeal_until=open_until(play.round, schedules.get(play.round.channel_id)),
            now=self.clock.now(),
        )

    async def _waiting(self, actor: Actor) -> tuple[Round, ...]:
        """The team's open rounds in which the member may still answer."""
        live = await self.store.live_questions(actor.team_id, self.clock.now())
        plays = [await self.store.play(each.team_id, each.id, actor.member_id) for each in live]
        return tuple(play.round for play in plays if play and not self.answering.is_done(play))

    async def _is_free(self, play: Play, waiting: Sequence[Round]) -> bool:
        """Whether the answer to a revealed question helps in no open round: the sheet may ask it,
        or its kin, again.
        """
        if not waiting:
            return True
        book = await self.library.book(play.round.team_id, play.round.sheet_id)
        if book is None:
            return all(each.question.id != play.round.question.id for each in waiting)
        return given_away(play.round.question, waiting, book.kin) is None
