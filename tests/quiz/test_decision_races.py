"""Quizmasters decide while people answer, in two processes at once: every answer ends with the grade
that the decisions give it, every point stands in the ledger, and everybody is told once.

Run as often as `test_races.py` is.
"""

from collections import Counter
from dataclasses import replace

from sqlalchemy import select

from bot.model.action import Action
from bot.model.appeal import Case, Decider, Phrase, Ruling, RulingKind
from bot.model.event import Submission
from bot.quiz.assembly import Quiz
from bot.quiz.errors import RuledBefore
from bot.quiz.ports.rulings import Ruled
from bot.quiz.ports.schedules import Moved
from bot.store.tables import deliveries, ledger
from tests.quiz.room import CHANNEL
from tests.quiz.test_races import Track, Try, track

__all__ = ["track"]

SCRIBE = "the scribing machine"
OTHERS = "Object2Vec, BlazingText, k-NN"
SAID = f"{OTHERS}, {SCRIBE}"
RIGHT = f"{OTHERS}, k-means"


async def opened(one: Try) -> None:
    """Today's question is asked."""
    await one.plan(one.quizzes[0], await one.standing())
    await one.lease(one.quizzes[0])


async def says(one: Try, quiz: Quiz, name: str, text: str) -> str:
    """Somebody answers."""
    return await one.types(quiz, name, f"/quiz answer {text}")


async def appealed(one: Try, name: str = "Grace", text: str = SAID) -> Case:
    """Somebody has answered and says that they were right; the case of it."""
    quiz = one.quizzes[0]
    await says(one, quiz, name, text)
    (round_, *_) = await one.rounds()
    answer = (await one.store.answers(one.team_id, round_.id, name.lower()))[-1]
    await quiz.services.appealing.appeal(one.actor(name), answer, "")
    cases, _ = await one.store.open_cases(one.team_id, 10)
    return next(each for each in cases if each.answer.member_id == name.lower())


async def decides(
    one: Try, quiz: Quiz, case: Case, kind: RulingKind = RulingKind.EVERYBODY, name: str = "Ada"
) -> Ruling | None:
    """A quizmaster decides; None where somebody else was first."""
    judging = quiz.services.judging
    draft = judging.guessed(case) if kind is RulingKind.EVERYBODY else None
    try:
        ruling, _ = await judging.decide(one.actor(name), case, kind, "", draft)
    except RuledBefore:
        return None
    return ruling


async def settled(one: Try) -> dict[str, int]:
    """The points of everybody, once they are seen to stand in the ledger and nobody was told twice."""
    points: Counter[str] = Counter()
    for round_ in await one.store.rounds(one.team_id, CHANNEL, 9) or await one.rounds():
        for answer in await one.store.answers(one.team_id, round_.id):
            points[answer.member_id] += answer.points
    async with one.store.database.reading() as connection:
        entered: Counter[str] = Counter()
        for member_id, number in await connection.execute(
            select(ledger.c.member_id, ledger.c.points).where(ledger.c.team_id == one.team_id)
        ):
            entered[member_id] += number
        told = Counter(
            await connection.scalars(
                select(deliveries.c.member_id).where(
                    deliveries.c.team_id == one.team_id, deliveries.c.key.startswith("rul-")
                )
            )
        )
    assert +points == +entered
    assert all(number == 1 for number in told.values()), told
    return dict(points)


async def test_somebody_says_it_while_it_is_accepted(track: Track) -> None:
    async def race(one: Try) -> None:
        await opened(one)
        case = await appealed(one)
        await one.at_once(
            lambda quiz: decides(one, quiz, case), lambda quiz: says(one, quiz, "Alan", SAID)
        )
        assert await settled(one) == {"grace": 10, "alan": 10}

    await track.run(race, alone=True)


async def test_whoever_appealed_tries_again_while_it_is_accepted(track: Track) -> None:
    async def race(one: Try) -> None:
        await opened(one)
        case = await appealed(one)
        await one.at_once(
            lambda quiz: decides(one, quiz, case), lambda quiz: says(one, quiz, "Grace", RIGHT)
        )
        assert await settled(one) == {"grace": 10}

    await track.run(race, alone=True)


async def test_two_decide_the_same_case(track: Track) -> None:
    async def race(one: Try) -> None:
        await opened(one)
        case = await appealed(one)
        decisions = await one.at_once(
            lambda quiz: decides(one, quiz, case),
            lambda quiz: decides(one, quiz, case, RulingKind.DECLINED, "Alan"),
        )
        (stands,) = [each for each in decisions if each is not None]
        assert isinstance(stands, Ruling)
        granted = stands.kind is RulingKind.EVERYBODY
        assert await settled(one) == {"grace": 10 if granted else 6}

    await track.run(race, alone=True)


async def test_two_wordings_are_accepted_at_once(track: Track) -> None:
    async def race(one: Try) -> None:
        await opened(one)
        first = await appealed(one)
        second = await appealed(one, "Alan", f"{OTHERS}, ear to paper")
        await one.at_once(
            lambda quiz: decides(one, quiz, first),
            lambda quiz: decides(one, quiz, second, name="Ada"),
        )
        await says(one, one.quizzes[1], "Ada", f"{OTHERS}, ear to paper")
        assert await settled(one) == {"grace": 10, "alan": 10, "ada": 10}

    await track.run(race, alone=True)


async def test_it_is_undone_while_somebody_says_it(track: Track) -> None:
    async def race(one: Try) -> None:
        await opened(one)
        case = await appealed(one)
        ruling = await decides(one, one.quizzes[0], case)
        assert ruling is not None
        before = await one.store.rounds(one.team_id, CHANNEL, 1)
        await one.at_once(
            lambda quiz: quiz.services.judging.undo(one.actor("Ada"), ruling.id),
            lambda quiz: says(one, quiz, "Alan", SAID),
        )
        answers = await one.store.answers(one.team_id, before[0].id)
        assert {each.member_id: each.points for each in answers} == {"grace": 6, "alan": 6}

    await track.run(race, alone=True)


async def test_two_processes_carry_out_the_same(track: Track) -> None:
    async def race(one: Try) -> None:
        await opened(one)
        for name in ("Alan", "Ada"):
            await says(one, one.quizzes[0], name, SAID)
        case = await appealed(one)
        ruling = Ruling(
            one.team_id,
            "r",
            RulingKind.EVERYBODY,
            Decider("ada", "Ada", case.appeal.made_at),
        )
        phrase = replace(_phrase(case), ruling_id=ruling.id)
        assert await one.store.rule(Ruled(ruling, (case.appeal.id,), phrase)) is None
        await one.at_once(
            lambda quiz: quiz.services.judging.carry_out(ruling),
            lambda quiz: quiz.services.judging.carry_out(ruling),
        )
        assert await settled(one) == {"grace": 10, "alan": 10, "ada": 10}

    await track.run(race, alone=True)


def _phrase(case: Case) -> Phrase:
    """The words of a case, for the item that they stand for."""
    asked = case.round
    by = Decider("ada", "Ada", case.appeal.made_at)
    return Phrase(asked.team_id, "p", "", asked.sheet_id, asked.question.id, "k-means", SCRIBE, by)


async def test_it_is_accepted_while_the_quiz_moves(track: Track) -> None:
    async def race(one: Try) -> None:
        await opened(one)
        case = await appealed(one)
        read = await one.standing()
        _, moved = await one.at_once(
            lambda quiz: decides(one, quiz, case),
            lambda quiz: quiz.services.store.move(read, "C2", "new", "ada"),
        )
        assert moved is Moved.DONE
        sums = await one.store.standings(one.team_id, "C2", None, case.round.local_date, "grace")
        assert [each.points + each.open_points for each in sums] == [10]

    await track.run(race, alone=True)


async def test_a_round_is_voided_while_somebody_answers(track: Track) -> None:
    async def race(one: Try) -> None:
        await opened(one)
        await says(one, one.quizzes[0], "Grace", RIGHT)
        (round_, *_) = await one.rounds()
        judging = one.quizzes[0].services.judging
        form = f"report:{round_.id}:{one.team_id.partition(':')[2]}"
        await _reports(one, form)
        ((complaint,), _) = await one.store.open_complaints(one.team_id, 1)
        await one.at_once(
            lambda quiz: judging.settle(one.actor("Ada"), complaint, RulingKind.VOIDED, ""),
            lambda quiz: says(one, quiz, "Alan", RIGHT),
        )
        sums = await settled(one)
        assert not any(sums.values()), sums

    await track.run(race, alone=True)


async def _reports(one: Try, form: str) -> None:
    sent = Submission(one.actor("Grace"), Action.parse(form), {"words": "Wrong."}, "event")
    await one.quizzes[0].dispatcher.respond(sent)
