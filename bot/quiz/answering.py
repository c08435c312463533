"""Answering: from a member's words to a grade that is recorded before anyone is told."""

from dataclasses import replace
from datetime import datetime

from bot.grading import grade, normalise
from bot.model.answer import Answer, Recording
from bot.model.event import Actor
from bot.model.round import Round, RoundState
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

    async def round(self, team_id: str, round_id: str) -> Round:
        """A round that members may know of, whatever became of it; raises `UnknownAction`."""
        found = await self._store.round(team_id, round_id)
        if found is None or found.state is RoundState.PLANNED:
            raise UnknownAction
        return found

    async def open_round(self, team_id: str, round_id: str) -> Round:
        """A round that takes answers now; raises `Closed`, or `UnknownAction` if there is none."""
        found = await self.round(team_id, round_id)
        now = self._clock.now()
        if not found.takes_answers(now):
            raise Closed(found, now)
        return found

    async def tries_left(self, round_: Round, member_id: str) -> int:
        """How many tries a member still has; raises `Finished` if none or no need of any."""
        said = await self._store.answers(round_.team_id, round_.id, member_id)
        return self._left(round_, said)

    def _left(self, round_: Round, said: tuple[Answer, ...]) -> int:
        left = self._rules.tries_for(round_.question) - tries_used(said)
        if left <= 0 or solved(said):
            raise Finished(round_, said)
        return left

    async def answer(
        self, actor: Actor, round_: Round, text: str, key: str
    ) -> tuple[Answer, tuple[Answer, ...], bool]:
        """Grade and record; returns the answer, all of the member's answers in the round, and
        whether it had been said before and so cost nothing.

        An event that is delivered again gets what it got before, also once the round is closed.
        Raises `Closed`, `Finished`, or `BadArgument` for a text that is empty or too long.
        """
        self._check(text)
        for _ in range(_OVERTAKEN_AT_MOST):
            said = await self._store.answers(round_.team_id, round_.id, actor.member_id)
            delivered_twice = next((each for each in said if key and each.key == key), None)
            if delivered_twice is not None:
                return delivered_twice, said, False
            if not round_.takes_answers(self._clock.now()):
                raise Closed(round_, self._clock.now())
            self._left(round_, said)
            answer = await self._graded(actor, round_, text, key, said)
            before = _same_before(said, answer)
            if before is not None:
                return before, said, True
            match await self._store.record(answer):
                case Recording.RECORDED:
                    return answer, (*said, answer), False
                case Recording.CLOSED:
                    raise Closed(round_, self._clock.now())
                case Recording.REPEATED | Recording.OVERTAKEN:
                    continue
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

    async def _graded(
        self, actor: Actor, round_: Round, text: str, key: str, said: tuple[Answer, ...]
    ) -> Answer:
        judged = grade(await self._library.prepared(round_), text)
        hinted = await self._store.has_hint(round_.team_id, round_.id, actor.member_id)
        points = worth(judged, tries_used(said) + 1, hinted=hinted, rules=self._rules)
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
