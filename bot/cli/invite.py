"""`quizsheet invite`: the links that add the bot to a server."""

import os

import click

from bot.platforms.discord.invite import application_id, person_link, server_link
from bot.platforms.platform import Misconfigured


@click.command()
@click.argument("platform", type=click.Choice(["discord"]))
def invite(platform: str) -> None:
    """Print the links that add the bot, with the fewest permissions that it needs.

    The application's id is read from DISCORD_TOKEN, or from DISCORD_APPLICATION_ID.
    """
    try:
        application = application_id(os.environ)
    except Misconfigured as problem:
        raise click.ClickException(str(problem)) from None
    click.echo("Add it to a server:")
    click.echo(f"  {server_link(application)}")
    click.echo("Or add its commands to your own account:")
    click.echo(f"  {person_link(application)}")
