"""How the items of an answer combine, where the author does not say."""

import re

from bot.model.question import Mode

LONG = 5
"""A list of more items than this is asked as "name any three"."""
SOME = 3

_STEPS = re.compile(
    r"^(?:the\s+)?(?:\w+\s+)?(?:steps|stages|phases)\b(?!\s+(?:via|through))"
    r"|\b(?:what|which|name|list|give|describe|all)\s+(?:are\s+)?(?:the\s+)?(?:\w+\s+){0,2}?"
    r"(?:steps|stages|phases)\b"
    r"|\b(?:in|what|which|right|correct|proper)\s+(?:is\s+)?(?:the\s+)?"
    r"(?:right\s+|correct\s+|proper\s+)?(?:order|sequence)\b(?!\s+to\b)"
    r"|\border\s+of\s+(?:the\s+)?(?:steps|operations|events|execution|calls)\b"
    r"|\bstep\s+by\s+step\b|\bchronological",
    re.IGNORECASE,
)
_HOW_TO = re.compile(r"^how\s+(?:to|do|does|would|can|should)\b", re.IGNORECASE)


def asks_for_order(prompt: str, *, numbered: bool) -> bool:
    """Whether a question wants steps or an order; numbers count only where it asks how to do
    something, since many lists are numbered out of habit.
    """
    return bool(_STEPS.search(prompt)) or (numbered and bool(_HOW_TO.search(prompt)))


def usual_mode(prompt: str, count: int, *, numbered: bool = False, prose: bool = False) -> Mode:
    """The mode of an answer with `count` items that says nothing about it."""
    if prose:
        return Mode.TEXT
    if count <= 1:
        return Mode.ANY
    if asks_for_order(prompt, numbered=numbered):
        return Mode.ORDERED
    return Mode.ANY if count > LONG else Mode.ALL


def usual_need(mode: Mode, count: int) -> int:
    """How many items suffice where a list is too long to ask for all of it."""
    return SOME if mode is Mode.ANY and count > LONG else 1
