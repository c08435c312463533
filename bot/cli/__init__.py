"""The command line. Each command lives in its own module, imported only when it is used."""

from importlib import import_module

import click

from bot import __version__

# Name → module, and what to take from it where that has another name.
_COMMANDS = {
    "check": "bot.cli.check",
    "demo": "bot.cli.demo",
    "export": "bot.cli.export",
    "grade": "bot.cli.grade",
    "import": "bot.cli.importing:import_",
    "invite": "bot.cli.invite",
    "lookup": "bot.cli.lookup",
    "manifest": "bot.cli.manifest",
    "run": "bot.cli.run",
    "show": "bot.cli.show",
}


class _Commands(click.Group):
    """Commands that cost nothing until they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, attribute = _COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), attribute or cmd_name)
        return command if isinstance(command, click.Command) else None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quizsheet")
def main() -> None:
    """Turn a team's Markdown cheat sheet into a daily quiz in Slack and Discord."""
