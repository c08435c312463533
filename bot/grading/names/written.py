"""Names that are written in one way alone: functions in capitals, headers of capitalised parts."""

import re

from rapidfuzz.distance import OSA

_CAPITALS = re.compile(r"[A-Z]{3,}")
_PARTED = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+")
_CALLED = re.compile(
    r"\b(?:function|formula|keyword|statement|clause|header|method|instruction|opcode|macro|constant|variable|attribute|directive|command|verb|property)s?\b",
    re.IGNORECASE,
)
_KEYWORD = re.compile(r"\b(?:keyword|command|directive|modifier)s?\b", re.IGNORECASE)
_SMALL = re.compile(r"[a-z]{4,}(?:-[a-z]+)*")
_CALL = re.compile(r"\.?[A-Za-z_]\w+\(\)")
_PLURAL = re.compile(r"(?<=[A-Z]{2})s\b")
_HEADER = re.compile(r"\bheaders?\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_][\w-]*")
_LONG = 7
_NEAR = 2
"""Edits up to which a token is a try at a name."""


def is_written(text: str, prompt: str) -> bool:
    """Whether a name is one of code by its writing, and the question asks for a name of code."""
    if _CALL.fullmatch(text) is not None:
        return True
    if _SMALL.fullmatch(text) is not None:
        return _KEYWORD.search(prompt) is not None
    if _CALLED.search(prompt) is None:
        return False
    if _CAPITALS.fullmatch(text) or _PARTED.fullmatch(text):
        return True
    return text.isalpha() and text[:1].isupper() and _HEADER.search(prompt) is not None


def bare_name(text: str) -> str:
    """A name in lower case, without the signs of a call."""
    return text.strip().lower().removeprefix(".").removesuffix("()")


def another_writing(names: frozenset[str], text: str) -> bool:
    """Whether a response gives a name that only looks like one of `names`, in lower case, and none
    of them: a letter at the end, a part in front, or one letter for another makes another name.
    """
    tokens = [each.lower() for each in _TOKEN.findall(_PLURAL.sub("", text))]
    if any(_same(name, each) for name in names for each in tokens):
        return False
    run = "".join([each.replace("-", "") for each in tokens])
    if any(run == name.replace("-", "") for name in names):
        return False
    return any(_looks_like(name, each) for name in names for each in tokens)


def _same(name: str, said: str) -> bool:
    """Whether a token is the name, or has one letter within it missing, twice or swapped; in long
    names also another.
    """
    if said in (name, f"{name}ing"):
        return True
    if name[0] != said[0] or name[-1] != said[-1] or name.count("-") != said.count("-"):
        return False
    if len(name) == len(said) and sorted(name) != sorted(said) and len(name) < _LONG:
        return False
    return len(name) > 4 and OSA.distance(name, said, score_cutoff=1) == 1


def _looks_like(name: str, said: str) -> bool:
    if said.startswith(name) or f"-{name}" in said or f"_{name}" in said:
        return True
    if "-" in name and "-" in said:
        return not set(name.split("-")).isdisjoint(said.split("-"))
    return len(name) > 4 and OSA.distance(name, said, score_cutoff=_NEAR) <= _NEAR
