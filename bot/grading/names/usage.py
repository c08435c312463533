"""A name as it is used: in a call with its arguments, in an assignment, in a line of code."""

import re

from bot.grading.names.match import SPELLED, Match, Part
from bot.grading.prepared import Phrase, PreparedQuestion
from bot.grading.tables.clauses import TELLING

_CODE = re.compile(
    r"^[A-Z]{2,}\s+(?:\.(?=[\s/])|[/~](?=[a-z]))|\w\(|[={}$]|;\s*$|\w\.\w|=>|(?<!\w)[<>]=?(?!\w)"
)
_TOKEN = re.compile(r"[A-Za-z_][\w-]*")
_GIVEN = re.compile(r"\d|(?<=\s)[-/.~\"'{*$<]|=|:$|^sudo\s")
_PROMPT = re.compile(r"^(?:[$%>]\s+|sudo\s+)+")
_ASKS = re.compile(
    r"\b(?:commands?|tools?|programs?|keywords?|statements?|functions?|instructions?|utility|utilities)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 9
_LONGEST = 300
_SHORTEST = 3


def is_code(text: str) -> bool:
    """Whether a response is a line of code rather than a sentence with some in it."""
    if _CODE.search(text) is None:
        return False
    return TELLING.isdisjoint(text.lower().split())


def used(prepared: PreparedQuestion, part: Part) -> Match | None:
    """The item whose whole name is a token of a response that reads as code."""
    text = part.text[:_LONGEST]
    if _CODE.search(text) is None:
        return _on_a_command_line(prepared, part)
    tokens = {each.lower() for each in _TOKEN.findall(text)}
    for item in prepared.items:
        for phrase in item.phrases:
            name = phrase.reading.text.strip().removesuffix("()").lower()
            if name in tokens and _of_code(phrase) and not phrase.reading.key.isdigit():
                return Match(item.index, part, SPELLED, "usage", phrase, 1.0)
    return _on_a_command_line(prepared, part)


def _on_a_command_line(prepared: PreparedQuestion, part: Part) -> Match | None:
    """The item that a response begins with as a command or a keyword, with what it is given."""
    text = part.text[:_LONGEST].strip().strip("`")
    if _GIVEN.search(text) is None or _ASKS.search(prepared.question.prompt) is None:
        return None
    bare = _PROMPT.sub("", text)
    words = bare.split()
    if not 1 < len(words) <= _MOST_WORDS or not TELLING.isdisjoint(bare.lower().split()):
        return None
    for item in prepared.items:
        for phrase in item.phrases:
            name = phrase.reading.text.strip()
            if name.islower() and name == words[0] and phrase.notation is None:
                return Match(item.index, part, SPELLED, "usage", phrase, 1.0)
    return None


def _of_code(phrase: Phrase) -> bool:
    """Whether a name is one that stands in code: a call, a setting, a keyword in capitals."""
    text = phrase.reading.text.strip()
    if _TOKEN.fullmatch(text.removesuffix("()")) is None:
        return False
    if len(text) < _SHORTEST:
        return False
    return phrase.identifier or text.endswith("()") or text.isupper() or "_" in text
