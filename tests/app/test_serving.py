"""An app serves until it ends, and leaves its process as it was."""

import gc

import click
import pytest

from bot.cli.serving import serve, settle
from bot.platforms.platform import Misconfigured


def test_what_stands_at_the_start_is_left_alone_by_the_collector_while_the_app_serves() -> None:
    frozen: list[int] = []

    async def job() -> None:
        frozen.append(gc.get_freeze_count())

    serve(job, verbose=False)
    assert frozen[0] > 10_000
    assert gc.get_freeze_count() == 0


def test_what_is_opened_after_the_start_is_left_alone_too() -> None:
    counts: list[int] = []
    kept: list[list[int]] = []

    async def job() -> None:
        counts.append(gc.get_freeze_count())
        kept.extend([number] for number in range(1_000))
        settle()
        counts.append(gc.get_freeze_count())

    serve(job, verbose=False)
    assert counts[1] >= counts[0] + 1_000
    assert gc.get_freeze_count() == 0


def test_an_app_that_cannot_begin_says_why_and_leaves_the_collector_as_it_was() -> None:
    async def job() -> None:
        raise Misconfigured("SLACK_BOT_TOKEN is empty.")

    with pytest.raises(click.ClickException, match="SLACK_BOT_TOKEN is empty"):
        serve(job, verbose=False)
    assert gc.get_freeze_count() == 0
