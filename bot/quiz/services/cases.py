"""Cases: what waits for quizmasters, as each of them may see it."""

from dataclasses import dataclass, replace

from bot.model.appeal import Case
from bot.quiz.messages.case import PAGE, CasePage, Shown
from bot.quiz.ports import Clock, Store
from bot.quiz.services.answering import Answering

_SUGGESTIONS = 100


@dataclass(frozen=True, slots=True)
class Cases:
    """Reads what waits, and hides what would answer an open question."""

    store: Store
    clock: Clock
    answering: Answering

    async def page(self, team_id: str, member_id: str, skipped: int = 0) -> CasePage:
        """A page of what waits; for a channel (no member), what everybody there may see."""
        found = await self._found(team_id, skipped)
        if skipped and not found.shown:
            found = await self._found(team_id, 0)
        shown = [await self.shown(each.case, member_id) for each in found.cases]
        return replace(found, cases=tuple(shown))

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
            own=own and await self.others_decide(case, member_id),
        )

    async def others_decide(self, case: Case, member_id: str) -> bool:
        """Whether there is another quizmaster than somebody: by name, or in a group."""
        named = await self.store.quizmasters(case.appeal.team_id)
        return bool(named.groups) or any(each.id != member_id for each in named.members)

    async def _withheld(self, case: Case, member_id: str) -> bool:
        """Whether the question is open where the person may still answer it."""
        team_id = case.appeal.team_id
        for round_ in await self.store.live_questions(team_id, self.clock.now()):
            if round_.question.id != case.round.question.id:
                continue
            if not member_id or not await self.answering.finished(round_, member_id):
                return True
        return False
