"""What a response claims in the end: corrections are followed, denials taken out."""

import re
from dataclasses import dataclass

from bot.grading.tables.phrases import CORRECTION

_LONGEST = 300
"""Characters up to which a response is searched for corrections and denials."""

_CORRECTING = (
    "no",
    "wait",
    "actually",
    "mean",
    "rather",
    "sorry",
    "scratch",
    "strike",
    "correct",
    "oops",
    "whoops",
    "make that",
)
_DENYING = (
    "not",
    "n't",
    "never",
    "no ",
    "neither",
    "but",
    "except",
    "without",
    "than",
    "instead",
    "opposed",
    "contrast",
    "contrary",
    "against",
    "other",
    "unlike",
    "wrong",
    "correct",
    "false",
)
"""Without any of these there is nothing to look for."""

_NOT_BUT = re.compile(
    r"""^(?P<lead>.*?\b)?(?:(?:it(?:'s|\s+is)|that(?:'s|\s+is)|they(?:'re|\s+are)|is|are)\s+)?(?:definitely\s+|certainly\s+|just\s+)?
    (?:not|isn't|aren't|never|no)\s+(?P<denied>[^,;.:]{1,80}?)
    (?:\s*[,;.]?\s*\bbut\b(?:\s+rather)?\s+|\s*(?:[,;.:]|\s-(?=\s))\s*(?:rather\s+|instead\s+|it(?:'s|\s+is)\s+|but\s+)?)(?P<kept>\S.*)$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_RATHER_THAN = re.compile(
    r"""^(?P<kept>\S.*?)(?<!must)(?<!should)(?<!does)(?<!did)(?<!\bdo)(?<!can)(?<!could)(?<!will)(?<!would)(?<!may)(?<!might)(?<!shall)
    (?<!\bis)(?<!\bare)(?<!\bwas)(?<!were)(?<!has)(?<!have)(?<!had)(?<!\bif)(?<!\bor)(?<!\bnot)(?<!\bto)(?<!that)(?<!which)
    [\s,;(–—-]+(?:(?:and|but)\s+)?(?:definitely\s+|certainly\s+)?
    (?:not|rather\s+than|instead\s+of|as\s+opposed\s+to|unlike|never)\s+(?P<denied>[^,;]{1,80}?)[\s).!]*$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ONLY_DENIED = re.compile(
    r"""^(?:(?:it|that|this|they|which)(?:'s|\s+is|\s+are|'re)?\s+)?(?:definitely\s+|certainly\s+|surely\s+)?
    (?:(?:is|are)\s+)?(?:not|isn't|aren't|never|no|neither|anything\s+(?:but|except|other\s+than)|everything\s+(?:but|except)
      |all\s+(?:but|except)|any\s+of\s+them\s+(?:but|except)|without|other\s+than)\s+(?P<denied>\S.*)$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SAID_WRONG = re.compile(
    r"""^(?P<denied>[^\s,;][^,;]*?)\s+(?:(?:is|are|was|were)\s+(?:not|wrong|incorrect|false|never|definitely\s+not)|isn't|aren't|can't\s+be|cannot\s+be)
    (?:\s+(?:it|right|correct|the\s+(?:right\s+|correct\s+)?answer|one|true|this|them))?[\s.!]*$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

_UNLIKE = re.compile(
    r"(?:unlike|in\s+contrast\s+to|contrary\s+to|as\s+opposed\s+to|as\s+against|other\s+than|instead\s+of|rather\s+than)\s+(?P<denied>[^,;:]{1,80})[,;:]\s*(?P<kept>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What the answer is set against at the beginning: "unlike the viola, the violin"."""
_FOR_A_REASON = re.compile(
    r"[\s,;.!?–-]+(?:no|nope|wait)[\s,]+(?:wait[\s,]+)?(?:that|this|it)(?:'s|\s+is|\s+was|\s+would\s+be)\s+[^:;.]{1,60}?(?:\s*[:;.]\s*|\s+[–-]\s+|,\s*(?:so\s+|it(?:'s|\s+is)\s+))(?=\S)",
    re.IGNORECASE,
)
"""A correction that says what was named before it: "oboe, no that has a double reed: clarinet"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is left of a response to be judged."""

    kept: str
    denied: str = ""


def claimed(text: str) -> Claim:
    """The end of a correction; and of "not Y but X" the X. Statements keep their negations."""
    if len(text) > _LONGEST:
        return Claim(text)
    lower = text.lower()
    corrected = _corrected(text) if any(sign in lower for sign in _CORRECTING) else text
    if not any(sign in lower for sign in _DENYING):
        return Claim(corrected)
    apart = _UNLIKE.match(corrected)
    if apart is not None:
        return Claim(apart["kept"], apart["denied"])
    for pattern in (_ONLY_DENIED, _SAID_WRONG):
        denied = pattern.match(corrected)
        if denied is not None:
            both = _NOT_BUT.match(corrected)
            if both is not None and not both["lead"]:
                return Claim(both["kept"], both["denied"])
            return Claim("", denied["denied"])
    for pattern in (_NOT_BUT, _RATHER_THAN):
        both = pattern.match(corrected)
        if both is not None and not both.groupdict().get("lead"):
            return Claim(both["kept"], both["denied"])
    return Claim(corrected)


def _corrected(text: str) -> str:
    end = 0
    for found in _FOR_A_REASON.finditer(text):
        if found.start() > 0:
            end = found.end()
    if end:
        return text[end:]
    for found in CORRECTION.finditer(text):
        if found.start() > 0 and text[found.end() :].strip(" .!?"):
            end = found.end()
    return text[end:] if end else text
