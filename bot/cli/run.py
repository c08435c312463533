"""`quizsheet run`: serve every platform that is configured."""

import os
from pathlib import Path
from random import SystemRandom

import click

from bot.app import open_app
from bot.cli.serving import serve, settle
from bot.clock import SystemClock
from bot.platforms.platform import Misconfigured
from bot.settings import DATABASE, SHEETS, Settings


@click.command()
@click.option("--database", help="SQLite file, or postgresql:// address.")
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="File or folder to ask from; may be given several times.",
)
@click.option("--shards", help="Discord shards of this process, such as 0-3/16.")
@click.option("--verbose", "-v", is_flag=True, help="Log what is being done.")
def run(database: str | None, sheets: tuple[Path, ...], shards: str | None, verbose: bool) -> None:
    """Run the quiz on every platform whose tokens are set."""
    given = {
        DATABASE: database or "",
        SHEETS: os.pathsep.join(str(path) for path in sheets),
        "QUIZSHEET_DISCORD_SHARDS": shards or "",
    }
    named = {name: value for name, value in given.items() if value}
    settings = Settings.from_environment({**os.environ, **named})
    serve(lambda: _serve(settings), verbose=verbose)


async def _serve(settings: Settings) -> None:
    async with open_app(settings, SystemClock(), SystemRandom()) as app:
        if not app.platforms:
            raise Misconfigured(
                "No platform is configured. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or "
                "DISCORD_TOKEN, or try `quizsheet demo` first."
            )
        names = ", ".join(platform.chat.platform for platform in app.platforms)
        settle()
        click.echo(f"Quizsheet serves {names}; its data is in {settings.database}. Ctrl-C ends it.")
        await app.run()
