"""The assembly: one builder that puts a quiz together, for the app, the tests and the benches."""

import asyncio
from collections.abc import MutableMapping
from dataclasses import dataclass
from random import Random

from bot.quiz.commands.routes import Registry
from bot.quiz.dispatcher import Dispatcher
from bot.quiz.ports import Chat, Clock, Files, Store
from bot.quiz.rules.identity import new_id
from bot.quiz.rules.rules import Limits, RuleBook
from bot.quiz.services.access import Access
from bot.quiz.services.announcing import Announcing
from bot.quiz.services.answering import Answering
from bot.quiz.services.appealing import Appealing
from bot.quiz.services.auditing import Auditing
from bot.quiz.services.boards import Boards
from bot.quiz.services.cases import Cases
from bot.quiz.services.closing import Closing
from bot.quiz.services.completions import Completions
from bot.quiz.services.composing import Composing
from bot.quiz.services.judging import Judging
from bot.quiz.services.library import Library
from bot.quiz.services.members import Members
from bot.quiz.services.notices import Notices
from bot.quiz.services.outbox import Outbox
from bot.quiz.services.own_answers import OwnAnswering
from bot.quiz.services.places import Places
from bot.quiz.services.planning import Planning
from bot.quiz.services.regrading import Regrading
from bot.quiz.services.scheduling import Scheduling
from bot.quiz.services.services import Services
from bot.quiz.services.teams import Teams
from bot.quiz.services.tidying import Tidying
from bot.quiz.services.withholding import Withholding
from bot.quiz.services.worker import Worker


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz that is built: what answers people, and what does the rest by the clock."""

    services: Services
    dispatcher: Dispatcher
    worker: Worker


def assemble(
    store: Store,
    clock: Clock,
    files: Files,
    rng: Random,
    *,
    registry: Registry,
    rule_book: RuleBook,
    limits: Limits,
    chats: MutableMapping[str, Chat],
    worker_name: str,
) -> Quiz:
    """Build a quiz over a store; `chats` are the platforms that are connected at the moment, by
    name, and may change. Processes that share a store have workers of different names.
    """
    woken = asyncio.Event()
    wake = woken.set
    library = Library(store)
    boards = Boards(store, clock)
    access = Access(store, chats)
    notices = Notices(store, clock, access, wake)
    places = Places(store, clock, chats, notices)
    closing = Closing(store, clock)
    planning = Planning(store, clock, library, notices, places, rule_book, rng)
    answering = Answering(store, clock, library, boards, rule_book, limits)
    teams = Teams(store, clock, notices)
    appealing = Appealing(store, clock, answering, notices)
    withholding = Withholding(store, clock, access, answering)
    cases = Cases(store, clock, library, withholding, access)
    regrading = Regrading(store, clock, library, rule_book)
    auditing = Auditing(store, clock, lambda: new_id(rng))
    judging = Judging(
        store,
        clock,
        library,
        boards,
        Announcing(store, clock, boards),
        cases,
        regrading,
        auditing,
        closing,
        lambda: new_id(rng),
        wake,
    )
    table = registry.table
    services = Services(
        store=store,
        clock=clock,
        files=files,
        table=table,
        rule_book=rule_book,
        limits=limits,
        library=library,
        boards=boards,
        members=Members(store),
        access=access,
        teams=teams,
        answering=answering,
        withholding=withholding,
        own_answers=OwnAnswering(store, clock, library, boards, answering, appealing),
        appealing=appealing,
        cases=cases,
        judging=judging,
        auditing=auditing,
        planning=planning,
        scheduling=Scheduling(store, clock, library),
        closing=closing,
        notices=notices,
        places=places,
        completions=Completions(library, table),
        new_id=lambda: new_id(rng),
        wake=wake,
    )
    composing = Composing(store, clock, rule_book, cases)
    outbox = Outbox(
        store, clock, composing, notices, teams, places, rule_book, limits, rng, worker_name
    )
    tidying = Tidying(store, clock, limits, appealing, judging)
    worker = Worker(store, clock, planning, closing, outbox, tidying, chats, woken)
    return Quiz(services, Dispatcher(services, registry), worker)
