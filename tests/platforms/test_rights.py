"""Who may do what, tried on every platform: what a platform says of people is all that differs."""

import pytest

from bot.model.command import Audience, Command, OptionKind
from bot.quiz.commands.registry import build_registry
from bot.quiz.ports.sheets import LIBRARY
from tests.platforms.stage import Dialog, Seen
from tests.platforms.test_contract import Play, play, seen
from tests.quiz.room import SINGLE, sheet

__all__ = ["play"]

COMMANDS = [each for each in build_registry().table.commands if "reveal" not in each.path]
_TYPED = {
    OptionKind.TERM: "k-means",
    OptionKind.SHEET: "ml",
    OptionKind.MEMBER: "@edsger",
    OptionKind.NUMBER: "2",
    OptionKind.TEXT: "because",
}


def line(command: Command) -> str:
    """A command as somebody types it, with what it needs."""
    if command.needs_one:
        return f"{command} @edsger"
    needed = [_TYPED.get(option.kind, "") for option in command.options if option.required]
    return " ".join((str(command), *needed)).strip()


def words(shown: Seen | Dialog) -> str:
    """What somebody reads."""
    return shown.text


@pytest.mark.parametrize("person", ["ada", "grace"])
async def test_each_command_is_for_whom_it_says(play: Play, person: str) -> None:
    """Ada manages the team on its platform; Grace does not."""
    await play.ask()
    for command in COMMANDS:
        shown = await play.stage.command(person, line(command))
        refused = "is for quizmasters" in words(shown)
        expected = command.audience is Audience.QUIZMASTER and person != "ada"
        assert refused is expected, f"{person}: {line(command)}: {words(shown)}"


async def test_an_appointed_quizmaster_is_one_until_they_are_dismissed(play: Play) -> None:
    await play.ask()
    await play.stage.command("grace", "/quiz me")
    appointed = seen(await play.stage.command("ada", "/quizmaster appoint @grace"))
    assert "is a quizmaster now" in appointed.text
    shown = seen(await play.stage.command("grace", "/quizmaster who"))
    assert shown.private
    assert "appointed, is told" in shown.text
    form = await play.stage.command("grace", "/quizmaster schedule")
    assert isinstance(form, Dialog)
    back = seen(await play.stage.press("ada", appointed, "Take it back"))
    assert "is no quizmaster any more" in back.text
    values = {"opens": "9", "reveals": "17", "days": "every day", "zone": "Berlin", "sheet": "ml"}
    late = await play.stage.send("grace", form, values)
    assert "is for quizmasters" in words(late), "a form that was open before is asked again"
    again = seen(await play.stage.press("grace", shown, "Do not tell me"))
    assert "is for quizmasters" in again.text, "so is a button of an old message"


async def test_what_is_open_is_not_in_a_quizmasters_file(play: Play) -> None:
    await play.store.save_sheet(LIBRARY, sheet(SINGLE))
    await play.ask()
    exported = seen(await play.stage.command("ada", "/quizmaster export"))
    assert "One question is being asked" in exported.text
