"""The longest list of what waits for quizmasters stays within what Slack and Discord take."""

from pathlib import Path

import pytest

from bot.model.message import Ask, Message, Say
from bot.platforms.discord.embed import ROWS, TOTAL, render
from bot.platforms.slack.rendering import MESSAGE_BLOCKS, rendered
from tests.platforms.test_own_answers import LONG
from tests.quiz.appealing import appeals, listed, shown
from tests.quiz.room import TEAM, Room, practice, words
from tests.quiz.test_reviews import reported

LABELS = ("Accept for everybody", "Accept once", "Partly", "Decline")


@pytest.mark.parametrize("text", ["*_`~|" * 500, "word\n" * 500, "@everyone <!channel> " * 100])
async def test_the_longest_pages_keep_every_platforms_limits(tmp_path: Path, text: str) -> None:
    """What is cut are words; every button stays."""
    async with practice(tmp_path, questions=(LONG,)) as room:
        await room.later(hours=1)
        for name in ("Grace", "Alan", "Edsger", "Barbara"):
            reply = await room.types(name, f"/quiz answer {name} {text}")
            assert isinstance(reply, Say)
            await appeals(room, name, reply.message, text[:300])
            await reported(room, name, text[:400])
        await room.later(hours=8)
        page = await listed(room)
        fits(page, 3 * len(LABELS))
        preview = shown(await room.presses("Ada", page, "Accept for everybody"))
        fits(preview, 1)
        fits(shown(await room.presses("Ada", page, "Next ones")), len(LABELS))
        await _accepted(room)
        for line in ("/quizmaster phrases", "/quizmaster log", "/quizmaster insights"):
            fits(shown(await room.types("Ada", line)), 0)


def fits(page: Message, decisions: int) -> None:
    """Both platforms take a page, with so many buttons to decide."""
    drawn = render(page)
    assert sum(len(embed) for embed in drawn.embeds) <= TOTAL
    assert len(drawn.rows) <= ROWS
    labels = [button.label for row in drawn.rows for button in row]
    assert sum(label.startswith(LABELS) for label in labels) >= decisions
    assert len(rendered(page).blocks) <= MESSAGE_BLOCKS


async def _accepted(room: Room) -> None:
    """Accept all that waits, so that the other pages are long as well."""
    while (await room.store.open_cases(TEAM, 1))[0]:
        page = await listed(room)
        preview = shown(await room.presses("Ada", page, "Accept for everybody"))
        if "[Accept for everybody" in words(preview):
            await room.presses("Ada", preview, "Accept for everybody")
            continue
        form = await room.presses("Ada", page, "Accept once")
        assert isinstance(form, Ask)
        await room.sends("Ada", form.form.action, {"word": "word " * 60})
