"""The store: every table's owner under one roof, over one database."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.quiz.ports.store import Store, StoreError
from bot.store.agenda import SqlAgenda
from bot.store.answers import SqlAnswers
from bot.store.appeals import SqlAppeals
from bot.store.audit import SqlAudit
from bot.store.database import Database
from bot.store.desks import SqlDesks
from bot.store.history import SqlHistory
from bot.store.insights import SqlInsights
from bot.store.installations import SqlInstallations
from bot.store.ledger import SqlLedger
from bot.store.notes import SqlNotes
from bot.store.outbox import SqlOutbox
from bot.store.phrases import SqlPhrases
from bot.store.proposals import SqlProposals
from bot.store.quizmasters import SqlQuizmasters
from bot.store.regrades import SqlRegrades
from bot.store.reminders import SqlReminders
from bot.store.reports import SqlReports
from bot.store.rounds import SqlRounds
from bot.store.rulings import SqlRulings
from bot.store.schedules import SqlSchedules
from bot.store.sheets import SqlSheets
from bot.store.sqlite import open_sqlite
from bot.store.teams import SqlTeams
from bot.store.transcript import SqlTranscript


class SqlStore(
    SqlTeams,
    SqlQuizmasters,
    SqlReminders,
    SqlSheets,
    SqlSchedules,
    SqlRounds,
    SqlAnswers,
    SqlHistory,
    SqlLedger,
    SqlOutbox,
    SqlAgenda,
    SqlProposals,
    SqlAppeals,
    SqlDesks,
    SqlRulings,
    SqlRegrades,
    SqlPhrases,
    SqlReports,
    SqlAudit,
    SqlInsights,
    SqlNotes,
    SqlInstallations,
    SqlTranscript,
    Store,
):
    """Everything that the game and the adapters remember; made by `open_store`."""


@asynccontextmanager
async def open_store(url: str) -> AsyncIterator[SqlStore]:
    """Open the store at a path of a SQLite file, `sqlite:///PATH` or `postgresql://…`.

    It is made where there is none and brought to the present schema. Raises `StoreError` with a
    next step if that cannot be done.
    """
    async with _open_database(url) as database:
        yield SqlStore(database)


def _open_database(url: str) -> AbstractAsyncContextManager[Database]:
    if "://" not in url:
        return open_sqlite(_path(url))
    parsed = _parse(url)
    match parsed.drivername.partition("+")[0]:
        case "sqlite":
            return open_sqlite(_path(parsed.database or ""))
        case "postgresql" | "postgres":
            return _open_postgres(parsed)
    raise StoreError(
        f"There is no store for {parsed.drivername}. "
        "Give the path of a SQLite file or a postgresql:// URL."
    )


def _path(text: str) -> Path:
    if text in ("", ":memory:"):
        raise StoreError("The store needs a file. Give the path of a SQLite file.")
    return Path(text).expanduser()


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        # The URL itself stays unsaid: it may hold a password.
        raise StoreError(
            "The database URL cannot be read. It looks like "
            "postgresql://NAME:PASSWORD@HOST/DATABASE; write special characters as %XX."
        ) from None


def _open_postgres(url: URL) -> AbstractAsyncContextManager[Database]:
    try:
        from bot.store.postgres import open_postgres
    except ModuleNotFoundError as error:
        raise StoreError(
            "PostgreSQL needs one more package. Run: pip install 'quizsheet[postgres]'"
        ) from error
    return open_postgres(url)
