"""A single sign by where it stands in a response: doubled, at the end, or in a line of code."""

import re

_OF_ANY_LINE = frozenset(",()[]{}=;:.'\"`")
"""Signs that lines of code have, whatever they show."""
_LINE = re.compile(r";\s*$|\s=\s|\w\(")
_JOINED = re.compile(r"::|->|=>")
_SIGN = re.compile(r"[^\w\s]+")
_LAST = re.compile(
    r"(?:^|.*[^\w\s]\s|.*\b(?:its|it's|is|be|use|with|guess|think|probably|a|an|the)\s)(\S)\s*[.]?\s*"
)
_DENIED = re.compile(r"n't\b|\b(?:not|never|without|or)\b", re.IGNORECASE)
_LONGEST = 120


def sign_placed(sign: str, text: str) -> bool | None:
    """Whether a response gives the sign, where its place decides; None where it does not.

    `??` is not `?`; "it's ?" ends in the sign, no question; `x = *p;` shows `*` and nothing else.
    """
    text = text.strip()
    if len(sign) != 1 or len(text) > _LONGEST or sign not in text:
        return None
    runs = _SIGN.findall(text)
    if (
        len(text) > 1
        and sign.isascii()
        and all(sign not in each or sign * 2 in each for each in runs)
    ):
        return False
    if sign in _OF_ANY_LINE:
        return None
    if _LINE.search(text):
        shown = {each for run in _SIGN.findall(_JOINED.sub(" ", text)) for each in run}
        return True if shown - _OF_ANY_LINE == {sign} else None
    last = _LAST.fullmatch(text)
    others = set("".join(runs)) - set(sign + ".,'’")
    given = last is not None and last.group(1) == sign and not others
    return True if given and _DENIED.search(text) is None else None
