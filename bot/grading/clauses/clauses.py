"""A response in clauses: which of them names the answer, and which tell something beside it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.grading.tables.clauses import (
    BEFORE,
    CHANGED,
    DESCRIBING,
    NAMES_TOO,
    NOW,
    PRONOUN_HEADS,
    TELLING,
    THOUGHT,
)

_LONGEST = 1_200
"""Characters that are taken apart; what follows is one clause."""
_MOST = 24
_NAME = 4
"""Words up to which a stretch without words of sentences reads as a name."""
_LONG_NAME = 6
_LONGEST_TOLD = 60


class Joint(StrEnum):
    """What joins a clause to the one before it."""

    START = "start"
    STOP = "stop"
    """A full stop, a semicolon, a new line, an emoji."""
    COMMA = "comma"
    DASH = "dash"
    """A dash or a colon: what follows explains."""
    ASIDE = "aside"
    """Parentheses."""
    REASON = "reason"
    """because, since, which, whereas: a clause that depends on the one before it."""
    EXAMPLE = "example"
    SAME = "same"
    """that is, also called: the same thing in other words."""
    SO = "so"
    """A conclusion, by which the response is judged."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the response with what joins it to the one before."""

    text: str
    joint: Joint
    told: bool
    """Whether it tells something rather than names it."""


_ASIDE = re.compile(r"(?:(?<=[\s,;:])|^)[(\[]([^()\[\]]{1,400})[)\]]?")
_SPLIT = re.compile(
    r"""(?P<same>[\s,;=-]*\b(?:i\.?\s?e\.?(?=[\s,:])|a\.?k\.?a\.?(?=\s)|also\s+(?:called|known\s+as)|otherwise\s+known\s+as|in\s+other\s+words|that\s+is,|short\s+for)[\s,:]+)
    |(?P<example>[\s,;-]*\b(?:e\.?\s?g\.?(?=[\s,:])|for\s+(?:example|instance)\b|such\s+as\b|think\s+of\b)[\s,:]*)
    |(?P<so>[\s,;.]+(?:so|hence|thus|therefore|which\s+makes\s+it|which\s+means|=>)\s+(?=(?:it|that|they|this|the|i|we|go|must|probably|=>)\b|\d)|\s*(?:=>|->)\s*)
    |(?P<reason>(?:[\s,;-]+|^)(?:because|cause|cos|coz|bc|b/c|since(?!\s+\d)|given\s+that|seeing\s+that|as\s+(?=(?:it|they|this|that|the|you|we|i|he|she|there)\b)|whereas|while|although|though|even\s+if|unlike|which|whose|whom|who|(?<!so\s)that(?=\s+\w+s?\b\s+\w)|where(?=\s+(?:the|it|you|we|they|a|an)\b)|when(?=\s+(?:the|it|you|we|they|a|an)\b)|if(?=\s+(?:the|it|you|we|they|a|an)\b))\s+)
    |(?P<mine>[\s,;]+(?:(?:but|and|though)\s+)?(?:i|we)(?:'m|'d|'ve|\s+(?:always|never|am|can|can't|cannot|could|do|don't|dont|forget|forgot|keep|mix|think|know|read|learned|learnt|remember|saw|guess|believe|have|had|was|use|used|just|only|once|really|still|hope))\b\s*)
    |(?P<stop>\s*(?:[;\n\r]+|(?<![A-Za-z]\.[A-Za-z])(?<!\b[A-Z])(?<!\b(?:Dr|St|Mr|Ms|no|vs))(?<!\bMrs)(?:\.{2,}|[.!?]+)(?:\s+|$)|[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]+\ufe0f?)\s*)
    |(?P<dash>\s+-{1,3}\s+|(?<=[^\s\d:]):\s+)
    |(?P<comma>\s*,\s+)""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINTS = {
    "same": Joint.SAME,
    "example": Joint.EXAMPLE,
    "so": Joint.SO,
    "reason": Joint.REASON,
    "mine": Joint.REASON,
    "stop": Joint.STOP,
    "dash": Joint.DASH,
    "comma": Joint.COMMA,
}
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SIGNS = re.compile(r"[,;:!?()\[\]\n]|\.\s|\s-|\.\.|[\u2190-\U0001faff]|=>|->", re.IGNORECASE)
_PREPOSITIONS = frozenset(
    ["in", "to", "for", "from", "by", "with", "on", "at", "than", "as", "into"]
)
_TURNS = frozenset(
    [
        "because",
        "cause",
        "cos",
        "coz",
        "bc",
        "since",
        "given",
        "seeing",
        "whereas",
        "while",
        "although",
        "though",
        "unlike",
        "which",
        "whose",
        "whom",
        "who",
        "that",
        "where",
        "when",
        "so",
        "hence",
        "thus",
        "therefore",
        "ie",
        "eg",
        "i.e",
        "e.g",
        "aka",
        "called",
        "known",
        "i",
        "we",
        "for",
        "such",
        "as",
        "if",
        "think",
    ]
)


def has_clauses(text: str) -> bool:
    """Whether there is any sign at all that a text has more than one clause."""
    if _SIGNS.search(text) is not None:
        return True
    return not _TURNS.isdisjoint(text.lower().split())


def clauses(text: str) -> list[Clause]:
    """The clauses of a plain text in order; parentheses follow the clause that they stand in."""
    asides: list[tuple[int, str]] = []
    taken = 0

    def kept(aside: re.Match[str]) -> str:
        nonlocal taken
        asides.append((aside.start() - taken, aside.group(1).strip()))
        taken += len(aside.group()) - 1
        return " "

    main = text[:_LONGEST]
    if "(" in main or "[" in main:
        main = _ASIDE.sub(kept, main)
    found: list[Clause] = []
    start = 0
    head_ends = len(main)
    joint = Joint.START
    for sign in _SPLIT.finditer(main):
        _add(found, main[start : sign.start()], joint)
        if len(found) == 1:
            head_ends = min(head_ends, sign.start())
        joint = _JOINTS[sign.lastgroup or "comma"]
        start = sign.end()
        if len(found) >= _MOST:
            break
    _add(found, main[start:], joint)
    inner = [
        Clause(each, Joint.ASIDE if at <= head_ends else Joint.REASON, tells(each))
        for at, each in asides
        if each
    ]
    return [*found[:1], *inner, *found[1:]]


def _add(found: list[Clause], text: str, joint: Joint) -> None:
    text = text.strip(" \t,;:")
    if any(map(str.isalnum, text)) or (text and not found):
        found.append(Clause(text, joint if found else Joint.START, tells(text)))


def tells(text: str) -> bool:
    """Whether a stretch tells something, as a sentence or a description does."""
    spelled = _WORDS.findall(text)
    words = [each.lower() for each in spelled]
    if not words:
        return True
    if spelled[-1] == "I" and len(words) > 1:
        # A numeral behind a name, not somebody who tells something.
        words.pop()
    if len(words) == 1 and words[0] in NAMES_TOO:
        return False
    if len(words) > _LONG_NAME:
        return True
    return not TELLING.isdisjoint(words)


def follows(text: str) -> bool:
    """Whether a stretch after a full stop is a sentence of its own rather than one more name."""
    words = _WORDS.findall(text)
    return len(words) > 2 and not all(each[:1].isupper() for each in words if len(each) > 3)


def describes(text: str, head: str) -> bool:
    """Whether a stretch beside the name `head` describes it rather than gives another name."""
    words = _WORDS.findall(text)
    if not words or len(words) > _LONG_NAME:
        return True
    first = words[0].lower()
    if first in ("and", "but") and len(words) > 1 and words[1].lower() in ("no", "not", "never"):
        return True
    begins = _WORDS.findall(head)[:1]
    if first in DESCRIBING and not (begins and begins[0].lower() == first):
        return True
    lower = [each.lower() for each in words]
    if words[-1] == "I":
        lower.pop()
    if not TELLING.isdisjoint(lower):
        return True
    if len(first) > 5 and first.endswith("ing") and len(words) > 1:
        return True
    if words[0].islower() and len(lower) > 2 and lower[1] in _PREPOSITIONS:
        return True
    if len(words) >= _NAME and not _PREPOSITIONS.isdisjoint(lower[1:]):
        return True
    return len(words) > _NAME and not DESCRIBING.isdisjoint(lower)


_SAID_RIGHT = re.compile(
    r"\s+(?:is|are|was)\s+(?:right|correct|it|true|the\s+(?:(?:right|correct)\s+)?(?:one|answer))[\s.!]*$",
    re.IGNORECASE,
)
_SAID_WRONG = re.compile(
    r"\s+(?:is|are|was|were|isn't|aren't)\s+(?:not\b|wrong|incorrect|false|never|right\b|it\b|correct\b)",
    re.IGNORECASE,
)


def plainly(text: str) -> str:
    """A clause without the words that only affirm it: "the jib is right"."""
    return _SAID_RIGHT.sub("", text)


def denies(text: str) -> bool:
    """Whether a clause says of what it names that it is not the answer."""
    found = _SAID_WRONG.search(text)
    return found is not None and _SAID_RIGHT.search(text) is None


def points_only(text: str) -> bool:
    """Whether a stretch points at a name without giving it: "the older one"."""
    words = [each.lower() for each in _WORDS.findall(text)]
    return bool(words) and len(words) <= 4 and words[-1] in PRONOUN_HEADS


def change(text: str) -> tuple[str, str] | None:
    """What a told change leads from and to: "we moved from tabs to spaces"."""
    found = CHANGED.search(text)
    if found is None:
        return None
    old = found["from"] or found["left"] or ""
    new = found["to"] or found["taken"] or found["now"] or ""
    return old, new


def first_thought(text: str) -> str | None:
    """What is left where a first thought is given up, or None."""
    found = THOUGHT.match(text)
    return found["kept"] if found is not None else None


def today(found: list[Clause]) -> Clause | None:
    """The clause that tells what holds now, where another tells what held before."""
    now = [each for each in found if NOW.search(each.text)]
    if len(now) != 1 or len(found) < 2:
        return None
    others = [each for each in found if each is not now[0]]
    if NOW.match(now[0].text):
        return now[0]
    if any(BEFORE.search(each.text) for each in others) or BEFORE.search(now[0].text) is None:
        return now[0] if any(BEFORE.search(each.text) for each in others) else None
    return None


def without_now(text: str) -> str:
    """A clause without the words that say when it holds."""
    return NOW.sub(" ", text).strip(" ,")


_COPULA = re.compile(r"\s+(?:is|are|was|were|comes|being)\s+(?:the\s+|a\s+|an\s+)?", re.IGNORECASE)


def copula(text: str) -> list[str]:
    """What stands after and before the only "is" of a short stretch: "the smallest is the cup"."""
    sides = _COPULA.split(text)
    if len(sides) != 2 or len(text) > _LONGEST_TOLD or not all(map(str.strip, sides)):
        return []
    return [sides[1].strip(" ,."), sides[0].strip(" ,.")]
