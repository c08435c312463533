"""Guards: what makes a near wording wrong, however near it is. Each has a name and a reason."""

from collections.abc import Sequence

from bot.grading.clauses.exchange import in_place_of_another, qualified
from bot.grading.clauses.roles import exchanged
from bot.grading.compare import Alignment
from bot.grading.prepared import Phrase
from bot.grading.reading.profile import Profile, amounts_differ, numbers_differ
from bot.grading.reading.similarity import INITIAL, SAFE, SHORTENED, SYNONYM
from bot.grading.reading.spelling import contrary
from bot.grading.reading.words import Word
from bot.grading.tables.calendar import MONTHS
from bot.grading.tables.heads import HEADS
from bot.grading.tables.opposites import DIRECTIONS, MODIFIERS, SIDES
from bot.grading.tables.people import PERSON
from bot.grading.tables.programs import SUBCOMMANDS
from bot.grading.tables.word_weights import (
    CLAUSE,
    COMMON_WEIGHT,
    FILLER_WEIGHT,
    FUNCTION_WEIGHT,
    TERM_WEIGHT,
)

_PAIR = 2
NAME = 5
"""Content words up to which an answer is a name of which no word can be exchanged."""
SHORT = 9
"""Content words up to which a denial or an opposite turns a whole response."""
LONGEST_SAID = 14
"""Content words up to which a response is held to every word; longer ones are weighed."""
_OF_ANOTHER_KIND = frozenset(("non", "un", "self", "semi", "anti", "pseudo", "quasi"))
"""Words put before a term that make it another one: self-supervised is not supervised."""
_OF_A_LONGER_NAME = 2
"""Words beside a name, and none of grammar among them, from which it is part of another name."""
_NOTHING: frozenset[str] = frozenset()
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "der",
        "den",
        "de",
        "da",
        "di",
        "del",
        "della",
        "du",
        "la",
        "le",
        "bin",
        "ibn",
        "al",
        "el",
        "dos",
        "af",
        "zu",
    ]
)
"""Small words within the names of people."""
_KIN = 4
"""Letters that forms of one word share; shorter words may be initials."""
_NUMBERED = 3
"""Content words of a name up to which its number is what tells it from its kin."""
_BARE_LIST = 4
"""Words beside a name, and none of grammar among them, from which it is a list of names."""


def objection(phrase: Phrase, said: Profile, between: Alignment, asked: Profile) -> str | None:
    """The name of the first guard that forbids reading `said` as `phrase`, or None."""
    meant = phrase.profile
    if len(said.content) > max(LONGEST_SAID, 2 * len(meant.content)):
        return None
    lost = _unmatched(meant.words, between.meant)
    spare = _unmatched(said.words, between.said)
    if len(said.content) == 1 and len(phrase.reading.key) > 2 and len(said.content[0].text) == 1:
        return "letter" if not said.content[0].number else None
    if turned(meant, said, between, lost, spare):
        return "opposites" if between.opposed else "negation"
    if not phrase.terse:
        return None
    if numbers_differ(meant, said):
        return "numbers"
    if phrase.notation is None and numbers_missing(meant, said, asked):
        return "general"
    if amounts_differ(meant, said):
        return "units"
    if codes_differ(lost, spare):
        return "versions"
    if exchanged(meant, said):
        return "exchanged"
    if phrase.identifier:
        if _stands_alone(phrase, said):
            return None
        return "identifier" if identifiers_differ(lost, spare, said, asked) else None
    if phrase.command and another_command(between, said):
        return "identifier"
    if against_the_question(spare, asked) and not against_the_question(meant.words, asked):
        return "opposites"
    if _number_lost(meant, said, asked):
        return "general"
    if len(meant.content) > NAME and not spare and _much_lost(lost, asked):
        return "general"
    if len(meant.content) <= NAME and not (phrase.loose or _tells(meant) or _tells(said)):
        return _of_a_name(phrase, said, between, asked, lost, spare)
    return None


def _unmatched(
    words: tuple[Word, ...], found: tuple[float, ...], enough: float = SAFE
) -> list[Word]:
    return [
        each
        for each, alike in zip(words, found, strict=True)
        if alike < enough and each.weight >= COMMON_WEIGHT and not each.negation
    ]


def turned(
    meant: Profile, said: Profile, between: Alignment, lost: list[Word], spare: list[Word]
) -> bool:
    """Whether the response says the contrary: one denies and the other does not, or one word was
    exchanged for its opposite. Both at once cancel out: "not open" is closed.
    """
    denies = meant.negates != said.negates
    if denies == between.opposed:
        return False
    names = len(meant.content) <= NAME and len(said.content) <= SHORT
    if names and not (_tells(meant) or _tells(said)):
        return True
    if denies:
        # A synonym is the same thing denied: "it does not fall" for "it decreases".
        return not _unmatched(meant.words, between.meant, SYNONYM) and not _unmatched(
            said.words, between.said, SYNONYM
        )
    return len(lost) == 1 == len(spare) and contrary(lost[0].base, spare[0].base)


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


def numbers_missing(meant: Profile, said: Profile, asked: Profile) -> bool:
    """Whether a response is bare numbers, and lacks some of the name's, or its words, which the
    question does not give: 3 for room 12 on floor 3.
    """
    if not said.content or not all(each.number for each in said.content):
        return False
    if len(said.numbers) < len(meant.numbers):
        return True
    return (
        any(
            each.weight >= TERM_WEIGHT and not each.number and each.stem not in asked.stems
            for each in meant.content
        )
        and len(meant.content) > len(meant.numbers) + 1
    )


def _number_lost(meant: Profile, said: Profile, asked: Profile) -> bool:
    """Whether a short name was said without its number: Apollo for Apollo 11."""
    if not meant.numbers or said.numbers or not 2 <= len(meant.content) <= _NUMBERED:
        return False
    if any(each.base in MONTHS for each in meant.content):
        return False
    return all(each.stem not in asked.stems for each in meant.content if each.number or each.code)


def _much_lost(lost: list[Word], asked: Profile) -> bool:
    """Whether several terms of a long name are missing: a shorter name of the family was said."""
    return sum(each.weight >= TERM_WEIGHT and each.stem not in asked.stems for each in lost) > 1


def _stands_alone(phrase: Phrase, said: Profile) -> bool:
    """Whether the whole name stands in the response as a word of its own, other words beside it."""
    name = phrase.reading.words
    return (
        len(name) == 1
        and any(each.base == name[0].base for each in said.words)
        and not any(
            each.code or each.number or "_" in each.text
            for each in said.content
            if each.base != name[0].base
        )
    )


def another_command(between: Alignment, said: Profile) -> bool:
    """Whether a part of a command is missing, or a command of its own follows: git stash list."""
    if any(alike < SAFE for alike in between.meant):
        return True
    last = max((at for at, alike in enumerate(between.said) if alike >= SAFE), default=-1)
    return last + 1 < len(said.words) and said.words[last + 1].text in SUBCOMMANDS


def against_the_question(spare: Sequence[Word], asked: Profile) -> bool:
    """Whether a word of direction is the opposite of one in the question: raise what is lowered."""
    return any(
        each.base in DIRECTIONS
        and any(
            other.base in DIRECTIONS and contrary(each.base, other.base) for other in asked.content
        )
        and each.stem not in asked.stems
        for each in spare
    )


def _of_a_name(
    phrase: Phrase,
    said: Profile,
    between: Alignment,
    asked: Profile,
    lost: list[Word],
    spare: list[Word],
) -> str | None:
    somebody = any(each.base in PERSON for each in asked.words)
    person = somebody and _proper(phrase)
    if lost and "-" in phrase.reading.text and " " not in phrase.reading.text.strip():
        return "general"  # east is not north-east, though the question speaks of the north
    given = asked.stems
    if all(each.stem in given for each in phrase.profile.content):
        # All of the name stands in the question: then it has to be said nevertheless.
        given = _NOTHING
    if not person and _nothing_of_it(phrase, between, spare, asked):
        return "another"
    lost = [
        each
        for each in lost
        if each.stem not in given and not each.number and each.base not in MONTHS
    ]
    if any(each.text in _OF_ANOTHER_KIND for each in spare) and len(phrase.profile.content) < 3:
        return "another"
    spare = [each for each in spare if each.stem not in asked.stems]
    if not person and _other_head(phrase, said, between, asked):
        return "another"
    unlike = 0.0 if person else INITIAL
    if lost and spare and _exchanged(phrase.profile, between.meant, unlike):
        return "another" if _exchanged(said, between.said, unlike) else None
    if in_place_of_another(phrase, said, asked) or (
        not lost and qualified(phrase.profile, said, between, asked)
    ):
        return "another"
    if not lost and not person and _of_another(phrase, said, between, spare):
        return "another"
    if not spare and lost:
        return _shortened(
            phrase,
            between,
            person=person,
            office=somebody and not person,
        )
    if not lost and len(spare) >= _BARE_LIST and len(spare) >= len(said.words) - 2:
        return "everything"
    return None


def _other_head(phrase: Phrase, said: Profile, between: Alignment, asked: Profile) -> bool:
    """Whether the name's last word, which the question has, gave way to another: the Spanish
    Inquisition for the Spanish Opening.
    """
    meant = phrase.profile
    if len(meant.content) < 2 or len(said.content) < 2 or said.words[-1] is not said.content[-1]:
        return False
    head = said.content[-1]
    lost = meant.words[-1].stem in asked.stems and between.meant[-1] < SAFE
    new = between.said[-1] <= INITIAL and head.weight >= TERM_WEIGHT
    kin = head.base[:_KIN] == meant.words[-1].base[:_KIN] or len(head.base) < _KIN
    points = head.base == "one"
    return lost and new and not (kin or points) and head.stem not in asked.stems


def _tells(profile: Profile) -> bool:
    """Whether a text is a clause that tells something rather than a name."""
    return any(each.text in CLAUSE for each in profile.words)


def _nothing_of_it(phrase: Phrase, between: Alignment, spare: list[Word], asked: Profile) -> bool:
    """Amazon Polly for Amazon Translate: of the words that count none was said but others were."""
    best = max(
        (
            alike
            for each, alike in zip(phrase.profile.words, between.meant, strict=True)
            if each.weight >= COMMON_WEIGHT
        ),
        default=1.0,
    )
    new = any(each.stem not in asked.stems for each in spare)
    return best < SHORTENED or (best < SAFE and new and len(phrase.profile.content) == 1)


def _of_another(phrase: Phrase, said: Profile, between: Alignment, spare: list[Word]) -> bool:
    """Spark ML Serving container for Spark ML: the name is there, as a part of another name."""
    if len(spare) < _OF_A_LONGER_NAME or any(each.number for each in phrase.profile.content):
        return False
    bare = all(each.weight > FUNCTION_WEIGHT for each in said.words)
    head = said.content[-1]
    other = between.said[len(said.words) - 1] < SAFE and head.weight > FILLER_WEIGHT
    return bare and (other or len(phrase.profile.content) == 1)


def _exchanged(side: Profile, found: tuple[float, ...], unlike: float) -> bool:
    """Whether a word that counts has no partner at all, as when a confusion matrix becomes a
    correlation matrix.
    """
    return any(
        alike <= unlike and each.weight >= COMMON_WEIGHT
        for each, alike in zip(side.words, found, strict=True)
    )


def _shortened(phrase: Phrase, between: Alignment, *, person: bool, office: bool) -> str | None:
    """Random forest for Random Cut Forest is another name; network for neural network, which lacks
    what comes first, is the same one said too generally; so is one word of three, and the given
    name of a person. What comes last may be left out else, and people have names to spare.
    """
    kept = [
        (each, alike)
        for each, alike in zip(phrase.profile.words, between.meant, strict=True)
        if each.weight >= COMMON_WEIGHT
    ]
    if person:
        kept = [each for each in kept if each[0].text not in _PARTICLES]
        return "general" if len(kept) > 1 and kept[-1][1] < SAFE <= kept[0][1] else None
    if office and kept[-1][1] < SAFE:
        return "general"
    if kept[-1][1] < SAFE:
        if kept[-1][0].base in SIDES:
            return "general"  # stage is not stage right
        single = sum(alike >= SAFE for _, alike in kept) == 1 and len(kept) > 2
        first = kept[0][0]
        everyday = first.weight < TERM_WEIGHT and not first.text.endswith(("ly", "ing", "ed"))
        if len(kept) == _PAIR and everyday and kept[-1][0].base not in HEADS:
            return "general"  # black is not a black hole
        if " of " in phrase.reading.text:
            return "general"  # depth is not depth of field
        return "general" if single and "," not in phrase.reading.text else None
    if kept[0][1] < SAFE:
        last = kept[-1][0]
        plain = len(kept) == _PAIR and (last.base in HEADS or last.weight <= COMMON_WEIGHT)
        if kept[0][0].base in MODIFIERS or plain:
            return "general"  # York is not New York, war is not the Cold War
        return "general" if _common_noun(phrase) else None
    return "another" if len(kept) > 2 else None


def _proper(phrase: Phrase) -> bool:
    """Whether a wording is the name of somebody rather than of an office."""
    last = phrase.reading.text.split()[-1:]
    return bool(last) and not last[0].islower()


def _common_noun(phrase: Phrase) -> bool:
    """Whether a name ends in an ordinary noun ("neural network") rather than a proper one."""
    last = phrase.reading.text.split()[-1:]
    return bool(last) and last[0].islower()
