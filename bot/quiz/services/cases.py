"""Cases: what waits for quizmasters, as each of them may see it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.model.appeal import Case
from bot.model.event import Actor
from bot.model.question import Question
from bot.model.report import Complaint
from bot.quiz.messages.case import PAGE, CasePage, Shown
from bot.quiz.ports import Clock, Store
from bot.quiz.services.access import Access
from bot.quiz.services.library import Library
from bot.quiz.services.withholding import Withheld, Withholding

_SUGGESTIONS = 100


@dataclass(frozen=True, slots=True)
class Cases:
    """Reads what waits, and hides what would answer an open question."""

    store: Store
    clock: Clock
    library: Library
    withholding: Withholding
    access: Access

    async def page(self, team_id: str, member_id: str, skipped: int = 0) -> CasePage:
        """A page of what waits; for a channel (no member), what everybody there may see."""
        found = await self._found(team_id, skipped)
        if skipped and not found.shown:
            found = await self._found(team_id, 0)
        shown = [await self.shown(each.case, member_id) for each in found.cases]
        complaints = [await self._complaint(each, member_id) for each in found.complaints]
        return replace(found, cases=tuple(shown), complaints=tuple(complaints))

    async def _complaint(self, complaint: Complaint, member_id: str) -> Complaint:
        """A complaint as somebody may see it: what members wrote may tell an open answer."""
        first = complaint.first
        asked = complaint.round.question if complaint.round else None
        if asked is None or first.question_id not in await self.hidden(
            first.team_id, member_id, first.sheet_id, (asked,)
        ):
            return complaint
        reports = tuple(replace(each, note="") for each in complaint.reports)
        return replace(complaint, reports=reports)

    async def _found(self, team_id: str, skipped: int) -> CasePage:
        """Appeals first, then reports, then suggestions, as far as a page has room."""
        cases, appeals = await self.store.open_cases(team_id, PAGE, skipped)
        room, before = PAGE - len(cases), max(0, skipped - appeals)
        complaints, reports = await self.store.open_complaints(team_id, room, before)
        room, before = room - len(complaints), max(0, before - reports)
        proposals = await self.store.undecided(team_id, _SUGGESTIONS)
        return CasePage(
            team_id,
            tuple(map(Shown, cases)),
            complaints,
            proposals[before : before + room],
            (appeals, reports, len(proposals)),
            skipped,
        )

    async def shown(self, case: Case, member_id: str) -> Shown:
        """A case as somebody may see it."""
        own = any(each.member_id == member_id for each in case.appeals)
        return Shown(
            case,
            withheld=await self._withheld(case, member_id),
            own=own and await self.others_decide(case.appeal.team_id, member_id),
        )

    async def others_decide(self, team_id: str, member_id: str) -> bool:
        """Whether there is another quizmaster than somebody: by name, in a group, or one of those
        who manage the team and set a quiz up in it.
        """
        named = await self.store.quizmasters(team_id)
        if named.groups or any(each.id != member_id for each in named.members):
            return True
        schedules = await self.store.team_schedules(team_id)
        makers = {who for each in schedules for who in (each.made_by, each.changed_by)}
        others = makers - {"", member_id}
        return any([await self.access.still_decides(team_id, each, named) for each in others])

    async def hidden(
        self, team_id: str, member_id: str, sheet_id: str, questions: Collection[Question]
    ) -> frozenset[str]:
        """The ids of those questions of a sheet whose answer a member must not read, for it would
        tell what they can still answer; with no member, what anybody in the team can.
        """
        book = await self.library.book(team_id, sheet_id)
        if book is not None and member_id:
            someone = Actor(team_id, "", member_id, "")
            withheld = await self.withholding.of(someone, book, questions)
        else:
            live = await self.store.live_questions(team_id, self.clock.now())
            if book is None:
                return frozenset(each.question.id for each in live)
            withheld = Withheld(live, book)
        return frozenset(each.id for each in questions if withheld.round_of(each) is not None)

    async def _withheld(self, case: Case, member_id: str) -> bool:
        question = case.round.question
        team_id, sheet_id = case.appeal.team_id, case.round.sheet_id
        return question.id in await self.hidden(team_id, member_id, sheet_id, (question,))
