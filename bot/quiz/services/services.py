"""The services that handlers use, in one place."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.model.command import CommandTable
from bot.quiz.ports import Clock, Files, Store
from bot.quiz.rules.rules import Limits, RuleBook
from bot.quiz.services.access import Access
from bot.quiz.services.answering import Answering
from bot.quiz.services.appealing import Appealing
from bot.quiz.services.auditing import Auditing
from bot.quiz.services.boards import Boards
from bot.quiz.services.cases import Cases
from bot.quiz.services.closing import Closing
from bot.quiz.services.completions import Completions
from bot.quiz.services.judging import Judging
from bot.quiz.services.library import Library
from bot.quiz.services.members import Members
from bot.quiz.services.notices import Notices
from bot.quiz.services.own_answers import OwnAnswering
from bot.quiz.services.places import Places
from bot.quiz.services.planning import Planning
from bot.quiz.services.scheduling import Scheduling
from bot.quiz.services.teams import Teams
from bot.quiz.services.withholding import Withholding


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that the handler of a command, a button or a form may use."""

    store: Store
    clock: Clock
    files: Files
    table: CommandTable
    rule_book: RuleBook
    limits: Limits
    library: Library
    boards: Boards
    members: Members
    access: Access
    teams: Teams
    answering: Answering
    withholding: Withholding
    own_answers: OwnAnswering
    appealing: Appealing
    cases: Cases
    judging: Judging
    auditing: Auditing
    planning: Planning
    scheduling: Scheduling
    closing: Closing
    notices: Notices
    places: Places
    completions: Completions
    new_id: Callable[[], str]
    """A fresh name for something."""
    wake: Callable[[], None]
    """Tells the worker that something may be due."""
