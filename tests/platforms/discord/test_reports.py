"""What people reported of Discord's marks and limits."""

import pytest

from bot.model.message import Choice, CodeBlock, Message, Section
from bot.model.text import code, line
from bot.platforms.discord.embed import render
from bot.store import SqlStore
from tests.expected_failure import not_yet
from tests.platforms.desk import HandDesk
from tests.platforms.discord.connecting import connected
from tests.platforms.discord.reading import plainly
from tests.platforms.discord.standin import StandIn


@pytest.mark.parametrize("text", ["a || b || c", "||spoiler||", "`a` || b", "a ``` b"])
def test_bars_and_backticks_are_shown_as_written(text: str) -> None:
    message = Message((Section(line(text)), Section(line(code("x || y")))), "Summary")
    assert "\n".join(plainly(e.description or "") for e in render(message).embeds).splitlines() == [
        text,
        "",
        "x || y",
    ]


def test_backticks_in_code_end_no_block() -> None:
    message = Message((CodeBlock("a || b\n```\nc\n"), Section(line("after"))), "Summary")
    shown = "\n".join(plainly(e.description or "") for e in render(message).embeds)
    assert "a || b" in shown
    assert shown.endswith("after")


@not_yet("a title of more than 100 characters is never offered while typing")
async def test_a_long_title_is_offered_with_its_name_cut(
    standin: StandIn, sqlite_store: SqlStore
) -> None:
    title = "Which " + "very " * 19 + "long"
    desk = HandDesk(choices=(Choice(title + "?", title + "?"),))
    async with connected(standin, desk, sqlite_store):
        offered = await standin.acts.complete(
            standin.grace, standin.channel, ("lookup",), "query", "which"
        )
    (choice,) = offered or (None,)
    assert choice is not None
    assert choice["name"].startswith("Which very")
    assert len(choice["name"]) <= 100
    assert len(choice["value"]) <= 100
