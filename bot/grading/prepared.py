"""What a question is once it is ready for grading: its items, their wordings, and what they ask."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.grading.lexicon import Lexicon
from bot.grading.lists.shared_words import SharedWords
from bot.grading.notation import Notation
from bot.grading.prose.key_points import Point
from bot.grading.prose.passage import Passage
from bot.grading.reading.profile import Profile
from bot.grading.reading.reading import Reading
from bot.model.question import Question

TERSE = 6
"""Content words up to which an answer is a name or a term; longer ones are statements."""
SENTENCE, PARAGRAPH = 4, 24
"""Content words from which an answer in prose is a sentence, and from which more is weighed by
coverage alone."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording of an item."""

    reading: Reading
    profile: Profile
    rule: str
    """The rule that a match of it goes by: `exact`, `accept`, `alias`, `reject`, `more`."""
    literal: bool
    """Whether only the whole wording counts: it has its other name in parentheses."""
    loose: bool
    """Whether it is a phrase of plain words rather than a name, so that a word may be exchanged."""
    letters: frozenset[str]
    """Single letters in it that tell it from its kin."""
    acronym: bool
    """Whether it is an initialism of up to six capitals, of which every letter counts."""
    identifier: bool
    """Whether it is the name of an API call or a setting, of which every part counts."""
    command: bool = False
    """Whether it is a program with a command of its own, of which no part may be missing."""
    notation: Notation | None = None
    """The quantity, formula or code that it is, where it is not just words."""

    @property
    def spoken(self) -> str:
        """Every word of it, articles included."""
        return " ".join([each.text for each in self.reading.words])

    @property
    def terse(self) -> bool:
        """Whether it is a name or a term rather than a statement."""
        return len(self.profile.content) <= TERSE


def is_brief(phrase: Phrase) -> bool:
    """Whether a wording of an answer in prose is a name, or signs, rather than a sentence."""
    return len(phrase.profile.content) < SENTENCE or phrase.notation is not None


def is_long(phrase: Phrase) -> bool:
    """Whether it is more than a sentence or two."""
    return len(phrase.profile.content) > PARAGRAPH


@dataclass(frozen=True, slots=True)
class PreparedItem:
    """An item with its wordings."""

    index: int
    phrases: tuple[Phrase, ...]
    rejected: tuple[Phrase, ...]
    more: tuple[Phrase, ...]
    literal: frozenset[str]
    """Rejected or too general wordings that differ from a right one by articles alone."""
    parts: tuple[Phrase, ...]
    """The two things that an item joined by "and" asks for, each worth half; else empty."""
    halves: tuple[Profile, Profile] | None
    """Key and value of `key: value`, which have to be said together."""
    value: Phrase | None
    """The value of `key: value` as a wording of its own."""
    value_names: frozenset[str]
    """Keys of the other names of the value."""
    prose: tuple[Passage, ...] = ()
    """Of an answer in prose: its wordings of a sentence or two."""
    points: tuple[Point, ...] = ()
    """Of an answer in prose: its key points."""


@dataclass(frozen=True, slots=True)
class PreparedQuestion:
    """A question with its items ready; immutable, to be kept per version of a sheet."""

    question: Question
    items: tuple[PreparedItem, ...]
    need: int
    """How many items make the answer complete."""
    exact: Mapping[str, tuple[int, str]]
    """Key → item and rule, for responses that need no further look."""
    remarked: frozenset[str]
    """Keys of rejected and too general wordings: they are no echo and no shrug."""
    acronyms: Mapping[str, int]
    """Items that are initials themselves, to be matched by the initials of a response."""
    asked: Profile
    """The prompt: its words earn nothing by being repeated."""
    own: frozenset[str]
    """The sheet's terms that the items are."""
    siblings: frozenset[str]
    """Keys of the sheet's terms that are of the same kind as the answer, but wrong here."""
    lexicon: Lexicon
    noted: bool
    """Whether any wording is a quantity, a formula or code."""
    kept: frozenset[str]
    """The signs of those wordings, which part nothing in a list of them."""
    knots: tuple[tuple[str, str], ...]
    """Wordings that hold signs by which responses are taken apart, in lower case, each with a
    name of the same item that holds none."""
    small: frozenset[str]
    """Names of items that are words which say little elsewhere: GET, options."""
    shared: SharedWords
    """Words that several items of a list have in common."""
    signs: frozenset[str]
    """The signs that the items hold: they part nothing."""
    terse: bool
    """Whether every item is a name or a term."""
    named: bool
    """Whether every item is a name: nothing in it tells, as a clause would."""
    paired: bool
    """Whether the items are keys with values, so that a dash joins rather than parts."""
    numbers: frozenset[str]
    """Every number that an item holds."""
    numbered: bool
    """Whether items hold numbers."""
    ordinal: bool
    """Whether items hold words of order, as *first* and *last*."""
    forbidding: bool
    """Whether what is forbidden is asked for, and no item denies anything."""
    written: Mapping[int, frozenset[str]]
    """Names, in lower case, of the items that are written in one way alone."""
    halved: bool
    """Whether of two halves one is asked for: a hemisphere."""
    yes_or_no: bool
    """Whether the answer is a bare yes or no."""
    lettered: bool
    """Whether an item is a symbol of which the case may decide."""


@dataclass(frozen=True, slots=True)
class Ungradable:
    """A question that no answer can be held against. Its author is told; it is never asked."""

    question: Question
    problem: str
    """What is wrong with it, as its author reads it."""
