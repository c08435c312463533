"""Somebody who is only told by the right name: a friend of Goethe is not Goethe."""

import re

from bot.grading.prepared import PreparedQuestion

_RELATION = (
    "friend|father|mother|son|daughter|brother|sister|wife|husband|widow|teacher|pupil|student|"
    "colleague|rival|contemporary|successor|predecessor|uncle|aunt|nephew|niece|cousin|neighbou?r|"
    "assistant|secretary|deputy|disciple|follower|enemy|capital|suburb|neighbou?r"
)
_OF = re.compile(
    rf"\b(?:(?:{_RELATION})s?\s+(?:of|to)|(?:someone|somebody|anyone|one|people)\s+(?:before|after|near|like|around))\s+(?:the\s+)?(?P<name>\S[^,;.()]*)",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    rf"(?P<name>\b[^\W\d_][\w.-]{{0,30}}(?:\s[\w.-]{{1,30}}){{0,3}})['’]s?\s+(?:\w+\s+)?(?:{_RELATION})s?\b",
    re.IGNORECASE,
)
_LONGEST = 300
_SIGNS = ("'s ", "s' ", "’s ", " of ", " to ", "one ", "body ", "people ")
"""Without any of these nobody is told by another."""
_WORD = re.compile(rf"\b(?:{_RELATION})s?\b", re.IGNORECASE)


def is_of_another(prepared: PreparedQuestion, text: str) -> bool:
    """Whether a response has the right name only to say who or what else is meant."""
    lower = text.lower()
    if len(text) > _LONGEST or not any(sign in lower for sign in _SIGNS):
        return False
    found = _OF.search(text) or _WHOSE.search(text)
    if found is None or _WORD.search(prepared.question.prompt) is not None:
        return False
    if any(_WORD.search(item.text) for item in prepared.question.items):
        return False
    rest = (text[: found.start()] + " " + text[found.end() :]).casefold()
    names = [phrase.reading.text.casefold() for item in prepared.items for phrase in item.phrases]
    return any(name in found["name"].casefold() for name in names) and not any(
        name in rest for name in names
    )
