"""Answers of several items: modes `all`, `ordered`, and `any` with a need above one."""

import re
from dataclasses import replace

from bot.grading.code.line import Code
from bot.grading.code.row import in_a_row
from bot.grading.finding import Finding
from bot.grading.lists.assignment import assign
from bot.grading.lists.extras import extra_of
from bot.grading.lists.keyed import by_keys, values_in_a_row
from bot.grading.lists.parts import plain_text, untangled, without_marks
from bot.grading.lists.segments import Segment, covers, segments
from bot.grading.lists.shared_words import spelled_out
from bot.grading.lists.short_names import letters_in_a_row, shortened
from bot.grading.names.match import SPELLED, Match, Part, piece_of
from bot.grading.names.single_answer import says_little
from bot.grading.prepared import PreparedQuestion
from bot.grading.quantities.measured import Measured, measured
from bot.grading.tables.real_words import REAL_WORDS
from bot.model.grade import Extra
from bot.model.question import Mode

_BETWEEN_AMOUNTS = re.compile(r"\s*[,;\n]\s*|\s+(?:and|&)\s+")
HEDGED = 0.5
"""Credit of an item named as one of two alternatives."""
_FIELD = 3
"""Known wrong extras from which naming half of the field is naming everything."""
_SHOTGUN = 6
"""Extras nobody asked for, from which a list is a list of everything (or twice the items)."""
_NAMED = 3
"""Extras that read as names, from which a list is one (or as many as items are asked for)."""
_LONGEST_EXTRA = 5
"""Words of an extra that reads as a name."""
_FLOOR = 0.25
"""Share of what was named that extras unknown to the sheet leave: they may be other words for it."""


def grade_list(prepared: PreparedQuestion, response: str) -> Finding:
    """Each segment is given to one item at most, so that the sum of what is named is largest."""
    text = without_marks(prepared, untangled(prepared, plain_text(response)))
    if prepared.shared.ends or prepared.shared.starts:
        text = spelled_out(prepared.shared, text, prepared.exact)
    if prepared.paired:
        keyed = _keyed(prepared, text)
        if keyed is not None:
            return keyed
    if text.isupper():
        text = ", ".join(letters_in_a_row(prepared, text)) or text
    if prepared.kept:
        text = "\n".join(_code_in_a_row(prepared, response)) or text
    elif prepared.noted:
        text = _one_amount_a_line(prepared, text)
    found = _with_short_names(prepared, segments(prepared, text))
    gains = [
        {match.item: match.sure * (HEDGED if each.hedged else 1.0) for match in each.matches}
        for each in found
    ]
    chosen = assign(gains)
    named: dict[int, Match] = {}
    credit: dict[int, float] = {}
    order: list[int] = []
    for segment, item in zip(found, chosen, strict=True):
        if item is not None:
            named[item] = next(each for each in segment.matches if each.item == item)
            credit[item] = HEDGED if segment.hedged else 1.0
            order.append(item)
    _statements(prepared, text, found, named, credit)
    open_stems = frozenset(
        each.stem
        for item in prepared.items
        if item.index not in named
        for phrase in item.phrases[:1]
        for each in phrase.profile.content
        if each.stem not in prepared.asked.stems
    )
    extras = [
        extra_of(prepared, each, open_stems)
        for each, item in zip(found, chosen, strict=True)
        if item is None and _counts(prepared, each, named)
    ]
    return _scored(prepared, named, credit, order, extras, found)


def _code_in_a_row(prepared: PreparedQuestion, response: str) -> list[str]:
    codes = [
        (phrase.reading.text, phrase.notation)
        for item in prepared.items
        for phrase in item.phrases[:1]
        if isinstance(phrase.notation, Code)
    ]
    return in_a_row(codes, response) if len(codes) == len(prepared.items) else []


def _one_amount_a_line(prepared: PreparedQuestion, text: str) -> str:
    """The text with a line for each amount, where amounts are asked for and each part is one: a comma
    before a year parts nothing else.
    """
    if not all(
        item.phrases and isinstance(item.phrases[0].notation, Measured) for item in prepared.items
    ):
        return text
    parts = _BETWEEN_AMOUNTS.split(text)
    return "\n".join(parts) if all(measured(each) for each in parts) else text


def _keyed(prepared: PreparedQuestion, text: str) -> Finding | None:
    """What is said of the keys that the response names, whatever the sentence."""
    row = values_in_a_row(prepared, text)
    found = (row, []) if row else by_keys(prepared, text)
    if found is None or not (found[0] or found[1]):
        return None
    right, swapped = found
    named = {each.item: each for each in right}
    extras = [Extra(each.part.text, False, "swapped") for each in swapped[:1]]
    order = [each.item for each in right]
    scored = _scored(prepared, named, dict.fromkeys(named, 1.0), order, extras, [])
    return scored if named else replace(scored, kind="swapped")


def _with_short_names(prepared: PreparedQuestion, found: list[Segment]) -> list[Segment]:
    """The segments, where all that name nothing are short for an item each."""
    sure = {match.item for each in found for match in each.matches if match.sure >= SPELLED}
    open_ = [
        at
        for at, each in enumerate(found)
        if each.worth < SPELLED and all(match.item in sure for match in each.matches)
    ]
    if not open_ or any(found[at].denied or found[at].hedged for at in open_):
        return found
    named = frozenset(match.item for each in found for match in each.matches)
    short = shortened(prepared, [found[at].part for at in open_], named)
    for place, match in short.items():
        found[open_[place]] = Segment(match.part, (match,))
    return found


def _statements(
    prepared: PreparedQuestion,
    text: str,
    found: list[Segment],
    named: dict[int, Match],
    credit: dict[int, float],
) -> None:
    """Items that are told across the whole response rather than in one stretch of it."""
    if len(found) < 2 and not any(not each.matches for each in found):
        return
    whole: Part | None = None
    for item in prepared.items:
        if item.index in named or all(phrase.terse for phrase in item.phrases):
            continue
        whole = whole or piece_of(text)
        match = covers(prepared, item.index, whole)
        if match is not None:
            named[item.index] = match
            credit[item.index] = 1.0


def _counts(prepared: PreparedQuestion, segment: Segment, named: dict[int, Match]) -> bool:
    """Whether a segment that named nothing new is an extra at all."""
    if segment.denied:
        return False
    if segment.part.reading.key in prepared.siblings:
        return True
    if says_little(prepared, segment.part):
        return False
    return not any(
        match.item in named and not _another_word(match, named[match.item])
        for match in segment.matches
    )


def _another_word(match: Match, named: Match) -> bool:
    """Whether what looks like a slip for an item that was named without one is a word of its own:
    *spelling* beside *speaking*.
    """
    return (
        match.rule == "spelling"
        and named.rule != "spelling"
        and not REAL_WORDS.isdisjoint({match.part.reading.key, *match.part.profile.stems})
    )


def _scored(
    prepared: PreparedQuestion,
    named: dict[int, Match],
    credit: dict[int, float],
    order: list[int],
    extras: list[Extra],
    found: list[Segment],
) -> Finding:
    matches = tuple(named[item] for item in sorted(named))
    near = tuple(each for segment in found for each in segment.near)
    known = [each for each in extras if each.known_wrong]
    if _everything(prepared, extras, known):
        return Finding(0.0, matches, tuple(extras), kind="everything", near=near)
    need = prepared.need
    right = sum(sorted(credit.values(), reverse=True)[:need])
    kind = ""
    if prepared.question.mode is Mode.ORDERED and order != sorted(order):
        right *= 0.5
        kind = "order"
    names = [each for each in extras if each.reason == "name"]
    if len(names) >= max(_NAMED, need):
        return Finding(0.0, matches, tuple(extras), kind="everything", near=near)
    score = max(0.0, min(1.0, (right - 0.5 * len(known)) / need))
    score = max(_FLOOR * score, score - 0.5 * len(names) / need)
    sure = min((each.sure for each in matches), default=1.0)
    return Finding(score, matches, tuple(extras), kind=kind, sure=sure, near=near)


def _everything(prepared: PreparedQuestion, extras: list[Extra], known: list[Extra]) -> bool:
    """Whether the list names most of the field instead of answering."""
    if len(known) >= _FIELD and 2 * len(known) >= _field(prepared):
        return True
    short = [each for each in extras if len(each.words.split()) <= _LONGEST_EXTRA]
    return len(short) >= max(_SHOTGUN, 2 * prepared.need)


def _field(prepared: PreparedQuestion) -> int:
    terms = prepared.lexicon.terms
    return len({terms.get(each, each) for each in prepared.siblings})
