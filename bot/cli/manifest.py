"""The manifest command: what a platform has to know about the app, to paste where it asks."""

import json

import click

from bot.platforms.slack.manifest import manifest as slack_manifest
from bot.quiz.commands.registry import build_registry


@click.command()
@click.argument("platform", type=click.Choice(["slack"]))
@click.option("--url", default="", help="Your https address: requests by HTTP, not Socket Mode.")
@click.option("--org", is_flag=True, help="Let a whole Enterprise Grid organisation install it.")
@click.option("--rotation", is_flag=True, help="Tokens that expire and are renewed.")
@click.option("--uploads", is_flag=True, help="Let quizmasters bring sheets as files in chat.")
@click.option("--groups", is_flag=True, help="Let user groups be quizmasters.")
def manifest(
    platform: str, url: str, org: bool, rotation: bool, uploads: bool, groups: bool
) -> None:
    """Print the app manifest for a PLATFORM, made from the command table."""
    if url and not url.startswith("https://"):
        raise click.BadParameter("it begins with https://", param_hint="--url")
    table = build_registry().table
    made = slack_manifest(table, url, org=org, rotation=rotation, uploads=uploads, groups=groups)
    click.echo(json.dumps(made, indent=2, ensure_ascii=False))
