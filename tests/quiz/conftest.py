"""Rooms to play in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.quiz.room import Room, practice


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """A room an hour before its daily question."""
    async with practice(tmp_path) as opened:
        yield opened


@pytest.fixture
async def morning(room: Room) -> Room:
    """A room in which today's question has just been posted."""
    await room.later(hours=1)
    return room
