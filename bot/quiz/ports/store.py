"""The port through which the game remembers.

Every method is one transaction: when it returns, what it says is committed and survives a
crash; when it raises, nothing was changed. All instants are timezone-aware and in UTC; local
dates stand beside them. Every method that takes a `team_id` sees and changes that team alone.
Several processes may use one store at once; what is said of races below holds between them too.
"""

from typing import Protocol

from bot.quiz.ports.answers import Answers
from bot.quiz.ports.appeals import Appeals
from bot.quiz.ports.audit import Audit
from bot.quiz.ports.desks import Desks
from bot.quiz.ports.history import History
from bot.quiz.ports.insights import InsightSource
from bot.quiz.ports.outbox import Outbox
from bot.quiz.ports.phrases import Phrases
from bot.quiz.ports.proposals import Proposals
from bot.quiz.ports.regrades import Regrades
from bot.quiz.ports.reports import Reports
from bot.quiz.ports.rounds import Rounds
from bot.quiz.ports.rulings import Rulings
from bot.quiz.ports.schedules import Schedules
from bot.quiz.ports.sheets import Sheets
from bot.quiz.ports.teams import QuizmasterList, Teams


class StoreError(Exception):
    """The store cannot do its work now (disk full, database gone); nothing was changed."""


class Store(
    Teams,
    QuizmasterList,
    Sheets,
    Schedules,
    Rounds,
    Answers,
    History,
    Outbox,
    Proposals,
    Appeals,
    Desks,
    Rulings,
    Regrades,
    Phrases,
    Reports,
    Audit,
    InsightSource,
    Protocol,
):
    """Everything that the game remembers."""
