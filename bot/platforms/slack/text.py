"""Text in Slack's two ways, rich text and mrkdwn, and fitted to Slack's limits.

Rich text holds raw words beside their style, so that nothing in it can ping, format or link.
Small print and fields know mrkdwn only: there `&`, `<` and `>` are escaped, and a character that
would begin formatting is shown by its typographic twin, for Slack has no escape for it.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from bot.model.text import Span, Style, Text

Json: TypeAlias = dict[str, object]

LONGEST_LINK = 3000
_STYLES = {Style.STRONG: "bold", Style.EMPHASIS: "italic", Style.CODE: "code"}
_MARKS = {Style.STRONG: "*", Style.EMPHASIS: "_", Style.CODE: "`"}
_TWINS = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_INNER = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_QUOTE = re.compile(r"^(\s*)>", re.MULTILINE)
_CALL = re.compile(r"@(?=(?:here|channel|everyone)\b)", re.IGNORECASE)
_JOINER = "\u2060"
_DATE = 24
"""Characters around the format and the words of an instant in mrkdwn."""
_EXTRA = {"&": 4, "<": 3, ">": 3, "@": 1}
"""Characters that escaping adds."""


def escaped(text: str, limit: int = 0) -> str:
    """Words that Slack reads as words: no entity, no mention, no link; cut before to a limit, where
    there is one.
    """
    if limit:
        text = cut(text, limit)
    whole = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _CALL.sub("@" + _JOINER, whole)


def linked(span: Span) -> str:
    """The address of a span, if it is one that Slack takes."""
    fine = re.match(r"https?://[^\s<>|]+$", span.link) and len(span.link) <= LONGEST_LINK
    return span.link if fine else ""


def rich(text: Text, limit: int) -> list[Json]:
    """The text as rich text sections, in as many as it takes, each within the limit; none for a
    text without words.
    """
    if not any(span.text.strip() for span in text):
        return []
    return [_section(piece) for piece in pieces(text, limit, rich_cost)]


def rich_line(text: Text, limit: int) -> tuple[Json, int]:
    """The text as one rich text section, shortened to the limit, and what it takes of one."""
    whole = shortened(text, limit, rich_cost) or (Span(" "),)
    return _section(whole), sum(map(rich_cost, whole))


def rich_cost(span: Span) -> int:
    """Characters that a span takes in rich text."""
    return units(span.text) + (len(_clock(span)) if span.at else 0)


def _clock(span: Span) -> str:
    """How an instant is shown on the clock of whoever reads it; the formats are those of
    https://docs.slack.dev/messaging/formatting-message-text#date-formatting.
    """
    return "{date_short_pretty} {time}" if span.dated else "{time}"


def _section(text: Text) -> Json:
    elements = [_element(span) for span in text if span.text]
    return {"type": "rich_text_section", "elements": elements}


def _element(span: Span) -> Json:
    element: Json = {"type": "text", "text": span.text}
    if span.at is not None:
        element = {
            "type": "date",
            "timestamp": int(span.at.timestamp()),
            "format": _clock(span),
            "fallback": span.text,
        }
    elif address := linked(span):
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
    if span.at is not None:
        around += len(_clock(span)) + _DATE
    return words + around + 2 * len(_MARKS.get(span.style, ""))


def small_print(text: Text, limit: int) -> Json | None:
    """A text object shortened to the limit, without marks where it needs none; None for a text
    without words.
    """
    if not any(span.text.strip() for span in text):
        return None
    whole = shortened(text, limit, mrkdwn_cost)
    if any(span.link or span.at or span.style is not Style.PLAIN for span in whole):
        return {"type": "mrkdwn", "text": mrkdwn(whole), "verbatim": True}
    return plain_text("".join(span.text for span in whole), limit)


def labelled(label: str, value: Text, limit: int) -> Json:
    """A text object with a label in bold above its value, shortened to the limit."""
    first = mrkdwn((Span(cut(label, 100), Style.STRONG),))
    words = f"{first}\n{mrkdwn(shortened(value, limit, mrkdwn_cost))}".strip()
    return {"type": "mrkdwn", "text": words or " ", "verbatim": True}


def plain_text(text: str, limit: int) -> Json:
    """A text object that shows words as they are, cut to its limit."""
    return {"type": "plain_text", "text": cut(text, limit) or " ", "emoji": False}


def _written(span: Span, before: str, after: str) -> str:
    words = _tame(span.text, code=span.style is Style.CODE)
    if span.at is not None:
        label = escaped(words).replace("|", "¦").replace("\n", " ")
        words = f"<!date^{int(span.at.timestamp())}^{_clock(span)}|{label}>"
    elif address := linked(span):
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


Cost = Callable[[Span], int]
"""How many characters a span takes once it is written in the platform's markup."""

_WORD = re.compile(r"\s*\S+|\s+")
_MORE = "…"


def units(text: str) -> int:
    """Length as UTF-16 counts it, which is never less than any way in which Slack may count."""
    return len(text) + sum(character > "\uffff" for character in text)


def fits(text: Text, limit: int, cost: Cost) -> bool:
    """Whether the whole text stays within the limit."""
    return sum(map(cost, text)) <= limit


def pieces(text: Text, limit: int, cost: Cost) -> tuple[Text, ...]:
    """The text in order, in as many pieces as it takes, each within the limit.

    A break falls between words; a link or a run of code stays whole. Only what is longer than
    the limit all by itself is broken: a word in two, a link or code shortened. Empty spans vanish.
    """
    text = tuple(span for span in text if span.text)
    if fits(text, limit, cost):
        return (text,) if text else ()
    done: list[Text] = []
    current: list[Span] = []
    used = 0
    for atom in _atoms(text, limit, cost):
        size = cost(atom)
        if used + size > limit and current:
            done.append(_joined(current))
            current, used = [], 0
            atom = replace(atom, text=atom.text.lstrip() if _splits(atom) else atom.text)
            size = cost(atom)
        if atom.text:
            current.append(atom)
            used += size
    if current:
        done.append(_joined(current))
    return tuple(done)


def shortened(text: Text, limit: int, cost: Cost) -> Text:
    """The beginning of the text within the limit, ending in `…` if something was left out."""
    text = tuple(span for span in text if span.text)
    if fits(text, limit, cost):
        return text
    room = limit - cost(Span(_MORE))
    first = pieces(text, room, cost)[0]
    last = first[-1]
    if _splits(last):
        first = (*first[:-1], replace(last, text=last.text.rstrip()))
    return (*first, Span(_MORE))


def cut(text: str, limit: int) -> str:
    """A plain string within the limit, cut between words where there are any."""
    if units(text) <= limit:
        return text
    whole = shortened((Span(text),), limit, lambda span: units(span.text))
    return "".join(span.text for span in whole)


def _splits(span: Span) -> bool:
    return span.style is not Style.CODE and not span.link and span.at is None


def _atoms(text: Text, limit: int, cost: Cost) -> list[Span]:
    atoms: list[Span] = []
    for span in text:
        parts = _WORD.findall(span.text) if _splits(span) else [span.text]
        for part in parts:
            atoms += _small_enough(replace(span, text=part), limit, cost)
    return atoms


def _small_enough(atom: Span, limit: int, cost: Cost) -> list[Span]:
    """The atom itself, or what becomes of one that alone is over the limit."""
    if cost(atom) <= limit:
        return [atom]
    if cost(replace(atom, text=_MORE * 2)) > limit or atom.at is not None:
        # The address alone is longer than there is room; an instant becomes its words.
        atom = replace(atom, link="", at=None)
        return _small_enough(atom, limit, cost)
    if not _splits(atom):
        return [replace(atom, text=_head(atom, limit, cost, _MORE).text + _MORE)]
    parts: list[Span] = []
    rest = atom
    while cost(rest) > limit:
        head = _head(rest, limit, cost, "")
        parts.append(head)
        rest = replace(rest, text=rest.text[len(head.text) :])
    return [*parts, rest]


def _head(span: Span, limit: int, cost: Cost, ending: str) -> Span:
    """The longest beginning that, with its ending, stays within the limit; never empty."""
    low, high = 1, len(span.text)
    while low < high:
        middle = (low + high + 1) // 2
        if cost(replace(span, text=span.text[:middle] + ending)) <= limit:
            low = middle
        else:
            high = middle - 1
    return replace(span, text=span.text[:low])


def _joined(spans: list[Span]) -> Text:
    """Neighbours of one look become one span again."""
    whole: list[Span] = []
    for span in spans:
        alike = whole and (whole[-1].style, whole[-1].link) == (span.style, span.link)
        if alike and whole[-1].at is None and span.at is None:
            whole[-1] = replace(whole[-1], text=whole[-1].text + span.text)
        else:
            whole.append(span)
    return tuple(whole)
