"""Whatever is said, decided and undone, in whatever order: every answer is worth what the decisions
that stand say, every point stands in the ledger, and taking all of them back leaves no trace.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.grading import grade, prepare
from bot.model.answer import Answer
from bot.model.appeal import Phrase, RulingKind
from bot.model.grade import Grade, Verdict
from bot.model.question import Item, Mode, Question
from bot.quiz.rules.regrading import better, fold, replayed, with_phrases
from bot.quiz.rules.rules import Rules
from bot.store.tables import ledger
from tests.quiz.room import TEAM, Room, practice

SPEECH = Question(
    id="speech",
    prompt="Which service turns speech into text?",
    mode=Mode.ANY,
    items=(Item("Amazon Transcribe"),),
    hint="It writes down.",
)
TEXTS = ("the scribing machine", "ear to paper", "Amazon Transcribe", "Polly", "a parrot")
PEOPLE = ("Grace", "Alan", "Edsger", "Barbara")
STEPS = 40
DAY = date(2026, 11, 24)
NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize("seed", range(6))
async def test_what_is_decided_in_whatever_order_is_what_counts(
    store_url: str, tmp_path: Path, seed: int
) -> None:
    async with practice(tmp_path, questions=(SPEECH,), url=store_url) as room:
        await room.later(hours=1)
        play = Play(room, Random(seed))
        for _ in range(STEPS):
            await play.step()
            await play.check()
        for ruling_id in list(play.standing):
            await play.undo(ruling_id)
        await play.check()
        assert await play.answers() == play.without_rulings(await play.answers())


class Play:
    """People who answer, appeal and decide by chance, with what each decision must lead to."""

    def __init__(self, room: Room, chance: Random) -> None:
        self.room = room
        self.chance = chance
        self.standing: dict[str, tuple[RulingKind, str, tuple[str, str, int]]] = {}
        """The decisions that were not undone: kind, words, and the answer it was about."""

    async def step(self) -> None:
        """One of the things that may happen."""
        self.room.clock.move(minutes=1)
        if self.chance.random() < 0.04:
            await self.room.later(hours=24)
        happens = self.chance.choice(
            [self.say, self.say, self.hint, self.appeal, self.appeal, self.decide, self.take_back]
        )
        await happens()

    async def say(self) -> None:
        """Somebody answers today's question."""
        await self.room.answers(self.chance.choice(PEOPLE), self.chance.choice(TEXTS))

    async def hint(self) -> None:
        """Somebody takes the hint."""
        name = self.chance.choice(PEOPLE)
        await self.room.presses(name, self.room.question.message, "Hint")

    async def appeal(self) -> None:
        """Somebody who was graded wrong appeals."""
        wrong = [each for each in await self.answers() if each.grade.verdict is not Verdict.CORRECT]
        if wrong:
            answer = self.chance.choice(wrong)
            await self.room.services.appealing.appeal(
                self.room.actor(answer.member_name), answer, ""
            )

    async def decide(self) -> None:
        """A quizmaster decides what waits first."""
        cases, _ = await self.room.store.open_cases(TEAM, 1)
        if not cases:
            return
        (case,) = cases
        kind = self.chance.choice([RulingKind.EVERYBODY, RulingKind.ONCE, RulingKind.PARTLY])
        judging, ada = self.room.services.judging, self.room.actor("Ada")
        draft = judging.guessed(case) if kind is RulingKind.EVERYBODY else None
        ruling, _ = await judging.decide(ada, case, kind, "", draft)
        for each in case.appeals:
            about = (each.round_id, each.member_id, each.number)
            self.standing[f"{ruling.id} {each.id}"] = (kind, case.answer.text, about)

    async def take_back(self) -> None:
        """A decision is undone."""
        if self.standing:
            await self.undo(self.chance.choice(list(self.standing)))

    async def undo(self, key: str) -> None:
        """Take one decision back."""
        ruling_id = key.split()[0]
        if not any(each.startswith(ruling_id) for each in self.standing):
            return
        ruling, _ = await self.room.services.judging.undo(self.room.actor("Ada"), ruling_id)
        await self.room.services.judging.carry_out(ruling)
        self.standing = {k: v for k, v in self.standing.items() if not k.startswith(ruling_id)}

    async def answers(self) -> list[Answer]:
        """Everything that was said."""
        rounds = await self.room.store.rounds(TEAM, "ml-study", 50)
        return [a for r in rounds for a in await self.room.store.answers(TEAM, r.id)]

    async def check(self) -> None:
        """Grades, points and ledger are what they must be."""
        answers = await self.answers()
        words = [text for kind, text, _ in self.standing.values() if kind is RulingKind.EVERYBODY]
        entries = await self._ledger()
        tries: dict[tuple[str, str], list[Answer]] = defaultdict(list)
        for answer in sorted(answers, key=lambda each: each.number):
            assert answer.grade.score == self._score(answer, words), answer
            tries[answer.round_id, answer.member_id].append(answer)
        for key, said in tries.items():
            assert sum(each.points for each in said) == entries[key], said
            assert sum(each.points for each in said) == await self._worth(said), said

    def _score(self, answer: Answer, words: list[str]) -> float:
        """What the decisions that stand make of an answer, worked out another way."""
        more = tuple(Item("Amazon Transcribe", accept=(each,)) for each in words)
        options = [SPEECH, *(replace(SPEECH, items=(item,)) for item in more)]
        best = max(grade(prepare(each), answer.text).score for each in options)
        about = (answer.round_id, answer.member_id, answer.number)
        for kind, _, which in self.standing.values():
            if which == about:
                best = max(best, 1.0 if kind is RulingKind.ONCE else 0.5)
        return best

    async def _worth(self, said: list[Answer]) -> int:
        """The points of a member's tries, counted from the scores."""
        first = said[0]
        basis = await self.room.store.basis(TEAM, first.round_id, "", 100)
        assert basis is not None
        hinted = next(t.hinted_at for t in basis.tries if t.member_id == first.member_id)
        best = 0
        for number, answer in enumerate(said):
            cost = 3 * number + (2 if hinted and hinted <= answer.said_at else 0)
            if answer.grade.score:
                best = max(best, max(1, round(10 * answer.grade.score - cost)))
            if answer.grade.verdict is Verdict.CORRECT:
                break
        return best

    async def _ledger(self) -> dict[tuple[str, str], int]:
        async with self.room.store.database.reading() as connection:
            rows = await connection.execute(
                select(ledger.c.round_id, ledger.c.member_id, ledger.c.points)
            )
            sums: dict[tuple[str, str], int] = defaultdict(int)
            for round_id, member_id, points in rows:
                sums[round_id, member_id] += points
            return sums

    @staticmethod
    def without_rulings(answers: list[Answer]) -> list[Answer]:
        """The same as the sheet alone grades them."""
        graded = [replace(each, grade=grade(prepare(SPEECH), each.text)) for each in answers]
        return [
            replace(each, grade=old.grade) if each.grade.score == old.grade.score else each
            for each, old in zip(graded, answers, strict=True)
        ]


def test_a_phrase_for_an_item_that_the_question_has_no_more_changes_nothing() -> None:
    by = Phrase(TEAM, "p", "r", "ml", "speech", "Amazon Polly", "parrot", None)  # type: ignore[arg-type]
    assert with_phrases(SPEECH, [by]) == SPEECH
    assert fold("  The  Scribing machine. ") == "the scribing machine"


GRADES = st.sampled_from(
    [
        Grade(Verdict.WRONG, 0.0),
        Grade(Verdict.MORE, 0.0),
        Grade(Verdict.PARTIAL, 0.25),
        Grade(Verdict.PARTIAL, 0.5),
        Grade(Verdict.CORRECT, 1.0),
    ]
)
TRIES = st.lists(st.tuples(GRADES, GRADES), min_size=1, max_size=4)


def _said(grades: list[Grade]) -> list[Answer]:
    """A try every minute."""
    return [
        Answer(TEAM, "r", "c", DAY, "m", "M", number, "x", each, NINE + timedelta(minutes=number))
        for number, each in enumerate(grades, start=1)
    ]


@given(TRIES, st.integers(0, 6))
def test_a_better_grade_never_lowers_what_tries_bring(
    tries: list[tuple[Grade, Grade]], minute: int
) -> None:
    """Whichever of them gets it, and whenever the hint was taken."""
    hinted = NINE + timedelta(minutes=minute) if minute else None
    before = replayed(_said([one for one, _ in tries]), hinted, Rules())
    regraded = [
        replace(said, grade=better(one, other), first=one)
        for said, (one, other) in zip(before, tries, strict=True)
    ]
    after = replayed(regraded, hinted, Rules())
    assert sum(each.points for each in after) >= sum(each.points for each in before)
    assert all(each.points >= 0 for each in after)
    assert replayed(after, hinted, Rules()) == after, "twice is once"
    assert not any(each.points for each in replayed(after, hinted, Rules(), voided=True))
