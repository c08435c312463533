"""Withholding: which answers a person must not be told yet, wherever they ask.

A question is open in a channel of one team; the same sheet may be looked up, exported or asked in
another team of theirs, or in private, where a platform makes a team of one of them.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import chain

from bot.model.event import Actor
from bot.model.question import Question
from bot.model.round import Round, RoundState
from bot.model.team import is_alone
from bot.quiz.errors import CannotAsk
from bot.quiz.ports import Clock, Store
from bot.quiz.rules.kin import given_away
from bot.quiz.services.access import Access
from bot.quiz.services.answering import Answering
from bot.quiz.services.library import Book

_ASKED_AT_MOST = 8
"""Teams in which somebody was never met, and about which their platform is asked."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a person must not be told yet."""

    rounds: tuple[Round, ...]
    """The open rounds of their teams in which they are not done, those of the present one first."""
    book: Book
    unknown: bool = False
    """Whether there are more teams that ask from this book than could be looked at."""

    def __bool__(self) -> bool:
        return bool(self.rounds)

    def round_of(self, question: Question) -> Round | None:
        """The round whose answer a question of the book would give away."""
        return given_away(question, self.rounds, self.book.kin)


@dataclass(frozen=True, slots=True)
class Withholding:
    """Finds what is open for a person in all teams that they belong to."""

    store: Store
    clock: Clock
    access: Access
    answering: Answering

    async def of(
        self, actor: Actor, book: Book, questions: Collection[Question] | None = None
    ) -> Withheld:
        """What of a book this person must not be told: of these questions, or of all of it."""
        now = self.clock.now()
        own = await self.store.live_questions(actor.team_id, now)
        met = await self.store.live_elsewhere(actor.team_id, actor.member_id, now)
        rounds = (*own, *met)
        open_ = [each for each in rounds if not await self._done(each, actor.member_id)]
        unmet: list[Round] = []
        if questions is None or questions:
            unmet = await self._unmet(actor, book, questions or (), rounds)
        many = len({round_.team_id for round_ in unmet}) > _ASKED_AT_MOST
        if not many:
            unmet = [each for each in unmet if await self._may_read(each, actor)]
        elif not is_alone(actor.team_id, actor.member_id):
            unmet = []  # in a team of many teams' bot, these are the teams of others
        return Withheld(
            (*open_, *unmet), book, unknown=many and is_alone(actor.team_id, actor.member_id)
        )

    async def open_for(self, actor: Actor) -> tuple[Round, ...]:
        """The rounds of the actor's team that they can still answer, or will be able to."""
        live = await self.store.live_questions(actor.team_id, self.clock.now())
        return tuple([each for each in live if not await self._done(each, actor.member_id)])

    async def of_anybody(self, actor: Actor, withheld: Withheld) -> Withheld:
        """The same, with what is open for anybody in the actor's team: nothing of it may be shown
        to a channel.
        """
        own = await self.store.live_questions(actor.team_id, self.clock.now())
        return replace(withheld, rounds=(*own, *withheld.rounds))

    async def _done(self, round_: Round, member_id: str) -> bool:
        if round_.state is RoundState.PLANNED:
            return False
        return await self.answering.finished(round_, member_id)

    async def _unmet(
        self,
        actor: Actor,
        book: Book,
        questions: Collection[Question],
        known: Collection[Round],
    ) -> list[Round]:
        """Rounds of teams in which the person was never met, and may yet read the question."""
        ids = set(chain.from_iterable(map(book.kin.of, questions)))
        limit = _ASKED_AT_MOST + len(known) + 1
        found = await self.store.live_with(
            actor.team_id, book.sheet.id, ids, self.clock.now(), limit
        )
        met = {round_.team_id for round_ in known}
        return [round_ for round_ in found if round_.team_id not in met]

    async def _may_read(self, round_: Round, actor: Actor) -> bool:
        try:
            return await self.access.belongs(round_.team_id, actor.member_id)
        except CannotAsk:
            return True
