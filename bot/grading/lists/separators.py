"""A list before it is taken apart: signs and marks of order as separators, remarks cut away."""

import re

from bot.grading.names.match import exact_match, piece_of
from bot.grading.prepare import OF_ORDER
from bot.grading.prepared import PreparedQuestion

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
