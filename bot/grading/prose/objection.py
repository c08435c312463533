"""What speaks most against an answer in sentences, as a reason that people can read."""

import math
from collections.abc import Sequence

from bot.grading.prose.features import FEATURES

GUARDS = {
    "slot_number": (0.5, "numbers"),
    "other_number": (0.5, "numbers"),
    "exchanged": (0.3, "exchanged"),
    "other_side": (0.2, "swapped"),
    "opposed": (0.5, "opposites"),
    "denied": (0.7, "opposites"),
    "compared": (0.5, "opposites"),
    "slot": (0.5, "other words"),
    "slot_named": (0.5, "other words"),
}
"""Feature → its value from which it is told, and the kind of reason that it is; in their order."""
_DECISIVE = {
    "slot_number": 0.5,
    "other_side": 0.3,
    "opposed": 0.7,
    "denied": 1.5,
    "compared": 0.5,
}
"""Feature → its value from which an answer in the reference's own words is not right."""
_OWN_WORDS, _MUCH = 0.8, 0.4
_MUCH_ELSE, _BY_CHANCE = math.log1p(35.0), 0.25
"""Weight of what is not asked for, and share of what is, from which an answer floods."""
_AT = tuple((FEATURES.index(name), *told) for name, told in GUARDS.items())
_DECIDED = tuple((FEATURES.index(name), least) for name, least in _DECISIVE.items())
_MOSTLY, _COVERED = FEATURES.index("mostly"), FEATURES.index("covered")
_EXTRA, _PRECISE = FEATURES.index("extra"), FEATURES.index("precise")
_ECHO = FEATURES.index("echo")
_NOTHING_NEW = 0.95


def is_contrary(found: Sequence[float]) -> bool:
    """Whether an answer in the reference's own words plainly says another thing than it."""
    return (
        found[_MOSTLY] >= _OWN_WORDS
        and found[_COVERED] >= _MUCH
        and any(found[at] >= least for at, least in _DECIDED)
    )


def is_flood(found: Sequence[float]) -> bool:
    """Whether so much else is said that the reference's words may stand in it by chance."""
    return found[_EXTRA] >= _MUCH_ELSE and found[_PRECISE] < _BY_CHANCE


def objection(found: Sequence[float]) -> str:
    """The kind of reason, in the order in which they decide; empty where none is plain."""
    for at, least, kind in _AT:
        if found[at] >= least:
            return kind
    if is_flood(found):
        return "everything"
    return "echo" if found[_ECHO] >= _NOTHING_NEW else ""
