"""Regrading: what follows from a ruling for every answer that it concerns, and who is told."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.grading import PreparedQuestion, Ungradable, grade, says
from bot.model.answer import Answer
from bot.model.appeal import Phrase, Ruling, RulingKind
from bot.model.grade import Grade, Verdict
from bot.model.round import Round
from bot.quiz.ports import Clock, Store
from bot.quiz.ports.regrades import Basis, Regrade, Said, Tries
from bot.quiz.rules.regrading import Decided, Judge, better, replayed, same
from bot.quiz.rules.rules import RuleBook
from bot.quiz.services.library import Library

_Wordings: TypeAlias = frozenset[tuple[str, str]]
"""What counts beside the sheet: items and the words that stand for them."""
_PAGE = 100
"""Members whose answers are graded again, and written, at once."""
_ROUNDS_KNOWN = 4
_GRADES_KNOWN = 25_000
"""Of one round: more is graded twice rather than kept."""
_KNOWN_FOR = timedelta(minutes=10)
"""The sheet may change, and with it how its words are read."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What would follow if a phrase counted."""

    wordings: tuple[tuple[str, int], ...] = ()
    """What the members said whose grade it changes, with how many of them, the most first."""
    members: int = 0
    points: int = 0
    own: Grade | None = None
    """What the answer would be graded for which it was asked; None if that changes nothing."""


@dataclass(slots=True)
class _Graders:
    """The grades of texts by the question of one round with phrases, each text once."""

    library: Library
    made_at: datetime
    known: dict[frozenset[str], _Wordings] = field(default_factory=dict)
    ready: dict[_Wordings, PreparedQuestion | Ungradable] = field(default_factory=dict)
    grades: dict[tuple[_Wordings, str], Grade] = field(default_factory=dict)

    async def prepare(self, basis: Basis, sets: Sequence[frozenset[str]]) -> None:
        """Make the question of a round ready with each set of its phrases."""
        for ids in sets:
            chosen = [phrase for phrase in basis.phrases if phrase.id in ids]
            wordings = frozenset((phrase.item, phrase.words) for phrase in chosen)
            self.known[ids] = wordings
            if wordings not in self.ready:
                self.ready[wordings] = await self.library.prepared_with(basis.round, chosen)

    def grade(self, text: str, ids: frozenset[str]) -> Grade:
        """The grade of a text by the question with these phrases."""
        wordings = self.known[ids]
        known = self.grades.get((wordings, text))
        if known is None:
            if len(self.grades) >= _GRADES_KNOWN:
                self.grades.clear()
            known = self.grades[wordings, text] = grade(self.ready[wordings], text)
        return known


class Regrading:
    """Grades answers again where a ruling makes a difference."""

    def __init__(self, store: Store, clock: Clock, library: Library, rule_book: RuleBook) -> None:
        self._graders: OrderedDict[tuple[str, str], _Graders] = OrderedDict()
        self._store = store
        self._clock = clock
        self._library = library
        self._rule_book = rule_book

    async def regrade(self, ruling: Ruling) -> None:
        """Bring all answers that a ruling concerns to what they are worth now.

        It may be stopped anywhere and done again, also by two processes at once: what is right
        already is left alone.
        """
        for round_ in await self._store.rounds_of_ruling(ruling.team_id, ruling.id):
            graders = self._graders_of(round_)
            after = ""
            while True:
                basis = await self._store.basis(round_.team_id, round_.id, after, _PAGE)
                if basis is None or not basis.tries:
                    break
                changes = [each async for each in self._changes(basis, graders, ruling)]
                now = self._clock.now()
                if changes and not await self._store.regrade(basis, changes, now):
                    continue  # something was said or decided meanwhile: the same page anew
                after = basis.tries[-1].member_id

    def _graders_of(self, round_: Round) -> _Graders:
        """What was graded lately in a round: between what is shown and what is done about it
        nothing is graded twice.
        """
        key, now = (round_.team_id, round_.id), self._clock.now()
        known = self._graders.get(key)
        if known is None or now - known.made_at > _KNOWN_FOR:
            known = self._graders[key] = _Graders(self._library, now)
            if len(self._graders) > _ROUNDS_KNOWN:
                self._graders.popitem(last=False)
        return known

    async def forecast(self, phrase: Phrase, round_: Round, text: str) -> Forecast:
        """What would follow if a phrase counted, for all answers to its question, and for one of
        the round in which it was said.
        """
        said: dict[str, set[tuple[str, str]]] = {}
        members: set[str] = set()
        points = 0
        rounds = await self._store.rounds_of_question(
            phrase.team_id, phrase.sheet_id, phrase.question_id
        )
        for each in rounds:
            graders = self._graders_of(each)
            async for basis in self._pages(each):
                supposed = replace(basis, phrases=(*basis.phrases, phrase))
                async for change in self._changes(supposed, graders, suppose=phrase):
                    members.add(change.member_id)
                    points += change.delta
                    for answer in change.answers:
                        if answer.number in change.regraded:
                            words = " ".join(answer.text.split())
                            said.setdefault(words.casefold(), set()).add((change.member_id, words))
        own = await self._own(phrase, round_, text)
        counted = sorted(said.values(), key=len, reverse=True)
        wordings = tuple(
            (min(words for _, words in each), len({m for m, _ in each})) for each in counted
        )
        return Forecast(wordings, len(members), points, own)

    async def concerns(self, phrase: Phrase, member_id: str) -> bool:
        """Whether a phrase would change what a member's answers are worth."""
        rounds = await self._store.rounds_of_question(
            phrase.team_id, phrase.sheet_id, phrase.question_id
        )
        for each in rounds:
            basis = await self._store.basis(each.team_id, each.id, "", 1, member_id)
            if basis is None or not basis.tries:
                continue
            supposed = replace(basis, phrases=(*basis.phrases, phrase))
            async for _ in self._changes(supposed, self._graders_of(each), suppose=phrase):
                return True
        return False

    async def _own(self, phrase: Phrase, round_: Round, text: str) -> Grade | None:
        known = await self._store.phrases(phrase.team_id, phrase.sheet_id, (phrase.question_id,))
        standing = [each for each in known if not each.undone and each.withdrawn is None]
        standing = [each for each in standing if says(text, each.words)]
        if not says(text, phrase.words):
            return None
        before = grade(await self._library.prepared_with(round_, standing), text)
        after = grade(await self._library.prepared_with(round_, [*standing, phrase]), text)
        return None if same(before, after) else after

    async def _pages(self, round_: Round) -> AsyncIterator[Basis]:
        after = ""
        while True:
            basis = await self._store.basis(round_.team_id, round_.id, after, _PAGE)
            if basis is None or not basis.tries:
                return
            yield basis
            after = basis.tries[-1].member_id

    async def _changes(
        self,
        basis: Basis,
        graders: _Graders,
        ruling: Ruling | None = None,
        *,
        suppose: Phrase | None = None,
    ) -> AsyncIterator[Regrade]:
        """The members of a basis whose grades or points are not what they are worth under a ruling,
        or if a phrase counted beside those that do.
        """
        voids = ruling is not None and ruling.round_id == basis.round.id
        before, after = decided(basis, done=True), decided(basis, done=False)
        if suppose is not None:
            before, after = after, replace(after, phrases=after.phrases | {suppose.id})
        lowering = any(each.undone and not each.carried_out for each in basis.rulings)
        judge = Judge(basis.phrases, graders.grade)
        alone = [
            decided(basis, done=True, but=each.id) for each in basis.rulings if not each.carried_out
        ]
        await graders.prepare(basis, _sets(basis, before, after, *alone))
        rules = self._rule_book.of(basis.round.team_id, basis.round.channel_id)
        voided = bool(basis.round.voided)
        for tries in basis.tries:
            # Whoever answers meanwhile takes many turns of the loop, so each one is short.
            await asyncio.sleep(0)
            graded = [
                _regraded(each, judge, before, after, lowering=lowering) for each in tries.said
            ]
            if not voids and graded == [each.answer for each in tries.said]:
                continue
            played = replayed(graded, tries.hinted_at, rules, voided=voided)
            changed = _changed(tries, played)
            if changed is not None:
                cause = _cause(basis, tries, judge, ruling) if ruling else ""
                yield replace(changed, cause=cause)


def _cause(basis: Basis, tries: Tries, judge: Judge, ruling: Ruling) -> str:
    """Of several rulings that are to be carried out at once, the one that alone would make the
    difference for a member; the one in hand, where none would or several.
    """
    pending = [each for each in basis.rulings if not each.carried_out]
    if len(pending) < 2:
        return ruling.cause
    before = decided(basis, done=True)
    for each in sorted(pending, key=lambda other: other.id != ruling.id):
        alone = decided(basis, done=True, but=each.id)
        if any(
            not same(judge.grade(said, before), judge.grade(said, alone)) for said in tries.said
        ):
            return each.cause
    return ruling.cause


def decided(basis: Basis, *, done: bool, but: str = "") -> Decided:
    """What counts in a round: now, or with `done`, when all was carried out that is by now, but for
    one ruling that counts as it does now.
    """
    stands = {
        each.id
        for each in basis.rulings
        if (
            each.carried_out == (each.undone is None)
            if done and each.id != but
            else each.undone is None
        )
    }
    kinds = {each.id: each.kind for each in basis.rulings}
    single: dict[tuple[str, int], RulingKind] = {}
    for key, ids in basis.single.items():
        found = {kinds[each] for each in ids if each in stands}
        for kind in (RulingKind.ONCE, RulingKind.PARTLY):
            if kind in found:
                single[key] = kind
                break
    counting = frozenset(each.id for each in basis.phrases if each.ruling_id in stands)
    return Decided(counting, single)


def _sets(basis: Basis, *states: Decided) -> list[frozenset[str]]:
    """The sets of phrases by which some answer has to be graded."""
    wanted: set[frozenset[str]] = {frozenset()}
    for tries in basis.tries:
        for said in tries.said:
            said_in = Judge.said_in(basis.phrases, said.answer.text)
            if not said_in:
                continue
            was = said_in & frozenset(said.answer.phrases)
            wanted.add(was)
            for state in states:
                wanted.add(was & state.phrases)
                counting = said_in & Judge.counting(basis.phrases, said.answer.said_at, state)
                wanted.add(counting | (was & state.phrases))
    return list(wanted)


def _regraded(
    said: Said, judge: Judge, before: Decided, after: Decided, *, lowering: bool
) -> Answer:
    """An answer with the grade that it is worth now."""
    present = said.answer
    if present.grade.verdict is Verdict.CORRECT and not lowering:
        return present
    graded = judge.grade(said, after)
    if not lowering:
        graded = better(present.grade, graded)
    if same(graded, present.grade) or same(graded, judge.grade(said, before)):
        return present
    return replace(present, grade=graded, first=None if graded == said.first else said.first)


def _changed(tries: Tries, played: Sequence[Answer]) -> Regrade | None:
    """What differs from what is stored; None if nothing does."""
    stored = [each.answer for each in tries.said]
    changed = tuple(new.number for new, old in zip(played, stored, strict=True) if new != old)
    if not changed:
        return None
    delta = sum(each.points for each in played) - sum(each.points for each in stored)
    regraded = tuple(
        new.number for new, old in zip(played, stored, strict=True) if new.grade != old.grade
    )
    return Regrade(tries.member_id, tuple(played), changed, regraded, delta, cause="")
