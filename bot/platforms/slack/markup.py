"""Text in Slack's two ways: rich text, which takes words as they are, and mrkdwn.

Rich text holds raw words beside their style, so that nothing in it can ping, format or link.
Small print and fields know mrkdwn only: there `&`, `<` and `>` are escaped, and a character that
would begin formatting is shown by its typographic twin, for Slack has no escape for it.
"""

import re
from typing import TypeAlias

from bot.model.text import Span, Style, Text
from bot.platforms.slack.cutting import cut, units

Json: TypeAlias = dict[str, object]

LONGEST_LINK = 3000
_STYLES = {Style.STRONG: "bold", Style.EMPHASIS: "italic", Style.CODE: "code"}
_MARKS = {Style.STRONG: "*", Style.EMPHASIS: "_", Style.CODE: "`"}
_TWINS = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_INNER = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_QUOTE = re.compile(r"^(\s*)>", re.MULTILINE)
_CALL = re.compile(r"@(?=(?:here|channel|everyone)\b)", re.IGNORECASE)
_JOINER = "\u2060"
_EXTRA = {"&": 4, "<": 3, ">": 3, "@": 1}
"""Characters that escaping adds."""


def escaped(text: str) -> str:
    """Words that Slack reads as words: no entity, no mention, no link."""
    whole = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _CALL.sub("@" + _JOINER, whole)


def linked(span: Span) -> str:
    """The address of a span, if it is one that Slack takes."""
    fine = re.match(r"https?://[^\s<>|]+$", span.link) and len(span.link) <= LONGEST_LINK
    return span.link if fine else ""


def rich(text: Text) -> list[Json]:
    """The elements of a rich text section."""
    return [_element(span) for span in text if span.text]


def rich_cost(span: Span) -> int:
    """Characters that a span takes in rich text."""
    return units(span.text)


def _element(span: Span) -> Json:
    element: Json = {"type": "text", "text": span.text}
    if address := linked(span):
        element = {"type": "link", "url": address, "text": span.text}
    if style := _STYLES.get(span.style):
        element["style"] = {style: True}
    return element


def mrkdwn(text: Text) -> str:
    """The text in mrkdwn, its marks set only where Slack honours them."""
    written: list[str] = []
    for number, span in enumerate(text):
        before = text[number - 1].text[-1:] if number else ""
        after = text[number + 1].text[:1] if number + 1 < len(text) else ""
        written.append(_written(span, before, after))
    return "".join(written)


def mrkdwn_cost(span: Span) -> int:
    """Characters that a span takes in mrkdwn at most, wherever it stands."""
    words = units(span.text) + sum(_EXTRA.get(character, 0) for character in span.text)
    address = linked(span)
    around = len(address) + 4 * address.count("&") + 3 if address else 0
    return words + around + 2 * len(_MARKS.get(span.style, ""))


def plain_text(text: str, limit: int) -> Json:
    """A text object that shows words as they are, cut to its limit."""
    return {"type": "plain_text", "text": cut(text, limit) or " ", "emoji": False}


def _written(span: Span, before: str, after: str) -> str:
    words = _tame(span.text, code=span.style is Style.CODE)
    if address := linked(span):
        label = escaped(words).replace("|", "¦").replace("\n", " ")
        words = f"<{address.replace('&', '&amp;')}|{label}>"
    else:
        words = escaped(words)
    mark = _MARKS.get(span.style, "")
    inner = words.strip()
    if not mark or not inner or "\n" in inner or before.isalnum() or after.isalnum():
        return words
    start = words.index(inner)
    return f"{words[:start]}{mark}{inner}{mark}{words[start + len(inner) :]}"


def _tame(text: str, *, code: bool) -> str:
    """Words without anything that mrkdwn would take for a mark."""
    if code:
        return text.replace("`", "ˋ")
    text = _QUOTE.sub(r"\1›", text)
    kept = _INNER.sub("\0", text)
    return kept.translate(_TWINS).replace("\0", "_")
