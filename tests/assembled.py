"""A quiz as the app builds it, over whatever store and clock a test or a bench brings."""

from collections.abc import MutableMapping
from random import Random

from bot.quiz.assembly import Quiz, assemble
from bot.quiz.commands.registry import build_registry
from bot.quiz.ports import Chat, Clock, Store
from bot.quiz.rules.rules import Limits, Rules, SameRules
from bot.shelf import SheetFiles


def assembled(
    store: Store,
    clock: Clock,
    *,
    rules: Rules | None = None,
    limits: Limits | None = None,
    chats: MutableMapping[str, Chat] | None = None,
    seed: int = 7,
    worker: str = "worker-1",
) -> Quiz:
    """The quiz, by the usual rules and limits unless others are given."""
    return assemble(
        store,
        clock,
        SheetFiles(),
        Random(seed),
        registry=build_registry(),
        rule_book=SameRules(rules or Rules()),
        limits=limits or Limits(),
        chats={} if chats is None else chats,
        worker_name=worker,
    )
