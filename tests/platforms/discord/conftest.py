"""A stand-in Discord for every test here, which must have nothing to complain about at the end."""

from collections.abc import AsyncIterator

import pytest

from tests.platforms.discord.standin import StandIn, standing_in


@pytest.fixture
async def standin() -> AsyncIterator[StandIn]:
    """A running stand-in; a request that broke Discord's rules fails the test."""
    async with standing_in() as discord:
        yield discord
        discord.judge()
