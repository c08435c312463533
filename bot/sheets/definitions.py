"""`Term - definition` → two questions: what is the term, and which term is it?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.model.question import Item, Kind, Mode, Question
from bot.sheets.ids import derive_id
from bot.sheets.keys import PHRASES, Said, alternatives, key_points
from bot.sheets.mask import Masked, mask
from bot.sheets.modes import usual_mode, usual_need
from bot.sheets.pairs import Pair
from bot.sheets.wording import contains, content, key

_LONGEST_QUOTE = 300
"""Characters of a definition that a prompt may quote."""
_LOOKED_AT = 300
_MOST_FITTING = 5
"""Further terms that may fit the same words; what fits more of them asks for nothing."""
_SHORT = 4
_NEGATIONS = frozenset({"no", "not", "never", "non", "without", "cannot"})


@dataclass(frozen=True, slots=True)
class Definition:
    """A pair where it stands in a sheet."""

    pair: Pair
    line: int
    topic: tuple[str, ...]
    said: Said
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    context: str = ""
    """The prompt of the question whose answer it is part of; empty outside questions."""


def questions_of(definitions: Sequence[Definition]) -> Iterator[Question]:
    """Both directions of each definition of one group, as far as they can be asked fairly.

    A group is the answer of one question, or all definitions outside questions. Where another
    term of the group fits the same words, that term is right too; where the words of a definition
    would give its term away, they are left out, or the direction is.
    """
    fitting = _Fitting(definitions)
    asked: set[tuple[str, tuple[str, ...]]] = set()
    for number, definition in enumerate(definitions):
        for question in (_what_is(definition), _which(number, definition, fitting)):
            if question and (key(question.prompt), question.topic) not in asked:
                asked.add((key(question.prompt), question.topic))
                yield question


def _what_is(definition: Definition) -> Question | None:
    """Term → definition."""
    pair = definition.pair
    term = f"the {pair.name} {pair.kind}" if pair.kind else pair.name
    if definition.context:
        prompt = f"{_on(definition.context)} what goes with “{pair.name}”?"
    elif not pair.definition:
        prompt = f"Which service or use goes with {term}?"
    elif pair.kind:
        prompt = f"What is {term} used for?"
    else:
        prompt = f"What is {term}, or what is it used for?"
    items, mode = _said_of(pair)
    if any(contains(prompt, item.text) for item in items):
        return None
    need = usual_need(mode, len(items)) if pair.definition else 1
    if mode is Mode.TEXT and (points := key_points(definition.said.phrases)):
        items = tuple(replace(item, points=points) for item in items)
    return _question(definition, prompt, mode, items, need, definition.said.id)


def _said_of(pair: Pair) -> tuple[tuple[Item, ...], Mode]:
    """What is said of a term, as items, and how they combine."""
    if not pair.definition:
        services = [part.strip() for part in pair.remark.replace("/", ",").split(",")]
        return tuple(Item(service) for service in services if service), Mode.ANY
    if pair.label and (listed := _listed(pair.definition)):
        return tuple(Item(part) for part in listed), usual_mode("", len(listed))
    return (Item(pair.definition, nested=(pair.remark,) if pair.remark else ()),), Mode.TEXT


def _listed(text: str) -> tuple[str, ...]:
    """The parts of a list of short answers; empty where it is none."""
    parts = [
        part.strip(" .") for part in text.replace(", and ", ",").replace(", or ", ",").split(",")
    ]
    if len(parts) == 2 or (len(parts) == 1 and " and " in text):
        parts = [half.strip() for part in parts for half in part.split(" and ")]
    named = tuple(dict.fromkeys(part for part in parts if part))
    return named if all(len(part.split()) <= _SHORT for part in named) else ()


def _which(number: int, definition: Definition, fitting: "_Fitting") -> Question | None:
    """Definition → term."""
    pair, context = definition.pair, definition.context
    masked = fitting.first_asked(number)
    if masked is None or len(masked.text) > _LONGEST_QUOTE:
        return None
    if context and (contains(context, pair.term) or content(pair.term) <= content(context)):
        return None
    others = fitting.others(number)
    if len(others) > (0 if masked.hidden else _MOST_FITTING):
        return None
    quoted = f"“{masked.text.rstrip('.')}”"
    prompt = (
        f"{_on(context)} which one fits {quoted}?"
        if context
        else f"Which {pair.noun} fits: {quoted}?"
    )
    phrases = {
        name: tuple(
            phrase
            for line in definition.said.phrases
            if line.name == name
            for phrase in alternatives(line.value)
        )
        for name in PHRASES
    }
    accept = dict.fromkeys((*pair.aliases, *masked.spelled_out, *phrases["accept"]))
    items = (
        Item(pair.term, tuple(accept), phrases["reject"], phrases["more"]),
        *(Item(other.term, other.aliases) for other in others),
    )
    name = f"{definition.said.id}-term" if definition.said.id else ""
    return _question(definition, prompt, Mode.ANY, items, 1, name)


def _on(context: str) -> str:
    """The question that a definition belongs to, as the start of another one."""
    return f"On “{context}”:" if context.endswith("?") else f"{context.rstrip(' .:!')}:"


def _question(
    definition: Definition, prompt: str, mode: Mode, items: tuple[Item, ...], need: int, name: str
) -> Question:
    said = definition.said
    return Question(
        id=name or derive_id(prompt, definition.topic),
        prompt=prompt,
        mode=mode,
        items=tuple(replace(item, line=definition.line) for item in items),
        need=need,
        kind=Kind.DEFINITION,
        topic=definition.topic,
        line=definition.line,
        why=said.why,
        hint=said.hint,
        sources=tuple(dict.fromkeys([*said.sources, *definition.sources])),
        images=said.images,
        tags=tuple(dict.fromkeys([*definition.tags, *said.tags])),
        difficulty=said.difficulty,
        term=definition.pair.name,
    )


class _Fitting:
    """Which terms of a group fit the words of a definition; found by their rarest word, so that
    large groups cost no more than what they share.
    """

    def __init__(self, definitions: Sequence[Definition]) -> None:
        self._pairs = [definition.pair for definition in definitions]
        self._topics = [definition.topic for definition in definitions]
        self._first: dict[tuple[str, str, tuple[str, ...]], int] = {}
        self.masked: list[Masked | None] = [
            mask(pair.definition, (pair.term, *pair.aliases)) if pair.definition else None
            for pair in self._pairs
        ]
        self._terms = [key(pair.term) for pair in self._pairs]
        self._keys = [f" {key(pair.definition)} " for pair in self._pairs]
        self._words = [content(pair.definition) for pair in self._pairs]
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(self._words):
            for word in found:
                self._with[word].append(number)

    def first_asked(self, number: int) -> Masked | None:
        """What to ask for a term, or None where there is nothing, or an earlier one asks the same."""
        masked = self.masked[number]
        if masked is None or self._first.setdefault(self._asking(number, masked), number) != number:
            return None
        return masked

    def _asking(self, number: int, masked: Masked) -> tuple[str, str, tuple[str, ...]]:
        return key(masked.text), self._pairs[number].noun, self._topics[number]

    def others(self, number: int) -> list[Pair]:
        """The other terms whose definition says all that the masked one says.

        What is quoted in full must stand in theirs word by word (speech to text is not text to
        speech); of what has gaps, the words suffice. Looks at `_LOOKED_AT` of them at most.
        """
        masked = self.masked[number]
        if masked is None:
            return []
        rarest = min(masked.words, key=lambda word: len(self._with[word]))
        quoted = f" {key(masked.text)} "
        return [
            self._pairs[other]
            for other in self._with[rarest][:_LOOKED_AT]
            if other != number
            and masked.words <= self._words[other]
            and (masked.hidden or quoted in self._keys[other])
            and self._terms[other] != self._terms[number]
            and _negations(self._keys[other]) == _negations(self._keys[number])
        ]


def _negations(text: str) -> frozenset[str]:
    return _NEGATIONS & frozenset(text.split())
