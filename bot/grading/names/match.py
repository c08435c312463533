"""One part of a response against one item: the rule that decides, and how sure it is."""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.grading.acceptance_model import probability
from bot.grading.clauses.repetition import is_salad
from bot.grading.compare import Alignment, align, features, letters_alike
from bot.grading.guards import objection
from bot.grading.names.aliases import initials
from bot.grading.names.letters import letter_alone, letters_differ
from bot.grading.names.written import another_writing
from bot.grading.notation import ruling
from bot.grading.prepared import Phrase, PreparedItem, PreparedQuestion
from bot.grading.reading.profile import Profile, profile_of, same_amount
from bot.grading.reading.reading import Reading, read, read_plain
from bot.grading.reading.similarity import SAFE, SHORTENED, STEM
from bot.grading.reading.spelling import swapped_or_doubled
from bot.grading.tables.word_weights import COMMON_WEIGHT

CERTAIN = 1.0
SPELLED = 0.97
_TURNING = re.compile(r"\b(?:because|since|whereas|unlike|instead|although)\b", re.IGNORECASE)
"""Words by which a response turns to something else: then it holds more than a name."""
_OFTEN = 40
"""Characters of a stretch that is kept, since names come again."""
_MANY = 8
"""Content words from which a response is looked at for what has nothing to do with the question."""
_NOTHING_ELSE = 0.85
"""Share of the response that a too general wording covers."""


class Part(NamedTuple):
    """A stretch of the response that is judged on its own."""

    text: str
    """The member's words, as typed."""
    reading: Reading
    profile: Profile


class Match(NamedTuple):
    """How one part relates to one item. `sure` is the chance, 0..1, that the item was said."""

    item: int
    part: Part
    sure: float
    rule: str
    phrase: Phrase | None = None
    precise: float = 0.0
    """Share of the part that the item's wording covers."""


def part_of(text: str) -> Part:
    """The part that a text as typed is."""
    reading = read(text)
    return Part(text.strip(), reading, profile_of(reading.words))


def piece_of(text: str) -> Part:
    """The part that a stretch of a plain text is."""
    if len(text) > _OFTEN:
        reading = read_plain(text)
        return Part(text.strip(), reading, profile_of(reading.words))
    return _short_piece(text)


@lru_cache(maxsize=4_096)
def _short_piece(text: str) -> Part:
    # Names come again: from other members, and at each level at which one text is taken apart.
    reading = read_plain(text)
    return Part(text.strip(), reading, profile_of(reading.words))


def exact_match(prepared: PreparedQuestion, part: Part) -> Match | None:
    """The item whose name the part is, by key alone."""
    if prepared.noted:
        noted = _noted(prepared, part)
        if noted is not None:
            return None if _refused(prepared, part) else noted
    exact = prepared.exact
    found = exact.get(part.reading.key)
    if found is None and not (prepared.small and _names_small(prepared, part)):
        found = exact.get(part.reading.core)
    if found is None and prepared.acronyms and 1 < len(part.reading.words) < 9:
        for short in initials(part.reading.words):
            if short in prepared.acronyms:
                found = (prepared.acronyms[short], "initials")
    if found is None or _refused(prepared, part):
        return None
    if _lacks_a_letter(prepared.items[found[0]], part):
        return None
    if found[0] in prepared.written and another_writing(prepared.written[found[0]], part.text):
        return None
    return Match(found[0], part, CERTAIN, found[1], precise=1.0)


def _names_small(prepared: PreparedQuestion, part: Part) -> bool:
    """Whether a word that is left out elsewhere is the name of an item here: GET, OPTIONS."""
    return any(each.base in prepared.small for each in part.reading.words)


def _lacks_a_letter(item: PreparedItem, part: Part) -> bool:
    """Whether the key is that of a name whose leading letter was taken for an article."""
    phrase = item.phrases[0] if item.phrases else None
    return (
        phrase is not None
        and bool(phrase.letters)
        and phrase.reading.key == part.reading.key
        and letters_differ(phrase.letters, phrase.profile, part.profile)
    )


def _noted(prepared: PreparedQuestion, part: Part) -> Match | None:
    """The item whose quantity, formula or code the part is."""
    for item in prepared.items:
        for phrase in item.phrases:
            if phrase.notation is not None and not _TURNING.search(part.text):
                ruled = ruling(phrase.notation, part.text, prepared.question.prompt, alone=True)
                if ruled is not None and ruled.right:
                    return Match(item.index, part, SPELLED, ruled.rule, phrase, 1.0)
    return None


def is_another_term(prepared: PreparedQuestion, part: Part) -> bool:
    """Whether the part is, to the letter, a term of the sheet that is not asked for here.

    However near it looks, it is no mistyped or shortened form of the answer.
    """
    terms = prepared.lexicon.terms
    if not terms or part.reading.key in prepared.remarked:
        return False
    first = terms.get(part.reading.key)
    return first is not None and first not in prepared.own


def _refused(prepared: PreparedQuestion, part: Part) -> bool:
    key = part.reading.key
    if key not in prepared.remarked:
        return False
    spoken = " ".join([each.text for each in part.reading.words])
    for item in prepared.items:
        for phrase in (*item.rejected, *item.more):
            if phrase.reading.key == key:
                return phrase.spoken == spoken if phrase.spoken in item.literal else True
    return False


def best_match(prepared: PreparedQuestion, item: PreparedItem, part: Part) -> Match:
    """The nearest wording of an item; a rejected or too general one wins if it is nearer."""
    if item.index in prepared.written and another_writing(prepared.written[item.index], part.text):
        return Match(item.index, part, 0.0, "identifier")
    if item.literal:
        spoken = " ".join([each.text for each in part.reading.words])
        for phrase in (*item.rejected, *item.more):
            if phrase.spoken == spoken and spoken in item.literal:
                return Match(item.index, part, 0.0, phrase.rule, phrase, 1.0)
    if part.reading.key in prepared.remarked:
        for phrase in (*item.rejected, *item.more):
            if phrase.reading.key == part.reading.key and phrase.spoken not in item.literal:
                sure = 0.0 if phrase.rule == "reject" else CERTAIN
                return Match(item.index, part, sure, phrase.rule, phrase, 1.0)
    best = _nearest(prepared, item.index, item.phrases, part)
    if best.sure >= CERTAIN and item.literal:
        return best
    if item.rejected:
        refused = _nearest(prepared, item.index, item.rejected, part, exactly=True)
        if refused.sure >= 0.6 and refused.sure >= best.sure:
            return Match(item.index, part, 0.0, "reject", refused.phrase)
    if best.sure < CERTAIN and item.more:
        general = _nearest(prepared, item.index, item.more, part, exactly=True)
        if general.precise >= _NOTHING_ELSE and general.sure >= max(0.5, best.sure):
            return Match(item.index, part, general.sure, "more", general.phrase)
    return best


def _nearest(
    prepared: PreparedQuestion,
    index: int,
    phrases: tuple[Phrase, ...],
    part: Part,
    exactly: bool = False,
) -> Match:
    best = Match(index, part, 0.0, "none")
    refused = False
    for phrase in phrases:
        if phrase.notation is not None:
            ruled = ruling(phrase.notation, part.text, prepared.question.prompt)
            if ruled is not None:
                found = Match(index, part, SPELLED, ruled.rule, phrase, 1.0)
                if ruled.right:
                    return found
                if best.sure <= 0:
                    best = found._replace(sure=0.0)
                refused = refused or phrase.rule == "exact"
                continue
        if refused and phrase.rule == "alias":
            continue
        if (
            phrase.reading.key == part.reading.key
            or (not (exactly or phrase.command) and phrase.reading.core == part.reading.core)
        ) and not (phrase.letters and letters_differ(phrase.letters, phrase.profile, part.profile)):
            return Match(index, part, CERTAIN, phrase.rule, phrase, 1.0)
        if phrase.literal:
            continue
        found = compared(prepared, index, phrase, part)
        if found.sure > best.sure or (best.rule == "none" and found.rule != "none"):
            best = found
    return best


def compared(prepared: PreparedQuestion, index: int, phrase: Phrase, part: Part) -> Match:
    """One wording against one part: guards first, then whole names, then the fitted model."""
    meant, said = phrase.profile, part.profile
    if (meant.amounts or said.amounts or meant.numbers) and same_amount(meant, said):
        return Match(index, part, SPELLED, "units", phrase, 1.0)
    if phrase.letters:
        if letter_alone(phrase.letters, meant, said, prepared.asked.stems):
            return Match(index, part, SPELLED, "short", phrase, 1.0)
        if letters_differ(phrase.letters, meant, said):
            return Match(index, part, 0.0, "versions", phrase)
    if not meant.traits & said.traits and not _spelled_out(meant, said):
        return Match(index, part, 0.0, "none", phrase)
    between = align(meant, said)
    if not between.met:
        return Match(index, part, 0.0, "none", phrase)
    if phrase.terse and max(between.meant) < SHORTENED and not between.opposed:
        return Match(index, part, 0.0, "none", phrase)
    forbidden = objection(phrase, said, between, prepared.asked)
    if forbidden == "general":
        return Match(index, part, 0.0, "general", phrase)
    if forbidden is not None:
        return Match(index, part, 0.0, forbidden, phrase)
    if (
        phrase.terse
        and len(said.content) > _MANY
        and is_salad(said, prepared.asked, sum(alike < SAFE for alike in between.said))
    ):
        return Match(index, part, 0.0, "another", phrase)
    whole = _whole(meant, said, between)
    if (
        whole == "spelling"
        and phrase.acronym
        and not swapped_or_doubled(phrase.reading.key, part.reading.key)
    ):
        return Match(index, part, 0.0, "versions", phrase)
    if whole is not None:
        return Match(index, part, SPELLED, whole, phrase, 1.0)
    letters = letters_alike(phrase.reading.key, part.reading.key)
    wordings = len(prepared.items)
    found = features(meant, said, prepared.asked, between, letters, wordings)
    return Match(index, part, probability(len(meant.content), found), "words", phrase, found[1])


def _spelled_out(meant: Profile, said: Profile) -> bool:
    """Whether one side may be the initials of the other, which show in no trait.

    Words run together share their beginning or their end with the words apart.
    """
    return (len(meant.words) > 2 and len(said.words) == 1) or (
        len(said.words) > 2 and len(meant.words) == 1
    )


def _whole(meant: Profile, said: Profile, between: Alignment) -> str | None:
    """The rule by which all words of both sides are the same words, or None."""
    if not meant.content:
        return None
    least = 1.0
    heaviest = max(each.weight for each in meant.content)
    for each, alike in zip(meant.words, between.meant, strict=True):
        if each.weight >= min(heaviest, COMMON_WEIGHT) or each.negation:
            least = min(least, alike)
    for each, alike in zip(said.words, between.said, strict=True):
        if each.weight >= COMMON_WEIGHT or each.negation:
            least = min(least, alike)
    if least < SAFE:
        return None
    return "stem" if least >= STEM else "spelling"
