"""Answering: from a member's words to a grade that is recorded before anyone is told."""

from dataclasses import replace
from datetime import datetime

from bot.grading import grade, normalise
from bot.model.answer import Answer, Recording
from bot.model.event import Actor
from bot.model.round import Round
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

    async def open_round(self, team_id: str, round_id: str) -> Round:
        """A round that takes answers now; raises `Closed`, or `UnknownAction` if there is none."""
        found = await self._store.round(team_id, round_id)
        if found is None:
            raise UnknownAction
        now = self._clock.now()
        if not found.takes_answers(now):
            raise Closed(found, now)
        return found

    async def tries_left(self, round_: Round, member_id: str) -> int:
        """How many tries a member still has; raises `Finished` if none or no need of any."""
        said = await self._store.answers(round_.team_id, round_.id, member_id)
        left = self._rules.tries_for(round_.question) - tries_used(said)
        if left <= 0 or solved(said):
            raise Finished(round_, said)
        return left

    async def answer(
        self, actor: Actor, round_: Round, text: str, key: str
    ) -> tuple[Answer, tuple[Answer, ...], bool]:
        """Grade and record; returns the answer, all of the member's answers in the round, and
        whether it had been said before and so cost nothing.

        Raises `Closed`, `Finished`, or `BadArgument` for a text that is empty or too long.
        """
        self._check(text)
        for _ in range(_OVERTAKEN_AT_MOST):
            said = await self._store.answers(round_.team_id, round_.id, actor.member_id)
            before = self._said_before(said, text, key)
            if before is not None:
                return before, said, not (key and before.key == key)
            answer = await self._graded(actor, round_, text, key, said)
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

    @staticmethod
    def _said_before(said: tuple[Answer, ...], text: str, key: str) -> Answer | None:
        delivered_twice = next((a for a in said if key and a.key == key), None)
        if delivered_twice or not said:
            return delivered_twice
        words = normalise(text)
        return next((a for a in said if words and normalise(a.text) == words), None)

    async def _graded(
        self, actor: Actor, round_: Round, text: str, key: str, said: tuple[Answer, ...]
    ) -> Answer:
        used = tries_used(said)
        if solved(said) or used >= self._rules.tries_for(round_.question):
            raise Finished(round_, said)
        judged = grade(await self._library.prepared(round_), text)
        hinted = await self._store.has_hint(round_.team_id, round_.id, actor.member_id)
        points = worth(judged, used + 1, hinted=hinted, rules=self._rules)
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
