"""Who may do what: every command, button, form and menu entry, by everybody who may come along."""

from pathlib import Path

import pytest

from tests.quiz.matrix import (
    CHOICE,
    PAGE,
    VISITORS,
    Visitor,
    came_of,
    furnished,
    things,
    written,
)
from tests.quiz.room import practice


@pytest.mark.parametrize("visitor", VISITORS, ids=lambda each: f"{each.title}, {each.where}")
async def test_everybody_may_do_what_the_table_says_and_nothing_else(
    tmp_path: Path, visitor: Visitor
) -> None:
    wrong = []
    async with practice(tmp_path, questions=(CHOICE,)) as room:
        known = await furnished(room, visitor)
        for thing in things():
            came = await came_of(room, thing.made(visitor.actor, known))
            if came is not thing.expected(visitor):
                wrong.append(f"{thing.kind} {thing.name}: {came.value}")
    assert wrong == []


def test_the_page_shows_the_table_that_the_declarations_make() -> None:
    """`python -m tests.quiz.matrix` writes it."""
    page = PAGE.read_text(encoding="utf-8")
    assert page == written(page)
