"""A list as typed → the segments that name an item each, whatever the punctuation."""

from dataclasses import dataclass

from bot.grading.clauses.claims import claimed
from bot.grading.clauses.clauses import copula
from bot.grading.compare import align
from bot.grading.guards import against_the_question
from bot.grading.lists.parts import LEVELS, MOST, alternatives, pieces
from bot.grading.lists.swapped import paired, swapped, without_its_value
from bot.grading.names.match import (
    CERTAIN,
    SPELLED,
    Match,
    Part,
    best_match,
    exact_match,
    is_another_term,
    piece_of,
)
from bot.grading.names.single_answer import is_right
from bot.grading.prepared import Phrase, PreparedQuestion
from bot.grading.reading.similarity import SAFE
from bot.grading.reading.words import Word
from bot.grading.tables.word_weights import COMMON_WEIGHT, FILLER_WEIGHT

_LONGEST_NAMED = 40
"""Words of a stretch that may still name one item as a whole."""
_PRECISE = 0.9
_WINDOW = 60
"""Words of an unpunctuated stretch that are searched for names."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the response with the items it may name."""

    part: Part
    matches: tuple[Match, ...] = ()
    """At most one for each item; those that count as said."""
    near: tuple[Match, ...] = ()
    """Nearest misses: matches that a guard or a rejected phrase forbade, or that are too general."""
    denied: bool = False
    hedged: bool = False
    akin: float = 0.0
    """The highest chance of an item among those that do not count as said."""

    @property
    def worth(self) -> float:
        return max((each.sure for each in self.matches), default=0.0)


def segments(prepared: PreparedQuestion, text: str, level: int = 0) -> list[Segment]:
    """The segments of a plain text: a stretch stays whole where that names more than its pieces."""
    if not text.strip(" .,;:-"):
        return []
    part = piece_of(text)
    exact = exact_match(prepared, part)
    if exact is not None:
        return [_exactly(prepared, part, exact)]
    for at in range(level, len(LEVELS)):
        found = pieces(
            text,
            at,
            paired=prepared.paired,
            kept=prepared.kept,
            most=max(MOST, 2 * len(prepared.items)),
        )
        if len(found) > 1:
            inner = [each for piece in found for each in segments(prepared, piece, at + 1)][
                : max(MOST, 2 * len(prepared.items))
            ]
            if len(part.reading.words) > _LONGEST_NAMED:
                return inner
            named = {match.item for each in inner for match in each.matches}
            if len(named) > 1 or all(each.worth >= 1 for each in inner):
                return inner
            own = leaf(prepared, part)
            gain = sum(each.worth for each in inner)
            forbidden = {match.item for each in inner for match in each.near}
            whole = own.matches and own.matches[0].item not in forbidden
            return [own] if whole and own.worth > gain + 1e-9 else inner
    return _both_right(prepared, part) or _unpunctuated(prepared, part)


def _both_right(prepared: PreparedQuestion, part: Part) -> list[Segment]:
    """Of "X or Y" both, where both are items: in a list that is two names."""
    choices = alternatives(part.reading.text, prepared.kept)
    if not 1 < len(choices) <= 6:
        return []
    found = [_unpunctuated(prepared, piece_of(each))[0] for each in choices]
    named = {max(each.matches, key=lambda m: m.sure).item for each in found if each.matches}
    return found if len(named) == len(found) else []


def leaf(prepared: PreparedQuestion, part: Part) -> Segment:
    """One stretch against every item; a denial names nothing, an "X or Y" is half a name."""
    exact = exact_match(prepared, part)
    if exact is not None:
        return _exactly(prepared, part, exact)
    claim = claimed(part.reading.text)
    if claim.denied:
        if not claim.kept:
            return Segment(part, denied=True)
        part = piece_of(claim.kept)
        return leaf(prepared, part)
    choices = alternatives(part.reading.text, prepared.kept)
    if 1 < len(choices) <= 6:
        hedged = _hedged(prepared, part, choices)
        if hedged is not None:
            return hedged
    pair = paired(prepared, part) if prepared.paired else None
    if pair is not None:
        return Segment(part, (pair,))
    if is_another_term(prepared, part):
        return Segment(part)
    sides = copula(part.reading.text)
    for side in sides:
        named = exact_match(prepared, piece_of(side))
        if named is not None:
            return _exactly(prepared, part, named)
    found: list[Match] = []
    for item in prepared.items:
        match = best_match(prepared, item, part)
        if match.sure >= SPELLED and match.rule != "more":
            # The whole part is this name: nothing else can be nearer.
            found = [match]
            break
        found.append(match)
    right: list[Match] = []
    near: list[Match] = []
    akin = 0.0
    for each in found:
        if not is_right(each):
            akin = max(akin, each.sure)
            if each.rule not in ("none", "words"):
                near.append(each)
        elif prepared.paired and without_its_value(prepared, each):
            near.append(each._replace(rule="identifier"))
        elif prepared.paired and swapped(prepared, each):
            near.append(each._replace(rule="swapped"))
        else:
            right.append(each)
    return Segment(part, tuple(right), tuple(near), akin=akin)


def _exactly(prepared: PreparedQuestion, part: Part, exact: Match) -> Segment:
    if prepared.paired and swapped(prepared, exact):
        return Segment(part, near=(exact._replace(rule="swapped"),))
    return Segment(part, (exact,))


def _hedged(prepared: PreparedQuestion, part: Part, choices: list[str]) -> Segment | None:
    found = [leaf(prepared, piece_of(each)) for each in choices if each != part.reading.text]
    right = [each for each in found if each.matches]
    if not right:
        return None
    matches: dict[int, Match] = {}
    for each in right:
        best = max(each.matches, key=lambda match: match.sure)
        matches.setdefault(best.item, best)
    return Segment(part, tuple(matches.values()), hedged=len(right) < len(found))


def _unpunctuated(prepared: PreparedQuestion, part: Part) -> list[Segment]:
    """A stretch without separators: one name, or several in a row ("xgboost lda rcf")."""
    whole = leaf(prepared, part)
    if whole.denied or len(part.reading.words) < 2:
        return [whole]
    row = _row_of_names(prepared, part)
    if row:
        return row
    if any(each.precise >= _PRECISE for each in whole.matches):
        return [whole]
    named = _names_within(prepared, part)
    if not named:
        return [whole]
    return named if len(named) > 1 or not whole.matches else [whole]


def _row_of_names(prepared: PreparedQuestion, part: Part) -> list[Segment]:
    """The names of a stretch of which every word is one, initials and codes included, and other
    forms of words: "read write listen".
    """
    words = part.text.split()
    if not 1 < len(words) <= _WINDOW:
        return []
    parts = [piece_of(each) for each in words]
    found = [exact_match(prepared, each) or _same_stem(prepared, each) for each in parts]
    if any(each is None for each in found):
        return []
    return [_exactly(prepared, each, m) for each, m in zip(parts, found, strict=True) if m]


def _same_stem(prepared: PreparedQuestion, part: Part) -> Match | None:
    """The item that is the same word in another form, if it is one word."""
    stems = part.profile.stems
    for item in prepared.items:
        for phrase in item.phrases:
            if len(phrase.profile.content) == 1 and phrase.profile.stems == stems and stems:
                match = best_match(prepared, item, part)
                return match if is_right(match) else None
    return None


def _names_within(prepared: PreparedQuestion, part: Part) -> list[Segment]:
    """Items whose whole name stands in the stretch, longest names first, no word used twice.

    What is left over has to be small words or words of the question, unless the name itself has
    several words: "random search" does not name "random".
    """
    words = part.reading.words[:_WINDOW]
    free = [True] * len(words)
    beginnings = {each.base[:1] for each in words}
    found: list[tuple[int, Segment]] = []
    phrases = sorted(
        ((item.index, phrase) for item in prepared.items for phrase in item.phrases),
        key=lambda each: -len(each[1].profile.content),
    )
    named: set[int] = set()
    single = False
    for index, phrase in phrases:
        if index in named or phrase.reading.key[:1] not in beginnings or not phrase.terse:
            continue
        span = _span(phrase, words, free)
        if span is None:
            continue
        start, end = span
        free[start:end] = [False] * (end - start)
        inside = piece_of(" ".join(each.text for each in words[start:end]))
        match = Match(index, inside, CERTAIN, phrase.rule, phrase, 1.0)
        found.append((start, Segment(inside, (match,))))
        named.add(index)
        single = single or len(phrase.profile.content) < 2
    for at, each in enumerate(words):
        known = prepared.exact.get(each.base) if free[at] else None
        if known is not None and known[0] not in named and known[1] == "alias":
            inside = piece_of(each.text)
            found.append(
                (at, Segment(inside, (Match(known[0], inside, CERTAIN, known[1], precise=1.0),)))
            )
            named.add(known[0])
            free[at] = False
            single = True
    left = [
        each
        for each, unused in zip(words, free, strict=True)
        if unused and each.weight > FILLER_WEIGHT and each.stem not in prepared.asked.stems
    ]
    spelled = part.text.split()
    if against_the_question(left, prepared.asked):
        return []
    if any(each.negation for each, unused in zip(words, free, strict=True) if unused):
        return []
    shouted = all(each.part.text.upper() in spelled for _, each in found)
    if single and not shouted and len(left) > max(0, len(found) - 1):
        return []
    return [segment for _, segment in sorted(found, key=lambda each: each[0])]


def _span(phrase: Phrase, words: tuple[Word, ...], free: list[bool]) -> tuple[int, int] | None:
    """Where the unused words of a stretch spell a name, run together or apart."""
    length = len(phrase.reading.words)
    for start in range(len(words)):
        for end in (start + length, start + length - 1, start + length + 1):
            if start < end <= len(words) and all(free[start:end]):
                spelled = "".join([each.base for each in words[start:end]])
                if spelled == phrase.reading.key:
                    return start, end
    return None


def covers(prepared: PreparedQuestion, index: int, part: Part) -> Match | None:
    """A statement found across a longer text: most of its own words are there, and none opposed."""
    for phrase in prepared.items[index].phrases:
        meant = phrase.profile
        own = [
            (at, each)
            for at, each in enumerate(meant.words)
            if each.weight >= COMMON_WEIGHT and each.stem not in prepared.asked.stems
        ]
        if len(own) < 2:
            continue
        between = align(meant, part.profile)
        if between.opposed or (meant.negated ^ part.profile.negated) & meant.stems:
            continue
        total = sum(each.weight for _, each in own)
        got = sum(each.weight for at, each in own if between.meant[at] >= SAFE)
        if got / total >= 0.7:
            return Match(index, part, got / total, "coverage", phrase)
    return None
