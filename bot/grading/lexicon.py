"""What a sheet knows: its terms, their aliases, and which terms are of one kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.grading.names.aliases import initials, names_of
from bot.grading.reading.reading import read
from bot.model.question import Kind, Question
from bot.model.sheet import Glossary

_LONGEST_TERM = 5
"""Words of a term at most; longer items are statements."""
_WIDEST_FIELD = 60
"""Terms that one list may make siblings of each other."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The knowledge that one version of a sheet brings to grading. Empty, it still works."""

    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Key of a term → its other names, as written, from the glossary."""
    terms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Key of every name of a term of the sheet → the key of its first name."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Name of a list → the keys of the terms in it."""
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Key of a term → the names of the lists it stands in."""

    def own(self, keys: Iterable[str]) -> frozenset[str]:
        """The terms that `keys` are names of."""
        return frozenset(self.terms[key] for key in keys if key in self.terms)

    def siblings_of(self, keys: Iterable[str]) -> frozenset[str]:
        """Every name of the terms that stand in a list with one of `keys`, but those themselves."""
        own = {self.terms.get(key, key) for key in keys}
        lists = {name for key in own for name in self.listed.get(key, ())}
        others = {key for name in lists for key in self.fields[name]} - own
        return frozenset(name for name, first in self.terms.items() if first in others)


EMPTY_LEXICON = Lexicon()
_NO_GLOSSARY = Glossary()


def build_lexicon(questions: Iterable[Question], glossary: Glossary = _NO_GLOSSARY) -> Lexicon:
    """The lexicon of a sheet's questions, built once per version of the sheet."""
    terms: dict[str, str] = {}
    fields: dict[str, list[str]] = defaultdict(list)
    for question in questions:
        for name, term in _listed_terms(question):
            called = [each for each in _names(term) if each]
            if not called:
                continue
            first = next((terms[each] for each in called if each in terms), called[0])
            for other in called:
                terms.setdefault(other, first)
            if first not in fields[name]:
                fields[name].append(first)
    entries = [_keyed(term, others) for term, others in glossary.aliases]
    aliases = _glossary_aliases(entries)
    for names in entries:
        for key in names.values():
            first = terms.get(key, key)
            for other in names.values():
                if other != key:
                    terms.setdefault(other, first)
    kept = {name: tuple(keys) for name, keys in fields.items() if 1 < len(keys) <= _WIDEST_FIELD}
    listed: dict[str, tuple[str, ...]] = {}
    for name, keys in kept.items():
        for key in keys:
            listed[key] = (*listed.get(key, ()), name)
    return Lexicon(
        aliases=MappingProxyType(aliases),
        terms=MappingProxyType(terms),
        fields=MappingProxyType(kept),
        listed=MappingProxyType(listed),
    )


def _listed_terms(question: Question) -> Iterator[tuple[str, str]]:
    """The short terms of a question with the list that each stands in.

    Definitions of one topic are a list; so are the items of one question.
    """
    whole = "/".join(question.topic[:-1] or question.topic)
    name = f"topic {whole}" if question.kind is Kind.DEFINITION else f"question {question.id}"
    for item in question.items:
        if len(item.text.split()) <= _LONGEST_TERM:
            yield name, item.text


def _names(term: str) -> Iterator[str]:
    for wording in (term, *(name for name, _ in names_of(term))):
        reading = read(wording)
        yield reading.key
        yield reading.core
        yield from initials(reading.words)


def _keyed(term: str, others: Iterable[str]) -> dict[str, str]:
    """The names of a glossary entry, each with its key; every name is read once."""
    return {name: read(name).key for name in (term, *others)}


def _glossary_aliases(entries: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """Key of each name of a glossary entry → all the others."""
    found: dict[str, tuple[str, ...]] = {}
    for names in entries:
        for name, key in names.items():
            rest = tuple(each for each in names if each != name)
            known = found.get(key)
            found[key] = rest if known is None else tuple(dict.fromkeys((*known, *rest)))
    return found
