"""A list before it is taken apart: chains of signs as separators, and remarks cut away."""

import re

from bot.grading.match import exact_match, piece_of
from bot.grading.prepare import PreparedQuestion

_CHAIN = re.compile(r"(?<=[\w)])\s*(?:[<>]|=>|~>)\s*(?=[\w(])")
_SMALL_AND = re.compile(r"(?<=\w)\s+(?:n|'n'|n'|und|et|y)\s+(?=\w)", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=[\w.])\s*[(\[]([^()\[\]\n]{1,200})[)\]]")
_REASON = re.compile(
    r"(?:,?\s+|,\s*)(?:because|since(?!\s+\d)|which|whereas|although|so\s+that|as\s+(?=(?:it|they|this|that)\b))\b[^,;.\n]*",
    re.IGNORECASE,
)


def untangled(prepared: PreparedQuestion, text: str) -> str:
    """The text of a list with one kind of separator, without reasons and remarks in parentheses."""
    own = prepared.signs
    if ("<" in text or ">" in text) and not own & {"<", ">"}:
        text = _CHAIN.sub("; ", text)
    text = (
        _SMALL_AND.sub(" and ", text) if " n" in text or " und " in text or "'n" in text else text
    )
    if "(" in text or "[" in text:
        text = _ASIDE.sub(lambda found: _kept(prepared, found), text)
    if prepared.named:
        text = _REASON.sub("", text) or text
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
