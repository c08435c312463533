"""Answering: from a member's words to a grade that is recorded before anyone is told."""

from collections.abc import Sequence
from dataclasses import replace

from bot.grading import grade, normalise
from bot.model.answer import Answer, Recording
from bot.model.board import Window
from bot.model.event import Actor
from bot.model.play import Play
from bot.model.round import Round, RoundState
from bot.model.text import plain
from bot.quiz.errors import AlreadyFinished, BadArgument, NoRound, RoundClosed, UnknownAction
from bot.quiz.messages.formatting import at
from bot.quiz.messages.verdict import Outcome
from bot.quiz.ports import Clock, Store
from bot.quiz.rules.rules import Limits, RuleBook, Rules
from bot.quiz.rules.scoring import gain, solved, tries_used, worth
from bot.quiz.services.boards import Boards
from bot.quiz.services.library import Library

_OVERTAKEN_AT_MOST = 5


class Answering:
    """Takes answers: grades them, has them recorded, and only then returns."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        library: Library,
        boards: Boards,
        rule_book: RuleBook,
        limits: Limits,
    ) -> None:
        self._store = store
        self._clock = clock
        self._library = library
        self._boards = boards
        self._rule_book = rule_book
        self._limits = limits

    def rules_of(self, round_: Round) -> Rules:
        """By which rules a round is played."""
        return self._rule_book.of(round_.team_id, round_.channel_id)

    async def play(self, team_id: str, round_id: str, member_id: str) -> Play:
        """A member in a round that they may know of; raises `UnknownAction`."""
        found = await self._store.play(team_id, round_id, member_id)
        if found is None or found.round.state is RoundState.PLANNED:
            raise UnknownAction
        return found

    def require_open(self, play: Play, text: str = "") -> None:
        """Raise `RoundClosed` unless a round takes answers now; `text` is what was sent."""
        now = self._clock.now()
        if not play.round.takes_answers(now):
            raise RoundClosed(play, now, text)

    def tries_left(self, play: Play, text: str = "") -> int:
        """How many tries a member still has; raises `AlreadyFinished` if none or no need of any.
        `text` is what was sent.
        """
        if self.is_done(play):
            raise AlreadyFinished(play, text)
        return self._left(play.round, play.answers)

    def is_done(self, play: Play) -> bool:
        """Whether a member has nothing left to say in a round."""
        return self._left(play.round, play.answers) <= 0 or solved(play.answers)

    async def finished(self, round_: Round, member_id: str) -> bool:
        """The same for a round in which it is still to be looked up what the member did."""
        return self.is_done(await self.play(round_.team_id, round_.id, member_id))

    async def open_round(self, actor: Actor) -> Round:
        """The newest open round of the channel; raises `NoRound` with the next one's time."""
        return (await self._open_rounds(actor))[0]

    async def waiting_round(self, actor: Actor) -> Round:
        """The newest open round in which the member may still answer, else the newest open one."""
        rounds = await self._open_rounds(actor)
        for round_ in rounds:
            if not await self.finished(round_, actor.member_id):
                return round_
        return rounds[0]

    async def answer(self, actor: Actor, play: Play, text: str, key: str) -> Outcome:
        """Grade, record, and say what came of it. The same words again cost nothing.

        An event that is delivered again gets what it got before, also once the round is closed.
        Whoever is done and sends other words is told what counted. Raises `RoundClosed`, `AlreadyFinished`, or `BadArgument` for a text that is empty or too
        long.
        """
        self._check(text)
        for _ in range(_OVERTAKEN_AT_MOST):
            round_, said = play.round, play.answers
            delivered_twice = next((each for each in said if key and each.key == key), None)
            if delivered_twice is not None:
                return await self.outcome(round_, delivered_twice, said[: delivered_twice.number])
            self.require_open(play, text)
            answer = await self._graded(actor, play, text, key)
            before = _same_before(said, answer)
            if before is not None:
                return await self.outcome(round_, before, said, repeated=True)
            self.tries_left(play, text)
            recorded = await self._store.record(answer, actor.team_name, round_.regrades)
            match recorded.recording:
                case Recording.RECORDED:
                    return await self.outcome(
                        round_, answer, (*said, answer), streak=recorded.streak
                    )
                case Recording.CLOSED:
                    raise RoundClosed(play, self._clock.now(), text)
                case Recording.REPEATED | Recording.OVERTAKEN:
                    play = await self.play(round_.team_id, round_.id, actor.member_id)
        raise BadArgument("Several answers of yours arrived at once. Please send this one again.")

    async def outcome(
        self,
        round_: Round,
        answer: Answer,
        said: Sequence[Answer],
        *,
        repeated: bool = False,
        streak: int | None = None,
    ) -> Outcome:
        """Everything that a member is told about an answer among all that they `said`; where they
        stand is looked up only once they are done, for only then it is shown.
        """
        outcome = Outcome(
            round=round_,
            answer=answer,
            points=sum(each.points for each in said),
            tries_left=self._left(round_, said),
            repeated=repeated,
        )
        if not outcome.finished:
            return outcome
        who = (round_.team_id, round_.channel_id, answer.member_id)
        if streak is None:
            streak = await self._boards.streak(*who, round_.local_date)
        me = answer.member_id
        own = await self._boards.stand(*who, Window.WEEK, round_.local_date, viewer=me)
        placed = own is not None and own.standing.points > 0
        return replace(outcome, streak=streak, rank=own.rank if own and placed else 0)

    def _left(self, round_: Round, said: Sequence[Answer]) -> int:
        return self.rules_of(round_).tries_for(round_.question) - tries_used(said)

    async def _open_rounds(self, actor: Actor) -> tuple[Round, ...]:
        """The open rounds of the channel, newest first; never none."""
        now = self._clock.now()
        live = await self._store.live_questions(actor.team_id, now)
        here = [r for r in live if r.channel_id == actor.channel_id and r.takes_answers(now)]
        if not here:
            raise NoRound(await self._next_one(actor))
        return tuple(reversed(here))

    async def _next_one(self, actor: Actor) -> str:
        now = self._clock.now()
        schedules = await self._store.schedules(actor.team_id, actor.channel_id)
        coming = [s for s in schedules if s.runs]
        if not coming:
            return "A quizmaster can start the quiz here with /quizmaster schedule."
        first = min(coming, key=lambda schedule: schedule.next_at or now)
        return f"The next one comes {plain(at(first.next_at or now, now, first.zone))}."

    def _check(self, text: str) -> None:
        if not text.strip():
            raise BadArgument(
                "There was no text in it, so nothing was counted. Please type an answer."
            )
        if len(text) > self._limits.longest_answer:
            raise BadArgument(
                f"That is longer than {self._limits.longest_answer:,} characters, so nothing was "
                "counted. Please send the answer alone."
            )

    async def _graded(self, actor: Actor, play: Play, text: str, key: str) -> Answer:
        round_, said = play.round, play.answers
        ready = await self._library.prepared(round_)
        judged = grade(await ready.question(text), text)
        rules = self.rules_of(round_)
        points = worth(judged, tries_used(said) + 1, hinted=play.hinted, rules=rules)
        return Answer(
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
            points=0 if round_.voided else gain(points, said),
            key=key,
            phrases=ready.phrases,
        )


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
