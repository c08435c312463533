"""Answering: from a member's words to a grade that is recorded before anyone is told."""

from dataclasses import replace
from datetime import datetime

from bot.grading import grade, normalise
from bot.model.answer import Answer, Recording
from bot.model.event import Actor
from bot.model.round import Round, RoundState
from bot.model.sitting import Sitting
from bot.quiz.errors import BadArgument, UnknownAction
from bot.quiz.library import Library
from bot.quiz.points import gain, solved, tries_used, worth
from bot.quiz.ports import Clock, Store
from bot.quiz.rules import Rules

_OVERTAKEN_AT_MOST = 5


class Closed(Exception):
    """The round takes no answers any more."""

    def __init__(self, round_: Round, now: datetime) -> None:
        super().__init__(f"round {round_.id} closed at {round_.closes_at}")
        self.round = round_
        self.now = now


class Finished(Exception):
    """The member has used their tries, or was right already."""

    def __init__(self, round_: Round, said: tuple[Answer, ...]) -> None:
        super().__init__(f"the member is done with round {round_.id}")
        self.round = round_
        self.said = said


class Answering:
    """Takes answers: grades them, has them recorded, and only then returns."""

    def __init__(self, store: Store, clock: Clock, library: Library, rules: Rules) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._rules = rules

    async def sitting(self, team_id: str, round_id: str, member_id: str) -> Sitting:
        """A member in a round that they may know of; raises `UnknownAction`."""
        found = await self._store.sitting(team_id, round_id, member_id)
        if found is None or found.round.state is RoundState.PLANNED:
            raise UnknownAction
        return found

    def require_open(self, round_: Round) -> None:
        """Raise `Closed` unless a round takes answers now."""
        now = self._clock.now()
        if not round_.takes_answers(now):
            raise Closed(round_, now)

    def tries_left(self, sitting: Sitting) -> int:
        """How many tries a member still has; raises `Finished` if none or no need of any."""
        left = self._rules.tries_for(sitting.round.question) - tries_used(sitting.said)
        if left <= 0 or solved(sitting.said):
            raise Finished(sitting.round, sitting.said)
        return left

    async def finished(self, round_: Round, member_id: str) -> bool:
        """Whether a member has nothing left to say in a round."""
        try:
            self.tries_left(await self.sitting(round_.team_id, round_.id, member_id))
        except Finished:
            return True
        return False

    async def answer(
        self, actor: Actor, sitting: Sitting, text: str, key: str
    ) -> tuple[Answer, tuple[Answer, ...], bool]:
        """Grade and record; returns the answer, all of the member's answers in the round, and
        whether it had been said before and so cost nothing.

        An event that is delivered again gets what it got before, also once the round is closed.
        Raises `Closed`, `Finished`, or `BadArgument` for a text that is empty or too long.
        """
        self._check(text)
        round_ = sitting.round
        for _ in range(_OVERTAKEN_AT_MOST):
            said = sitting.said
            delivered_twice = next((each for each in said if key and each.key == key), None)
            if delivered_twice is not None:
                return delivered_twice, said, False
            self.require_open(round_)
            self.tries_left(sitting)
            answer = await self._graded(actor, sitting, text, key)
            before = _same_before(said, answer)
            if before is not None:
                return before, said, True
            match await self._store.record(answer):
                case Recording.RECORDED:
                    return answer, (*said, answer), False
                case Recording.CLOSED:
                    raise Closed(round_, self._clock.now())
                case Recording.REPEATED | Recording.OVERTAKEN:
                    sitting = await self.sitting(round_.team_id, round_.id, actor.member_id)
        raise BadArgument("Several answers of yours arrived at once. Please send this one again.")

    def _check(self, text: str) -> None:
        if not text.strip():
            raise BadArgument(
                "There was no text in it, so nothing was counted. Please type an answer."
            )
        if len(text) > self._rules.longest_answer:
            raise BadArgument(
                f"That is longer than {self._rules.longest_answer:,} characters, so nothing was "
                "counted. Please send the answer alone."
            )

    async def _graded(self, actor: Actor, sitting: Sitting, text: str, key: str) -> Answer:
        round_, said = sitting.round, sitting.said
        judged = grade(await self._library.prepared(round_), text)
        points = worth(judged, tries_used(said) + 1, hinted=sitting.hinted, rules=self._rules)
        answer = Answer(
            team_id=round_.team_id,
            round_id=round_.id,
            channel_id=round_.channel_id,
            local_date=round_.local_date,
            member_id=actor.member_id,
            member_name=actor.name,
            number=len(said) + 1,
            text=text,
            grade=judged,
            said_at=self._clock.now(),
            key=key,
        )
        return replace(answer, points=gain(points, said))


def _same_before(said: tuple[Answer, ...], answer: Answer) -> Answer | None:
    """What the member said earlier in the same words. Signs that make a difference, as in `<` and
    `>`, show in the grade.
    """
    words = normalise(answer.text)
    for earlier in said:
        same_grade = (earlier.grade.verdict, earlier.grade.score) == (
            answer.grade.verdict,
            answer.grade.score,
        )
        if words and same_grade and normalise(earlier.text) == words:
            return earlier
    return None
