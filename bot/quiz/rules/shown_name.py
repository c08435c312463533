"""A member's name as it may stand in a line with other words."""

import unicodedata

NAMELESS = "Somebody"
LONGEST = 80
"""Characters; longer names would push the points off a board."""
_JOINERS = "\u200c\u200d"
"""They hold emoji and the letters of several scripts together."""
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and marks that show nothing."""
_LEFT_TO_RIGHT = "\u200e"
"""After a name that runs from right to left, it keeps the points behind it in their place."""


def shown_name(name: str) -> str:
    """The name on one line, without what is not seen or turns the direction of what follows."""
    seen = "".join(char if _is_seen(char) else " " for char in name[: 4 * LONGEST])
    cut = " ".join(seen.split())[:LONGEST].strip()
    if not cut.strip(_JOINERS + " "):
        return NAMELESS
    backwards = any(unicodedata.bidirectional(char) in ("R", "AL") for char in cut)
    return cut + _LEFT_TO_RIGHT if backwards else cut


def _is_seen(char: str) -> bool:
    if char in _JOINERS:
        return True
    return char not in _BLANK and not unicodedata.category(char).startswith("C")
