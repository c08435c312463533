"""What the game is promised of the store is all in one promise."""

from typing import Protocol

from bot.quiz.ports import store


def test_every_protocol_of_the_port_is_part_of_the_store() -> None:
    """A class that does not fulfil one of them is found by the type checker."""
    declared = {
        each
        for each in vars(store).values()
        if isinstance(each, type)
        and Protocol in each.__bases__
        and each.__module__.startswith("bot.quiz.ports.")
    }
    assert declared == {*store.Store.__bases__, store.Store} - {Protocol}
