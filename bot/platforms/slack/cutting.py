"""Fitting text to a limit without breaking words, links or code."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.model.text import Span, Style, Text

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
    return span.style is not Style.CODE and not span.link


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
    if cost(replace(atom, text=_MORE * 2)) > limit:
        atom = replace(atom, link="")  # the address alone is longer than there is room
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
        if whole and (whole[-1].style, whole[-1].link) == (span.style, span.link):
            whole[-1] = replace(whole[-1], text=whole[-1].text + span.text)
        else:
            whole.append(span)
    return tuple(whole)
