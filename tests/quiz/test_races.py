"""Two people, or a person and a worker, change the same thing at the same moment: nothing is lost,
and whoever is told something is told what holds.

Each race is run with real tasks in two processes' worth of game over one database, on SQLite and on
PostgreSQL. An ordinary run tries each a few times; `QUIZSHEET_RACES=1000 python -m pytest
tests/quiz/test_races.py` tries each a thousand times.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import time, timedelta
from random import Random

import pytest

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.delivery import Delivery
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Message, Reply, Say
from bot.model.obstacle import Obstacle
from bot.model.proposal import Proposal
from bot.model.rights import Rights
from bot.model.round import Round, RoundState
from bot.model.schedule import EVERY_DAY, Schedule
from bot.model.team import Member, Team
from bot.quiz.actions import (
    ACCEPT,
    DECLINE,
    DISMISS,
    HIDE,
    PAUSE,
    SCHEDULED,
    OfMember,
    Opened,
    Place,
    Proposed,
    Switch,
)
from bot.quiz.assembly import Quiz
from bot.quiz.ports.schedules import Moved
from bot.quiz.ports.sheets import ADDITIONS, LIBRARY
from bot.store import SqlStore, open_store
from tests.assembled import assembled
from tests.quiz.room import (
    CHANNEL,
    MONDAY_MORNING,
    SINGLE,
    HandClock,
    PaperChat,
    button,
    said,
    sheet,
)

NINE = MONDAY_MORNING + timedelta(hours=1)
TESTS = frozenset({"test"})
BESIDE = 8
"""Tries that run beside each other, each in a team of its own."""
LATEST = 0.004
"""Seconds by which one of two may begin later than the other."""
FORM = {"opens": "10:30", "reveals": "17:00", "days": "every day", "zone": "berlin", "sheet": "ml"}


class Town(PaperChat):
    """A platform on which people belong to every team, and channels are where they are looked for."""

    async def rights(
        self, team_id: str, member_id: str, groups: frozenset[str] = frozenset()
    ) -> Rights:
        return Rights(groups=frozenset())

    async def has_channel(self, team_id: str, channel_id: str) -> bool:
        return True

    async def obstacle(self, team_id: str, channel_id: str) -> Obstacle | None:
        return None


@dataclass(frozen=True, slots=True)
class Try:
    """One team in which two things happen at once, each in a process of its own."""

    team_id: str
    quizzes: tuple[Quiz, Quiz]
    rng: Random

    @property
    def store(self) -> SqlStore:
        """What both share."""
        store = self.quizzes[0].services.store
        assert isinstance(store, SqlStore)
        return store

    def actor(self, name: str) -> Actor:
        """Ada and Alan manage the team."""
        rights = Rights(manages=name in ("Ada", "Alan"), groups=frozenset())
        return Actor(self.team_id, CHANNEL, name.lower(), name, CHANNEL, rights=rights, zone="UTC")

    async def types(self, quiz: Quiz, name: str, text: str) -> str:
        """Somebody types a command."""
        read = quiz.dispatcher.read(text)
        assert read is not None
        call = Call(self.actor(name), read.path, read.arguments, command=read.command)
        return said(await quiz.dispatcher.respond(call))

    async def presses(self, quiz: Quiz, name: str, action: Action) -> Reply:
        """Somebody presses a button."""
        return await quiz.dispatcher.respond(Press(self.actor(name), action))

    async def sends(self, quiz: Quiz, name: str, seen: int, **values: str) -> str:
        """Somebody sends the set-up form that they opened on a version."""
        action = SCHEDULED.action(Opened.of(Place.of(self.team_id, CHANNEL), seen))
        sent = Submission(self.actor(name), action, FORM | values)
        return said(await quiz.dispatcher.respond(sent))

    async def standing(self) -> Schedule:
        """The channel's schedule."""
        (found,) = await self.store.schedules(self.team_id, CHANNEL)
        return found

    async def member(self, name: str) -> Member:
        """Somebody as they are written down."""
        found = await self.store.member(self.team_id, name.lower())
        assert found is not None
        return found

    async def rounds(self) -> tuple[Round, ...]:
        """The channel's rounds."""
        return await self.store.rounds(self.team_id, CHANNEL, 9)

    async def plan(self, quiz: Quiz, read: Schedule) -> None:
        """A worker plans from what it has read."""
        assert await quiz.services.planning.plan_all((read,)) == 1

    async def lease(self, quiz: Quiz) -> tuple[Delivery, ...]:
        """A worker takes what this team owes; what is others' it takes along and leaves lying."""
        now = quiz.services.clock.now()
        taken = await quiz.services.store.lease(TESTS, "w", now, now + timedelta(days=1), 10_000)
        return tuple(each for each in taken if each.team_id == self.team_id)

    async def at_once(
        self, one: Callable[[Quiz], Awaitable[object]], other: Callable[[Quiz], Awaitable[object]]
    ) -> tuple[object, object]:
        """Both happen, one here and one there, in whatever order."""

        async def begun(what: Callable[[Quiz], Awaitable[object]], quiz: Quiz) -> object:
            await asyncio.sleep(self.rng.choice((0, self.rng.uniform(0, LATEST))))
            return await what(quiz)

        first, second = await asyncio.gather(
            begun(one, self.quizzes[0]), begun(other, self.quizzes[1])
        )
        return first, second


Race = Callable[[Try], Awaitable[None]]


@dataclass(slots=True)
class Track:
    """Runs a race as often as is wanted."""

    quizzes: tuple[Quiz, Quiz]
    tries: int

    async def run(self, race: Race, *, alone: bool = False) -> None:
        """Each try in a new team, some of them beside each other unless they take each other's."""
        beside = 1 if alone else BESIDE
        for first in range(0, self.tries, beside):
            numbers = range(first, min(first + beside, self.tries))
            await asyncio.gather(*(self._try(race, number) for number in numbers))

    async def _try(self, race: Race, number: int) -> None:
        one = Try(f"test:{number}", self.quizzes, Random(number))
        schedule = Schedule(
            team_id=one.team_id,
            channel_id=CHANNEL,
            sheet_id="ml",
            opens=time(9),
            reveals=time(17),
            zone="Europe/Berlin",
            days=EVERY_DAY,
            next_at=NINE,
            channel_name=CHANNEL,
            made_by="ada",
        )
        await one.store.arrived(one.team_id, "Study group")
        await one.store.begin_schedule(schedule)
        for name in ("Ada", "Alan", "Grace"):
            await one.store.greet(one.team_id, name.lower(), name)
        await race(one)


@pytest.fixture
async def track(store_url: str, tries: int) -> AsyncIterator[Track]:
    """Two processes over one database at nine o'clock."""
    async with AsyncExitStack() as stack:
        clock = HandClock(NINE)
        stores = [await stack.enter_async_context(open_store(store_url)) for _ in range(2)]
        await stores[0].save_sheet(LIBRARY, sheet())
        for name in ("aws", "gcp"):
            other = sheet(replace(SINGLE, id=f"of-{name}"))
            await stores[0].save_sheet(LIBRARY, replace(other, id=name, title=name.upper()))
        one, other_one = (
            assembled(store, clock, chats={"test": Town()}, seed=number, worker=f"w{number}")
            for number, store in enumerate(stores)
        )
        yield Track((one, other_one), tries)


async def test_hiding_while_being_dismissed(track: Track) -> None:
    async def race(one: Try) -> None:
        await one.store.set_member(one.team_id, "grace", quizmaster=True)
        await one.at_once(
            lambda quiz: one.presses(quiz, "Grace", HIDE.action(Switch(True))),
            lambda quiz: one.presses(quiz, "Ada", DISMISS.action(OfMember("grace"))),
        )
        member = await one.member("Grace")
        assert (member.hidden, member.quizmaster) == (True, False)

    await track.run(race)


async def test_being_appointed_while_coming_under_a_new_name(track: Track) -> None:
    async def renamed(one: Try, quiz: Quiz) -> None:
        actor = replace(one.actor("Grace"), name="Grace H.")
        await quiz.dispatcher.respond(Call(actor, ("quiz", "help")))

    async def race(one: Try) -> None:
        await one.at_once(
            lambda quiz: one.types(quiz, "Ada", "/quizmaster appoint grace"),
            lambda quiz: renamed(one, quiz),
        )
        member = await one.member("Grace")
        assert (member.name, member.quizmaster) == ("Grace H.", True)

    await track.run(race)


async def test_a_sheet_is_chosen_while_somebody_pauses(track: Track) -> None:
    async def race(one: Try) -> None:
        await one.at_once(
            lambda quiz: one.types(quiz, "Ada", "/quizmaster sheet AWS"),
            lambda quiz: one.presses(quiz, "Alan", PAUSE.action(Place())),
        )
        kept = await one.standing()
        assert (kept.sheet_id, kept.next_at, kept.version) == ("aws", None, 3)
        assert kept.paused

    await track.run(race)


async def test_two_sheets_are_chosen_at_once(track: Track) -> None:
    async def race(one: Try) -> None:
        replies = await one.at_once(
            lambda quiz: one.types(quiz, "Ada", "/quizmaster sheet AWS"),
            lambda quiz: one.types(quiz, "Alan", "/quizmaster sheet GCP"),
        )
        kept = await one.standing()
        assert kept.version == 3
        told = {"aws": str(replies[1]), "gcp": str(replies[0])}
        last = "gcp" if kept.sheet_id == "aws" else "aws"
        assert "had chosen" in str(replies[0 if kept.sheet_id == "aws" else 1]), last
        assert "had chosen" not in told[kept.sheet_id]

    await track.run(race)


async def test_two_forms_come_back_at_once(track: Track) -> None:
    async def race(one: Try) -> None:
        replies = await one.at_once(
            lambda quiz: one.sends(quiz, "Ada", 1),
            lambda quiz: one.sends(quiz, "Alan", 1, opens="11:15", sheet="aws"),
        )
        kept = await one.standing()
        won = 0 if kept.changed_by == "ada" else 1
        asked = (("ml", time(10, 30)), ("aws", time(11, 15)))
        assert (kept.sheet_id, kept.opens) == asked[won]
        assert str(replies[won]).startswith("The quiz will run")
        other = str(replies[1 - won])
        assert other.startswith(f"{('Ada', 'Alan')[won]} changed the quiz here")

    await track.run(race)


async def test_two_forms_begin_a_channel_at_once(track: Track) -> None:
    async def race(one: Try) -> None:
        elsewhere = Opened.of(Place.of(one.team_id, "new"), 0)

        async def sends(quiz: Quiz, name: str, opens: str) -> str:
            sent = Submission(one.actor(name), SCHEDULED.action(elsewhere), FORM | {"opens": opens})
            return said(await quiz.dispatcher.respond(sent))

        replies = await one.at_once(
            lambda quiz: sends(quiz, "Ada", "10:30"), lambda quiz: sends(quiz, "Alan", "11:15")
        )
        (kept,) = await one.store.schedules(one.team_id, "new")
        won = 0 if kept.opens == time(10, 30) else 1
        assert str(replies[won]).startswith("The quiz will run")
        assert "changed the quiz here" in str(replies[1 - won])

    await track.run(race)


async def test_a_form_comes_back_while_somebody_pauses(track: Track) -> None:
    async def race(one: Try) -> None:
        form, _ = await one.at_once(
            lambda quiz: one.sends(quiz, "Ada", 1),
            lambda quiz: one.presses(quiz, "Alan", PAUSE.action(Place())),
        )
        kept = await one.standing()
        saved = str(form).startswith("The quiz will run")
        assert kept.next_at is None, "the pause was confirmed"
        assert kept.opens == (time(10, 30) if saved else time(9))

    await track.run(race)


async def test_the_hour_changes_while_a_planner_advances(track: Track) -> None:
    async def race(one: Try) -> None:
        read = await one.standing()
        form, _ = await one.at_once(
            lambda quiz: one.sends(quiz, "Ada", 1), lambda quiz: one.plan(quiz, read)
        )
        kept = await one.standing()
        assert "Next: Mon 23 Nov 10:30" in str(form)
        assert kept.next_at == NINE + timedelta(minutes=90)
        assert await one.rounds() == (), "what was planned from the old hour is taken back"

    await track.run(race)


async def test_a_planner_that_rests_while_a_form_comes_back(track: Track) -> None:
    async def race(one: Try) -> None:
        read = await one.standing()
        form, rested = await one.at_once(
            lambda quiz: one.sends(quiz, "Ada", 1),
            lambda quiz: quiz.services.store.rest(read, "Nothing to ask."),
        )
        kept = await one.standing()
        saved = str(form).startswith("The quiz will run")
        assert saved is not rested
        assert (kept.rests == "") is saved
        assert "It rests: Nothing to ask." in str(form) or saved

    await track.run(race)


async def test_somebody_pauses_while_it_is_planned(track: Track) -> None:
    async def race(one: Try) -> None:
        read = await one.standing()
        paused, _ = await one.at_once(
            lambda quiz: one.presses(quiz, "Ada", PAUSE.action(Place())),
            lambda quiz: one.plan(quiz, read),
        )
        assert isinstance(paused, Say)
        assert said(paused).startswith("The quiz is paused here.")
        assert "still come" not in said(paused)
        assert await one.rounds() == ()
        assert (await one.standing()).next_at is None

    await track.run(race)


async def test_somebody_pauses_while_a_worker_takes_the_post(track: Track) -> None:
    async def race(one: Try) -> None:
        await one.plan(one.quizzes[0], await one.standing())
        paused, taken = await one.at_once(
            lambda quiz: one.presses(quiz, "Ada", PAUSE.action(Place())), one.lease
        )
        assert isinstance(paused, Say)
        assert isinstance(taken, tuple)
        assert ("1 question is on its way already" in said(paused)) is bool(taken)
        assert [each.state for each in await one.rounds()] == [RoundState.POSTING] * len(taken)
        assert await one.lease(one.quizzes[0]) == ()

    await track.run(race, alone=True)


async def test_a_sheet_is_chosen_while_it_is_planned_and_taken(track: Track) -> None:
    async def planned_and_taken(one: Try, quiz: Quiz, read: Schedule) -> tuple[Delivery, ...]:
        await one.plan(quiz, read)
        return await one.lease(quiz)

    async def race(one: Try) -> None:
        read = await one.standing()
        chosen, taken = await one.at_once(
            lambda quiz: one.types(quiz, "Ada", "/quizmaster sheet AWS"),
            lambda quiz: planned_and_taken(one, quiz, read),
        )
        kept = await one.standing()
        assert kept.sheet_id == "aws"
        assert ("1 question is on its way already" in str(chosen)) is bool(taken)
        if not taken:
            assert kept.next_at == NINE, "its hour is due again"
            await one.plan(one.quizzes[0], kept)
        (round_,) = await one.rounds()
        assert round_.sheet_id == ("ml" if taken else "aws")

    await track.run(race, alone=True)


async def test_a_question_is_asked_by_hand_while_somebody_pauses(track: Track) -> None:
    async def asks(one: Try, quiz: Quiz) -> str:
        # Ada of each try is somebody else: what is open in one of her teams is asked in no other.
        ada = replace(one.actor("Ada"), member_id=f"ada of {one.team_id}")
        return said(await quiz.dispatcher.respond(Call(ada, ("quizmaster", "ask"))))

    async def race(one: Try) -> None:
        asked, _ = await one.at_once(
            lambda quiz: asks(one, quiz),
            lambda quiz: one.presses(quiz, "Alan", PAUSE.action(Place())),
        )
        assert "on its way" in str(asked)
        (round_,) = await one.rounds()
        assert round_.slot.startswith("ask-")
        assert (await one.standing()).next_at is None

    await track.run(race)


async def test_a_team_leaves_while_it_is_planned(track: Track) -> None:
    async def race(one: Try) -> None:
        read = await one.standing()
        await one.at_once(
            lambda quiz: quiz.dispatcher.left(one.team_id, "Removed."),
            lambda quiz: one.plan(quiz, read),
        )
        kept, rounds = await one.standing(), await one.rounds()
        assert (kept.next_at == NINE) is (rounds == ())
        assert await one.lease(one.quizzes[0]) == (), "nothing goes there"
        await one.quizzes[0].dispatcher.arrived(Team(one.team_id))
        if not rounds:
            await one.plan(one.quizzes[0], kept)
        assert len(await one.lease(one.quizzes[1])) == 1

    await track.run(race, alone=True)


async def test_a_team_comes_back_while_a_refusal_of_before_pauses_it(track: Track) -> None:
    async def race(one: Try) -> None:
        await one.plan(one.quizzes[0], await one.standing())
        (leased,) = await one.lease(one.quizzes[0])
        await one.at_once(
            lambda quiz: quiz.dispatcher.arrived(Team(one.team_id, "Study group")),
            lambda quiz: quiz.services.teams.left(one.team_id, "Revoked.", leased.arrivals),
        )
        assert await one.store.team(one.team_id) == Team(one.team_id, "Study group")
        assert not (await one.store.due(TESTS, NINE, NINE, 1)).schedules

    await track.run(race, alone=True)


def suggestion(one: Try, id_: str = "p1") -> Proposal:
    """Grace suggests a question."""
    question = replace(SINGLE, id=f"suggested-{id_}", prompt="What does RCF stand for?")
    more = replace(sheet(question), id="ml" + ADDITIONS)
    return Proposal(one.team_id, id_, CHANNEL, "grace", "Grace", NINE, more, adds=True)


async def added(one: Try) -> int:
    """How many questions were added to the sheet."""
    found = await one.store.sheet(one.team_id, "ml" + ADDITIONS)
    return len(found.questions) if found else 0


async def test_a_suggestion_is_accepted_while_it_is_declined(track: Track) -> None:
    async def race(one: Try) -> None:
        await one.store.save_proposal(suggestion(one))
        which = Proposed("p1")
        replies = await one.at_once(
            lambda quiz: one.presses(quiz, "Ada", ACCEPT.action(which)),
            lambda quiz: one.presses(quiz, "Alan", DECLINE.action(which)),
        )
        kept = await one.store.proposal(one.team_id, "p1")
        assert kept is not None
        assert kept.decision is not None
        accept, decline = [said(each) for each in replies if isinstance(each, Say)]
        if kept.decision.accepted:
            assert accept == "Done: 1 question from Grace."
            assert decline.startswith("Ada accepted it at 09:00 Berlin time.")
        else:
            assert accept.startswith("Alan left it out at 09:00 Berlin time.")
            assert decline == "Left out."
        assert await added(one) == kept.decision.accepted
        (told,) = await one.lease(one.quizzes[0])
        assert ("is in the sheet now" in told.text) is kept.decision.accepted

    await track.run(race, alone=True)


async def test_a_suggestion_is_accepted_by_two(track: Track) -> None:
    async def race(one: Try) -> None:
        await one.store.save_proposal(suggestion(one))
        replies = await one.at_once(
            lambda quiz: one.presses(quiz, "Ada", ACCEPT.action(Proposed("p1"))),
            lambda quiz: one.presses(quiz, "Alan", ACCEPT.action(Proposed("p1"))),
        )
        told = sorted(said(each).partition(" ")[0] for each in replies if isinstance(each, Say))
        assert told in (["Ada", "Done:"], ["Alan", "Done:"])
        assert await added(one) == 1
        assert len(await one.lease(one.quizzes[0])) == 1, "Grace hears once"

    await track.run(race, alone=True)


async def test_two_suggestions_are_accepted_at_once(track: Track) -> None:
    async def race(one: Try) -> None:
        for id_ in ("p1", "p2"):
            await one.store.save_proposal(suggestion(one, id_))
        await one.at_once(
            lambda quiz: one.presses(quiz, "Ada", ACCEPT.action(Proposed("p1"))),
            lambda quiz: one.presses(quiz, "Alan", ACCEPT.action(Proposed("p2"))),
        )
        assert await added(one) == 2

    await track.run(race)


async def previewed(one: Try, name: str, answer: str) -> Message:
    """Somebody brings a sheet of the same name as others do."""
    file = Attachment.of("ml.md", f"# ML on AWS\n\nQ. What is RCF?\n- {answer}\n".encode())
    call = Call(one.actor(name), ("quizmaster", "upload"), {}, files={"file": file})
    reply = await one.quizzes[0].dispatcher.respond(call)
    assert isinstance(reply, Say), said(reply)
    return reply.message


async def test_two_sheets_are_taken_into_one_place_at_once(track: Track) -> None:
    async def race(one: Try) -> None:
        ours, theirs = (
            await previewed(one, "Ada", "a forest"),
            await previewed(one, "Alan", "trees"),
        )
        replies = await one.at_once(
            lambda quiz: one.presses(quiz, "Ada", button(ours, "Take it")),
            lambda quiz: one.presses(quiz, "Alan", button(theirs, "Take it")),
        )
        told = [said(each) for each in replies if isinstance(each, Say)]
        kept = await one.store.sheet(one.team_id, "ml")
        assert kept is not None
        won = 0 if kept.questions[0].items[0].text == "a forest" else 1
        assert "is ready" in told[won]
        assert told[1 - won].startswith("The sheet of that name has changed since you saw")

    await track.run(race)


async def test_a_suggestion_is_accepted_into_a_sheet_that_is_being_replaced(track: Track) -> None:
    async def race(one: Try) -> None:
        await one.store.save_proposal(suggestion(one))
        bring = await previewed(one, "Alan", "a forest")
        accepted, taken = await one.at_once(
            lambda quiz: one.presses(quiz, "Ada", ACCEPT.action(Proposed("p1"))),
            lambda quiz: one.presses(quiz, "Alan", button(bring, "Take it")),
        )
        assert isinstance(accepted, Say)
        assert isinstance(taken, Say)
        assert said(accepted).startswith("Done:")
        assert await added(one) == 1
        kept = await one.store.sheet(one.team_id, "ml")
        anew = said(taken).startswith("The sheet of that name has changed since you saw")
        assert (kept is None) is anew

    await track.run(race)


SHUT = Obstacle("I can't post in #ml-study: it is archived.", "Bring it back.")


async def test_two_workers_meet_a_closed_channel_and_tell_of_it_once(track: Track) -> None:
    async def race(one: Try) -> None:
        await one.store.volunteer(one.team_id, "ada")
        await one.store.set_member(one.team_id, "ada", quizmaster=True)

        async def met(quiz: Quiz) -> None:
            await quiz.services.places.keep_out(one.team_id, CHANNEL, SHUT)

        await one.at_once(met, met)
        kept = await one.standing()
        assert (kept.version, kept.rests) == (2, str(SHUT))
        told = await one.lease(one.quizzes[0])
        assert [each.member_id for each in told] == ["ada"]

    await track.run(race, alone=True)


async def test_somebody_resumes_while_the_channel_closes_again(track: Track) -> None:
    """Whoever was last is right: it rests, or it runs until the next refusal."""

    async def race(one: Try) -> None:
        await one.quizzes[0].services.places.keep_out(one.team_id, CHANNEL, SHUT)
        resumed, _ = await one.at_once(
            lambda quiz: one.types(quiz, "Ada", "/quizmaster resume"),
            lambda quiz: quiz.services.places.keep_out(one.team_id, CHANNEL, SHUT),
        )
        assert str(resumed).startswith("The quiz will run")
        kept = await one.standing()
        assert kept.runs or kept.rests == str(SHUT)

    await track.run(race)


async def test_somebody_pauses_while_the_channel_closes(track: Track) -> None:
    """The pause is kept whoever was first."""

    async def race(one: Try) -> None:
        paused, _ = await one.at_once(
            lambda quiz: one.types(quiz, "Ada", "/quizmaster pause"),
            lambda quiz: quiz.services.places.keep_out(one.team_id, CHANNEL, SHUT),
        )
        assert str(paused).startswith("The quiz is paused here.")
        kept = await one.standing()
        assert kept.paused
        assert kept.rests == str(SHUT)
        assert not kept.runs

    await track.run(race)


async def test_somebody_answers_while_the_quiz_moves(track: Track) -> None:
    async def race(one: Try) -> None:
        quiz = one.quizzes[0]
        await one.plan(quiz, await one.standing())
        await one.lease(quiz)
        read = await one.standing()
        answered, moved = await one.at_once(
            lambda quiz: one.types(quiz, "Grace", "/quiz answer k-means"),
            lambda quiz: quiz.services.store.move(read, "C2", "new", "ada"),
        )
        assert moved is Moved.DONE
        if "No question is open here" in str(answered):
            return
        (round_,) = await one.store.rounds(one.team_id, "C2", 5)
        (said_,) = await one.store.answers(one.team_id, round_.id)
        assert said_.channel_id == "C2"
        days = await one.store.answered_days(one.team_id, "C2", "grace")
        assert days == (round_.local_date,)

    await track.run(race, alone=True)
