"""Guards: what makes a near wording wrong, however near it is. Each returns a reason or None."""

from bot.grading.compare import Alignment
from bot.grading.likeness import SAFE
from bot.grading.prepare import Phrase
from bot.grading.profile import Profile, amounts_differ, numbers_differ
from bot.grading.tables.common import COMMON_WEIGHT, TERM_WEIGHT
from bot.grading.words import Word

_PERSON = frozenset(("who", "whom", "whose", "name", "named", "person", "actor", "author"))
_NAME = 4
_SHORT = 9
"""Content words up to which a denial or an opposite turns the whole; longer ones are weighed."""
LONGEST_SAID = 14
"""Content words up to which a response is held to every word; statements are weighed instead."""


def objection(phrase: Phrase, said: Profile, between: Alignment, asked: Profile) -> str | None:
    """The name of the first guard that forbids reading `said` as `phrase`."""
    if not phrase.terse or len(said.content) > LONGEST_SAID:
        return None
    meant = phrase.profile
    if meant.numbers and said.numbers and numbers_differ(meant, said):
        return "numbers"
    if meant.amounts and said.amounts and amounts_differ(meant, said):
        return "units"
    if len(meant.content) <= _NAME and len(said.content) <= _SHORT:
        if meant.negates != said.negates and not between.opposed:
            return "negation"
        if between.opposed and meant.negates == said.negates:
            return "opposites"
    lost = _unmatched(meant.words, between.meant, COMMON_WEIGHT)
    spare = _unmatched(said.words, between.said, COMMON_WEIGHT)
    if codes_differ(lost, spare):
        return "versions"
    if not spare and names_another(phrase, between, asked):
        return "incomplete"
    if phrase.identifier and identifiers_differ(lost, spare, said, asked):
        return "identifier"
    return None


def _unmatched(words: tuple[Word, ...], found: tuple[float, ...], weight: float) -> list[Word]:
    return [
        each
        for each, alike in zip(words, found, strict=True)
        if alike < SAFE and each.weight >= weight
    ]


def names_another(phrase: Phrase, between: Alignment, asked: Profile) -> bool:
    """Random forest for Random Cut Forest: a name that lost its middle is another name.

    People are called by fewer names than they have, so questions for a person are exempt.
    """
    if _PERSON & asked.bases:
        return False
    kept = [
        (each, alike)
        for each, alike in zip(phrase.profile.words, between.meant, strict=True)
        if each.weight >= COMMON_WEIGHT
    ]
    if len(kept) < 3 or kept[0][1] < SAFE or kept[-1][1] < SAFE:
        return False
    return any(alike < SAFE and not each.number for each, alike in kept[1:-1])


def codes_differ(lost: list[Word], spare: list[Word]) -> bool:
    """L1 for L2, SSE-S3 for SSE-KMS: a word with letters and digits gave way to another term."""
    if any(each.code for each in lost):
        return any(each.code or each.weight >= TERM_WEIGHT for each in spare)
    return any(each.code for each in spare) and any(each.weight >= TERM_WEIGHT for each in lost)


def identifiers_differ(lost: list[Word], spare: list[Word], said: Profile, asked: Profile) -> bool:
    """Of the name of a call or a setting every part counts, and none may be added."""
    if lost:
        return True
    return (
        bool(spare)
        and len(said.content) <= 6
        and any(each.stem not in asked.stems for each in spare)
    )
