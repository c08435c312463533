"""A response of several parts: what stands between them made one kind of sign, and then taken apart
at ever weaker signs.
"""

import re
from functools import lru_cache

from bot.grading.names.match import exact_match, piece_of
from bot.grading.prepare import OF_ORDER
from bot.grading.prepared import PreparedQuestion
from bot.grading.reading.normalise import fold, plain

_STRONG = re.compile(
    r"\s*(?:[;\n\r|•]+|(?:^|(?<=\s))\(?\d{1,2}[.)]\s+|\s+->\s+|\s+[–—]\s+(?=[A-Z])"
    r"|\s+then\s+|,\s*then\s+|\bfollowed\s+by\b)\s*",
    re.IGNORECASE,
)
_COMMA = re.compile(
    r"\s*(?:(?<!\d),|,(?!\s*(?:1[4-9]|20)\d\d(?!\d)))(?!\d{3}(?!\d))\s*(?:(?:and|or|then|also|plus)\s+)?",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\s+(?:and(?:\s+(?:also|then))?|&|\+|plus|as\s+well\s+as|along\s+with|also)\s+|\s*[&+](?=\s*\w)\s*|\s*(?:(?<!\d)/|/(?!\d))\s*|\s+-\s+|\.\s+(?=\S)",
    re.IGNORECASE,
)
_WEAK_PAIRED = re.compile(_WEAK.pattern.replace(r"|\s+-\s+", ""), re.IGNORECASE)
LEVELS = (_STRONG, _COMMA, _WEAK)
_OR = re.compile(
    r"\s*,?\s+(?:or|and/or|vs\.?|versus)\s+(?:(?:maybe|perhaps|possibly)\s+)?|\s*(?<!\d)/(?!\d)\s*",
    re.IGNORECASE,
)
_EITHER = re.compile(r"^\s*(?:either|both|one\s+of)\s+", re.IGNORECASE)
_MAYBE = re.compile(
    r"[,;.?\s]+(?:or\s+)?(?:maybe|perhaps|possibly|(?:but\s+)?(?:it\s+)?(?:could|might)\s+(?:also\s+)?be)\s+",
    re.IGNORECASE,
)
JOINED = re.compile(r"\s(?:and|&|\+|plus)\s|^both\s", re.IGNORECASE)
"""Where two names are given as two, rather than as a name and its description."""
_CHOOSING = (" or ", "/", "vs", "versus", "maybe", "perhaps", "possibly", " be ", "either ")
"""Without any of these there is no choice to look for."""
_NONE: frozenset[str] = frozenset()
_WEAK_SIGNS = (
    ("&", r"|&"),
    ("+", r"|\+|plus"),
    ("&", r"|\s*[&+](?=\s*\w)\s*"),
    ("+", r"|\s*[&+](?=\s*\w)\s*"),
    ("/", r"|\s*(?:(?<!\d)/|/(?!\d))\s*"),
    ("-", r"|\s+-\s+"),
    (".", r"|\.\s+(?=\S)"),
)
"""Signs with the part of the weak separators that they stand in."""
_OR_WORD = re.compile(r"\s*,?\s+(?:or|and/or|vs\.?|versus)\s+", re.IGNORECASE)
MOST = 32
"""Parts that are looked at."""
_CHAIN = re.compile(r"(?<=[\w)])\s*(?:[<>]|=>|~>)\s*(?=[\w(])")
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]+\ufe0f?")
_SMALL_AND = re.compile(r"(?<=\w)\s+(?:n|'n'|n'|und|et)\s+(?=\w)", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=[\w.])\s*[(\[]([^()\[\]\n]{1,200})[)\]]")
_CORRECTING = ("no", "wait", "sorry", "scratch", "oops", "mean")
_TAKEN_BACK = re.compile(
    r"""(?:[?…]|\.{2,})\s*(?:no|nope|wait)\b[\s,]+
    |[\s,;-]+(?:no,?\s+wait|wait,?\s+no|no\s+sorry|sorry|scratch\s+that|oops|i\s+mean(?:t)?)\b[\s,:]+""",
    re.VERBOSE | re.IGNORECASE,
)
"""Where a part of a list is taken back; a word that only stresses does not."""
_PART = re.compile(r"[,;\n]\s*|\.\s+|\s+(?:and|&|\+)\s+")
_REASON = re.compile(
    r"(?:,?\s+|,\s*)(?:because|since(?!\s+\d)|which|whereas|although|so\s+that|as\s+(?=(?:it|they|this|that)\b))\b[^,;.\n]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:(?<=\s)|(?<=[,;])|^)\(?(\d{1,2})[.):]?\s+(?=[^\W\d_])")
_LEADING = re.compile(
    r"(?:^|(?<=[,;\n])\s*|(?<=\band)\s+)(?:(?:and\s+)?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth|then|next|after\s+that|finally|lastly|last)(?:\s+of\s+all)?(?:\s+(?:comes?|came|is|was|there\s+is))?(?:\s+the)?(?:\s*[:,])?\s+)(?=[^\W\d_])",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:(?:comes?|came|is|was|goes|went|are|were|being)\s+(?:the\s+)?(?:first|second|third|fourth|fifth|next|last|after\s+that)|first|second|third|next|last|follow(?:s|ed)|at\s+the\s+(?:end|beginning|start))(?=\s*(?:[,;.\n]|$|\band\b|\bthen\b))",
    re.IGNORECASE,
)


def untangled(prepared: PreparedQuestion, text: str) -> str:
    """The text of a list with one kind of separator, without reasons and remarks in parentheses."""
    if not text.isascii():
        text = _EMOJI.sub("; ", text)
    text = corrected(text)
    own = prepared.signs
    if ("<" in text or ">" in text) and not own & {"<", ">"}:
        text = _CHAIN.sub("; ", text)
    text = _SMALL_AND.sub(" and ", text)
    if ("(" in text or "[" in text) and not prepared.kept & {"(", "["}:
        text = _ASIDE.sub(lambda found: _kept(prepared, found), text)
    if prepared.named:
        text = _REASON.sub("", text) or text
    return text


def corrected(text: str) -> str:
    """The text without the parts that are taken back: "basil? no, thyme; and salt" → "thyme; and salt"."""
    if not any(sign in text.lower() for sign in _CORRECTING):
        return text
    at = 0
    while (found := _TAKEN_BACK.search(text, at)) is not None:
        before = text[: found.start()]
        start = max([part.end() for part in _PART.finditer(before)], default=0)
        if not before[start:].strip() or not text[found.end() :].strip(" .!?"):
            at = found.end() + 1
            continue
        text = before[:start] + " " + text[found.end() :]
        at = start + 1
    return text


def _kept(prepared: PreparedQuestion, aside: re.Match[str]) -> str:
    """Parentheses stay where an item stands in them."""
    if prepared.paired:
        return aside.group()
    inside = aside.group(1)
    parts = re.split(r"\s*[,;/]\s*|\s+and\s+|\s+or\s+", inside)
    if any(exact_match(prepared, piece_of(each)) for each in (inside, *parts)):
        return aside.group()
    return " " if prepared.named else aside.group()


def without_marks(prepared: PreparedQuestion, text: str) -> str:
    """A list with signs between its parts where numbers stood, and without words of order."""
    if not prepared.numbered:
        text = _unnumbered(text)
    if prepared.ordinal or OF_ORDER.search(text) is None:
        return text
    return _TRAILING.sub("", _LEADING.sub(" ", text)) or text


def _unnumbered(text: str) -> str:
    found = list(_NUMBER.finditer(text))
    if len(found) < 2 or [int(each.group(1)) for each in found] != list(
        range(int(found[0].group(1)), int(found[0].group(1)) + len(found))
    ):
        return text
    return _NUMBER.sub("; ", text)


def pieces(
    text: str,
    level: int,
    *,
    paired: bool = False,
    kept: frozenset[str] = _NONE,
    most: int = MOST,
) -> list[str]:
    """The parts of a plain text at the signs of one level; empty ones are dropped.

    Where answers are `paired`, a dash stands between key and value and parts nothing; nor do signs
    that are `kept`.
    """
    if kept:
        separator = _without(level, kept)
    else:
        separator = _WEAK_PAIRED if paired and level == len(LEVELS) - 1 else LEVELS[level]
    return [each.strip() for each in separator.split(text) if each and each.strip(" .,;:-")][:most]


def plain_text(response: str) -> str:
    """The response without Markdown, ready to be split."""
    return plain(fold(response))


@lru_cache(maxsize=256)
def _without(level: int, kept: frozenset[str]) -> re.Pattern[str]:
    """The separators of a level but those that answers hold themselves."""
    if level == 0:
        pattern = _STRONG.pattern
        if "|" in kept:
            pattern = pattern.replace("|•]", "•]")
        if ">" in kept:
            pattern = pattern.replace(r"|\s+->\s+", "")
        return re.compile(pattern, re.IGNORECASE)
    if level != len(LEVELS) - 1:
        return LEVELS[level]
    pattern = _WEAK.pattern
    for sign, dropped in _WEAK_SIGNS:
        if sign in kept:
            pattern = pattern.replace(dropped, "")
    return re.compile(pattern, re.IGNORECASE)


def alternatives(text: str, kept: frozenset[str] = _NONE) -> list[str]:
    """The choices of "X or Y", "X/Y", "maybe X, maybe Y"; one element if there are none."""
    text = text.strip()
    if "/" in kept:
        return [each for each in _OR_WORD.split(text) if each.strip()] or [text]
    lower = text.lower()
    if not any(sign in lower for sign in _CHOOSING):
        return [text]
    text = _EITHER.sub("", text)
    found = [
        each.strip(" ,.;?!")
        for piece in _OR.split(text)
        for each in _MAYBE.split(piece)
        if each and each.strip(" ,.;?!")
    ]
    return found[:MOST]


def listed(text: str) -> list[str]:
    """The parts of a list at all signs of all levels."""
    found = [_EITHER.sub("", text)]
    for level in range(len(LEVELS)):
        found = [piece for each in found for piece in pieces(each, level)]
    return found[:MOST]


def with_shared_head(choices: list[str]) -> list[str]:
    """The choices, each in full where the first has words that the others share: "Henry VII or VIII"."""
    head = choices[0].split()[:-1] if choices else []
    if not head or len(head) > 3 or any(len(each.split()) > 1 for each in choices[1:]):
        return choices
    return [choices[0], *(" ".join([*head, each]) for each in choices[1:])]
