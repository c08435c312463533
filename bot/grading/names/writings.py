"""Other ways to write one name: IFRS 16 and ifrs16, IPv6 and IP version 6, miles per gallon and
miles/gallon.
"""

import re
from collections.abc import Iterator

_RUN_TOGETHER = re.compile(r"(?<=[A-Za-z]{2})(?=\d)|(?<=\d)(?=[A-Za-z]{2})")
_APART = re.compile(r"(?<=[A-Za-z])[\s-](?=\d)|(?<=\d)[\s-](?=[A-Za-z])")
_VERSION = re.compile(r"(?<=[A-Za-z])v(?=\d)")
_ONE = re.compile(r"^1(?=[A-Z][a-z])|(?<=[A-Za-z] )1$")
_PER = re.compile(r"\s+per\s+", re.IGNORECASE)
_OTHERS = (
    "others",
    "the others",
    "other people",
    "other users",
    "everyone else",
    "everybody else",
    "anyone else",
    "the rest",
    "all the rest",
    "the rest of the world",
)
"""Names of all that were not named before."""
_LONGEST = 4
"""Words of a name."""


def writings(text: str) -> Iterator[str]:
    """The other writings of a name."""
    if len(text.split()) > _LONGEST:
        return
    if any(each.isdigit() for each in text):
        for pattern, between in ((_RUN_TOGETHER, " "), (_APART, ""), (_VERSION, " version ")):
            other = pattern.sub(between, text)
            if other != text:
                yield other
        if _ONE.search(text):
            yield _ONE.sub("one ", text)
    if text.strip().lower() in _OTHERS:
        yield from _OTHERS
    if _PER.search(text):
        yield _PER.sub("/", text)
