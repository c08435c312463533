"""`quizsheet demo`: the playground in a browser, with a first question at once."""

import os
from dataclasses import replace
from datetime import time
from pathlib import Path
from random import SystemRandom
from typing import cast

import click

from bot.app import App, open_app
from bot.cli.serving import serve
from bot.clock import MovableClock, SystemClock
from bot.model.schedule import EVERY_DAY, Schedule
from bot.platforms.registry import PLAYGROUND
from bot.platforms.web.address import PORT
from bot.platforms.web.room import CHANNEL_ID, CHANNEL_NAME, TEAM_ID
from bot.platforms.web.server import WebPlatform
from bot.platforms.web.visitor import HOST, visitor
from bot.quiz.rules.calendar import next_opening
from bot.settings import DATABASE, SHEETS, Settings
from bot.zone import local_zone

_FIRST = "first"
"""The slot of the question with which a new playground begins."""


@click.command()
@click.option("--port", default=8080, show_default=True, help="Where to begin looking for a port.")
@click.option("--database", help="SQLite file; quizsheet-demo.sqlite3 unless said otherwise.")
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="File or folder to ask from instead of the sheet that comes along.",
)
@click.option("--verbose", "-v", is_flag=True, help="Log what is being done.")
def demo(port: int, database: str | None, sheets: tuple[Path, ...], verbose: bool) -> None:
    """Play the quiz in a browser on this machine: no account, no token."""
    given = {
        DATABASE: database or os.environ.get("QUIZSHEET_DEMO_DATABASE", "quizsheet-demo.sqlite3"),
        SHEETS: os.pathsep.join(str(path) for path in sheets),
        PORT: str(port),
    }
    settings = Settings.from_environment({name: value for name, value in given.items() if value})
    serve(lambda: _serve(settings, chosen=bool(sheets)), verbose=verbose)


async def _serve(settings: Settings, *, chosen: bool) -> None:
    clock = MovableClock(SystemClock())
    async with open_app(settings, clock, SystemRandom(), registry=(PLAYGROUND,)) as app:
        await begin(app, chosen=chosen)
        web = cast("WebPlatform", app.platforms[0])
        if web.notice:
            click.echo(web.notice)
        click.echo(f"The playground is open at {web.url}")
        click.echo(f"Its data is in {settings.database}. Ctrl-C ends it; starting again goes on.")
        await app.run()


async def begin(app: App, *, chosen: bool = False) -> None:
    """Give a new playground its schedule and its first question.

    One that exists goes on as it is, unless another sheet was `chosen`: then a question from that
    one comes at once.
    """
    entries = [entry.id for entry in await app.quiz.services.library.entries(TEAM_ID)]
    wanted = next((id_ for id_ in (*app.sheets, *entries) if id_ in entries), None)
    if wanted is None:
        raise click.ClickException(
            "There is no sheet to ask from. Give one with --sheet FILE; `quizsheet check FILE` "
            "tells what is wrong with it."
        )
    existing = await app.store.schedules(TEAM_ID, CHANNEL_ID)
    if existing and (not chosen or existing[0].sheet_id == wanted):
        return
    # The host hears what members suggest and report, also before they first open the page.
    await app.store.greet(TEAM_ID, visitor(HOST).id, HOST)
    await app.store.volunteer(TEAM_ID, visitor(HOST).id)
    schedule = replace(existing[0] if existing else _daily(wanted), sheet_id=wanted)
    await app.quiz.services.planning.plan_extra(schedule, f"{_FIRST}-{wanted}")
    coming = schedule.next_at or next_opening(schedule, app.clock.now())
    schedule = replace(schedule, next_at=coming)
    if not await app.store.begin_schedule(schedule):
        await app.store.reschedule(schedule, schedule.version)


def _daily(sheet_id: str) -> Schedule:
    return Schedule(
        team_id=TEAM_ID,
        channel_id=CHANNEL_ID,
        sheet_id=sheet_id,
        opens=time(9),
        reveals=time(17),
        zone=local_zone(),
        days=EVERY_DAY,
        channel_name=CHANNEL_NAME,
        made_by=visitor(HOST).id,
    )
