"""Character classes, commands with a backslash and single signs: which of several in a response is given as the answer."""

import re

CLASS = re.compile(r"\\[A-Za-z]+")
_SAID = re.compile(r"\\([A-Za-z]+)")
_SPELLED = re.compile(
    r"\b(?:back\s?)slash[\s-]+(?:(?P<case>capital|upper\s?case|big|lower\s?case|small)\s+)?(?P<letter>[A-Za-z])\b"
)
_UNSETTLED = re.compile(r"\b(?:or|either|vs)\b|/\\", re.IGNORECASE)
_HEAD = re.compile(r"\s*([^\w\s]{1,3}?)\s*(?:[,;(]|\s[-–—:]\s|\bnot\b)")
_ALONE = re.compile(r"[\s/^$+*?.`'\"{}\d,]*(?:\\[A-Za-z]+[\s/^$+*?.`'\"{}\d,]*)+")


def class_ruled(meant: str, text: str) -> bool | None:
    """Whether a response gives the class: `\\S` is the contrary of `\\s`, `/\\d+/` uses `\\d`."""
    letters = _SAID.findall(text)
    if not letters:
        spelled = _SPELLED.search(text)
        if spelled is None:
            return None
        letter = spelled["letter"]
        if spelled["case"]:
            large = spelled["case"].lower()[:3] in ("cap", "upp", "big")
            letter = letter.upper() if large else letter.lower()
        return bool(letter == meant[1:])
    if len(set(letters)) == 1:
        return bool(letters[0] == meant[1:])
    if _ALONE.fullmatch(text) is not None:
        return False
    return None if _UNSETTLED.search(text) is not None else bool(letters[0] == meant[1:])


def first_sign(text: str) -> str | None:
    """The sign that a response begins with where it tells of others behind it: `*, + is for more`."""
    found = _HEAD.match(text)
    return found.group(1) if found is not None else None
