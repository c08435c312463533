"""Each change of a place leads to what the page for quizmasters says."""

from pathlib import Path

import pytest

from tests.quiz.changes import CHANGES, PAGE, Change, played, table, written
from tests.quiz.room import practice


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: each.title)
async def test_a_change_is_told_at_most_once_and_nothing_resumes_by_itself(
    tmp_path: Path, change: Change
) -> None:
    async with practice(tmp_path) as room:
        came = await played(room, change)
    assert len(came.first) <= 1
    assert len(came.then) <= 1
    assert bool(came.meanwhile.rests) <= bool(came.after.rests), "only a person resumes"
    assert bool(came.posts) <= came.meanwhile.runs


async def test_the_page_shows_what_is_played() -> None:
    """`python -m tests.quiz.changes` writes it."""
    page = PAGE.read_text(encoding="utf-8")
    assert page == written(page, await table())
