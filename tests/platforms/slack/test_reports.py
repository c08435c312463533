"""What people reported of Slack's marks: in what they type, and in what they are shown."""

import json

import pytest

from bot.model.event import Call
from bot.model.message import CodeBlock, Message, Section
from bot.model.text import code, line
from bot.platforms.slack.rendering import rendered
from tests.platforms.slack.conftest import GRACE, Room
from tests.platforms.slack.standin.reading import words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("<http://node.js|node.js>", "node.js"),
        ("R&amp;D", "R&D"),
        ("a &lt; b", "a < b"),
    ],
)
async def test_what_slack_marks_up_in_a_command_is_read_as_it_was_typed(
    room: Room, typed: str, meant: str
) -> None:
    await room.run.people.command(GRACE, f"/lookup {typed}")
    await room.sees(GRACE)
    (call,) = room.desk.events
    assert isinstance(call, Call)
    assert call.arguments == {"query": meant}


@pytest.mark.parametrize("text", ["a || b || c", "`a` || b", "a ``` b"])
def test_bars_and_backticks_are_shown_as_written(text: str) -> None:
    parts = (Section(line(text)), Section(line(code("x || y"))), CodeBlock("x || y\n"))
    shown = words(json.loads(json.dumps(rendered(Message(parts, "Summary")).blocks)))
    assert text in shown
    assert shown.count("x || y") == 2
