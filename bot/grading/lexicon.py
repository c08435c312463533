"""What a sheet knows: its terms, their aliases, which belong together, and how rare words are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.model.question import Question
from bot.model.sheet import Glossary


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The knowledge that one version of a sheet brings to grading. Empty, it still works."""

    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Key of a term → its other names, as written, from the glossary and from parentheses."""
    terms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Key of every short term of the sheet → its canonical name."""
    fields: Mapping[str, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))
    """Key of a term → the lists it stands in; terms of one list are siblings."""
    rarity: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """Stem → how much it says in this sheet, 0..1 (inverse document frequency)."""


EMPTY_LEXICON = Lexicon()
_NO_GLOSSARY = Glossary()


def build_lexicon(questions: Iterable[Question], glossary: Glossary = _NO_GLOSSARY) -> Lexicon:
    """The lexicon of a sheet's questions, built once per version of the sheet."""
    del questions, glossary
    return EMPTY_LEXICON
