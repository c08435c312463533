"""The longest list of one's own answers stays within what Slack and Discord take."""

from pathlib import Path

import pytest

from bot.model.message import Say
from bot.model.question import Item, Question
from bot.platforms.discord.embed import ROWS, TOTAL, render
from bot.platforms.slack.rendering import MESSAGE_BLOCKS, rendered
from bot.quiz.actions import OWN_ANSWERS, OwnPage
from tests.quiz.room import CHANNEL, SINGLE, practice

LONG = Question(
    "long",
    "Why does it work? " * 200,
    SINGLE.mode,
    tuple(Item("*" + "_`word`_ " * 40) for _ in range(4)),
)


@pytest.mark.parametrize("text", ["*_`~|" * 500, "word\n" * 500, "@everyone <!channel> " * 100])
async def test_the_longest_page_keeps_every_platforms_limits(tmp_path: Path, text: str) -> None:
    """What is cut are words; every button stays."""
    async with practice(tmp_path, questions=(LONG,)) as room:
        for day in range(6):
            await room.later(hours=24 if day else 1)
            await room.answers("Grace", text)
        await room.answers("Grace", "another " + text)
        for reply in (
            await room.types("Grace", "/quiz me"),
            await room.acts("Grace", OWN_ANSWERS.action(OwnPage(1, "team", CHANNEL))),
        ):
            assert isinstance(reply, Say)
            seen = reply.message
            shown = render(seen)
            assert sum(len(embed) for embed in shown.embeds) <= TOTAL
            assert len(shown.rows) <= ROWS
            labels = [button.label for row in shown.rows for button in row]
            assert sum(label.startswith("Report question") for label in labels) == 4
            assert len(rendered(seen).blocks) <= MESSAGE_BLOCKS
