"""Judging: a quizmaster's decision is written, carried out, and told to whom it concerns."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.grading import normalise
from bot.model.appeal import Case, Decider, Draft, Phrase, Ruling, RulingKind
from bot.model.event import Actor
from bot.model.question import Mode
from bot.model.report import Aside, Complaint, Report
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
from bot.quiz.services.announcing import Announcing
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
    announcing: Announcing
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
        if own:
            await self.require_others(actor)
        return found

    async def require_others(self, actor: Actor) -> None:
        """Raise `BadArgument` where somebody would decide for themselves, and need not."""
        if await self.cases.others_decide(actor.team_id, actor.member_id):
            raise BadArgument(
                "That is about your own answer or points, so another quizmaster decides it. "
                "/quizmaster who shows who they are."
            )

    def guessed(self, case: Case) -> Draft:
        """What a quizmaster most likely means to accept: in a list the one thing that was not
        recognised, for the one item that is missing; else all that was said.
        """
        if case.draft is not None:
            return case.draft
        question, grade = case.round.question, case.answer.grade
        text = " ".join(case.answer.text.split())[: ruling_messages.LONGEST_WORDS]
        if len(question.items) == 1 or question.mode is Mode.TEXT:
            return Draft(text, question.items[0].text)
        words = grade.extras[0].words if grade.extras else text
        missing = [n for n in range(len(question.items)) if n not in grade.hits]
        return Draft(
            " ".join(words.split())[: ruling_messages.LONGEST_WORDS],
            question.items[(missing or [0])[0]].text,
        )

    async def forecast(self, actor: Actor, case: Case, draft: Draft) -> Forecast:
        """What would follow if a draft counted."""
        phrase = self._supposed(actor, case, draft)
        return await self.regrading.forecast(phrase, case.round, case.answer.text)

    def _supposed(self, actor: Actor, case: Case, draft: Draft) -> Phrase:
        """A draft as a phrase; two may suppose different words about one question at once."""
        return self._phrase(actor, case, draft, "", f"supposed-{ruling_messages.seen(draft)}")

    async def warnings(self, actor: Actor, case: Case, draft: Draft) -> tuple[str, ...]:
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
        found += await self._elsewhere(actor, case, words)
        return tuple(dict.fromkeys(found))[:3]

    async def _elsewhere(self, actor: Actor, case: Case, words: str) -> list[str]:
        """Other questions to which the words are the answer, but for those that are open for whoever
        asks: they could guess at them here.
        """
        question, sheet_id = case.round.question, case.round.sheet_id
        book = await self.library.book(case.round.team_id, sheet_id)
        mine = {normalise(text) for item in question.items for text in (item.text, *item.accept)}
        if book is None or words in mine:
            return []
        others = [
            other
            for other in book.sheet.asked
            if other.id != question.id
            and any(words in map(normalise, (item.text, *item.accept)) for item in other.items)
        ]
        hidden = await self.cases.hidden(actor.team_id, actor.member_id, sheet_id, others)
        return [
            f"they are the answer to another question, “{other.prompt[:100]}”."
            for other in others
            if other.id not in hidden
        ]

    async def decide(
        self, actor: Actor, case: Case, kind: RulingKind, word: str, draft: Draft | None = None
    ) -> tuple[Ruling, tuple[Effect, ...]]:
        """Write a decision about a case and carry it out; raises `RuledBefore` where another one
        was first.
        """
        if draft is not None and await self.regrading.concerns(
            self._supposed(actor, case, draft), actor.member_id
        ):
            await self.require_others(actor)
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
            ruling = replace(ruling, round_id=complaint.round.id)
        ruled = Ruled(
            ruling,
            reports=tuple(
                each.id
                for each in complaint.reports
                if kind is not RulingKind.VOIDED or each.round_id in ("", ruling.round_id)
            ),
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
        effects = await self.store.effects(ruling)
        if any(each.member_id == actor.member_id and each.appealed for each in effects):
            await self.require_others(actor)
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
        if ruling.kind is RulingKind.VOIDED and ruling.undone is None:
            await self._close(ruling)
        await self.regrading.regrade(ruling)
        effects = await self.store.effects(ruling)
        words = await self.announcing.words(ruling, effects)
        while len(words) > _TOLD_AT_ONCE:
            # Nobody's answer waits for a thousand words to be written.
            await self.store.carried_out(ruling, words[:_TOLD_AT_ONCE], done=False)
            words = words[_TOLD_AT_ONCE:]
        await self.store.carried_out(ruling, (*words, *self.announcing.amended(ruling, effects)))
        self.wake()
        return effects

    async def _close(self, ruling: Ruling) -> None:
        """A round that does not count takes no more answers."""
        voided = await self.store.round(ruling.team_id, ruling.round_id)
        if voided is not None:
            await self.closing.close(voided)

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

    async def correct(self, actor: Actor, member: Member, points: int, why: str, key: str) -> bool:
        """Give points to a member in the actor's channel, or take some, with a reason; False if the
        event of this key did it before.
        """
        now = self.clock.now()
        by = Decider(actor.member_id, actor.name, now)
        id_ = named(key) or self.new_id()
        ruling = Ruling(actor.team_id, id_, RulingKind.CORRECTED, by, why)
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
