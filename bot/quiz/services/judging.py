"""Judging: a quizmaster's decision is written, carried out, and told to whom it concerns."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.grading import normalise
from bot.model.appeal import Case, Decider, Draft, Phrase, Ruling, RulingKind
from bot.model.board import Window
from bot.model.delivery import Delivery
from bot.model.event import Actor
from bot.model.question import Mode, Question
from bot.model.report import Aside, Complaint, Report
from bot.model.round import RoundState
from bot.model.team import Member
from bot.quiz.actions import Place
from bot.quiz.error_trace import trace
from bot.quiz.errors import BadArgument, RuledBefore, UnknownAction
from bot.quiz.messages import appeal as messages
from bot.quiz.messages import case as case_messages
from bot.quiz.messages import report as report_messages
from bot.quiz.messages import ruling as ruling_messages
from bot.quiz.ports import Clock, Store
from bot.quiz.ports.regrades import Effect
from bot.quiz.ports.rulings import Correction, Ruled
from bot.quiz.rules import deliveries
from bot.quiz.rules.appealing import DECIDED_WITHIN
from bot.quiz.rules.identity import named
from bot.quiz.rules.picking import content_of
from bot.quiz.rules.regrading import fold
from bot.quiz.services.auditing import Auditing
from bot.quiz.services.boards import Boards
from bot.quiz.services.cases import Cases
from bot.quiz.services.closing import Closing
from bot.quiz.services.library import Library
from bot.quiz.services.regrading import Forecast, Regrading

_log = logging.getLogger(__name__)
_LONGEST = 300
_UNFINISHED_AFTER = timedelta(minutes=1)
"""A decision that is not carried out by then was left by a process that is gone."""
_BATCH = 20
_TOLD_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Judging:
    """Decides about cases, takes decisions back, and sees that what follows is done."""

    store: Store
    clock: Clock
    library: Library
    boards: Boards
    cases: Cases
    regrading: Regrading
    auditing: Auditing
    closing: Closing
    new_id: Callable[[], str]
    wake: Callable[[], None]

    async def case(self, actor: Actor, appeal_id: str) -> Case:
        """A case of the actor's team; raises `UnknownAction`."""
        found = await self.store.case(actor.team_id, appeal_id)
        if found is None:
            raise UnknownAction
        return found

    async def waiting(self, actor: Actor, appeal_id: str) -> Case:
        """A case that the actor may decide; raises `RuledBefore` with what was decided, or
        `BadArgument` for the actor's own.
        """
        found = await self.case(actor, appeal_id)
        if found.ruling is not None:
            raise self._ruled(found.ruling, found.round.zone)
        own = any(each.member_id == actor.member_id for each in found.appeals)
        if own and await self.cases.others_decide(found, actor.member_id):
            raise BadArgument(
                "That is your own answer, so another quizmaster decides it. /quizmaster who shows "
                "who they are."
            )
        return found

    def guessed(self, case: Case) -> Draft:
        """What a quizmaster most likely means to accept: in a list the one thing that was not
        recognised, for the one item that is missing; else all that was said.
        """
        if case.draft is not None:
            return case.draft
        question, grade = case.round.question, case.answer.grade
        text = " ".join(case.answer.text.split())[:_LONGEST]
        if len(question.items) == 1 or question.mode is Mode.TEXT:
            return Draft(text, question.items[0].text)
        words = grade.extras[0].words if grade.extras else text
        missing = [n for n in range(len(question.items)) if n not in grade.hits]
        return Draft(" ".join(words.split())[:_LONGEST], question.items[(missing or [0])[0]].text)

    async def forecast(self, actor: Actor, case: Case, draft: Draft) -> Forecast:
        """What would follow if a draft counted."""
        # Two may suppose different words about one question at the same time.
        phrase = self._phrase(actor, case, draft, "", f"supposed-{ruling_messages.seen(draft)}")
        return await self.regrading.forecast(phrase, case.round, case.answer.text)

    async def warnings(self, case: Case, draft: Draft) -> tuple[str, ...]:
        """What speaks against letting words count: they are wrong by the sheet, or mean another
        thing there.
        """
        question, words = case.round.question, normalise(draft.words)
        found: list[str] = []
        for item in question.items:
            if words in map(normalise, item.reject):
                found.append("the sheet says that these words are wrong for this question.")
            named_here = words in map(normalise, (item.text, *item.accept))
            if named_here and fold(item.text) != fold(draft.item):
                found.append(f"these words are another part of this answer, {item.text}.")
        found += await self._elsewhere(case, question, words)
        return tuple(dict.fromkeys(found))[:3]

    async def _elsewhere(self, case: Case, question: Question, words: str) -> list[str]:
        book = await self.library.book(case.round.team_id, case.round.sheet_id)
        if book is None:
            return []
        mine = {normalise(text) for item in question.items for text in (item.text, *item.accept)}
        if words in mine:
            return []
        return [
            f"they are the answer to another question, “{other.prompt[:100]}”."
            for other in book.sheet.asked
            if other.id != question.id
            and any(words in map(normalise, (item.text, *item.accept)) for item in other.items)
        ]

    async def decide(
        self, actor: Actor, case: Case, kind: RulingKind, word: str, draft: Draft | None = None
    ) -> tuple[Ruling, tuple[Effect, ...]]:
        """Write a decision about a case and carry it out; raises `RuledBefore` where another one
        was first.
        """
        by = Decider(actor.member_id, actor.name, self.clock.now())
        ruling = Ruling(actor.team_id, self.new_id(), kind, by, word.strip()[:_LONGEST])
        phrase = self._phrase(actor, case, draft, ruling.id, ruling.id) if draft else None
        entry = self.auditing.entry(
            actor,
            case_messages.DONE[kind],
            case.round.question.prompt,
            why=ruling.word,
            words=draft.words if draft else case.answer.text,
        )
        appeals = tuple(each.id for each in case.appeals)
        ruled = Ruled(ruling, appeals, phrase, entry=entry)
        return await self._written(ruled, case.round.zone)

    async def complaint(self, actor: Actor, report_id: str) -> Complaint:
        """A complaint that waits; raises `RuledBefore` with what was decided, or `UnknownAction`."""
        found = await self.store.complaint(actor.team_id, report_id)
        if found is None:
            raise UnknownAction
        if found.ruling is not None:
            raise self._ruled(found.ruling, _zone(found))
        return found

    async def settle(
        self, actor: Actor, complaint: Complaint, kind: RulingKind, word: str
    ) -> tuple[Ruling, tuple[Effect, ...]]:
        """Write what is decided about a question and carry it out; raises `RuledBefore` where
        another decision was first, or `BadArgument` where there is nothing to decide on.
        """
        by, first = Decider(actor.member_id, actor.name, self.clock.now()), complaint.first
        ruling = Ruling(actor.team_id, self.new_id(), kind, by, word.strip()[:_LONGEST])
        if kind is RulingKind.VOIDED:
            if complaint.round is None:
                raise BadArgument("That question was not asked here, so there is nothing to void.")
            await self.closing.close(complaint.round)
            ruling = replace(ruling, round_id=complaint.round.id)
        ruled = Ruled(
            ruling,
            reports=tuple(each.id for each in complaint.reports),
            entry=self.auditing.entry(
                actor, case_messages.DONE[kind], first.prompt, why=ruling.word
            ),
            aside=await self._aside(ruling, first) if kind is RulingKind.SET_ASIDE else None,
        )
        return await self._written(ruled, _zone(complaint))

    async def _aside(self, ruling: Ruling, report: Report) -> Aside:
        book = await self.library.book(report.team_id, report.sheet_id)
        known = {each.id: each for each in book.sheet.questions} if book else {}
        question = known.get(report.question_id)
        if question is None:
            raise BadArgument("The sheet has that question no more, so it is not asked again.")
        return Aside(
            team_id=report.team_id,
            sheet_id=report.sheet_id,
            question_id=report.question_id,
            prompt=question.prompt,
            content=content_of(question),
            ruling_id=ruling.id,
            name=ruling.by.name,
            at=ruling.by.at,
        )

    async def _written(self, ruled: Ruled, zone: str) -> tuple[Ruling, tuple[Effect, ...]]:
        before = await self.store.rule(ruled)
        if before is not None:
            raise self._ruled(before, zone)
        return ruled.ruling, await self.carry_out(ruled.ruling)

    async def undo(self, actor: Actor, ruling_id: str) -> tuple[Ruling, tuple[Effect, ...]]:
        """Take a decision back and carry that out; raises `BadArgument` if it is too late."""
        ruling = await self.store.ruling(actor.team_id, ruling_id)
        if ruling is None:
            raise UnknownAction
        now = self.clock.now()
        if ruling.kind is RulingKind.CORRECTED:
            raise BadArgument("Points that were corrected are corrected back the same way.")
        if ruling.undone is not None:
            raise BadArgument(f"{ruling.undone.name} has taken that back already.")
        if now - ruling.by.at > DECIDED_WITHIN:
            raise BadArgument(
                "That was decided more than a week ago, so it stays. /quizmaster phrases withdraws "
                "a wording for the future."
            )
        by = Decider(actor.member_id, actor.name, now)
        entry = self.auditing.entry(actor, f"took it back: {case_messages.DONE[ruling.kind]}")
        await self.store.undo(actor.team_id, ruling_id, by, entry)
        present = await self.store.ruling(actor.team_id, ruling_id) or ruling
        return present, await self.carry_out(present)

    async def carry_out(self, ruling: Ruling) -> tuple[Effect, ...]:
        """Do all that follows from a decision, or from its being undone; what was done by somebody
        else already is not done again.
        """
        await self.regrading.regrade(ruling)
        effects = await self.store.effects(ruling.team_id, ruling.id)
        words = await self._words(ruling, effects)
        while len(words) > _TOLD_AT_ONCE:
            # Nobody's answer waits for a thousand words to be written.
            await self.store.carried_out(ruling, words[:_TOLD_AT_ONCE], done=False)
            words = words[_TOLD_AT_ONCE:]
        await self.store.carried_out(ruling, (*words, *self._amended(ruling, effects)))
        self.wake()
        return effects

    def _amended(self, ruling: Ruling, effects: Sequence[Effect]) -> tuple[Delivery, ...]:
        """A line under each reveal whose announced points are others now."""
        rounds = {each.round.id: each.round for each in effects if each.points}
        about = f"{ruling.id} {'undone' if ruling.undone else ''}"
        return tuple(
            deliveries.amended(each, about, self.clock.now())
            for each in rounds.values()
            if each.state is RoundState.REVEALED
        )

    async def carry_out_all(self) -> int:
        """Carry out what a process left that is gone; returns how many decisions there were."""
        before = self.clock.now() - _UNFINISHED_AFTER
        unfinished = await self.store.unfinished(before, _BATCH)
        for ruling in unfinished:
            try:
                await self.carry_out(ruling)
            except Exception as failed:  # it holds up no other team's
                _log.error("ruling %s of %s: %s", ruling.id, ruling.team_id, trace(failed))
        return len(unfinished)

    async def _words(self, ruling: Ruling, effects: Sequence[Effect]) -> tuple[Delivery, ...]:
        """One word to each member whom it concerns, about the round of it that is theirs first."""
        ranks: dict[tuple[str, date], Mapping[str, int]] = {}
        first: dict[str, Effect] = {}
        for effect in effects:
            known = first.get(effect.member_id)
            if known is None or (effect.appealed and not known.appealed):
                first[effect.member_id] = effect
        owed, told = [], set(first)
        for effect in first.values():
            await asyncio.sleep(0)
            place = (effect.round.channel_id, effect.round.local_date)
            if effect.points and place not in ranks:
                ranks[place] = await self._ranks(effect)
            rank = ranks.get(place, {}).get(effect.member_id, 0)
            owed.append(self._word(ruling, effect, rank))
        for report in await self.store.reports_of(ruling.team_id, ruling.id):
            if report.member_id not in {*told, ruling.by.member_id}:
                told.add(report.member_id)
                owed.append(self._thanks(ruling, report))
        return tuple(owed)

    def _thanks(self, ruling: Ruling, report: Report) -> Delivery:
        undone = "undone" if ruling.undone else ""
        return deliveries.notice(
            ruling.team_id,
            report.channel_id,
            report.member_id,
            report_messages.decided(ruling, report),
            key=f"rul-{named(f'{ruling.id} {report.member_id} {undone}')}",
            now=self.clock.now(),
        )

    def _word(self, ruling: Ruling, effect: Effect, rank: int) -> Delivery:
        undone = "undone" if ruling.undone else ""
        words = messages.decided(
            ruling, effect.answer, effect.total, effect.points, rank, appealed=effect.appealed
        )
        team_id, channel_id = ruling.team_id, effect.round.channel_id
        return deliveries.notice(
            team_id,
            channel_id,
            effect.member_id,
            words,
            key=f"rul-{named(f'{ruling.id} {effect.member_id} {undone}')}",
            now=self.clock.now(),
            buttons=messages.ways(Place.of(team_id, channel_id)),
        )

    async def _ranks(self, effect: Effect) -> Mapping[str, int]:
        """Where everybody stands this week in the channel of a round, if it is of this week."""
        round_ = effect.round
        today = await self.boards.today(round_.team_id, round_.channel_id)
        if round_.local_date < today - timedelta(days=today.weekday()):
            return {}
        return await self.boards.ranks(round_.team_id, round_.channel_id, Window.WEEK, today)

    async def correct(self, actor: Actor, member: Member, points: int, why: str) -> int:
        """Give points to a member in the actor's channel, or take some, with a reason; their
        points there then.
        """
        now = self.clock.now()
        by = Decider(actor.member_id, actor.name, now)
        ruling = Ruling(actor.team_id, self.new_id(), RulingKind.CORRECTED, by, why)
        day = await self.boards.today(actor.team_id, actor.channel_id)
        what = f"corrected the points of a member by {points:+d}"
        return await self.store.correct(
            Correction(ruling, member.id, actor.channel_id, day, points),
            self.auditing.entry(actor, what, member.name, why=why),
            deliveries.notice(
                actor.team_id,
                actor.channel_id,
                member.id,
                report_messages.corrected(actor, points, why),
                key=f"cor-{ruling.id}",
                now=now,
                buttons=messages.ways(Place.of(actor.team_id, actor.channel_id)),
            ),
        )

    def _phrase(
        self, actor: Actor, case: Case, draft: Draft, ruling_id: str, phrase_id: str
    ) -> Phrase:
        return Phrase(
            team_id=actor.team_id,
            id=phrase_id,
            ruling_id=ruling_id,
            sheet_id=case.round.sheet_id,
            question_id=case.round.question.id,
            item=draft.item,
            words=draft.words,
            added=Decider(actor.member_id, actor.name, self.clock.now()),
        )

    def _ruled(self, ruling: Ruling, zone: str) -> RuledBefore:
        now = self.clock.now()
        undoable = now - ruling.by.at <= DECIDED_WITHIN
        words, buttons = ruling_messages.decided_before(ruling, now, zone, undoable=undoable)
        return RuledBefore(words, *buttons)


def _zone(complaint: Complaint) -> str:
    return complaint.round.zone if complaint.round else "UTC"
