"""What of an entry can be found: its words by weight, and the labels that name it whole."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.lookup.aliases import Aliases, Phrase, initials, initials_within
from bot.lookup.entry import Entry, names_in
from bot.lookup.words import STOP_WORDS, Stems, compounds, key, spoken
from bot.model.question import Question

_SATURATION = 1.4
"""BM25's k1: how soon further mentions of a word stop to count."""
_VARIANT = 0.6
"""Share of a field's weight that a word earns which the field does not hold as it stands."""
_DERIVED = re.compile(r"q[0-9a-f]{12}")
"""An id that no author wrote."""
_PROSE = 8
"""Words from which an answer is a sentence rather than a name."""
_CODE = 4000
"""Characters of a code block that are looked at."""
_NAME = 0.97
_ALIAS = 0.93
_PROMPT_OF_TERM = 0.85
_PART = 0.72
_ID = 0.7
"""Trust in labels: the name of the only answer, another wording of it, the question that was made
from a definition, one of several answers, the author's name for the question. A title's is 1.
"""
_INITIALS = 0.95
_TWO_INITIALS = 0.75
"""Share of a name's trust that its initials have; two letters may be anything."""
_SPELLED = 0.03
"""What an identifier loses to the same words of a text: `RANDOM_CUT_FOREST` is rarely meant."""
_SURE = 0.93
"""The trust from which a label typed word by word settles what was meant."""


@dataclass(frozen=True, slots=True)
class Label:
    """A wording that stands for the whole entry."""

    stems: Phrase
    trust: float
    """How surely somebody who says it means this entry, 0..1."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry, read."""

    weights: dict[str, float]
    """For each stem how much the entry is about it, 0..1."""
    labels: tuple[Label, ...]
    exact: tuple[tuple[str, float], ...]
    """The labels that settle what was meant if they are typed word by word, as stems."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A text of an entry, what its words weigh, and the length that is usual for it."""

    text: str
    weight: float
    usual: int
    trust: float = 0.0
    """What it is worth as a label; 0 where it is none."""


def _fields(entry: Entry) -> Iterator[_Field]:
    """Every text of an entry, names first."""
    for number, name in enumerate(names_in(entry.question.term)):
        yield _Field(name, 6.0, 3, 1.0 if number == 0 else _NAME)
    for name in entry.aliases:
        yield _Field(name, 4.0, 3, _ALIAS)
    yield from _answers(entry)
    if not _DERIVED.fullmatch(entry.question.id):
        yield _Field(entry.question.id, 1.5, 3, _ID)
    for question in entry.questions:
        yield from _surroundings(question)


def _answers(entry: Entry) -> Iterator[_Field]:
    answers = entry.answers
    alone = len(answers) == 1
    share = max(1 / (1 + 0.2 * (len(answers) - 1)), 0.5)
    for item in answers:
        if len(item.text.split()) > _PROSE:
            yield _Field(item.text, 2.2, 14, _PART)
            continue
        for name in names_in(item.text):
            yield _Field(name, 4.5 * share, 3, _NAME if alone else _PART)
        for other in item.accept:
            yield _Field(other, 3.0 * share, 3, _ALIAS if alone else _PART - 0.03)
        for detail in item.nested:
            yield _Field(detail, 2.0, 6, _PART - 0.1)


def _surroundings(question: Question) -> Iterator[_Field]:
    """The prompt, and what stands around question and answer."""
    if question.term:
        yield _Field(question.prompt, 1.6, 10, _PROMPT_OF_TERM)
    else:
        yield _Field(question.prompt, 3.0, 10, 1.0)
    yield _Field(question.why, 0.8, 18)
    yield _Field(question.hint, 0.4, 8)
    for depth, heading in enumerate(reversed(question.topic)):
        yield _Field(heading, 0.8 / (1 + depth), 4)
    for option in question.options:
        yield _Field(option, 0.8, 4)
    for image in question.images:
        yield _Field(image.alt, 0.4, 8)
    for code in question.code:
        yield _Field(code.text[:_CODE], 0.4, 40)
    yield _Field(" ".join(question.tags), 0.3, 4)


def read(entry: Entry, stems: Stems, aliases: Aliases) -> Reading:
    """The words and labels of one entry."""
    named: dict[str, float] = {}
    said: defaultdict[str, float] = defaultdict(float)
    labels: dict[Phrase, float] = {}
    exact = {" ".join(map(stems.learn, spoken(entry.title))) or key(entry.title): 1.0}
    for field in _fields(entry):
        words = spoken(field.text)
        if not words:
            continue
        phrase = tuple(stems.learn(word) for word in words)
        worth = field.weight / (0.5 + 0.5 * len(words) / field.usual)
        telling = tuple(
            stem for word, stem in zip(words, phrase, strict=True) if word not in STOP_WORDS
        )
        variants = [stems.learn(variant) for variant in compounds(field.text)]
        if field.trust:
            trust = field.trust - _SPELLED * ("_" in field.text)
            _label(labels, telling, trust)
            _exactly(exact, " ".join(phrase), trust)
            if " " not in field.text:
                _label(labels, (stems.learn("".join(words)),), trust)
            for short in initials(words):
                # Not learnt: as parts of other words, initials would be found everywhere.
                variants.append(short)
                _label(labels, (short,), trust * (_INITIALS if len(short) > 2 else _TWO_INITIALS))
            variants.extend(initials_within(field.text))
            for name, other in aliases.within(phrase):
                variants.extend(other)
                if len(name) == len(phrase):
                    _label(labels, other, trust - 0.02)
        if field.trust and field.trust != 1.0:
            for stem in telling:
                named[stem] = max(named.get(stem, 0.0), worth)
        else:
            for stem in telling:
                said[stem] += worth
        for stem in variants:
            named[stem] = max(named.get(stem, 0.0), worth * _VARIANT)
    for stem, mass in said.items():
        named[stem] = named.get(stem, 0.0) + mass
    weights = {stem: mass / (mass + _SATURATION) for stem, mass in named.items()}
    return Reading(weights, tuple(Label(*label) for label in labels.items()), tuple(exact.items()))


def _label(labels: dict[Phrase, float], phrase: Phrase, trust: float) -> None:
    if phrase:
        labels[phrase] = max(labels.get(phrase, 0.0), trust)


def _exactly(exact: dict[str, float], wording: str, trust: float) -> None:
    if trust >= _SURE:
        exact[wording] = max(exact.get(wording, 0.0), trust)
