"""A question's id: the author's own, or one derived from what is asked.

A derived id depends on the prompt and its topic alone, never on line numbers or on the other
questions, so that it is the same on every run and after every reordering.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from bot.model.question import Question
from bot.sheets.wording import key

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 64
_DERIVED = re.compile(r"q[0-9a-f]{12}(?:-\d+)?")


def derive_id(prompt: str, topic: tuple[str, ...]) -> str:
    """`q` and 48 bits of a hash in hexadecimal; case, spacing and punctuation do not count."""
    said = "\n".join([key(prompt), *(key(title) for title in topic)])
    return "q" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


def is_id(text: str) -> bool:
    """Whether an author may use this as an id."""
    return len(text) <= _LONGEST and _ID.fullmatch(text) is not None


def is_derived(text: str) -> bool:
    """Whether an id has the form of a derived one."""
    return _DERIVED.fullmatch(text) is not None


def slug(text: str) -> str:
    """An id made from a name, such as a file's; `sheet` where nothing of it can be used."""
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))[:_LONGEST].strip("-") or "sheet"


def with_unique_ids(questions: Iterable[Question], taken: set[str]) -> list[Question]:
    """The questions, where an id that is taken gets the first free of `-2`, `-3` and so on.

    `taken` is added to. Without clashes, nothing changes.
    """
    unique: list[Question] = []
    next_number: dict[str, int] = {}
    for question in questions:
        chosen = question.id
        while chosen in taken:
            number = next_number.get(question.id, 2)
            next_number[question.id] = number + 1
            chosen = f"{question.id}-{number}"
        taken.add(chosen)
        unique.append(question if chosen == question.id else replace(question, id=chosen))
    return unique
